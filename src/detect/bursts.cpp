#include "detect/bursts.h"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <tuple>

namespace digue::detect {

namespace {

// Slides over moments in time order, and says for each whether it ends a crowded stretch.
class Window {
 public:
  Window(const std::vector<Moment>& moments, std::int64_t span) : moments_(moments), span_(span) {}

  // How many different things stand between begin() and `end`.
  std::size_t things_up_to(std::size_t end) {
    ++counts_[moments_[end].thing];
    while (moments_[end].time - moments_[begin_].time > span_) forget(moments_[begin_++].thing);
    return counts_.size();
  }
  std::size_t begin() const { return begin_; }

 private:
  void forget(const std::string& thing) {
    const auto found = counts_.find(thing);
    if (--found->second == 0) counts_.erase(found);
  }

  const std::vector<Moment>& moments_;
  std::int64_t span_;
  std::map<std::string_view, std::size_t> counts_;
  std::size_t begin_ = 0;
};

Burst burst_of(const std::vector<Moment>& moments, std::size_t begin, std::size_t end) {
  Burst burst;
  for (auto i = begin; i < end; ++i) {
    burst.indexes.push_back(moments[i].index);
    burst.things.insert(moments[i].thing);
    burst.habits.insert(moments[i].habit.empty() ? moments[i].thing : moments[i].habit);
  }
  burst.first = moments[begin].time;
  burst.last = moments[end - 1].time;
  return burst;
}

bool resembles(const Burst& burst, const Burst& other) {
  const auto shared = std::count_if(burst.habits.begin(), burst.habits.end(),
                                    [&](const auto& one) { return other.habits.contains(one); });
  return static_cast<std::size_t>(shared) * 2 >= burst.habits.size();
}

}  // namespace

std::vector<Burst> bursts_of(const Scene& scene, std::vector<Moment> moments, std::int64_t span,
                             std::size_t fewest) {
  const auto rank = [&](const Moment& moment) {
    return std::tuple(moment.time, scene.event(moment.index).id, std::string_view(moment.thing));
  };
  std::sort(moments.begin(), moments.end(),
            [&](const Moment& a, const Moment& b) { return rank(a) < rank(b); });
  std::vector<Burst> bursts;
  Window window(moments, span);
  std::size_t begin = 0, end = 0;  // of the stretch that is open
  for (std::size_t i = 0; i < moments.size(); ++i) {
    if (window.things_up_to(i) < fewest) continue;
    if (end != 0 && window.begin() >= end) {
      bursts.push_back(burst_of(moments, begin, end));
      end = 0;
    }
    if (end == 0) begin = window.begin();
    end = i + 1;
  }
  if (end != 0) bursts.push_back(burst_of(moments, begin, end));
  return bursts;
}

void leave_out_habits(std::vector<Burst>& bursts) {
  std::vector<Burst> kept;
  for (const auto& burst : bursts) {
    std::set<std::int64_t> days;  // others, on which it was so
    for (const auto& other : bursts) {
      const auto apart = burst.first - other.first;
      if (std::abs(apart) >= day_ms / 2 && resembles(burst, other))
        days.insert(other.first.milliseconds / day_ms);
    }
    if (days.size() < burst_habit_days) kept.push_back(burst);
  }
  bursts = std::move(kept);
}

}  // namespace digue::detect
