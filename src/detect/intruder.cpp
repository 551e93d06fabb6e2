#include "detect/intruder.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <set>
#include <utility>

#include "detect/provider_network.h"

namespace digue::detect {

using event::Event;
using event::Symbol;
using finding::Finding;
using finding::Pivot;

namespace {

// An address is its account's own when it was seen on so many days before the first malicious act,
// and already in the first half of that time: an intruder who waits comes later.
constexpr std::size_t own_days = 3;
// An address is shared when so many accounts had it on so many days before.
constexpr std::size_t shared_accounts = 3;
constexpr std::size_t shared_days = 2;
// Passes over the events that spread from session to address to session.
constexpr int spread_passes = 4;

// Of so many seeds that tie a thing, the first by id are told: a tie stands for another reason than
// the finding set apart as soon as there are two.
constexpr std::size_t reasons_kept = 16;

// A set of seeds, as a number: sets are few, and events that have one are many.
using Reasons = std::uint32_t;
constexpr Reasons no_reasons = 0;

class ReasonSets {
 public:
  Reasons of(std::size_t seed) { return number_of({seed}); }

  Reasons united(Reasons a, Reasons b) {
    if (a == b || b == no_reasons) return a;
    if (a == no_reasons) return b;
    const auto key = std::uint64_t{std::min(a, b)} << 32 | std::max(a, b);
    if (const auto known = unions_.find(key); known != unions_.end()) return known->second;
    std::vector<std::size_t> both;
    std::set_union(sets_[a].begin(), sets_[a].end(), sets_[b].begin(), sets_[b].end(),
                   std::back_inserter(both));
    if (both.size() > reasons_kept) both.resize(reasons_kept);
    return unions_[key] = number_of(std::move(both));
  }

  const std::vector<std::size_t>& seeds(Reasons reasons) const { return sets_[reasons]; }

 private:
  Reasons number_of(std::vector<std::size_t> seeds) {
    const auto [found, fresh] = numbers_.try_emplace(seeds, static_cast<Reasons>(sets_.size()));
    if (fresh) sets_.push_back(std::move(seeds));
    return found->second;
  }

  std::vector<std::vector<std::size_t>> sets_ = {{}};  // sorted
  std::map<std::vector<std::size_t>, Reasons> numbers_;
  std::unordered_map<std::uint64_t, Reasons> unions_;
};

// As Intruder::Mark, while it is being made.
struct Mark {
  Pivot::Certainty certainty = Pivot::Certainty::probable;
  Reasons because = no_reasons;
};
using Marks = std::unordered_map<Symbol, Mark>;

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
      : scene_(scene), traits_(scene.trail.symbols.size()) {
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
    for (std::size_t seed = 0; seed < seeds_.size(); ++seed) plant(seed);
    withdraw_excuses();
    for (int pass = 0; pass < spread_passes && spread(); ++pass) {
    }
    note_acts();
    return result();
  }

