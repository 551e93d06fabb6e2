// The one place that says whether somebody may do what a route does.  Deny by default. Thread-safe.
#pragma once
#include <optional>

#include "incident/state.h"
#include "server/people/people.h"
#include "server/people/tokens.h"

namespace digue::server {

// What somebody is in an incident: what its logbook says, else the role of an account that holds
// everywhere.  Nothing for who has none, or whose role was ended: for them it is not there.
std::optional<Role> role_in(const incident::State& state, const Person& person);

// `person`: who is signed in.  `role`: in the incident that the route names, when it names one.
bool is_authorised(Access access, const std::optional<Person>& person, std::optional<Role> role);

// What a token adds to that: it never keeps an account, manages people nor sends out, it writes
// only if it may, and it opens one incident alone when it is of one (`incident`: that of the route;
// else empty).
bool token_allows(const Token& token, Access access, bool is_write, std::string_view incident);

}  // namespace digue::server
