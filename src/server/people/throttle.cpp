#include "server/people/throttle.h"

#include <algorithm>

namespace digue::server {

std::int64_t Throttle::wait(const std::string& key, Instant now) const {
  const std::lock_guard lock(mutex_);
  const auto found = failures_.find(key);
  if (found == failures_.end() || found->second.count < free_) return 0;
  if (now - found->second.last > throttle_forgets_ms) return 0;
  const unsigned doublings = std::min(found->second.count - free_, 20U);
  const auto delay = std::min(second_ms << doublings, longest_ms_);
  return std::max<std::int64_t>(0, delay - (now - found->second.last));
}

void Throttle::forget_one(Instant now) {
  std::erase_if(failures_,
                [&](const auto& one) { return now - one.second.last > throttle_forgets_ms; });
  if (failures_.size() < max_throttled) return;
  failures_.erase(
      std::min_element(failures_.begin(), failures_.end(),
                       [](const auto& a, const auto& b) { return a.second.last < b.second.last; }));
}

void Throttle::failed(const std::string& key, Instant now) {
  const std::lock_guard lock(mutex_);
  if (failures_.size() >= max_throttled && !failures_.contains(key)) forget_one(now);
  auto& one = failures_[key];
  if (one.count != 0 && now - one.last > throttle_forgets_ms) one.count = 0;
  ++one.count;
  one.last = now;
}

void Throttle::succeeded(const std::string& key) {
  const std::lock_guard lock(mutex_);
  failures_.erase(key);
}

}  // namespace digue::server
