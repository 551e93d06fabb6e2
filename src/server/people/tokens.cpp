#include "server/people/tokens.h"

#include <algorithm>

#include "base/hash.h"
#include "server/people/secret.h"
#include "server/people/sentences.h"
#include "server/sql_text.h"

namespace digue::server {

static constexpr std::size_t secret_bytes = 32, id_bytes = 8;
static constexpr std::string_view secret_start = "digue_";

Result<std::unique_ptr<Tokens>> Tokens::open(const std::filesystem::path& file, Clock& clock) {
  DIGUE_TRY(auto connection, store::Connection::open(file, {}));
  std::unique_ptr<Tokens> tokens(new Tokens(std::move(connection), clock));
  DIGUE_CHECK(tokens->load());
  return tokens;
}

Outcome Tokens::load() {
  DIGUE_TRY(auto query, connection_.prepare(sql::select_tokens));
  for (;;) {
    DIGUE_TRY(const bool row, query.step());
    if (!row) return {};
    tokens_[std::string(query.text(0))] = {std::string(query.text(1)), std::string(query.text(2)),
                                           std::string(query.text(3)), query.integer(4) != 0,
                                           std::string(query.text(5)), Instant{query.integer(6)},
                                           Instant{query.integer(7)},  Instant::unknown};
  }
}

Result<NewToken> Tokens::add(Token token) {
  token.id = random_hex(id_bytes);
  token.made = clock_.now();
  NewToken out{token, std::string(secret_start) + random_hex(secret_bytes)};
  const auto hash = to_hex(sha256(out.secret));
  const std::lock_guard lock(mutex_);
  const auto mine = std::count_if(tokens_.begin(), tokens_.end(), [&](const auto& one) {
    return one.second.person == token.person;
  });
  if (static_cast<std::size_t>(mine) >= max_tokens)
    return fail<sentences::too_many_tokens>(Error::Kind::refused, max_tokens);
  DIGUE_TRY(auto insert, connection_.prepare(sql::insert_token));
  DIGUE_CHECK(insert.bind_text(1, hash)
                  .bind_text(2, token.id)
                  .bind_text(3, token.person)
                  .bind_text(4, token.name)
                  .bind(5, token.writes ? 1 : 0)
                  .bind_text(6, token.incident)
                  .bind(7, token.made.milliseconds)
                  .bind(8, token.expires.milliseconds)
                  .execute());
  tokens_[hash] = std::move(token);
  return out;
}

std::vector<Token> Tokens::of(const std::string& person) const {
  const std::lock_guard lock(mutex_);
  std::vector<Token> out;
  for (const auto& [hash, token] : tokens_)
    if (token.person == person) out.push_back(token);
  std::sort(out.begin(), out.end(), [](const Token& a, const Token& b) {
    return a.name != b.name ? a.name < b.name : a.id < b.id;
  });
  return out;
}

Outcome Tokens::revoke(const std::string& person, const std::string& id) {
  const std::lock_guard lock(mutex_);
  const auto found = std::find_if(tokens_.begin(), tokens_.end(), [&](const auto& one) {
    return one.second.id == id && one.second.person == person;
  });
  if (found == tokens_.end()) return fail<sentences::no_such_token>(Error::Kind::not_found, id);
  DIGUE_TRY(auto remove, connection_.prepare(sql::delete_token));
  DIGUE_CHECK(remove.bind_text(1, found->first).execute());
  tokens_.erase(found);
  return {};
}

Outcome Tokens::revoke_all(const std::string& person) {
  const std::lock_guard lock(mutex_);
  DIGUE_TRY(auto remove, connection_.prepare(sql::delete_tokens_of));
  DIGUE_CHECK(remove.bind_text(1, person).execute());
  std::erase_if(tokens_, [&](const auto& one) { return one.second.person == person; });
  return {};
}

std::optional<Token> Tokens::find(std::string_view secret) {
  if (!secret.starts_with(secret_start)) return std::nullopt;
  const auto hash = to_hex(sha256(secret));
  const Instant now = clock_.now();
  const std::lock_guard lock(mutex_);
  const auto found = tokens_.find(hash);
  if (found == tokens_.end() || now >= found->second.expires) return std::nullopt;
  found->second.used = now;
  return found->second;
}

bool Tokens::holds(const Token& token) const {
  const std::lock_guard lock(mutex_);
  return clock_.now() < token.expires &&
         std::any_of(
             tokens_.begin(), tokens_.end(),
             [&](const auto& one) { return one.second.id == token.id; });
}

}  // namespace digue::server
