// Events of some actions that are tied to the intruder, by account.
#pragma once
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "detect/scene.h"

namespace digue::detect {

struct TiedEvents {
  std::vector<std::uint32_t> events;  // in time order
  std::size_t proven = 0;             // how many of them are tied for sure

  Tie strongest() const {
    return proven > 0 ? Tie::proven : events.empty() ? Tie::none : Tie::probable;
  }
};

// Keyed by the account that acted; accounts of the platform itself are left out.
std::map<std::string, TiedEvents> tied_events(const Scene& scene,
                                              std::span<const event::Action> actions);

// The platform did it on its own: no session, and its own address or none.
bool is_background(const Scene& scene, const event::Event& event);

// A detail that counts ("Items"); `otherwise` when the record does not say.
std::uint64_t counted(const Scene& scene, const event::Event& event, std::string_view name,
                      std::uint64_t otherwise);

// The values of that detail over the events, each once, in time order; `cap` at most.
std::vector<std::string> values_of(const Scene& scene, std::span<const std::uint32_t> events,
                                   std::string_view name, std::size_t cap);

}  // namespace digue::detect
