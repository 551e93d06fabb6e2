// Two inbox rules of exactly one name in one mailbox: an intruder may hide one behind the other.
// Where one export numbers both they are told apart; the same rule in two exports, which may number
// it otherwise, stays one.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "detect/scene.h"

namespace digue::detect {

// The records of one rule, or of one of several that share its name.
struct RuleRecords {
  std::vector<std::uint32_t> records;  // in the order given
  std::string twin;                    // what the rule does; "" when it is alone of its name
};

// Parts the records of one mailbox that a name joins into the rules that one export tells apart.  A
// record of another export, or an event, goes to the rule that it agrees with best; an event that
// agrees with several as well goes to each of them.
std::vector<RuleRecords> told_apart(const Scene& scene, const std::vector<std::uint32_t>& records);

}  // namespace digue::detect
