#include "server/oidc/entrance.h"

#include "base/text.h"
#include "server/oidc/sentences.h"
#include "server/people/authorise.h"
#include "server/people/sentences.h"

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

// Who they are to be, this time.
Person updated(const People& people, const std::optional<Person>& known, const Claims& claims,
               const MappedGroup& mapped, bool proven) {
  Person person = known.value_or(Person{free_name(people, claims), {}});
  if (!known || person.role != mapped.role) give_role(person, mapped);
  person.display_name = claims.display_name;
  person.by_provider = true;
  person.proven = proven;
  return person;
}

bool differ(const Person& a, const Person& b) {
  return a.role != b.role || a.display_name != b.display_name;
}

Outcome shut(People& people, Tokens& tokens, const std::string& name) {
  people.end_sessions(name, "");
  return tokens.revoke_all(name);
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

Result<Person> let_in(People& people, Tokens& tokens, const Demanded& demanded,
                      const ProviderSettings& settings, const Claims& claims) {
  if (people.has_nobody()) return fail<sentences::first_person_first>(Error::Kind::refused);
  const Identity identity{settings.issuer, claims.subject};
  const auto known = people.find_identity(identity);
  const auto mapped = settings.mapped(claims.groups);
  if (!mapped && known) DIGUE_CHECK(shut(people, tokens, known->name));
  if (!mapped) return fail<sentences::no_group_maps>(Error::Kind::refused);
  if (known && known->disabled) return fail<sentences::account_disabled>(Error::Kind::refused);
  auto person = updated(people, known, claims, *mapped, settings.is_proven(claims.proofs));
  if (person.name.empty())
    return fail<sentences::no_name_left>(Error::Kind::refused, claims.display_name);
  if (may_only_enrol(demanded, person, std::nullopt, {}))
    return fail<sentences::provider_shows_no_factor>(Error::Kind::refused);
  if (!known) return people.add_identity(person, identity);
  DIGUE_CHECK(people.set_proven(person.name, person.proven));
  if (differ(*known, person)) DIGUE_CHECK(people.change(person));
  return person;
}

}  // namespace digue::server
