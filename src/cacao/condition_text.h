// Conditions of a sheet as tests on the variables of a playbook.  Pure; thread-safe.
#pragma once
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "sheet/rule.h"
#include "sheet/sheet.h"

namespace digue::cacao {

struct Test {
  enum class Kind : std::uint8_t { all, any, comparison };
  Kind kind = Kind::all;
  std::vector<Test> parts;  // of all and any; all of nothing always holds, any of nothing never
  sheet::Condition::Kind about = sheet::Condition::Kind::answer;  // of a comparison: which variable
  std::string item;                                               // ...
  std::string comparison;                                         // "=", "!=", ">=", "<", "MATCHES"
  std::string value;                                              // as compared with

  bool always() const { return kind == Kind::all && parts.empty(); }
};

Test test_of(const sheet::Sheet& sheet, const sheet::Condition& condition);
// When the step is in the plan, from the rules that hide and show it.
Test shown(const sheet::Sheet& sheet, const sheet::Step& step);

// The items that a test is about.
void gather(const Test& test, sheet::Condition::Kind about, std::vector<std::string>& items);

using VariableName =
    std::function<std::string(sheet::Condition::Kind about, std::string_view item)>;
// In the grammar of STIX patterns: "(__a__:value = 'yes' OR __b__:value != 'no')".
std::string pattern_of(const Test& test, const VariableName& name);
// In three words, "__a__:value = yes", for engines that read no more; "" when it can't be said so.
// Only answers: nobody gives such an engine the rest.
std::string three_words_of(const Test& test, const VariableName& name);

}  // namespace digue::cacao
