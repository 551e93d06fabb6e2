// Many of one kind in a short time: the stretches of time in which unusually many different things
// (machines, services, archives) were acted upon, and whether that is a habit.
#pragma once
#include <cstddef>
#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include "detect/scene.h"

namespace digue::detect {

// Something was acted upon.
struct Moment {
  Instant time;             // known
  std::uint32_t index = 0;  // of the event
  std::string thing;        // what was acted upon, in the form that compares
  std::string habit = {};  // the same with what changes from day to day taken out; `thing` if empty
};

struct Burst {
  std::vector<std::uint32_t> indexes;  // of events, in time order
  std::set<std::string> things;
  std::set<std::string> habits;
  Instant first, last;
};

// Puts the moments in time order and finds the stretches: within any of them, `fewest` different
// things or more stand in `span` milliseconds.  Those that overlap are one.
std::vector<Burst> bursts_of(const Scene& scene, std::vector<Moment> moments, std::int64_t span,
                             std::size_t fewest);

// Habits: on so many other days, a burst had at least half of the same things.  A pool of desktops
// that stops each evening, a backup that makes its archives each night.  Days after count too: an
// attack does not come back every night, and a habit has a first night.
inline constexpr std::size_t burst_habit_days = 3;
// Takes out the bursts that are a habit.
void leave_out_habits(std::vector<Burst>& bursts);

}  // namespace digue::detect
