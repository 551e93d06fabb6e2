// Wrong passwords, as error codes tell: an interrupt, a consent or a prompt is none.
#pragma once
#include <array>
#include <cstdint>
#include <vector>

#include "detect/scene.h"

namespace digue::detect {

// 50126 wrong password, 50053 locked, 50055 expired (and right), 50056 none set.
bool is_password_failure(const event::Event& event);

enum class GroupBy : std::uint8_t { account, address, agent };
event::Symbol key_of(const event::Event& event, GroupBy by);

// Events grouped by one thing they share, in time order.
struct Group {
  event::Symbol key = event::no_symbol;
  std::vector<std::uint32_t> events;
  std::vector<event::Symbol> accounts;  // sorted, each once
  // The most, within the time that GroupBy gives, of tries (of one account) or of distinct accounts
  // (tried by one source).
  std::size_t busiest = 0;
};
constexpr std::int64_t guessing_window = 10 * minute_ms;
constexpr std::int64_t spray_window = 20 * minute_ms;
constexpr std::int64_t agent_window = 60 * minute_ms;  // scripts that change address at each try

// Password failures with a known time, account and key; groups in the order of their first event.
class PasswordFailures {
 public:
  explicit PasswordFailures(const Scene& scene);
  const std::vector<Group>& by(GroupBy by) const { return groups_[static_cast<std::size_t>(by)]; }

 private:
  std::array<std::vector<Group>, 3> groups_;
};

// The most events within any stretch of `length`.
std::size_t most_events_within(const Scene& scene, const std::vector<std::uint32_t>& events,
                               std::int64_t length);

}  // namespace digue::detect
