// What people are in an incident, and the one table of who may do what.  Thread-safe.
#pragma once
#include <cstdint>
#include <optional>
#include <string_view>

namespace digue::server {

enum class Role : std::uint8_t {
  lead,       // all of it, and who may sign in
  responder,  // acts, answers, decides
  scribe,     // keeps the logbook
  observer,   // reads
  counsel,    // reads, writes in the logbook, speaks of what must be declared
};
std::string_view role_name(Role role);
std::optional<Role> role_named(std::string_view name);

// What a route lets a person do.
enum class Access : std::uint8_t {
  anyone,      // without a session: health, signing in
  read,        // every role
  write_log,   // lines of the logbook, calls
  say_clocks,  // what is due, to whom
  act,         // actions, answers, severity, evidence, a new incident
  set_people,  // who may sign in
};
// Deny by default: what is not in the table is not allowed.
bool may(Access access, std::optional<Role> role);

}  // namespace digue::server
