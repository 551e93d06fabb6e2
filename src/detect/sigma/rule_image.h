// Rules and filters as they were loaded, in bytes: for another process of the same program, that
// compiles what it needs of them and reads no YAML.
//
// Not a format to keep: both sides are one program.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "detect/sigma/rule.h"

namespace digue::detect::sigma {

struct RuleBook {
  std::vector<Rule> rules;
  std::vector<Filter> filters;
};

std::string image_of(const RuleBook& book);
// Nothing when it is not whole.
std::optional<RuleBook> book_in(std::string_view image);

}  // namespace digue::detect::sigma
