#include "server/people/role.h"

#include <algorithm>
#include <array>

namespace digue::server {

static constexpr std::array<std::string_view, role_count> role_names = {
    "lead", "responder", "scribe", "observer", "counsel"};

std::string_view role_name(Role role) {
  return role_names[static_cast<std::size_t>(role)];
}

std::optional<Role> role_named(std::string_view name) {
  const auto found = std::find(role_names.begin(), role_names.end(), name);
  if (found == role_names.end()) return std::nullopt;
  return static_cast<Role>(found - role_names.begin());
}

namespace {

struct Grant {
  Access access;
  std::array<bool, role_count> roles;  // in the order of Role
};
// clang-format off
constexpr Grant grants[] = {
    //                     lead   responder  scribe  observer  counsel
    {Access::read,       {{true,  true,      true,   true,     true}}},
    {Access::write_log,  {{true,  true,      true,   false,    true}}},
    {Access::say_clocks, {{true,  true,      false,  false,    true}}},
    {Access::act,        {{true,  true,      false,  false,    false}}},
    {Access::close,      {{true,  false,     false,  false,    false}}},
    {Access::set_roles,  {{true,  false,     false,  false,    false}}},
    {Access::send_out,   {{true,  false,     false,  false,    false}}},
    {Access::read_accesses, {{true, false,   false,  false,    false}}},
};
// clang-format on

}  // namespace

bool may(Access access, std::optional<Role> role) {
  if (!role) return false;
  const auto* found = std::find_if(std::begin(grants), std::end(grants),
                                   [&](const Grant& grant) { return grant.access == access; });
  return found != std::end(grants) && found->roles[static_cast<std::size_t>(*role)];
}

}  // namespace digue::server
