// Where and with what each account is seen: the ground of the sign-in rules.
//
// An address is resolved once (Microsoft's own place in the sign-in record, the user's database,
// the fallback).  Consecutive acts of one account from one address with one client are a Visit.
// Each visit knows the visit before it that shares its address, network, operator, country, client
// or device, so that "new for this account" is a short walk back.  Made once for a scene; does not
// know the intruder: is_new() does, so that what the intruder did teaches nothing.
#pragma once
#include <array>
#include <cstdint>
#include <limits>
#include <memory>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "detect/agents.h"
#include "detect/operators.h"
#include "detect/scene.h"

namespace digue::detect {

// Where a fact about an address comes from.
enum class Basis : std::uint8_t { none, evidence, own_database, fallback };

struct AddressFacts {
  event::Symbol address = event::no_symbol;
  Site site;
  Basis place_basis = Basis::none, operator_basis = Basis::none;
  OperatorKind kind = OperatorKind::unknown;
  bool provider = false;       // the mail provider's own or a private one: no place of a person
  bool known_network = false;  // the organisation's settings name it
  std::uint64_t network = 0;   // its /24 or /48
  std::uint64_t operator_key = 0;
  std::uint16_t country = 0;  // two letters, 0 when unknown

  bool has_point() const { return site.latitude.has_value() && site.longitude.has_value(); }
};

// What of a visit may be new.
enum class Trait : std::uint8_t { address, network, network_operator, country, client, device };
inline constexpr std::size_t trait_count = 6;

inline constexpr std::uint32_t no_visit = std::numeric_limits<std::uint32_t>::max();

struct Visit {
  Instant from, to;
  std::uint32_t first_event = 0;  // indexes into Trail::events
  std::uint32_t last_event = 0;
  std::uint32_t address = 0;  // index into addresses()
  event::Symbol account = event::no_symbol, session = event::no_symbol, device = event::no_symbol;
  Agent agent;
  bool signed_in = false;                             // holds a successful sign-in
  std::array<std::uint32_t, trait_count> previous{};  // by trait: the last visit that
  // shares it and began an hour or more before: a burst is one link, so that a walk back is short
};

// known: seen for this account before; fresh: not seen in the prior 30 days of evidence; unknown:
// the value is not known, or the account's history is too short to tell.
enum class Novelty : std::uint8_t { unknown, known, fresh };

class SignIns {
 public:
  static constexpr std::int64_t memory = 30 * day_ms;   // how far back "new" looks
  static constexpr std::int64_t settling = 2 * day_ms;  // younger than this is not yet usual
  static constexpr std::int64_t shortest_history = 7 * day_ms;  // below: too short to tell
  static constexpr std::size_t shared_accounts = 3;             // of an address that is an office's
  static constexpr std::size_t shared_days = 4;                 // on each of them
  static constexpr std::int64_t shared_span = 14 * day_ms;
  static constexpr std::int64_t visit_gap = hour_ms;

  explicit SignIns(const Scene& scene);

  const std::vector<Visit>& visits() const { return visits_; }  // in time order
  const AddressFacts& facts_of(const Visit& visit) const { return addresses_[visit.address]; }
  // Nothing is known of an address that no event with an account carries: null.
  const AddressFacts* facts_of(event::Symbol address) const;
  // Indexes of visits, in time order; accounts() in the order of their first.
  const std::vector<std::uint32_t>& of_account(event::Symbol account) const;
  const std::vector<event::Symbol>& accounts() const { return accounts_; }
  // The visit that the event belongs to; no_visit for a failure, or without account or address.
  std::uint32_t visit_of(std::uint32_t event_index) const { return visit_of_event_[event_index]; }

  // Whether anything, database or record, told the place (the operator) of any address.
  bool knows_places() const;
  bool knows_operators() const;

  Novelty novelty(const Scene& scene, std::uint32_t visit, Trait trait) const;
  // How long before `moment` the account is first seen other than as the intruder, in milliseconds.
  std::int64_t history_before(const Scene& scene, event::Symbol account, Instant moment) const;
  // Accounts for whom the address was usual at that moment (seen, settled, not the intruder's).
  std::size_t settled_accounts(const Scene& scene, event::Symbol address, Instant moment) const;

  // Several accounts use the address day after day for weeks, in the whole evidence: an office, a
  // shared exit.  Whoever attacked from there can't be told from who works there.
  bool is_shared(event::Symbol address) const;

 private:
  void resolve_addresses(const Scene& scene);
  void make_visits(const Scene& scene);
  void link_visits();
  void find_shared_addresses();

  std::vector<AddressFacts> addresses_;
  std::unordered_map<event::Symbol, std::uint32_t> index_of_address_;
  std::vector<Visit> visits_;
  std::vector<std::uint32_t> visit_of_event_;
  std::unordered_map<event::Symbol, std::vector<std::uint32_t>> by_account_, by_address_;
  std::vector<event::Symbol> accounts_;
  std::unordered_set<event::Symbol> shared_;
};

// The rules that see nothing where no place and no operator is known, to be told as not run.
std::vector<std::string_view> rules_that_need_sites();
// Of those, the ones that saw nothing here.
std::vector<std::string_view> rules_without_sites(const Scene& scene);

// A person's account: a mail address, not a service or the system.
bool is_person(std::string_view account);
// The client of an event, from its agent and what a sign-in says of browser and system.
Agent agent_of(const event::Trail& trail, const event::Event& event);
// A detail by its exact name, for the hot paths; Trail::detail ignores case and is slower.
event::Symbol exact_symbol(const event::Trail& trail, const event::Event& event,
                           event::Symbol name);
std::string_view exact_detail(const event::Trail& trail, const event::Event& event,
                              event::Symbol name);
// "203.0.113.7 (FR, Lyon, AS64496 Example Net)": evidence's own names, the same in both languages.
std::string place_text(const AddressFacts& facts, std::string_view address);
std::string operator_text(const AddressFacts& facts);

}  // namespace digue::detect
