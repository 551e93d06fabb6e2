// Slows down who tries passwords: after a few failures of one key (an address, a name), each next
// try must wait longer.  Bounded: the oldest keys are forgotten.  Thread-safe.
#pragma once
#include <cstdint>
#include <map>
#include <mutex>
#include <string>

#include "base/time.h"

namespace digue::server {

inline constexpr std::size_t max_throttled = 10'000;
inline constexpr std::int64_t throttle_forgets_ms = hour_ms;

class Throttle {
 public:
  // `free`: failures before the first wait; each one more doubles it, from a second to
  // `longest_ms`.
  Throttle(unsigned free, std::int64_t longest_ms) : free_(free), longest_ms_(longest_ms) {}

  // Milliseconds to wait before the next try; 0: now.
  std::int64_t wait(const std::string& key, Instant now) const;
  void failed(const std::string& key, Instant now);
  void succeeded(const std::string& key);

 private:
  struct Failures {
    unsigned count = 0;
    Instant last;
  };
  void forget_one(Instant now);

  mutable std::mutex mutex_;
  std::map<std::string, Failures> failures_;
  unsigned free_;
  std::int64_t longest_ms_;
};

}  // namespace digue::server
