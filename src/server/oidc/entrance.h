// From what an identity provider says of somebody to the account that they have here.
#pragma once
#include "base/result.h"
#include "server/oidc/id_token.h"
#include "server/oidc/settings.h"
#include "server/people/factors.h"
#include "server/people/people.h"
#include "server/people/tokens.h"

namespace digue::server {

// Whom the provider and the subject name: made the first time, with the role of their groups; later
// given that role when it is another.  What was changed here of the same role stays, and so do the
// roles of incidents.  refused: no group maps, and their sessions and tokens end; disabled; a
// second factor is demanded of them that the provider does not speak of; nobody is there yet who
// could sign in without it.
Result<Person> let_in(People& people, Tokens& tokens, const Demanded& demanded,
                      const ProviderSettings& settings, const Claims& claims);

// A name that nobody has: of what the provider calls them, else of the display name.  "" when none
// is left.
std::string free_name(const People& people, const Claims& claims);

}  // namespace digue::server
