#include "detect/intruder.h"

#include <algorithm>
#include <map>
#include <set>

#include "detect/provider_network.h"

namespace digue::detect {

using event::Event;
using event::Symbol;
using finding::Finding;
using finding::Pivot;
using Marks = std::unordered_map<Symbol, Intruder::Mark>;

namespace {

// An address is its account's own when it was seen on so many days before the first malicious act,
// and already in the first half of that time: an intruder who waits comes later.
constexpr std::size_t own_days = 3;
// An address is shared when so many accounts had it on so many days before.
constexpr std::size_t shared_accounts = 3;
constexpr std::size_t shared_days = 2;
// Passes over the events that spread from session to address to session.
constexpr int spread_passes = 4;

void add_reasons(std::vector<std::string>& because, const std::vector<std::string>& more) {
  for (const auto& reason : more) {
    const auto at = std::lower_bound(because.begin(), because.end(), reason);
    if (at == because.end() || *at != reason) because.insert(at, reason);
  }
}

bool is_refused(const Event& event) {
  return event.action == event::Action::sign_in && event.verdict != event::Verdict::success;
}

// How an address or an agent was used before the first malicious act; events come in time order.
struct Habit {
  Instant first;
  std::int64_t last_day = 0;
  std::size_t days = 0;

  void note(Instant time) {
    const auto day = time.milliseconds / day_ms;
    if (!first.known()) first = time;
    if (days > 0 && day == last_day) return;
    last_day = day;
    ++days;
  }
};
using Habits = std::unordered_map<Symbol, Habit>;

class Search {
 public:
  Search(const Scene& scene, std::span<const Finding> findings)
      : scene_(scene), marked_(scene.trail.symbols.size()), candidate_(scene.trail.symbols.size()) {
    for (const auto& finding : findings)
      if (finding.seeds_intruder) seeds_.push_back(&finding);
    std::sort(seeds_.begin(), seeds_.end(),
              [](const auto* a, const auto* b) { return a->id < b->id; });
  }

  Intruder run() {
    if (seeds_.empty()) return {};
    learn_beginnings();
    learn_candidates();
    learn_habits();
    for (const auto* seed : seeds_) plant(*seed);
    withdraw_excuses();
    for (int pass = 0; pass < spread_passes && spread(); ++pass) {
    }
    open_windows();
    return std::move(intruder_);
  }

 private:
  // When malice began, on each account and at all.
  void learn_beginnings() {
    for (const auto* seed : seeds_) {
      for (const auto& account : accounts_of(*seed)) {
        const auto symbol = scene_.trail.symbols.find(account);
        if (symbol == event::no_symbol) continue;
        victims_.insert(symbol);
        if (!seed->time.known()) continue;
        const auto [begun, fresh] = begun_.emplace(symbol, seed->time);
        if (!fresh) begun->second = std::min(begun->second, seed->time);
      }
      if (seed->time.known()) first_ = first_.known() ? std::min(first_, seed->time) : seed->time;
    }
  }

  static std::set<std::string> accounts_of(const Finding& finding) {
    std::set<std::string> accounts;
    for (const auto& pivot : finding.pivots) accounts.insert(pivot.account);
    for (const auto& act : finding.acts) accounts.insert(act.account);
    return accounts;
  }

  Instant begun(Symbol account) const {
    const auto found = begun_.find(account);
    return found == begun_.end() ? first_ : found->second;
  }

  // The accounts whose habits matter: those of the seeds, and those that were entered with what the
  // seeds give.  Every address of theirs may become a mark, or be their owner's own.
  void learn_candidates() {
    std::vector<std::uint8_t> keys(marked_.size());
    for (const auto* seed : seeds_)
      for (const auto& pivot : seed->pivots) keys[symbol_of(pivot.value)] = 1;
    keys[event::no_symbol] = 0;
    concerned_ = victims_;
    for (const auto index : scene_.by_time) {
      const auto& event = scene_.event(index);
      if ((keys[event.session] | keys[event.token] | keys[event.address] | keys[event.device]) !=
              0 &&
          !is_refused(event))
        concerned_.insert(event.account);
    }
    for (const auto account : concerned_)
      if (const auto events = scene_.by_account.find(account); events != scene_.by_account.end())
        for (const auto index : events->second) candidate_[scene_.event(index).address] = 1;
    candidate_[event::no_symbol] = 0;
  }

  void learn_habits() {
    for (const auto& [account, events] : scene_.by_account) learn_habits_of(account, events);
    for (const auto& [address, accounts] : regulars_)
      if (accounts >= shared_accounts) shared_.insert(address);
    for (Symbol address = 0; address < candidate_.size(); ++address)
      if (candidate_[address] != 0 && is_known_network(scene_.text(address)))
        shared_.insert(address);
  }

