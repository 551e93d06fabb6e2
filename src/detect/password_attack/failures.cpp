#include "detect/password_attack/failures.h"

#include <algorithm>
#include <unordered_map>

namespace digue::detect {

using event::Event;
using event::Symbol;

bool is_password_failure(const Event& event) {
  const auto code = event.error_code;
  return code == 50126 || code == 50053 || code == 50055 || code == 50056;
}

Symbol key_of(const Event& event, GroupBy by) {
  switch (by) {
    case GroupBy::account:
      return event.account;
    case GroupBy::address:
      return event.address;
    case GroupBy::agent:
      return event.agent;
  }
  return event::no_symbol;
}

static std::vector<Group> grouped(const Scene& scene, GroupBy by) {
  std::unordered_map<Symbol, std::size_t> index_of;
  std::vector<Group> groups;
  for (const auto index : scene.of(event::Action::sign_in)) {
    const auto& event = scene.event(index);
    const auto key = key_of(event, by);
    if (!is_password_failure(event) || !event.time.known() || key == event::no_symbol) continue;
    if (event.account == event::no_symbol) continue;
    const auto [entry, is_new] = index_of.try_emplace(key, groups.size());
    if (is_new) groups.push_back({key, {}, {}});
    groups[entry->second].events.push_back(index);
  }
  return groups;
}

// Counts the distinct accounts that slide through a stretch of time.
class AccountsInside {
 public:
  explicit AccountsInside(const Scene& scene) : times_(scene.trail.symbols.size()) {}

  void enter(Symbol account) { count_ += times_[account]++ == 0 ? 1 : 0; }
  void leave(Symbol account) { count_ -= --times_[account] == 0 ? 1 : 0; }
  std::size_t count() const { return count_; }

 private:
  std::vector<std::uint32_t> times_;  // by symbol
  std::size_t count_ = 0;
};

// Leaves nobody inside.
static std::size_t most_accounts_within(const Scene& scene,
                                        const std::vector<std::uint32_t>& events,
                                        std::int64_t length, AccountsInside& inside) {
  std::size_t most = 0, first = 0;
  for (const auto index : events) {
    inside.enter(scene.event(index).account);
    while (scene.event(index).time - scene.event(events[first]).time > length)
      inside.leave(scene.event(events[first++]).account);
    most = std::max(most, inside.count());
  }
  while (first < events.size()) inside.leave(scene.event(events[first++]).account);
  return most;
}

std::size_t most_events_within(const Scene& scene, const std::vector<std::uint32_t>& events,
                               std::int64_t length) {
  std::size_t most = 0, first = 0;
  for (std::size_t last = 0; last < events.size(); ++last) {
    while (scene.event(events[last]).time - scene.event(events[first]).time > length) ++first;
    most = std::max(most, last - first + 1);
  }
  return most;
}

static std::vector<Symbol> accounts_of(const Scene& scene,
                                       const std::vector<std::uint32_t>& events) {
  std::vector<Symbol> accounts;
  for (const auto index : events) accounts.push_back(scene.event(index).account);
  std::sort(accounts.begin(), accounts.end());
  accounts.erase(std::unique(accounts.begin(), accounts.end()), accounts.end());
  return accounts;
}

PasswordFailures::PasswordFailures(const Scene& scene) {
  AccountsInside inside(scene);
  for (const auto by : {GroupBy::account, GroupBy::address, GroupBy::agent}) {
    auto& groups = groups_[static_cast<std::size_t>(by)] = grouped(scene, by);
    const auto window = by == GroupBy::agent ? agent_window : spray_window;
    for (auto& group : groups) {
      group.accounts = accounts_of(scene, group.events);
      group.busiest = by == GroupBy::account
                          ? most_events_within(scene, group.events, guessing_window)
                          : most_accounts_within(scene, group.events, window, inside);
    }
  }
}

}  // namespace digue::detect
