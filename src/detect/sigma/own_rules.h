// The rules that the product carries (rules/ of the source tree), and what it adds to them: their
// French sentences, and the items of the sheets that a match answers with "yes" (rules/words.yaml).
//
// Constant once loaded, at the first call; threads may share all of it.
#pragma once
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/sentence.h"
#include "detect/sigma/loading.h"

namespace digue::detect::sigma {

struct EmbeddedFile {
  std::string_view name;  // "rules/windows/security-log-cleared.yml"
  std::string_view bytes;
};
// As the build put them into the program, in the order of their names.
std::span<const EmbeddedFile> embedded_files();

// Hands all of them to the loader.
void add_own_rules(Loader& loader);
// All of them, ready to be asked.
const Loaded& own_rules();

// What is added to the rule, or correlation, of that id.
struct OwnWords {
  std::string title, description;  // in French
  std::vector<std::string> items;  // "ransomware/2.b.2"
};
// nullptr when the rule is somebody else's.
const OwnWords* own_words(std::string_view id);

// In both languages when the rule is ours; somebody else's is told as it is written.
template <class RuleOrCorrelation>
Message title_of(const RuleOrCorrelation& rule) {
  const OwnWords* words = own_words(rule.id);
  return {words != nullptr ? words->title : rule.title, rule.title};
}
template <class RuleOrCorrelation>
Message description_of(const RuleOrCorrelation& rule) {
  const OwnWords* words = own_words(rule.id);
  return {words != nullptr ? words->description : rule.description, rule.description};
}
std::vector<std::string> items_of(std::string_view id);

}  // namespace digue::detect::sigma
