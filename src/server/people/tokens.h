// Tokens by which a program speaks for a person: named, scoped, expiring, of at most one incident
// if so told.  Only their SHA-256 is kept.  They may never touch accounts, sessions or tokens, and
// are worth what their person is: nothing once the account is disabled.  Thread-safe.
#pragma once
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/time.h"
#include "store/connection.h"

namespace digue::server {

inline constexpr std::size_t max_tokens = 50;  // of a person
inline constexpr std::uint64_t max_token_days = 365;

struct Token {
  std::string id, person, name;
  bool writes = false;   // else it reads only
  std::string incident;  // the only one that it opens; empty: all those of the person
  Instant made, expires, used;
};

struct NewToken {
  Token token;
  std::string secret;  // told once: "digue_..."
};

class Tokens {
 public:
  // Of a file whose tables are up to date (people.h).
  static Result<std::unique_ptr<Tokens>> open(const std::filesystem::path& file, Clock& clock);

  Result<NewToken> add(Token token);
  // By name; those that have expired too.
  std::vector<Token> of(const std::string& person) const;
  // not_found when it is not a token of theirs.
  Outcome revoke(const std::string& person, const std::string& id);
  // All of theirs.
  Outcome revoke_all(const std::string& person);
  // The one that this secret is of, unless it has expired.
  std::optional<Token> find(std::string_view secret);
  // It was neither revoked nor has it expired.
  bool holds(const Token& token) const;

 private:
  Tokens(store::Connection connection, Clock& clock)
      : connection_(std::move(connection)), clock_(clock) {}
  Outcome load();

  mutable std::mutex mutex_;
  store::Connection connection_;
  Clock& clock_;
  std::map<std::string, Token> tokens_;  // by SHA-256 of the secret, hex
};

}  // namespace digue::server
