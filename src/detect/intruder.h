// What is held to be the intruder's, out of the findings: sessions, addresses, tokens, devices and
// applications, and when they were active on which account.
//
// A finding that is malicious in itself (seeds_intruder) gives its pivots and acts.  Events tied to
// a proven pivot give more: the other addresses of a stolen session, the other sessions of an
// intruder's address.  What would accuse the innocent is left out:
//   - the provider's own addresses, private ones and the organisation's known networks;
//   - an address that several accounts used day after day before the first malicious act (an
//     office);
//   - an address that the account's owner used for long before; a stolen session is shared, and
//     its owner's acts from there are tied by nothing.
#pragma once
#include <span>
#include <vector>

#include "detect/detector.h"
#include "detect/scene.h"

namespace digue::detect {

Intruder find_intruder(const Scene& scene, std::span<const finding::Finding> findings);

// Runs every detector, makes the intruder out of what they found, and runs those again to whom the
// intruder makes a difference, until there are none (max_rounds at most).  `findings` is replaced,
// tidied and in the order of output; scene.intruder is the last one.
void run_rounds(Scene& scene, std::vector<finding::Finding>& findings);
inline constexpr int max_rounds = 4;

// As run_rounds, over the given detectors.
void run_rounds(Scene& scene, std::span<const Detector* const> detectors,
                std::vector<finding::Finding>& findings);

}  // namespace digue::detect
