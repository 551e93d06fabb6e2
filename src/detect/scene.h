// What a detector sees: the merged events in time order, indexes over them, who we are, what is
// known of addresses, and what is held to be the intruder's so far.
#pragma once
#include <array>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <typeindex>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "event/event.h"
#include "finding/finding.h"
#include "organisation/organisation.h"

namespace digue::detect::sigma {
class RuleSet;
}

namespace digue::detect {

// What is known of an address.
struct Site {
  std::string country;  // ISO 3166-1 alpha-2, "" when unknown
  std::string city;
  std::optional<double> latitude, longitude;
  std::uint32_t as_number = 0;
  std::string as_name;  // network operator
  // Of the fallback databases that come with the product: said in every finding that rests on it,
  // and such a finding stays below high alone.
  bool place_from_fallback = false;
  bool operator_from_fallback = false;
  std::string database_date;  // of the oldest fallback used, "2026-05-12"
};

// Looks addresses up.  Thread-safe.
class Sites {
 public:
  virtual ~Sites() = default;
  virtual std::optional<Site> find(std::string_view address) const = 0;
  // False when no database at all is there: rules that need one say that they did not run.
  virtual bool available() const = 0;
};

// How an event is tied to the intruder.
enum class Tie : std::uint8_t { none, probable, proven };

// There is another reason than the finding set apart; none is set apart when `but_for` is empty.
bool has_other_reason(const std::vector<std::string>& because, std::string_view but_for);

// What is held to be the intruder's, out of the findings so far (detect/intruder.h makes it).
struct Intruder {
  struct Mark {
    finding::Pivot::Certainty certainty = finding::Pivot::Certainty::probable;
    std::vector<std::string> because;  // ids of the findings that gave it, sorted
  };
  // Active on an account from its first to its last proven act, widened by window_margin; acts
  // further apart than window_gap make two windows.
  struct Window {
    Instant from, to;
    std::vector<std::string> because;
  };
  static constexpr std::int64_t window_margin = 15 * minute_ms;
  static constexpr std::int64_t window_gap = 2 * hour_ms;

  std::unordered_map<event::Symbol, Mark> sessions, addresses, tokens, devices, applications;
  // By account; in time order, not overlapping.
  std::unordered_map<event::Symbol, std::vector<Window>> windows;
  // By account: addresses and user agents that its owner used for long before, and the intruder
  // never.  A stolen session is shared by the thief and the owner, so an act with one of these is
  // tied by neither session nor window.
  std::unordered_map<event::Symbol, std::unordered_set<event::Symbol>> own_addresses, own_agents;

  bool empty() const {
    return sessions.empty() && addresses.empty() && tokens.empty() && devices.empty() &&
           applications.empty() && windows.empty();
  }
  // The event bears its account's owner's habits, and nothing of the intruder's own.
  bool is_owners(const event::Event& event) const;
};

class SignIns;  // detect/sign_ins.h

struct Scene {
  const event::Trail& trail;
  // Indexes of trail.events in time order (events without a time are not in it).
  std::vector<std::uint32_t> by_time = {};
  // Per action: indexes in time order, those without a time first.
  std::vector<std::vector<std::uint32_t>> by_action = {};
  // Per account (the actor): indexes in time order.
  std::unordered_map<event::Symbol, std::vector<std::uint32_t>> by_account = {};
  const organisation::Organisation& organisation;
  // Own domains: the settings', else guessed from the accounts (the guess is said in findings).
  std::vector<std::string> own_domains = {};
  bool own_domains_guessed = false;
  const Sites& sites;
  // The Sigma rules that were asked; nullptr: those that the product carries.
  const sigma::RuleSet* rules = nullptr;
  // When the containment was made, for the check that it holds; unknown without one.
  Instant contained = {};
  Intruder intruder = {};  // set by hold_intruder
  // By event: how it is tied to the intruder; empty while there is none.
  std::vector<Tie> ties = {};
  // Where and with what each account is seen; made with the scene, shared by its copies.
  std::shared_ptr<const SignIns> sign_ins = {};
  // By visit and trait (detect/sign_ins.h): the visit before that shares it and is not the
  // intruder's; made by hold_intruder.
  std::vector<std::array<std::uint32_t, 6>> honest_before = {};
  // Which exports came in: a rule can tell "nothing there" from "never given".
  std::array<bool, event::family_count> has_family{};
  // What once() keeps.
  using Workings = std::map<std::type_index, std::shared_ptr<const void>>;
  std::shared_ptr<Workings> workings = std::make_shared<Workings>();

  const event::Event& event(std::uint32_t index) const { return trail.events[index]; }
  std::span<const std::uint32_t> of(event::Action action) const {
    return by_action[static_cast<std::size_t>(action)];
  }
  std::string_view text(event::Symbol symbol) const { return trail.text(symbol); }
  // Puts indexes of events in time order, those of one time by record id: the order of rows in the
  // files never shows.
  void put_in_order(std::vector<std::uint32_t>& indexes) const;
  // What a rule works out of the trail alone, intruder or not: made from the scene when first asked
  // for, and kept for the rounds that follow.  T holds nothing of the scene but its trail.
  template <class T>
  const T& once() const {
    auto& held = (*workings)[typeid(T)];
    if (!held) held = std::make_shared<const T>(*this);
    return *static_cast<const T*>(held.get());
  }

  // From now on this is the intruder: ties every event to it once, for all detectors.
  void hold_intruder(Intruder intruder);
  // proven by session, token, device, application or address; probable inside an active window.
  // Ties that only the finding `but_for` gave do not count: a finding is no reason for itself.
  // `event` is one of the trail's.
  Tie tie(const event::Event& event, std::string_view but_for = {}) const;
  bool own_domain(std::string_view mail_address) const;

 private:
  void tie_events();
};

// Sorts and indexes the trail; `trail` and `organisation` must outlive the scene.
Scene make_scene(const event::Trail& trail, const organisation::Organisation& organisation,
                 const Sites& sites);

}  // namespace digue::detect
