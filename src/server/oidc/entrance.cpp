#include "server/oidc/entrance.h"

#include "base/text.h"
#include "server/oidc/sentences.h"

namespace digue::server {

namespace {

constexpr std::size_t longest_base = 56;  // leaves room for a number
constexpr int most_of_a_name = 1000;

// "Zoé.Martin@example.org" is "zoe.martin".
std::string base_name(const std::string& called) {
  std::string out;
  for (const char c : folded(called.substr(0, called.find('@')))) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    const bool between = c == '.' || c == '_' || c == '-';
    if (out.size() < longest_base && (letter || !out.empty())) out += letter || between ? c : '-';
  }
  while (out.ends_with('-')) out.pop_back();
  return out;
}

void give_role(Person& person, const MappedGroup& mapped) {
  person.role = mapped.role;
  person.everywhere = mapped.everywhere;
  person = with_usual_rights(std::move(person));
}

Result<Person> newcomer(People& people, const Identity& identity, const Claims& claims,
                        const MappedGroup& mapped, bool proven) {
  Person person{free_name(people, claims), claims.display_name};
  if (person.name.empty())
    return fail<sentences::no_name_left>(Error::Kind::refused, claims.display_name);
  give_role(person, mapped);
  person.by_provider = true;
  person.proven = proven;
  return people.add_identity(person, identity);
}

}  // namespace

std::string free_name(const People& people, const Claims& claims) {
  auto base = base_name(claims.preferred_name);
  if (base.empty()) base = base_name(claims.display_name);
  if (base.empty()) base = "p";
  if (!people.find(base)) return base;
  for (int i = 2; i < most_of_a_name; ++i)
    if (const auto name = base + "-" + std::to_string(i); !people.find(name)) return name;
  return {};
}

Result<Person> let_in(People& people, Tokens& tokens, const ProviderSettings& settings,
                      const Claims& claims) {
  if (people.has_nobody()) return fail<sentences::first_person_first>(Error::Kind::refused);
  const Identity identity{settings.issuer, claims.subject};
  auto known = people.find_identity(identity);
  const auto mapped = settings.mapped(claims.groups);
  if (!mapped) {
    if (known) {
      people.end_sessions(known->name, "");
      DIGUE_CHECK(tokens.revoke_all(known->name));
    }
    return fail<sentences::no_group_maps>(Error::Kind::refused);
  }
  const bool proven = settings.is_proven(claims.proofs);
  if (!known) return newcomer(people, identity, claims, *mapped, proven);
  if (known->disabled) return fail<sentences::account_disabled>(Error::Kind::refused);
  DIGUE_CHECK(people.set_proven(known->name, proven));
  known->proven = proven;
  if (known->role == mapped->role && known->display_name == claims.display_name) return *known;
  known->display_name = claims.display_name;
  if (known->role != mapped->role) give_role(*known, *mapped);
  DIGUE_CHECK(people.change(*known));
  return *known;
}

}  // namespace digue::server
