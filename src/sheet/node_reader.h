// Reads the nodes of one sheet file, and gathers every problem rather than stopping at the first.
// What can't be read comes back empty, with its problem noted.  Not thread-safe.
#pragma once
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/yaml.h"
#include "sheet/problem.h"
#include "sheet/text.h"

namespace digue::sheet {

inline constexpr std::size_t max_text_bytes = 2000;
inline constexpr std::size_t max_list_items = 1000;

inline Place place_of(const YamlNode& node) {
  return {node.line, node.column};
}

class NodeReader {
 public:
  using Keys = std::initializer_list<std::string_view>;

  explicit NodeReader(std::string file) : file_(std::move(file)) {}

  template <const Sentence& sentence, class... Arguments>
  void error(Place place, Arguments&&... arguments) {
    note(Problem::Level::error, place, tell<sentence>(std::forward<Arguments>(arguments)...));
  }
  template <const Sentence& sentence, class... Arguments>
  void warn(Place place, Arguments&&... arguments) {
    note(Problem::Level::warning, place, tell<sentence>(std::forward<Arguments>(arguments)...));
  }

  // False when it is no mapping; unknown and missing keys are noted.
  bool mapping(const YamlNode& node, Keys required, Keys optional = {});
  // The items of a list; none when the key is absent.
  std::span<const YamlNode> list(const YamlNode& mapping, std::string_view key);
  // One line of text that is not prose: a name, an id, a word.
  std::string word(const YamlNode& mapping, std::string_view key);
  std::vector<std::string> words(const YamlNode& mapping, std::string_view key);
  bool flag(const YamlNode& mapping, std::string_view key);
  // A whole number from 1 to 1000; 0 when the key is absent.
  int count(const YamlNode& mapping, std::string_view key);
  std::string date(const YamlNode& mapping, std::string_view key);
  // An id, checked for its shape; empty when the key is absent.
  std::string id(const YamlNode& mapping, std::string_view key);
  std::string id_of(const YamlNode& node);
  // The texts under `fr` and `en` of a mapping, which may hold other keys too.
  Message texts(const YamlNode& node);
  // The same, of the mapping under a key; empty when the key is absent.
  Message message(const YamlNode& mapping, std::string_view key);

  // From here on every text is in this language alone, and stands for both; it may be written
  // without its key.
  void speak_only(Language language) { only_ = language; }
  std::optional<Language> only() const { return only_; }

  // The words of a sentence beyond which it is a warning, from here on.
  void limit_sentences(std::size_t words) { sentence_words_ = words; }

  // What a word of the format stands for; noted, and nothing, when it is none of them.
  template <class Names>
  auto named(const YamlNode& node, const Names& names) {
    const auto value = names.named(node.text);
    if (!value) refuse_word(node, {names.words.begin(), names.words.end()});
    return value;
  }
  template <class Names, class Enumeration>
  Enumeration one_of(const YamlNode& mapping, std::string_view key, const Names& names,
                     Enumeration fallback) {
    const auto& node = mapping[key];
    return node.present() ? named(node, names).value_or(fallback) : fallback;
  }

  const std::string& file() const { return file_; }
  std::vector<Problem> take_problems() { return std::move(problems_); }

 private:
  void note(Problem::Level level, Place place, Message message);
  void refuse_word(const YamlNode& node, const std::vector<std::string>& words);
  std::string prose(const YamlNode& node, Place place, const Sentence& language);
  Message prose_of_one(const YamlNode& node, Place place);
  void check_prose(const YamlNode& node, const Sentence& language);

  std::string file_;
  std::vector<Problem> problems_;
  std::optional<Language> only_;
  std::size_t sentence_words_ = max_sentence_words;
};

}  // namespace digue::sheet
