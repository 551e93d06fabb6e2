#include "detect/sigma/own_rules.h"

#include <map>

#include "base/yaml.h"

namespace digue::detect::sigma {

namespace {

constexpr std::string_view words_name = "rules/words.yaml";

using WordsById = std::map<std::string, OwnWords, std::less<>>;

// A file of ours that cannot be read leaves its rules without French: a test reads it as we do.
WordsById read_words() {
  WordsById by_id;
  for (const EmbeddedFile& file : embedded_files()) {
    if (file.name != words_name) continue;
    const auto root = parse_yaml(file.bytes);
    if (!root) return by_id;
    for (const YamlNode& row : root->items) {
      OwnWords& words = by_id[row["id"].text];
      words.title = row["title"].text;
      words.description = row["description"].text;
      for (const YamlNode& item : row["items"].items) words.items.push_back(item.text);
    }
  }
  return by_id;
}

}  // namespace

void add_own_rules(Loader& loader) {
  for (const EmbeddedFile& file : embedded_files())
    if (file.name != words_name) loader.add(file.bytes, std::string(file.name));
}

const Loaded& own_rules() {
  static const Loaded loaded = [] {
    Loader loader({});
    add_own_rules(loader);
    return loader.finish();
  }();
  return loaded;
}

const OwnWords* own_words(std::string_view id) {
  static const WordsById by_id = read_words();
  const auto found = by_id.find(id);
  return found == by_id.end() ? nullptr : &found->second;
}

std::vector<std::string> items_of(std::string_view id) {
  const OwnWords* words = own_words(id);
  return words == nullptr ? std::vector<std::string>() : words->items;
}

}  // namespace digue::detect::sigma
