#include "detect/scene.h"

#include <algorithm>
#include <tuple>

#include "base/text.h"
#include "detect/sign_ins.h"

namespace digue::detect {

// Logs are mostly written in order: then only the events of one moment are left to sort.
void Scene::put_in_order(std::vector<std::uint32_t>& indexes) const {
  const auto earlier = [&](auto a, auto b) { return event(a).time < event(b).time; };
  if (!std::is_sorted(indexes.begin(), indexes.end(), earlier))
    std::sort(indexes.begin(), indexes.end(), earlier);
  for (auto begin = indexes.begin(); begin != indexes.end();) {
    const auto moment = event(*begin).time;
    const auto end =
        std::find_if(begin, indexes.end(), [&](auto index) { return event(index).time != moment; });
    if (end - begin > 1)
      std::sort(begin, end, [&](auto a, auto b) { return event(a).id < event(b).id; });
    begin = end;
  }
}

static void index_events(Scene& scene) {
  const auto& events = scene.trail.events;
  std::vector<std::uint32_t> order(events.size());
  for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
  scene.put_in_order(order);
  scene.by_action.resize(static_cast<std::size_t>(event::Action::mailbox_audit_state) + 1);
  std::vector<std::uint32_t> of_account(scene.trail.symbols.size());
  for (const auto& event : events)
    if (event.time.known()) ++of_account[event.account];
  // By symbol: the table of accounts is asked once for each.
  std::vector<std::vector<std::uint32_t>*> lists(of_account.size());
  const auto list_of = [&](event::Symbol account) -> auto& {
    auto*& list = lists[account];
    if (list != nullptr) return *list;
    list = &scene.by_account[account];
    list->reserve(of_account[account]);
    return *list;
  };
  for (const auto index : order) {
    const auto& event = events[index];
    scene.by_action[static_cast<std::size_t>(event.action)].push_back(index);
    scene.has_family[static_cast<std::size_t>(event.family)] = true;
    if (!event.time.known()) continue;
    scene.by_time.push_back(index);
    if (event.account != event::no_symbol) list_of(event.account).push_back(index);
  }
}

Scene make_scene(const event::Trail& trail, const organisation::Organisation& organisation,
                 const Sites& sites) {
  Scene scene{.trail = trail,
              .organisation = organisation,
              .own_domains = organisation.domains,
              .sites = sites};
  index_events(scene);
  scene.sign_ins = std::make_shared<const SignIns>(scene);
  scene.hold_intruder({});
  return scene;
}

bool has_other_reason(const std::vector<std::string>& because, std::string_view but_for) {
  return but_for.empty() || std::any_of(because.begin(), because.end(),
                                        [&](const auto& finding) { return finding != but_for; });
}

namespace {

using Marks = std::unordered_map<event::Symbol, Intruder::Mark>;

Tie tie_by(const Marks& marks, event::Symbol symbol, std::string_view but_for) {
  if (symbol == event::no_symbol) return Tie::none;
  const auto found = marks.find(symbol);
  if (found == marks.end() || !has_other_reason(found->second.because, but_for)) return Tie::none;
  return found->second.certainty == finding::Pivot::Certainty::proven ? Tie::proven : Tie::probable;
}

bool inside_window(const Intruder& intruder, const event::Event& event, std::string_view but_for) {
  const auto found = intruder.windows.find(event.account);
  if (!event.time.known() || found == intruder.windows.end()) return false;
  // In time order and apart: only the first that ends late enough can hold the event.
  const auto window = std::lower_bound(
      found->second.begin(), found->second.end(), event.time,
      [](const Intruder::Window& before, Instant time) { return before.to < time; });
  return window != found->second.end() && window->from <= event.time &&
         has_other_reason(window->because, but_for);
}

bool holds(const std::unordered_map<event::Symbol, std::unordered_set<event::Symbol>>& own,
           event::Symbol account, event::Symbol symbol) {
  const auto found = own.find(account);
  return symbol != event::no_symbol && found != own.end() && found->second.contains(symbol);
}

Tie look_up_tie(const Intruder& intruder, const event::Event& event, std::string_view but_for) {
  const Tie by_thing = std::max(tie_by(intruder.devices, event.device, but_for),
                                tie_by(intruder.applications, event.application, but_for));
  Tie by_place = std::max({tie_by(intruder.sessions, event.session, but_for),
                           tie_by(intruder.tokens, event.token, but_for),
                           tie_by(intruder.addresses, event.address, but_for)});
  if (by_place == Tie::none && inside_window(intruder, event, but_for)) by_place = Tie::probable;
  if (by_place <= by_thing || intruder.is_owners(event)) return by_thing;
  return by_place;
}

// One byte a symbol tells whether it is in any of the intruder's tables: most events bear nothing
// of the kind, and no table is asked about them.
class Suspects {
 public:
  Suspects(const Intruder& intruder, std::size_t symbols) : suspect_(symbols) {
    for (const auto* marks : {&intruder.sessions, &intruder.addresses, &intruder.tokens,
                              &intruder.devices, &intruder.applications})
      for (const auto& [symbol, mark] : *marks) suspect_[symbol] = 1;
    for (const auto& [account, windows] : intruder.windows) suspect_[account] = 1;
    suspect_[event::no_symbol] = 0;
  }

