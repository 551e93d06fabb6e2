#include "sheet/node_reader.h"

#include <algorithm>

#include "base/number.h"
#include "base/text.h"
#include "sheet/sentences.h"

namespace digue::sheet {

// A file of mistakes must not fill the memory with messages.
static constexpr std::size_t max_problems = 1000;

void NodeReader::note(Problem::Level level, Place place, Message message) {
  if (problems_.size() < max_problems)
    problems_.push_back({level, file_, place, std::move(message)});
}

bool NodeReader::mapping(const YamlNode& node, Keys required, Keys optional) {
  if (node.kind != YamlNode::Kind::mapping) {
    error<sentences::need_mapping>(place_of(node));
    return false;
  }
  const auto known = [&](std::string_view key) {
    return std::find(required.begin(), required.end(), key) != required.end() ||
           std::find(optional.begin(), optional.end(), key) != optional.end();
  };
  for (const auto& [key, value] : node.members)
    if (!known(key.text)) error<sentences::unknown_key>(place_of(key), key.text);
  for (const auto key : required)
    if (!node[key].present()) error<sentences::missing_key>(place_of(node), key);
  return true;
}

std::span<const YamlNode> NodeReader::list(const YamlNode& mapping, std::string_view key) {
  const auto& node = mapping[key];
  if (!node.present()) return {};
  if (node.kind != YamlNode::Kind::list) {
    error<sentences::need_list>(place_of(node));
    return {};
  }
  if (node.items.size() <= max_list_items) return node.items;
  error<sentences::too_many>(place_of(node), node.items.size(), max_list_items);
  return {};
}

std::string NodeReader::word(const YamlNode& mapping, std::string_view key) {
  const auto& node = mapping[key];
  if (!node.present()) return {};
  if (!node.is_text() || node.text.empty()) {
    error<sentences::need_text>(place_of(node));
    return {};
  }
  if (node.text.size() > max_text_bytes)
    error<sentences::too_long>(place_of(node), node.text.size(), max_text_bytes);
  if (has_control(node.text)) error<sentences::control_character>(place_of(node));
  return node.text;
}

std::vector<std::string> NodeReader::words(const YamlNode& mapping, std::string_view key) {
  std::vector<std::string> out;
  for (const auto& item : list(mapping, key)) {
    if (item.is_text() && !item.text.empty())
      out.push_back(item.text);
    else
      error<sentences::need_text>(place_of(item));
  }
  return out;
}

bool NodeReader::flag(const YamlNode& mapping, std::string_view key) {
  const auto& node = mapping[key];
  if (node.present() && node.text != "yes" && node.text != "no")
    error<sentences::not_yes_no>(place_of(node));
  return node.text == "yes";
}

int NodeReader::count(const YamlNode& mapping, std::string_view key) {
  static constexpr int largest = 1000;
  const auto& node = mapping[key];
  if (!node.present()) return 0;
  const auto value = whole_number<int>(node.text);
  if (!value || *value < 1 || *value > largest) error<sentences::not_a_count>(place_of(node));
  return value.value_or(0);
}

std::string NodeReader::date(const YamlNode& mapping, std::string_view key) {
  const auto& node = mapping[key];
  if (!node.present()) return {};
  const auto& text = node.text;
  bool well_formed = text.size() == 10;
  for (std::size_t i = 0; well_formed && i < text.size(); ++i)
    well_formed = i == 4 || i == 7 ? text[i] == '-' : text[i] >= '0' && text[i] <= '9';
  if (!well_formed) error<sentences::not_a_date>(place_of(node));
  return text;
}

static bool is_ascii_word(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

std::string NodeReader::id_of(const YamlNode& node) {
  if (!node.is_text()) {
    error<sentences::need_text>(place_of(node));
    return {};
  }
  const auto allowed = [](char c) { return is_ascii_word(c) || c == '.' || c == '-' || c == '/'; };
  const auto& text = node.text;
  const bool good = !text.empty() && text.size() <= 80 && is_ascii_word(text[0]) &&
                    std::all_of(text.begin(), text.end(), allowed);
  if (!good) error<sentences::bad_id>(place_of(node), text.substr(0, 80));
  return good ? text : std::string();
}

std::string NodeReader::id(const YamlNode& mapping, std::string_view key) {
  const auto& node = mapping[key];
  return node.present() ? id_of(node) : std::string();
}

Message NodeReader::texts(const YamlNode& node) {
  const auto& french = node["fr"];
  const auto& english = node["en"];
  if (only_) return prose_of_one(*only_ == Language::french ? french : english, place_of(node));
  return {french_spaced(prose(french, place_of(node), sentences::french_word)),
          prose(english, place_of(node), sentences::english_word)};
}

Message NodeReader::prose_of_one(const YamlNode& node, Place place) {
  const bool french = only_ == Language::french;
  const auto text = prose(node, place, french ? sentences::french_word : sentences::english_word);
  return as_message(french ? french_spaced(text) : text);
}

Message NodeReader::message(const YamlNode& mapping, std::string_view key) {
  const auto& node = mapping[key];
  if (only_ && node.is_text()) return prose_of_one(node, place_of(node));
  if (!node.present() || !this->mapping(node, {}, {"fr", "en"})) return {};
  return texts(node);
}

std::string NodeReader::prose(const YamlNode& node, Place place, const Sentence& language) {
  if (!node.present() || !node.is_text() || trimmed(node.text).empty()) {
    const auto at = node.present() ? place_of(node) : place;
    error<sentences::missing_language>(at, compose(language, {}));
    return {};
  }
  check_prose(node, language);
  return std::string(trimmed(node.text));
}

void NodeReader::check_prose(const YamlNode& node, const Sentence& language) {
  const auto place = place_of(node);
  if (node.plain) error<sentences::unquoted_prose>(place);
  if (node.text.size() > max_text_bytes)
    error<sentences::too_long>(place, node.text.size(), max_text_bytes);
  if (has_control(node.text)) error<sentences::control_character>(place);
  if (&language == &sentences::french_word && node.text.find('\'') != std::string::npos)
    warn<sentences::straight_apostrophe>(place);
  if (const auto count = longest_sentence(node.text); count > sentence_words_)
    warn<sentences::long_sentence>(place, compose(language, {}), count, sentence_words_);
}

void NodeReader::refuse_word(const YamlNode& node, const std::vector<std::string>& words) {
  error<sentences::not_one_of>(place_of(node), node.text.substr(0, 80), join(words, ", "));
}

}  // namespace digue::sheet
