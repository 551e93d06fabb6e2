// The one place that says whether somebody may do what a route does.  Deny by default. Thread-safe.
#pragma once
#include <optional>

#include "incident/state.h"
#include "server/people/factors.h"
#include "server/people/people.h"
#include "server/people/tokens.h"

namespace digue::server {

// What somebody is in an incident: what its logbook says, else the role of an account that holds
// everywhere.  Nothing for who has none, or whose role was ended: for them it is not there.
std::optional<Role> role_in(const incident::State& state, const Person& person);

// A second factor is demanded of them and they show none: until they do, they may only add one.
// Who manages people counts as a lead.  `factors`: theirs.
bool may_only_enrol(const Demanded& demanded, const Person& person, std::optional<Role> role,
                    const FactorsOf& factors);

// `person`: who is signed in.  `role`: in the incident that the route names, when it names one.
// `only_enrols`: may_only_enrol().
bool is_authorised(Access access, const std::optional<Person>& person, std::optional<Role> role,
                   bool only_enrols);

// What a token adds to that: it never keeps an account, manages people nor sends out, it writes
// only if it may, and it opens one incident alone when it is of one (`incident`: that of the route;
// else empty).
bool token_allows(const Token& token, Access access, bool is_write, std::string_view incident);

}  // namespace digue::server
