// Adds up the sign-ins of a scene: by place, by hour of the week, journeys and streaks of failures.
#pragma once
#include <functional>

#include "base/time.h"
#include "detect/scene.h"
#include "finding/sign_in_counts.h"

namespace digue::detect {

// Which sign-ins count: by account (lower case) and moment.
using CountedSignIns = std::function<bool(std::string_view account, Instant time)>;

// People's sign-ins alone, dated, that succeeded or failed.  `zone` is that of the hours.  The
// intruder's are those tied to what the scene holds of them.
finding::SignInCounts count_sign_ins(const Scene& scene, const Zone& zone,
                                     const CountedSignIns& counted);

}  // namespace digue::detect