  bool may_concern(const event::Event& event) const {
    return (suspect_[event.session] | suspect_[event.address] | suspect_[event.token] |
            suspect_[event.device] | suspect_[event.application] | suspect_[event.account]) != 0;
  }

 private:
  std::vector<std::uint8_t> suspect_;
};

}  // namespace

bool Intruder::is_owners(const event::Event& event) const {
  if (holds(own_addresses, event.account, event.address)) return true;
  return !addresses.contains(event.address) && holds(own_agents, event.account, event.agent);
}

static_assert(trait_count == std::tuple_size_v<decltype(Scene::honest_before)::value_type>);

// Visits stand in the order of their beginning, so what comes before is known already.
static void link_honest_visits(Scene& scene) {
  const auto& visits = scene.sign_ins->visits();
  auto& links = scene.honest_before;
  links.clear();
  links.reserve(visits.size());
  for (const auto& visit : visits) {
    auto& link = links.emplace_back(visit.previous);
    for (std::size_t trait = 0; trait < trait_count; ++trait) {
      const auto before = visit.previous[trait];
      if (before != no_visit && scene.tie(scene.event(visits[before].first_event)) == Tie::proven)
        link[trait] = links[before][trait];
    }
  }
}

void Scene::hold_intruder(Intruder held) {
  intruder = std::move(held);
  ties.clear();
  if (!intruder.empty()) tie_events();
  link_honest_visits(*this);
}

void Scene::tie_events() {
  const Suspects suspects(intruder, trail.symbols.size());
  ties.reserve(trail.events.size());
  for (const auto& event : trail.events)
    ties.push_back(suspects.may_concern(event) ? look_up_tie(intruder, event, {}) : Tie::none);
}

Tie Scene::tie(const event::Event& event, std::string_view but_for) const {
  if (ties.empty()) return Tie::none;
  // Setting a finding apart only ever weakens a tie.
  const Tie whole = ties[static_cast<std::size_t>(&event - trail.events.data())];
  if (whole == Tie::none || but_for.empty()) return whole;
  return look_up_tie(intruder, event, but_for);
}

bool Scene::own_domain(std::string_view mail_address) const {
  const auto at = mail_address.rfind('@');
  const auto domain = at == std::string_view::npos ? mail_address : mail_address.substr(at + 1);
  return std::any_of(own_domains.begin(), own_domains.end(),
                     [&](const auto& own) { return equal_ignoring_case(own, domain); });
}

}  // namespace digue::detect
