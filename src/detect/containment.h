// Does the containment hold?  Whether anything that is held to be the intruder's succeeded after
// the moment when it was made.
//
// Refuted by one success of a proven mark (session, address, token, device, application), in a
// sign-in or in an act.  Held ("no") only when both the sign-ins and the audit log reach beyond
// that moment without a hole and show none; the intruder's failures since then are expected, and
// listed (50173: the token was revoked; 50057: the account is blocked).  Anything else is unknown.
#pragma once
#include <optional>
#include <vector>

#include "detect/scene.h"
#include "finding/finding.h"

namespace digue::detect {

// What one kind of export covers.
struct Reach {
  Instant first, last;  // unknown when it was not given, or holds nothing dated
  std::vector<finding::Gap> gaps;
};

struct Containment {
  finding::Answer answer;                   // mail-account/end; yes: there is something to act on
  std::optional<finding::Finding> finding;  // when refuted: the rows
};

// Shorter than this after the containment, silence says nothing.
inline constexpr std::int64_t shortest_watch = hour_ms;

// To be called once the intruder is found.  scene.contained may be unknown: so is the answer.
Containment check_containment(const Scene& scene, const Reach& sign_ins, const Reach& audit_log);

}  // namespace digue::detect
