// Passwords: Argon2id through libsodium, at its interactive cost (64 MiB each).  Thread-safe; at
// most max_at_once are worked on at a time, the others wait.
#pragma once
#include <string>
#include <string_view>

namespace digue::server {

inline constexpr std::size_t min_password_bytes = 12;
inline constexpr std::size_t max_password_bytes = 1024;
inline constexpr int max_passwords_at_once = 2;

// "" when there is no memory for it.
std::string hash_password(std::string_view password);
// An empty password matches nothing.
bool is_password(const std::string& hash, std::string_view password);
// A hash that no password matches, as costly to try as any: for a name that nobody has.
const std::string& nobodys_hash();

}  // namespace digue::server
