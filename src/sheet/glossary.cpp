#include "sheet/glossary.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/text.h"
#include "sheet/node_reader.h"
#include "sheet/sentences.h"
#include "sheet/tree.h"

namespace digue::sheet {

static constexpr std::string_view format_read = "1";

static const std::vector<std::string>& forms_of(const Definition& definition, Language language) {
  return language == Language::french ? definition.french : definition.english;
}

const Definition* Glossary::find(std::string_view word) const {
  const auto wanted = folded(word);
  const auto is_wanted = [&](const std::string& form) { return folded(form) == wanted; };
  const auto found =
      std::find_if(definitions.begin(), definitions.end(), [&](const Definition& definition) {
        return definition.id == wanted || is_wanted(definition.title.french) ||
               is_wanted(definition.title.english) ||
               std::any_of(definition.french.begin(), definition.french.end(), is_wanted) ||
               std::any_of(definition.english.begin(), definition.english.end(), is_wanted);
      });
  return found == definitions.end() ? nullptr : &*found;
}

static bool in_a_word(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
         (byte >= '0' && byte <= '9') || byte >= 0x80;
}

// Puts spaces in place of every whole-word occurrence, so that a shorter form does not find itself
// inside; false when there was none.
static bool take_out(std::string& text, std::string_view form) {
  bool found = false;
  for (auto at = text.find(form); at != std::string::npos; at = text.find(form, at + 1)) {
    const auto end = at + form.size();
    if ((at > 0 && in_a_word(text[at - 1])) || (end < text.size() && in_a_word(text[end])))
      continue;
    text.replace(at, form.size(), form.size(), ' ');
    found = true;
  }
  return found;
}

// A no-break space is a letter to nobody.
static std::string searchable(std::string_view text) {
  auto out = folded(text);
  for (auto at = out.find("\u00a0"); at != std::string::npos; at = out.find("\u00a0", at))
    out.replace(at, 2, " ");
  for (const std::string_view quote : {"«", "»", "“", "”", "…"})
    for (auto at = out.find(quote); at != std::string::npos; at = out.find(quote, at))
      out.replace(at, quote.size(), " ");
  return out;
}

std::vector<const Definition*> Glossary::used_in(std::string_view text, Language language) const {
  std::vector<std::pair<std::string, const Definition*>> forms;
  for (const auto& definition : definitions)
    for (const auto& form : forms_of(definition, language))
      forms.emplace_back(folded(form), &definition);
  std::stable_sort(forms.begin(), forms.end(),
                   [](const auto& a, const auto& b) { return a.first.size() > b.first.size(); });
  auto left = searchable(text);
  std::set<const Definition*> used;
  for (const auto& [form, definition] : forms)
    if (take_out(left, form)) used.insert(definition);
  std::vector<const Definition*> out;
  for (const auto& definition : definitions)
    if (used.contains(&definition)) out.push_back(&definition);
  return out;
}

namespace {

class GlossaryReader {
 public:
  explicit GlossaryReader(const std::string& file) : nodes_(file) { glossary_.file = file; }

  void read(const YamlNode& root) {
    if (!nodes_.mapping(root, {"format", "version", "date", "about", "licence", "definitions"},
                        {"readings"}))
      return;
    if (const auto& format = root["format"]; format.present() && format.text != format_read)
      nodes_.error<sentences::wrong_format>(place_of(format), format.text.substr(0, 80));
    glossary_.version = nodes_.word(root, "version");
    glossary_.date = nodes_.date(root, "date");
    if (root["about"].present() && nodes_.mapping(root["about"], {}, {"item", "fr", "en"}))
      glossary_.about = nodes_.texts(root["about"]);
    if (const auto& node = root["licence"];
        node.present() && nodes_.mapping(node, {"name", "attribution"}))
      glossary_.licence = {nodes_.word(node, "name"), nodes_.message(node, "attribution")};
    for (const auto& node : nodes_.list(root, "definitions")) read_definition(node);
    if (root["readings"].present()) read_readings(root["readings"]);
  }

  GlossaryReading finish() {
    auto problems = nodes_.take_problems();
    sort_problems(problems);
    return {std::move(glossary_), std::move(problems)};
  }

 private:
  void read_definition(const YamlNode& node) {
    if (!nodes_.mapping(node, {"id", "forms", "title", "text"}, {"item", "source"})) return;
    Definition definition;
    definition.id = nodes_.id(node, "id");
    definition.item = nodes_.id(node, "item");
    definition.source = nodes_.word(node, "source");
    definition.title = nodes_.message(node, "title");
    definition.text = nodes_.message(node, "text");
    definition.place = place_of(node["id"]);
    if (const auto& forms = node["forms"]; forms.present() && nodes_.mapping(forms, {"fr", "en"})) {
      definition.french = read_forms(forms, "fr");
      definition.english = read_forms(forms, "en");
    }
    glossary_.definitions.push_back(std::move(definition));
  }

  // One form can't mean two things in one language.
  std::vector<std::string> read_forms(const YamlNode& forms, std::string_view language) {
    for (const auto& node : nodes_.list(forms, language)) {
      const auto key = std::string(language) + " " + folded(node.text);
      const auto [seen, is_new] = lines_.emplace(key, node.line);
      if (!is_new)
        nodes_.error<sentences::same_form_twice>(place_of(node), node.text, seen->second);
    }
    return nodes_.words(forms, language);
  }

  void read_readings(const YamlNode& node) {
    if (!nodes_.mapping(node, {"list"}, {"item", "fr", "en"})) return;
    glossary_.readings_about = nodes_.texts(node);
    for (const auto& reading : nodes_.list(node, "list"))
      if (nodes_.mapping(reading, {"title", "publisher", "address"}))
        glossary_.readings.push_back({nodes_.word(reading, "title"),
                                      nodes_.word(reading, "publisher"),
                                      nodes_.word(reading, "address")});
  }

  NodeReader nodes_;
  Glossary glossary_;
  std::map<std::string, int> lines_;  // of the forms
};

}  // namespace

GlossaryReading read_glossary(std::string_view bytes, const std::string& file) {
  const auto root = read_tree(bytes, file);
  if (!root) return {{}, {root.error()}};
  GlossaryReader reader(file);
  reader.read(*root);
  return reader.finish();
}

}  // namespace digue::sheet
