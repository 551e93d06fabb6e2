#include "detect/scene.h"

#include <algorithm>
#include <tuple>

#include "base/text.h"

namespace digue::detect {

// Equal times are ordered by record id, so that the order of rows in the files never shows.
static auto order_of(const event::Event& event) {
  return std::tuple(event.time, event.id);
}

static void index_events(Scene& scene) {
  const auto& events = scene.trail.events;
  std::vector<std::uint32_t> order(events.size());
  for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
  std::sort(order.begin(), order.end(),
            [&](auto a, auto b) { return order_of(events[a]) < order_of(events[b]); });
  scene.by_action.resize(static_cast<std::size_t>(event::Action::mailbox_audit_state) + 1);
  for (const auto index : order) {
    const auto& event = events[index];
    scene.by_action[static_cast<std::size_t>(event.action)].push_back(index);
    scene.has_family[static_cast<std::size_t>(event.family)] = true;
    if (!event.time.known()) continue;
    scene.by_time.push_back(index);
    if (event.account != event::no_symbol) scene.by_account[event.account].push_back(index);
  }
}

Scene make_scene(const event::Trail& trail, const organisation::Organisation& organisation,
                 const Sites& sites) {
  Scene scene{trail, {}, {}, {}, organisation, organisation.domains, false, sites, {}, {}, {}};
  index_events(scene);
  return scene;
}

static const Intruder::Mark* mark_of(const std::unordered_map<event::Symbol, Intruder::Mark>& marks,
                                     event::Symbol symbol) {
  const auto found = symbol == event::no_symbol ? marks.end() : marks.find(symbol);
  return found == marks.end() ? nullptr : &found->second;
}

static bool inside_window(const Intruder& intruder, const event::Event& event) {
  const auto windows = intruder.windows.find(event.account);
  if (windows == intruder.windows.end()) return false;
  return std::any_of(windows->second.begin(), windows->second.end(), [&](const auto& window) {
    return window.from <= event.time && event.time <= window.to;
  });
}

Tie Scene::tie(const event::Event& event) const {
  Tie strongest = Tie::none;
  for (const auto* mark :
       {mark_of(intruder.sessions, event.session), mark_of(intruder.addresses, event.address),
        mark_of(intruder.tokens, event.token), mark_of(intruder.devices, event.device),
        mark_of(intruder.applications, event.application)}) {
    if (mark == nullptr) continue;
    if (mark->certainty == finding::Pivot::Certainty::proven) return Tie::proven;
    strongest = Tie::probable;
  }
  if (strongest == Tie::none && event.time.known() && inside_window(intruder, event))
    return Tie::probable;
  return strongest;
}

bool Scene::own_domain(std::string_view mail_address) const {
  const auto at = mail_address.rfind('@');
  const auto domain = at == std::string_view::npos ? mail_address : mail_address.substr(at + 1);
  return std::any_of(own_domains.begin(), own_domains.end(),
                     [&](const auto& own) { return equal_ignoring_case(own, domain); });
}

}  // namespace digue::detect