 private:
  // When malice began, on each account and at all.
  void learn_beginnings() {
    for (const auto* seed : seeds_) {
      for (const auto& account : accounts_of(*seed)) {
        const auto symbol = scene_.trail.symbols.find(account);
        if (symbol == event::no_symbol) continue;
        set(symbol, victim);
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

  // What is known of a symbol, in one byte each: asked of every event, where a table would be slow.
  enum Trait : std::uint8_t {
    marked = 1,         // it may be in one of the intruder's tables
    key = 2,            // a seed gave it
    candidate = 4,      // an address whose habits matter
    habitual = 8,       // an address or an agent that is somebody's own
    shared = 16,        // an address that many use, or that is the organisation's
    never_marked = 32,  // an address from which its owner acts badly
    victim = 64,        // an account that a seed names
    concerned = 128,    // an account whose habits matter
  };
  bool is(Symbol symbol, Trait trait) const { return (traits_[symbol] & trait) != 0; }
  void set(Symbol symbol, Trait trait) {
    if (symbol != event::no_symbol) traits_[symbol] |= trait;
  }

  // The accounts whose habits matter: those of the seeds, and those that were entered with what the
  // seeds give.  Every address of theirs may become a mark, or be their owner's own.
  void learn_candidates() {
    for (const auto* seed : seeds_)
      for (const auto& pivot : seed->pivots) set(symbol_of(pivot.value), key);
    for (const auto index : scene_.by_time) {
      const auto& event = scene_.event(index);
      if (bears(event, key) && !is_refused(event)) set(event.account, concerned);
    }
    for (const auto& [account, events] : scene_.by_account)
      if ((traits_[account] & (victim | concerned)) != 0)
        for (const auto index : events) set(scene_.event(index).address, candidate);
  }

  void learn_habits() {
    for (const auto& [account, events] : scene_.by_account) learn_habits_of(account, events);
    for (const auto& [address, accounts] : regulars_)
      if (accounts >= shared_accounts) set(address, shared);
    for (Symbol address = 0; address < traits_.size(); ++address)
      if (is(address, candidate) && is_known_network(scene_.text(address))) set(address, shared);
  }

  void learn_habits_of(Symbol account, const std::vector<std::uint32_t>& events) {
    const auto began = begun(account);
    const bool agents_matter = (traits_[account] & (victim | concerned)) != 0;
    Habits addresses, agents;
    Instant since;
    for (const auto index : events) {
      const auto& event = scene_.event(index);
      if (event.time >= began) break;
      if (is_refused(event)) continue;
      if (!since.known()) since = event.time;
      if (is(event.address, candidate)) addresses[event.address].note(event.time);
      if (agents_matter && event.agent != event::no_symbol) agents[event.agent].note(event.time);
    }
    const auto middle = since.known() ? since + (began - since) / 2 : since;
    const auto is_habitual = [&](const Habit& habit) {
      return habit.days >= own_days && habit.first <= middle;
    };
    for (const auto& [address, habit] : addresses) {
      if (habit.days >= shared_days) ++regulars_[address];
      if (is_habitual(habit)) {
        intruder_.own_addresses[account].insert(address);
        set(address, habitual);
      }
    }
    for (const auto& [agent, habit] : agents)
      if (is_habitual(habit)) {
        intruder_.own_agents[account].insert(agent);
        set(agent, habitual);
      }
  }

  bool is_known_network(std::string_view address) const {
    return any_holds(scene_.organisation.known_networks, address);
  }

  bool is_own(Symbol account, Symbol address) const {
    if (!is(address, habitual)) return false;
    const auto own = intruder_.own_addresses.find(account);
    return own != intruder_.own_addresses.end() && own->second.contains(address);
  }

  // The account's owner is at home there, or many are: the place does not tell the thief apart.
  bool is_trusted(Symbol account, Symbol address) const {
    return is(address, shared) || is_own(account, address);
  }

  void plant(std::size_t number) {
    const auto& seed = *seeds_[number];
    const auto because = reasons_.of(number);
    const bool from_trusted = acted_only_from_trusted(seed);
    for (const auto& pivot : seed.pivots) {
      const auto symbol = scene_.trail.symbols.find(pivot.value);
      if (symbol == event::no_symbol) continue;
      if (pivot.kind == Pivot::Kind::address) {
        plant_address(pivot, symbol, because);
        continue;
      }
      auto certainty = pivot.certainty;
      if (from_trusted && pivot.kind != Pivot::Kind::application)
        certainty = Pivot::Certainty::probable;
      mark(marks_[index_of(pivot.kind)], symbol, certainty, because);
    }
    for (const auto& act : seed.acts) add_act(symbol_of(act.account), act.time, because);
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
  void plant_address(const Pivot& pivot, Symbol address, Reasons because) {
    const auto account = symbol_of(pivot.account);
    if (is_trusted(account, address)) {
      unexcused_.insert({account, address});
      set(address, never_marked);
    }
    if (is_markable(account, address)) mark(addresses(), address, pivot.certainty, because);
  }

  void withdraw_excuses() {
    for (const auto& [account, address] : unexcused_) {
      const auto own = intruder_.own_addresses.find(account);
      if (own != intruder_.own_addresses.end()) own->second.erase(address);
      addresses().erase(address);
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
        if (is(event.address, marked) && addresses().contains(event.address))
          agents.erase(event.agent);
      }
    }
  }

  bool is_markable(Symbol account, Symbol address) {
    return address != event::no_symbol && !is(address, never_marked) &&
           !is_trusted(account, address) && !is_relayed(address);
  }

  bool is_relayed(Symbol address) {
    const auto [found, fresh] = relayed_.try_emplace(address, false);
    if (fresh) found->second = is_provider_address(scene_.text(address));
    return found->second;
  }

  static std::size_t index_of(Pivot::Kind kind) { return static_cast<std::size_t>(kind); }
  Marks& addresses() { return marks_[index_of(Pivot::Kind::address)]; }

  // True when it is new or surer than it was.
  bool mark(Marks& marks, Symbol symbol, Pivot::Certainty certainty, Reasons because) {
    const auto [found, fresh] = marks.try_emplace(symbol, Mark{certainty, no_reasons});
    const bool surer = certainty > found->second.certainty;
    if (surer) found->second.certainty = certainty;
    found->second.because = reasons_.united(found->second.because, because);
    set(symbol, marked);
    return fresh || surer;
  }

  // Acts come account by account mostly in time order: those of one moment are one.
  void add_act(Symbol account, Instant time, Reasons because) {
    if (account == event::no_symbol || !time.known()) return;
    auto& acts = acts_[account];
    if (!acts.empty() && acts.back().time == time)
      acts.back().because = reasons_.united(acts.back().because, because);
    else
      acts.push_back({time, because});
  }

  // Most events bear nothing marked: told from one byte a symbol, before any table is asked.
  bool bears(const Event& event, Trait trait) const {
    return ((traits_[event.session] | traits_[event.token] | traits_[event.device] |
             traits_[event.address]) &
            trait) != 0;
  }

  // The reasons for which a proven mark ties the event; none when none does.
  Reasons proven_reasons(const Event& event) {
    const Reasons by_thing = reasons_by(Pivot::Kind::device, event.device);
    if (is_owners(event)) return by_thing;
    return reasons_.united(
        reasons_.united(by_thing, reasons_by(Pivot::Kind::session, event.session)),
        reasons_.united(reasons_by(Pivot::Kind::token, event.token),
                        reasons_by(Pivot::Kind::address, event.address)));
  }

  Reasons reasons_by(Pivot::Kind kind, Symbol symbol) const {
    if (!is(symbol, marked)) return no_reasons;
    const auto& marks = marks_[index_of(kind)];
    const auto found = marks.find(symbol);
    const bool proven = found != marks.end() && found->second.certainty == Pivot::Certainty::proven;
    return proven ? found->second.because : no_reasons;
  }

  // As Intruder::is_owners, with the marks so far.
  bool is_owners(const Event& event) {
    if (is_own(event.account, event.address)) return true;
    if (!is(event.agent, habitual)) return false;
    const auto own = intruder_.own_agents.find(event.account);
    return own != intruder_.own_agents.end() && own->second.contains(event.agent) &&
           !addresses().contains(event.address);
  }

  // What else the tied events used becomes a mark; true when there was anything new.
  bool spread() {
    find_tied();
    bool more = false;
    for (const auto& [index, reasons] : tied_) more |= spread_from(scene_.event(index), reasons);
    if (more) learn_intruders_agents();
    tied_is_whole_ = !more;
    return more;
  }

  void find_tied() {
    tied_.clear();
    for (const auto index : scene_.by_time) {
      const auto& event = scene_.event(index);
      if (!bears(event, marked) || is_refused(event)) continue;
      if (const auto reasons = proven_reasons(event); reasons != no_reasons)
        tied_.emplace_back(index, reasons);
    }
  }

  bool spread_from(const Event& event, Reasons reasons) {
    const auto certainty =
        is(event.account, victim) ? Pivot::Certainty::proven : Pivot::Certainty::probable;
    bool more = false;
    if (is_markable(event.account, event.address))
      more |= mark(addresses(), event.address, certainty, reasons);
    if (is_trusted(event.account, event.address)) return more;
    if (event.session != event::no_symbol)
      more |= mark(marks_[index_of(Pivot::Kind::session)], event.session, certainty, reasons);
    if (event.token != event::no_symbol)
      more |= mark(marks_[index_of(Pivot::Kind::token)], event.token, certainty, reasons);
    return more;
  }

  // The last pass told what is tied, unless it marked more; the reasons may have grown since.
  void note_acts() {
    if (!tied_is_whole_) find_tied();
    for (const auto& [index, reasons] : tied_) {
      const auto& event = scene_.event(index);
      add_act(event.account, event.time, proven_reasons(event));
    }
  }

  Intruder result() {
    for (auto& [account, acts] : acts_) intruder_.windows[account] = windows_of(acts);
    intruder_.sessions = named(Pivot::Kind::session);
    intruder_.addresses = named(Pivot::Kind::address);
    intruder_.tokens = named(Pivot::Kind::token);
    intruder_.devices = named(Pivot::Kind::device);
    intruder_.applications = named(Pivot::Kind::application);
    return std::move(intruder_);
  }

  struct Act {
    Instant time;
    Reasons because = no_reasons;
  };

  std::vector<Intruder::Window> windows_of(std::vector<Act>& acts) {
    std::stable_sort(acts.begin(), acts.end(),
                     [](const auto& a, const auto& b) { return a.time < b.time; });
    std::vector<Intruder::Window> windows;
    Reasons because = no_reasons;
    for (const auto& act : acts) {
      const auto from = act.time - Intruder::window_margin, to = act.time + Intruder::window_margin;
      if (windows.empty() || act.time - Intruder::window_gap > windows.back().to) {
        if (!windows.empty()) windows.back().because = names_of(because);
        windows.push_back({from, to, {}});
        because = no_reasons;
      }
      windows.back().to = to;
      because = reasons_.united(because, act.because);
    }
    if (!windows.empty()) windows.back().because = names_of(because);
    return windows;
  }

  std::unordered_map<Symbol, Intruder::Mark> named(Pivot::Kind kind) const {
    std::unordered_map<Symbol, Intruder::Mark> all;
    for (const auto& [symbol, mark] : marks_[index_of(kind)])
      all.emplace(symbol, Intruder::Mark{mark.certainty, names_of(mark.because)});
    return all;
  }

  // Sorted, as the seeds are.
  std::vector<std::string> names_of(Reasons reasons) const {
    std::vector<std::string> names;
    for (const auto seed : reasons_.seeds(reasons)) names.push_back(seeds_[seed]->id);
    return names;
  }

  const Scene& scene_;
  std::vector<std::uint8_t> traits_;  // by symbol; of no_symbol, none
  std::vector<const Finding*> seeds_;
  ReasonSets reasons_;
  std::vector<std::pair<std::uint32_t, Reasons>> tied_;  // events tied by a proven mark, in order
  bool tied_is_whole_ = false;
  std::array<Marks, 5> marks_;  // by Pivot::Kind
  Intruder intruder_;           // what is the owners' own, until result() adds the marks
  Instant first_;
  std::unordered_map<Symbol, Instant> begun_;
  std::unordered_map<Symbol, bool> relayed_;
  std::set<std::pair<Symbol, Symbol>> unexcused_;     // account, address
  std::unordered_map<Symbol, std::size_t> regulars_;  // address to accounts that had it on days
  std::unordered_map<Symbol, std::vector<Act>> acts_;
};

}  // namespace

Intruder find_intruder(const Scene& scene, std::span<const Finding> findings) {
  return Search(scene, findings).run();
}

}  // namespace digue::detect
