#include "detect/scene.h"

#include <algorithm>
#include <tuple>

#include "base/text.h"
#include "detect/sign_ins.h"

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
  Scene scene{trail, {}, {}, {}, organisation, organisation.domains, false, sites, {}, {}, {}, {}};
  index_events(scene);
  scene.sign_ins = std::make_shared<const SignIns>(scene);
  return scene;
}

static bool has_other_reason(const std::vector<std::string>& because, std::string_view but_for) {
  return std::any_of(because.begin(), because.end(),
                     [&](const auto& finding) { return finding != but_for; });
}

static Tie tie_by(const std::unordered_map<event::Symbol, Intruder::Mark>& marks,
                  event::Symbol symbol, std::string_view but_for) {
  if (symbol == event::no_symbol) return Tie::none;
  const auto found = marks.find(symbol);
  if (found == marks.end() || !has_other_reason(found->second.because, but_for)) return Tie::none;
  return found->second.certainty == finding::Pivot::Certainty::proven ? Tie::proven : Tie::probable;
}

static bool inside_window(const Intruder& intruder, const event::Event& event,
                          std::string_view but_for) {
  const auto windows = intruder.windows.find(event.account);
  if (!event.time.known() || windows == intruder.windows.end()) return false;
  return std::any_of(windows->second.begin(), windows->second.end(), [&](const auto& window) {
    return window.from <= event.time && event.time <= window.to &&
           has_other_reason(window.because, but_for);
  });
}

static bool holds(const std::unordered_map<event::Symbol, std::unordered_set<event::Symbol>>& own,
                  event::Symbol account, event::Symbol symbol) {
  const auto found = own.find(account);
  return symbol != event::no_symbol && found != own.end() && found->second.contains(symbol);
}

bool Intruder::is_owners(const event::Event& event) const {
  if (holds(own_addresses, event.account, event.address)) return true;
  return !addresses.contains(event.address) && holds(own_agents, event.account, event.agent);
}

Tie Scene::tie(const event::Event& event, std::string_view but_for) const {
  if (intruder.empty()) return Tie::none;
  const Tie by_thing = std::max(tie_by(intruder.devices, event.device, but_for),
                                tie_by(intruder.applications, event.application, but_for));
  Tie by_place = std::max({tie_by(intruder.sessions, event.session, but_for),
                           tie_by(intruder.tokens, event.token, but_for),
                           tie_by(intruder.addresses, event.address, but_for)});
  if (by_place == Tie::none && inside_window(intruder, event, but_for)) by_place = Tie::probable;
  if (by_place <= by_thing || intruder.is_owners(event)) return by_thing;
  return by_place;
}

bool Scene::own_domain(std::string_view mail_address) const {
  const auto at = mail_address.rfind('@');
  const auto domain = at == std::string_view::npos ? mail_address : mail_address.substr(at + 1);
  return std::any_of(own_domains.begin(), own_domains.end(),
                     [&](const auto& own) { return equal_ignoring_case(own, domain); });
}

}  // namespace digue::detect
