// Wrong passwords, as error codes tell: an interrupt, a consent or a prompt is none.
#pragma once
#include <cstdint>
#include <vector>

#include "detect/scene.h"

namespace digue::detect {

// 50126 wrong password, 50053 locked, 50055 expired (and right), 50056 none set.
bool is_password_failure(const event::Event& event);

// Events grouped by one thing they share, in time order.
struct Group {
  event::Symbol key = event::no_symbol;
  std::vector<std::uint32_t> events;
};
enum class GroupBy : std::uint8_t { account, address, agent };
event::Symbol key_of(const event::Event& event, GroupBy by);
// Password failures with a known time, account and key; groups in the order of their first event.
std::vector<Group> password_failures(const Scene& scene, GroupBy by);

// The most of distinct accounts, or of events, within any stretch of `length`.
std::size_t most_accounts_within(const Scene& scene, const std::vector<std::uint32_t>& events,
                                 std::int64_t length);
std::size_t most_events_within(const Scene& scene, const std::vector<std::uint32_t>& events,
                               std::int64_t length);
std::size_t distinct_accounts(const Scene& scene, const std::vector<std::uint32_t>& events);

}  // namespace digue::detect
