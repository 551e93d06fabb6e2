// The one place that says whether somebody may do what a route does.  Deny by default. Thread-safe.
#pragma once
#include <optional>

#include "incident/state.h"
#include "server/people/people.h"

namespace digue::server {

// What somebody is in an incident: what its logbook says, else the role of an account that holds
// everywhere.  Nothing for who has none, or whose role was ended: for them it is not there.
std::optional<Role> role_in(const incident::State& state, const Person& person);

// `person`: who is signed in.  `role`: in the incident that the route names, when it names one.
bool is_authorised(Access access, const std::optional<Person>& person, std::optional<Role> role);

}  // namespace digue::server
