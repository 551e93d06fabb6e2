// What every text that a regular expression is found in contains.
#pragma once
#include <string>
#include <string_view>

namespace digue::detect::sigma {

// The longest run of plain letters that it can't do without, as written; empty when there is none,
// or when it cannot be told.  Of an expression that PCRE2 has compiled.
std::string required_literal(std::string_view expression);

}  // namespace digue::detect::sigma
