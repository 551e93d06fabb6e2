// Two further shapes of session theft, which need no session id in the records:
// - twins: two sign-ins of one account within 30 seconds, from two operators, one of them strange;
// - a relay: one authentication request that gives 0, 50140 and 50074, as a look-alike page that
//   passes everything on makes it, from a strange address.
// Both are ordinary in themselves; they are told when the strange end has signs of its own.
#pragma once
#include <set>
#include <utility>
#include <vector>

#include "detect/detector.h"

namespace digue::detect {

// Accounts with the addresses already blamed for them.
using Blamed = std::set<std::pair<event::Symbol, event::Symbol>>;

void find_twins(const Detector& detector, const Scene& scene, Blamed& blamed,
                std::vector<finding::Finding>& findings);
void find_relays(const Detector& detector, const Scene& scene, Blamed& blamed,
                 std::vector<finding::Finding>& findings);

}  // namespace digue::detect
