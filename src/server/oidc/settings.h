// The organisation's identity provider, as `digue serve --oidc FILE` is told of it
// (docs/server.md). Values; thread-safe.
#pragma once
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "server/people/role.h"

namespace digue::server {

inline constexpr std::size_t max_secret_bytes = 4096;

// What a group of the provider is here.
struct MappedGroup {
  std::string group;
  Role role = Role::observer;
  bool everywhere = false;  // the role holds in every incident that gives no other
};

struct ProviderSettings {
  std::string name;                   // on the button
  std::string issuer;                 // https, or http of this machine
  std::string client, secret;         // no secret: a public client, by PKCE alone
  std::filesystem::path authorities;  // PEM, that alone is trusted; empty: the system's
  std::string groups_claim = "groups";
  std::vector<std::string> scopes = {"profile"};  // beside openid
  std::vector<MappedGroup> groups;                // the first that somebody is in counts
  // Values of `amr` or `acr` that say that a second factor was shown.
  std::vector<std::string> proofs = {"mfa"};
  bool always_proven = false;  // every sign-in of the provider is taken as such

  // Nothing for who is in none of them.
  std::optional<MappedGroup> mapped(const std::vector<std::string>& theirs) const;
  bool is_proven(const std::vector<std::string>& theirs) const;
};

// YAML, read strictly; files that it names stand beside it.  Errors: with the place.  `warn`: a
// secret that others may read.
Result<ProviderSettings> read_provider_settings(const std::filesystem::path& file,
                                                const std::function<void(const Message&)>& warn);

}  // namespace digue::server
