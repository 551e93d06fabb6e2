#include "detect/tied_events.h"

#include <algorithm>
#include <charconv>

#include "base/text.h"
#include "detect/draft.h"
#include "detect/provider_network.h"

namespace digue::detect {

std::map<std::string, TiedEvents> tied_events(const Scene& scene,
                                              std::span<const event::Action> actions) {
  std::map<event::Symbol, TiedEvents> by_symbol;
  for (const auto action : actions)
    for (const auto index : scene.of(action)) {
      const auto tie = scene.tie(scene.event(index));
      if (tie == Tie::none) continue;
      auto& tied = by_symbol[scene.event(index).account];
      tied.events.push_back(index);
      if (tie == Tie::proven) ++tied.proven;
    }
  std::map<std::string, TiedEvents> by_account;
  for (auto& [account, tied] : by_symbol) {
    if (is_system(scene.text(account))) continue;
    scene.put_in_order(tied.events);
    by_account.emplace(scene.text(account), std::move(tied));
  }
  return by_account;
}

bool is_background(const Scene& scene, const event::Event& event) {
  if (event.session != event::no_symbol) return false;
  return event.address == event::no_symbol || is_provider_address(scene.text(event.address));
}

std::uint64_t counted(const Scene& scene, const event::Event& event, std::string_view name,
                      std::uint64_t otherwise) {
  const auto text = trimmed(scene.trail.detail(event, name));
  std::uint64_t count = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), count);
  return read.ec == std::errc{} ? count : otherwise;
}

std::vector<std::string> values_of(const Scene& scene, std::span<const std::uint32_t> events,
                                   std::string_view name, std::size_t cap) {
  std::vector<std::string> values;
  for (const auto index : events)
    for (const auto value : scene.trail.all_details(scene.event(index), name)) {
      if (values.size() >= cap) return values;
      if (!value.empty() && std::find(values.begin(), values.end(), value) == values.end())
        values.emplace_back(value);
    }
  return values;
}

}  // namespace digue::detect