  void learn_habits_of(Symbol account, const std::vector<std::uint32_t>& events) {
    const auto began = begun(account);
    const bool concerned = concerned_.contains(account);
    Habits addresses, agents;
    Instant since;
    for (const auto index : events) {
      const auto& event = scene_.event(index);
      if (event.time >= began) break;
      if (is_refused(event)) continue;
      if (!since.known()) since = event.time;
      if (candidate_[event.address] != 0) addresses[event.address].note(event.time);
      if (concerned && event.agent != event::no_symbol) agents[event.agent].note(event.time);
    }
    const auto middle = since.known() ? since + (began - since) / 2 : since;
    const auto is_habitual = [&](const Habit& habit) {
      return habit.days >= own_days && habit.first <= middle;
    };
    for (const auto& [address, habit] : addresses) {
      if (habit.days >= shared_days) ++regulars_[address];
      if (is_habitual(habit)) intruder_.own_addresses[account].insert(address);
    }
    for (const auto& [agent, habit] : agents)
      if (is_habitual(habit)) intruder_.own_agents[account].insert(agent);
  }

  bool is_known_network(std::string_view address) const {
    const auto& networks = scene_.organisation.known_networks;
    return std::any_of(networks.begin(), networks.end(),
                       [&](const auto& network) { return network.holds(address); });
  }

  bool is_own(Symbol account, Symbol address) const {
    const auto own = intruder_.own_addresses.find(account);
    return own != intruder_.own_addresses.end() && own->second.contains(address);
  }

  // The account's owner is at home there, or many are: the place does not tell the thief apart.
  bool is_trusted(Symbol account, Symbol address) const {
    return shared_.contains(address) || is_own(account, address);
  }

  void plant(const Finding& seed) {
    const bool from_trusted = acted_only_from_trusted(seed);
    for (const auto& pivot : seed.pivots) {
      const auto symbol = scene_.trail.symbols.find(pivot.value);
      if (symbol == event::no_symbol) continue;
      if (pivot.kind == Pivot::Kind::address) {
        plant_address(seed, pivot, symbol);
        continue;
      }
      auto certainty = pivot.certainty;
      if (from_trusted && pivot.kind != Pivot::Kind::application)
        certainty = Pivot::Certainty::probable;
      mark(marks(pivot.kind), symbol, certainty, {seed.id});
    }
    for (const auto& act : seed.acts) add_act(act, seed.id);
  }

  bool acted_only_from_trusted(const Finding& seed) const {
    bool any = false;
    for (const auto& pivot : seed.pivots) {
      if (pivot.kind != Pivot::Kind::address) continue;
      any = true;
      if (!is_trusted(symbol_of(pivot.account), symbol_of(pivot.value))) return false;
    }
    return any;
  }

  Symbol symbol_of(const std::string& text) const { return scene_.trail.symbols.find(text); }

  // A malicious act from the owner's usual address: the address is no pivot, and no excuse either.
  void plant_address(const Finding& seed, const Pivot& pivot, Symbol address) {
    const auto account = symbol_of(pivot.account);
    if (is_trusted(account, address)) {
      unexcused_.insert({account, address});
      no_mark_.insert(address);
    }
    if (is_markable(account, address))
      mark(intruder_.addresses, address, pivot.certainty, {seed.id});
  }

  void withdraw_excuses() {
    for (const auto& [account, address] : unexcused_) {
      const auto own = intruder_.own_addresses.find(account);
      if (own != intruder_.own_addresses.end()) own->second.erase(address);
      intruder_.addresses.erase(address);
    }
    learn_intruders_agents();
  }

  // An agent seen at the intruder's addresses no longer tells the owner apart.
  void learn_intruders_agents() {
    for (auto& [account, agents] : intruder_.own_agents) {
      const auto events = scene_.by_account.find(account);
      if (agents.empty() || events == scene_.by_account.end()) continue;
      for (const auto index : events->second) {
        const auto& event = scene_.event(index);
        if (marked_[event.address] != 0 && intruder_.addresses.contains(event.address))
          agents.erase(event.agent);
      }
    }
  }

  bool is_markable(Symbol account, Symbol address) {
    return address != event::no_symbol && !no_mark_.contains(address) &&
           !is_trusted(account, address) && !is_relayed(address);
  }

  bool is_relayed(Symbol address) {
    const auto [found, fresh] = relayed_.try_emplace(address, false);
    if (fresh) found->second = is_provider_address(scene_.text(address));
    return found->second;
  }

  Marks& marks(Pivot::Kind kind) {
    switch (kind) {
      case Pivot::Kind::session:
        return intruder_.sessions;
      case Pivot::Kind::address:
        return intruder_.addresses;
      case Pivot::Kind::token:
        return intruder_.tokens;
      case Pivot::Kind::device:
        return intruder_.devices;
      case Pivot::Kind::application:
        break;
    }
    return intruder_.applications;
  }

