// Independent signs that a stay of an account is not its owner's.
//
// One sign is a day's work: people travel, change phones, mistype passwords.  The sign-in rules
// therefore weigh how many *kinds* of sign meet, and of those how many rest on something sounder
// than the databases of places that come with the product.
#pragma once
#include <string_view>
#include <vector>

#include "detect/detector.h"
#include "detect/scene.h"
#include "detect/sign_ins.h"

namespace digue::detect {

enum class SignKind : std::uint8_t {
  place,          // an operator, a country or a hosting network new for the account
  client,         // a program, a system or a device new for the account, or a script
  act,            // a rule, a forwarding, a permission, a method, a consent made from there
  many_accounts,  // the address tried or entered other accounts
  intruder,       // another finding ties it to the intruder
};

struct Sign {
  SignKind kind;
  Message what;
  bool on_fallback = false;  // rests on the fallback databases
};

class Signs {
 public:
  void add(Sign sign);
  bool has(SignKind kind) const;
  // How many kinds of sign there are; how many do not rest on the fallback databases.
  unsigned independent() const;
  unsigned solid() const;
  const std::vector<Sign>& all() const { return all_; }
  void tell_in(finding::Finding& finding) const;  // adds each to `why`, once

 private:
  std::vector<Sign> all_;
};

// A finding about very many visits judges its first ones; more would say nothing new.
inline constexpr std::size_t visits_judged = 100;

// What is new about the visit's place and client.
void look_at_place(const Scene& scene, std::uint32_t visit, Signs& signs);
void look_at_client(const Scene& scene, std::uint32_t visit, Signs& signs);
// What the account did from that session or address within a day that an intruder does: returns
// the indexes of those events, in time order.
std::vector<std::uint32_t> look_at_acts(const Scene& scene, std::uint32_t visit, Signs& signs);
// Ties given by other findings than `but_for`.
void look_at_intruder(const Scene& scene, std::uint32_t visit, std::string_view but_for,
                      Signs& signs);

// The visit is like what the account does every day: its address, its network, or both its
// operator and its client, or its device are known.
bool is_familiar(const Scene& scene, std::uint32_t visit);
// Neither the place nor the client tells the owner from a stranger: the history is too short.
bool history_too_short(const Scene& scene, std::uint32_t visit);

// Cites the visit: its first row, its time, its account and, when `blamed`, its address.
void cite_visit(finding::Finding& finding, const Scene& scene, std::uint32_t visit,
                bool blamed = true);
// Follows the visit as the intruder's: the address, unless it is the organisation's, the
// provider's or usual for somebody; the session with `session_certainty`.
void follow_visit(finding::Finding& finding, const Scene& scene, std::uint32_t visit,
                  finding::Pivot::Certainty session_certainty);
// The same test for an event without a visit (a failed sign-in).
bool may_follow_address(const Scene& scene, const event::Event& event);

// How strongly something the account did, or that was done to it, follows from an intruder.
struct Lead {
  enum class Strength : std::uint8_t {
    none,
    unfamiliar,  // an unfamiliar visit with two kinds of sign came shortly before
    probable,    // an intruder was active on the account shortly before
    proven,      // the intruder's own sign-in came shortly before, or the act is tied to him
  };
  Strength strength = Strength::none;
  std::uint32_t visit = no_visit;  // the one that leads there, if one does
  std::int64_t delay = 0;          // from that visit's sign-in to the act, milliseconds
};
// Looks back `within` milliseconds from `moment`.
Lead lead_to(const Scene& scene, event::Symbol account, Instant moment, std::int64_t within,
             std::string_view but_for);

Message lead_line(const Scene& scene, const Lead& lead);

// Lowers what rests on the fallback databases alone, and says that it rests on them, with the date.
void respect_fallback(finding::Finding& finding, const AddressFacts& facts, const Signs& signs);

// A session as a script needs it to end it.
finding::Subject session_subject(const Scene& scene, const event::Event& event);

}  // namespace digue::detect
