// The condition of a rule: which of its searches must hold.
//
//   selection and not 1 of filter_*        all of them        (a or b) and 2 of c*
//
// An immutable tree.  Source: the Sigma specification 2.1.0, "Condition".
#pragma once
#include <cstdint>
#include <string>
#include <tl/expected.hpp>
#include <vector>

#include "detect/sigma/rule.h"

namespace digue::detect::sigma {

struct Expression {
  // at_least: so many of the children hold.
  enum class Kind : std::uint8_t { search, negation, at_least };
  Kind kind = Kind::search;
  std::size_t search = 0;  // index in Detections::searches
  std::size_t count = 0;
  std::vector<Expression> children;

  static Expression of_search(std::size_t index);
  static Expression not_of(Expression child);
  static Expression at_least(std::size_t count, std::vector<Expression> children);
  static Expression all_of(std::vector<Expression> children);
  static Expression any_of(std::vector<Expression> children);
};

// What all the conditions together ask: any of them.
tl::expected<Expression, Message> parse_conditions(const Detections& detections);

}  // namespace digue::detect::sigma
