#include "server/people/authorise.h"

namespace digue::server {

std::optional<Role> role_in(const incident::State& state, const Person& person) {
  if (person.disabled) return std::nullopt;
  const auto found = state.participants.find(person.name);
  if (found != state.participants.end()) return role_named(found->second.role);
  return person.everywhere ? std::optional(person.role) : std::nullopt;
}

bool may_only_enrol(const Demanded& demanded, const Person& person, std::optional<Role> role,
                    const FactorsOf& factors) {
  const bool of_them = demanded.contains(person.role) || (role && demanded.contains(*role)) ||
                       (person.manages_people && demanded.contains(Role::lead));
  return of_them && !factors.any() && !person.proven;
}

bool is_authorised(Access access, const std::optional<Person>& person, std::optional<Role> role,
                   bool only_enrols) {
  if (access == Access::anyone) return true;
  if (!person || person->disabled) return false;
  if (access == Access::enrol) return true;
  if (only_enrols) return false;
  if (access == Access::signed_in || access == Access::keep_account) return true;
  if (access == Access::open_incidents) return person->opens_incidents;
  if (access == Access::manage_people) return person->manages_people;
  return may(access, role);
}

bool token_allows(const Token& token, Access access, bool is_write, std::string_view incident) {
  if (access == Access::enrol || access == Access::keep_account ||
      access == Access::manage_people || access == Access::send_out)
    return false;
  if (is_write && !token.writes) return false;
  if (token.incident.empty()) return true;
  return incident.empty() ? access == Access::signed_in : incident == token.incident;
}

}  // namespace digue::server