  // True when it is new or surer than it was.
  bool mark(Marks& marks, Symbol symbol, Pivot::Certainty certainty,
            const std::vector<std::string>& because) {
    const auto [found, fresh] = marks.try_emplace(symbol, Intruder::Mark{certainty, {}});
    const bool surer = certainty > found->second.certainty;
    if (surer) found->second.certainty = certainty;
    add_reasons(found->second.because, because);
    marked_[symbol] = 1;
    return fresh || surer;
  }

  void add_act(const finding::Act& act, const std::string& because) {
    const auto account = symbol_of(act.account);
    if (account != event::no_symbol && act.time.known())
      add_reasons(acts_[account][act.time], {because});
  }

  // Most events bear nothing marked: told from one byte a symbol, before any table is asked.
  bool bears_mark(const Event& event) const {
    return (marked_[event.session] | marked_[event.token] | marked_[event.device] |
            marked_[event.address]) != 0;
  }

  // The reasons for which a proven mark ties the event; empty when none does.
  std::vector<std::string> proven_reasons(const Event& event) const {
    std::vector<std::string> reasons;
    if (!bears_mark(event)) return reasons;
    const auto look = [&](const Marks& marks, Symbol symbol) {
      if (symbol == event::no_symbol) return;
      const auto found = marks.find(symbol);
      if (found != marks.end() && found->second.certainty == Pivot::Certainty::proven)
        add_reasons(reasons, found->second.because);
    };
    look(intruder_.devices, event.device);
    if (intruder_.is_owners(event)) return reasons;
    look(intruder_.sessions, event.session);
    look(intruder_.tokens, event.token);
    look(intruder_.addresses, event.address);
    return reasons;
  }

  // What else the tied events used becomes a mark; true when there was anything new.
  bool spread() {
    std::vector<std::pair<std::uint32_t, std::vector<std::string>>> tied;
    for (const auto index : scene_.by_time) {
      const auto& event = scene_.event(index);
      if (is_refused(event)) continue;
      if (auto reasons = proven_reasons(event); !reasons.empty())
        tied.emplace_back(index, std::move(reasons));
    }
    bool more = false;
    for (const auto& [index, reasons] : tied) more |= spread_from(scene_.event(index), reasons);
    if (more) learn_intruders_agents();
    return more;
  }

  bool spread_from(const Event& event, const std::vector<std::string>& reasons) {
    const auto certainty =
        victims_.contains(event.account) ? Pivot::Certainty::proven : Pivot::Certainty::probable;
    bool more = false;
    if (is_markable(event.account, event.address))
      more |= mark(intruder_.addresses, event.address, certainty, reasons);
    if (is_trusted(event.account, event.address)) return more;
    if (event.session != event::no_symbol)
      more |= mark(intruder_.sessions, event.session, certainty, reasons);
    if (event.token != event::no_symbol)
      more |= mark(intruder_.tokens, event.token, certainty, reasons);
    return more;
  }

  void open_windows() {
    for (const auto index : scene_.by_time) {
      const auto& event = scene_.event(index);
      if (is_refused(event) || event.account == event::no_symbol) continue;
      if (const auto reasons = proven_reasons(event); !reasons.empty())
        add_reasons(acts_[event.account][event.time], reasons);
    }
    for (const auto& [account, acts] : acts_) open_windows(intruder_.windows[account], acts);
  }

  static void open_windows(std::vector<Intruder::Window>& windows,
                           const std::map<Instant, std::vector<std::string>>& acts) {
    for (const auto& [time, because] : acts) {
      const auto from = time - Intruder::window_margin, to = time + Intruder::window_margin;
      if (windows.empty() || time - Intruder::window_gap > windows.back().to)
        windows.push_back({from, to, {}});
      windows.back().to = to;
      add_reasons(windows.back().because, because);
    }
  }

  const Scene& scene_;
  std::vector<std::uint8_t> marked_;     // by symbol: it may be in one of the intruder's tables
  std::vector<std::uint8_t> candidate_;  // by symbol: an address whose habits matter
  std::vector<const Finding*> seeds_;
  Intruder intruder_;
  Instant first_;
  std::unordered_map<Symbol, Instant> begun_;
  std::unordered_set<Symbol> victims_, concerned_, shared_, no_mark_;
  std::unordered_map<Symbol, bool> relayed_;
  std::set<std::pair<Symbol, Symbol>> unexcused_;     // account, address
  std::unordered_map<Symbol, std::size_t> regulars_;  // address to accounts that had it on days
  std::map<Symbol, std::map<Instant, std::vector<std::string>>> acts_;
};

}  // namespace

Intruder find_intruder(const Scene& scene, std::span<const Finding> findings) {
  return Search(scene, findings).run();
}

}  // namespace digue::detect
