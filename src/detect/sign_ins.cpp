#include "detect/sign_ins.h"

#include <algorithm>
#include <charconv>
#include <functional>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "base/text.h"
#include "detect/provider_network.h"

namespace digue::detect {

using event::Action;
using event::Event;
using event::Symbol;
using event::Verdict;

Symbol exact_symbol(const event::Trail& trail, const Event& event, Symbol name) {
  if (name == event::no_symbol) return event::no_symbol;
  for (const auto& detail : trail.details_of(event))
    if (detail.name == name) return detail.value;
  return event::no_symbol;
}

namespace {

// The names of a sign-in's details, found once.
struct Names {
  Symbol country, city, latitude, longitude, as_number;
  explicit Names(const event::Trail& trail)
      : country(trail.symbols.find("Country")),
        city(trail.symbols.find("City")),
        latitude(trail.symbols.find("Latitude")),
        longitude(trail.symbols.find("Longitude")),
        as_number(trail.symbols.find("AsNumber")) {}
};

// A degree as text; nothing when it is none or lies off the globe.
std::optional<double> degrees(std::string_view text, double limit) {
  double value = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
  if (read.ec != std::errc{} || value < -limit || value > limit) return std::nullopt;
  return value;
}

std::uint32_t number(std::string_view text) {
  std::uint32_t value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

void take_place(AddressFacts& facts, const Site& site, Basis basis) {
  if (facts.place_basis != Basis::none || site.country.size() != 2) return;
  facts.place_basis = basis;
  facts.site.country = site.country;
  facts.site.city = site.city;
  facts.site.latitude = site.latitude;
  facts.site.longitude = site.longitude;
  facts.site.place_from_fallback = basis == Basis::fallback;
}

void take_operator(AddressFacts& facts, const Site& site, Basis basis) {
  if (site.as_number == 0 && site.as_name.empty()) return;
  // A record gives the operator's number only: a database lends its name.
  if (facts.site.as_number == site.as_number && facts.site.as_name.empty())
    facts.site.as_name = site.as_name;
  if (facts.operator_basis != Basis::none) return;
  facts.operator_basis = basis;
  facts.site.as_number = site.as_number;
  facts.site.as_name = site.as_name;
  facts.site.operator_from_fallback = basis == Basis::fallback;
}

// What Microsoft wrote beside the sign-in.
Site site_of_record(const event::Trail& trail, const Event& event, const Names& names) {
  Site site;
  site.country = exact_detail(trail, event, names.country);
  site.city = exact_detail(trail, event, names.city);
  site.latitude = degrees(exact_detail(trail, event, names.latitude), 90);
  site.longitude = degrees(exact_detail(trail, event, names.longitude), 180);
  // Graph writes 0, 0 when it has no point.
  if (site.latitude == 0.0 && site.longitude == 0.0) site.latitude = site.longitude = std::nullopt;
  site.as_number = number(exact_detail(trail, event, names.as_number));
  return site;
}

std::uint64_t network_key(const AddressBytes& bytes) {
  static constexpr std::array<unsigned char, 12> mapped = {0, 0, 0, 0, 0,    0,
                                                           0, 0, 0, 0, 0xff, 0xff};
  const bool four = std::equal(mapped.begin(), mapped.end(), bytes.begin());
  const std::size_t from = four ? 12 : 0, to = four ? 15 : 6;  // a /24 or a /48
  std::uint64_t key = four ? 4 : 6;
  for (std::size_t i = from; i < to; ++i) key = key << 8 | bytes[i];
  return key;
}

// Agents are few and reading one is slow.
class AgentCache {
 public:
  explicit AgentCache(const event::Trail& trail)
      : trail_(trail),
        browser_(trail.symbols.find("Browser")),
        system_(trail.symbols.find("OperatingSystem")) {}

  Agent operator()(const Event& event) {
    const bool sign_in = event.action == Action::sign_in;
    const Symbol browser = sign_in ? exact_symbol(trail_, event, browser_) : event::no_symbol;
    const Symbol system = sign_in ? exact_symbol(trail_, event, system_) : event::no_symbol;
    const auto [entry, is_new] = agents_.try_emplace({event.agent, browser, system});
    if (is_new)
      entry->second = agent_of(trail_.text(event.agent), trail_.text(browser), trail_.text(system));
    return entry->second;
  }

 private:
  const event::Trail& trail_;
  Symbol browser_, system_;
  std::map<std::tuple<Symbol, Symbol, Symbol>, Agent> agents_;
};

// Keeps what was found first: the person's database, the record, the fallback.
void finish(AddressFacts& facts, const Scene& scene, std::string_view address) {
  auto& site = facts.site;
  if (const auto bytes = address_bytes(address)) facts.network = network_key(*bytes);
  facts.provider = is_provider_address(address);
  facts.kind = operator_kind(site.as_number, site.as_name);
  facts.operator_key = site.as_number;
  if (facts.operator_key == 0 && !site.as_name.empty())
    facts.operator_key = std::hash<std::string>{}(lower(site.as_name)) | 1ULL << 63;
  if (site.country.size() == 2)
    facts.country = static_cast<std::uint16_t>(site.country[0] << 8 | site.country[1]);
  facts.known_network = any_holds(scene.organisation.known_networks, address);
}

// Acts that show where a person is; a message's address is a mail server's.
bool shows_presence(const Event& event) {
  if (event.account == event::no_symbol || event.address == event::no_symbol) return false;
  if (event.time_is_local || event.action == Action::message_traced) return false;
  if (event.action == Action::sign_in) return event.verdict == Verdict::success;
  return event.verdict != Verdict::failure;
}

std::uint64_t mixed(std::uint64_t value) {
  value ^= value >> 33;
  value *= 0xff51afd7ed558ccdULL;
  value ^= value >> 33;
  value *= 0xc4ceb9fe1a85ec53ULL;
  return value ^ value >> 33;
}

}  // namespace

std::vector<std::string_view> rules_that_need_sites() {
  return {"R1", "R4", "R20"};
}

std::vector<std::string_view> rules_without_sites(const Scene& scene) {
  auto rules = rules_that_need_sites();
  if (scene.sites.available()) return {};
  std::erase_if(rules, [&](auto rule) {
    return rule == "R20" ? scene.sign_ins->knows_operators() : scene.sign_ins->knows_places();
  });
  return rules;
}

bool is_person(std::string_view account) {
  return account.find('@') != std::string_view::npos &&
         account.find('\\') == std::string_view::npos &&
         account.find('/') == std::string_view::npos &&
         !starts_with_ignoring_case(account, "serviceprincipal_") &&
         !starts_with_ignoring_case(account, "app@");
}

std::string_view exact_detail(const event::Trail& trail, const Event& event, Symbol name) {
  return trail.text(exact_symbol(trail, event, name));
}

Agent agent_of(const event::Trail& trail, const Event& event) {
  if (event.action != Action::sign_in) return agent_of(trail.text(event.agent), "", "");
  return agent_of(trail.text(event.agent),
                  exact_detail(trail, event, trail.symbols.find("Browser")),
                  exact_detail(trail, event, trail.symbols.find("OperatingSystem")));
}

SignIns::SignIns(const Scene& scene) {
  resolve_addresses(scene);
  make_visits(scene);
  link_visits();
  find_shared_addresses();
}

void SignIns::resolve_addresses(const Scene& scene) {
  const Names names(scene.trail);
  std::vector<Site> of_records;
  std::vector<std::uint32_t> numbers(scene.trail.symbols.size());  // by symbol, from 1
  for (const auto index : scene.by_time) {
    const auto& event = scene.event(index);
    if (event.address == event::no_symbol) continue;
    auto& nth = numbers[event.address];
    if (nth == 0) {
      index_of_address_.emplace(event.address, static_cast<std::uint32_t>(addresses_.size()));
      addresses_.emplace_back().address = event.address;
      of_records.emplace_back();
      nth = static_cast<std::uint32_t>(addresses_.size());
    }
    auto& record = of_records[nth - 1];
    if (event.action == Action::sign_in && record.country.empty())
      record = site_of_record(scene.trail, event, names);
  }
  for (std::size_t i = 0; i < addresses_.size(); ++i) {
    auto& facts = addresses_[i];
    const auto address = scene.text(facts.address);
    const auto found = scene.sites.find(address);
    if (found && !found->place_from_fallback) take_place(facts, *found, Basis::own_database);
    if (found && !found->operator_from_fallback) take_operator(facts, *found, Basis::own_database);
    take_place(facts, of_records[i], Basis::evidence);
    take_operator(facts, of_records[i], Basis::evidence);
    if (found) {
      take_place(facts, *found, Basis::fallback);
      take_operator(facts, *found, Basis::fallback);
      facts.site.database_date = found->database_date;
    }
    finish(facts, scene, address);
  }
}

void SignIns::make_visits(const Scene& scene) {
  static constexpr std::size_t open_at_once = 6;  // a laptop, a phone, a tablet...
  std::unordered_map<Symbol, std::vector<std::uint32_t>> open;
  AgentCache agent_of_event(scene.trail);
  visit_of_event_.assign(scene.trail.events.size(), no_visit);
  for (const auto index : scene.by_time) {
    const auto& event = scene.event(index);
    if (!shows_presence(event)) continue;
    const auto address = index_of_address_.at(event.address);
    if (addresses_[address].provider) continue;
    const auto agent = agent_of_event(event);
    auto& recent = open[event.account];
    const auto same = std::find_if(recent.rbegin(), recent.rend(), [&](auto candidate) {
      const auto& visit = visits_[candidate];
      return visit.address == address && visit.session == event.session &&
             visit.device == event.device && visit.agent == agent &&
             event.time - visit.to <= visit_gap;
    });
    const bool is_new = same == recent.rend();
    const auto visit = is_new ? static_cast<std::uint32_t>(visits_.size()) : *same;
    if (is_new) {
      if (recent.size() == open_at_once) recent.erase(recent.begin());
      recent.push_back(visit);
      auto& fresh = visits_.emplace_back();
      fresh.from = event.time;
      fresh.first_event = index;
      fresh.address = address;
      fresh.account = event.account;
      fresh.session = event.session;
      fresh.device = event.device;
      fresh.agent = agent;
    }
    visits_[visit].to = event.time;
    visits_[visit].last_event = index;
    visits_[visit].signed_in |= event.action == Action::sign_in;
    visit_of_event_[index] = visit;
  }
}

void SignIns::link_visits() {
  // A 64-bit mix stands for (account, trait, value): two that collide would only make one novelty
  // look known.
  std::unordered_map<std::uint64_t, std::uint32_t> last;
  last.reserve(visits_.size());
  for (std::uint32_t i = 0; i < visits_.size(); ++i) {
    auto& visit = visits_[i];
    const auto& facts = addresses_[visit.address];
    const std::array<std::uint64_t, trait_count> values = {facts.address,      facts.network,
                                                           facts.operator_key, facts.country,
                                                           visit.agent.key(),  visit.device};
    for (std::size_t trait = 0; trait < trait_count; ++trait) {
      visit.previous[trait] = no_visit;
      if (values[trait] == 0) continue;
      const auto key = mixed(mixed(values[trait]) ^ (std::uint64_t{visit.account} << 3 | trait));
      const auto [entry, is_new] = last.try_emplace(key, i);
      if (is_new) continue;
      const auto& head = visits_[entry->second];
      const bool burst = visit.from - head.from < visit_gap;
      visit.previous[trait] = burst ? head.previous[trait] : std::exchange(entry->second, i);
    }
    auto& mine = by_account_[visit.account];
    if (mine.empty()) accounts_.push_back(visit.account);
    mine.push_back(i);
    by_address_[facts.address].push_back(i);
  }
}

void SignIns::find_shared_addresses() {
  struct Use {
    Instant first, last;
    std::set<std::int64_t> days;
  };
  for (const auto& [address, visits] : by_address_) {
    std::unordered_map<Symbol, Use> uses;
    for (const auto index : visits) {
      const auto& visit = visits_[index];
      auto& use = uses.try_emplace(visit.account, Use{visit.from, visit.to, {}}).first->second;
      use.last = std::max(use.last, visit.to);
      if (use.days.size() < shared_days) use.days.insert(visit.from.milliseconds / day_ms);
    }
    const auto settled = std::count_if(uses.begin(), uses.end(), [](const auto& entry) {
      const auto& use = entry.second;
      return use.days.size() >= shared_days && use.last - use.first >= shared_span;
    });
    if (static_cast<std::size_t>(settled) >= shared_accounts) shared_.insert(address);
  }
}

bool SignIns::is_shared(Symbol address) const {
  return shared_.contains(address);
}

bool SignIns::knows_places() const {
  return std::any_of(addresses_.begin(), addresses_.end(),
                     [](const auto& facts) { return facts.place_basis != Basis::none; });
}

bool SignIns::knows_operators() const {
  return std::any_of(addresses_.begin(), addresses_.end(),
                     [](const auto& facts) { return facts.operator_basis != Basis::none; });
}

const AddressFacts* SignIns::facts_of(Symbol address) const {
  const auto found = index_of_address_.find(address);
  return found == index_of_address_.end() ? nullptr : &addresses_[found->second];
}

const std::vector<std::uint32_t>& SignIns::of_account(Symbol account) const {
  static const std::vector<std::uint32_t> none;
  const auto found = by_account_.find(account);
  return found == by_account_.end() ? none : found->second;
}

static bool is_intruder(const Scene& scene, const Visit& visit) {
  return !scene.intruder.empty() && scene.tie(scene.event(visit.first_event)) == Tie::proven;
}

static bool value_is_known(const Visit& visit, const AddressFacts& facts, Trait trait) {
  switch (trait) {
    case Trait::address:
      return true;
    case Trait::network:
      return facts.network != 0;
    case Trait::network_operator:
      return facts.operator_key != 0;
    case Trait::country:
      return facts.country != 0;
    case Trait::client:
      return visit.agent.known();
    case Trait::device:
      return visit.device != event::no_symbol;
  }
  return false;
}

Novelty SignIns::novelty(const Scene& scene, std::uint32_t index, Trait trait) const {
  const auto& visit = visits_[index];
  if (!value_is_known(visit, facts_of(visit), trait)) return Novelty::unknown;
  if (facts_of(visit).known_network && trait <= Trait::country) return Novelty::known;
  const auto link = static_cast<std::size_t>(trait);
  for (auto before = scene.honest_before[index][link]; before != no_visit;
       before = scene.honest_before[before][link]) {
    const auto age = visit.from - visits_[before].from;
    if (age > memory) break;
    if (age >= settling) return Novelty::known;
  }
  const bool long_enough = history_before(scene, visit.account, visit.from) >= shortest_history;
  return long_enough ? Novelty::fresh : Novelty::unknown;
}

std::int64_t SignIns::history_before(const Scene& scene, Symbol account, Instant moment) const {
  for (const auto index : of_account(account)) {
    if (visits_[index].from >= moment) return 0;
    if (!is_intruder(scene, visits_[index])) return moment - visits_[index].from;
  }
  return 0;
}

std::size_t SignIns::settled_accounts(const Scene& scene, Symbol address, Instant moment) const {
  const auto found = by_address_.find(address);
  if (found == by_address_.end()) return 0;
  std::vector<Symbol> accounts;
  for (const auto index : found->second) {
    const auto& visit = visits_[index];
    if (moment - visit.from < settling) break;
    if (is_intruder(scene, visit)) continue;
    if (std::find(accounts.begin(), accounts.end(), visit.account) == accounts.end())
      accounts.push_back(visit.account);
  }
  return accounts.size();
}

std::string operator_text(const AddressFacts& facts) {
  std::string text;
  if (facts.site.as_number != 0) text = "AS" + std::to_string(facts.site.as_number);
  if (!facts.site.as_name.empty()) text += (text.empty() ? "" : " ") + facts.site.as_name;
  return text;
}

std::string place_text(const AddressFacts& facts, std::string_view address) {
  std::vector<std::string> parts;
  for (const auto& part : {facts.site.country, facts.site.city, operator_text(facts)})
    if (!part.empty()) parts.push_back(part);
  if (parts.empty()) return std::string(address);
  return std::string(address) + " (" + join(parts, ", ") + ")";
}

}  // namespace digue::detect
