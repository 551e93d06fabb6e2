// What people are in an incident, and the one table of who may do what.  Thread-safe.
#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace digue::server {

enum class Role : std::uint8_t {
  lead,       // all of it, and who has which role
  responder,  // acts, answers, decides
  scribe,     // keeps the logbook
  observer,   // reads
  counsel,    // reads, writes in the logbook, speaks of what must be declared
};
inline constexpr std::size_t role_count = 5;
std::string_view role_name(Role role);
std::optional<Role> role_named(std::string_view name);

// What a route lets somebody do.
enum class Access : std::uint8_t {
  anyone,  // without a session: health, signing in
  // Of the server, by the account.
  signed_in,       // the sheets, the list of one's incidents, one's own password
  enrol,           // one's own second factors, and signing out: all that is left to who lacks one
                   // that is demanded; never by a token
  keep_account,    // one's own password, sessions and tokens: never by a token
  open_incidents,  // a new incident
  manage_people,   // who may sign in
  // Of an incident, by the role that one has in it.
  read,           // every role
  write_log,      // lines of the logbook, calls
  say_clocks,     // what is due, to whom
  act,            // actions, answers, severity, evidence
  close,          // the incident is over
  set_roles,      // who has which role in it
  send_out,       // what other programs are told of it: never by a token
  read_accesses,  // who read what of it
};
// Deny by default: what is not in the table of roles is not allowed.
bool may(Access access, std::optional<Role> role);

}  // namespace digue::server
