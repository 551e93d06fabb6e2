#include "store/migration.h"

#include "base/hash.h"
#include "store/sentences.h"

namespace digue::store {

static constexpr std::string_view table =
    "CREATE TABLE IF NOT EXISTS migration ("
    "number INTEGER NOT NULL PRIMARY KEY, sha256 TEXT NOT NULL) STRICT;";

// Where the file stands with that step: done, not yet, or done with another text.
static Result<bool> is_done(Connection& connection, const Migration& migration) {
  DIGUE_TRY(auto known, connection.prepare("SELECT sha256 FROM migration WHERE number = ?"));
  DIGUE_TRY(const bool found, known.bind(1, migration.number).step());
  if (!found) return false;
  if (known.text(0) != to_hex(sha256(migration.sql)))
    return fail<sentences::migration_changed>(Error::Kind::refused, connection.name(),
                                              migration.number);
  return true;
}

static Outcome apply(Connection& connection, const Migration& migration) {
  DIGUE_CHECK(connection.run(migration.sql));
  DIGUE_TRY(auto insert,
            connection.prepare("INSERT INTO migration (number, sha256) VALUES (?, ?)"));
  const std::string hash = to_hex(sha256(migration.sql));
  return insert.bind(1, migration.number).bind_text(2, hash).execute();
}

Outcome migrate(Connection& connection, std::span<const Migration> migrations) {
  DIGUE_TRY(auto transaction, Transaction::begin(connection));
  DIGUE_CHECK(connection.run(table));
  for (const auto& migration : migrations) {
    DIGUE_TRY(const bool done, is_done(connection, migration));
    if (!done) DIGUE_CHECK(apply(connection, migration));
  }
  return transaction.commit();
}

static Result<std::string> described(Connection& connection) {
  DIGUE_TRY(auto objects,
            connection.prepare("SELECT type, name, tbl_name, coalesce(sql, '') FROM sqlite_schema "
                               "WHERE name NOT LIKE 'sqlite_stat%' ORDER BY type, name"));
  std::string text;
  while (true) {
    DIGUE_TRY(const bool row, objects.step());
    if (!row) return text;
    for (int column = 0; column < 4; ++column) {
      text += objects.text(column);
      text += '\0';
    }
  }
}

Outcome check_tables(Connection& connection, std::span<const Migration> migrations) {
  DIGUE_TRY(auto model, Connection::in_memory());
  DIGUE_CHECK(migrate(model, migrations));
  DIGUE_TRY(const std::string expected, described(model));
  DIGUE_TRY(const std::string found, described(connection));
  if (found != expected)
    return fail<sentences::tables_changed>(Error::Kind::refused, connection.name());
  return {};
}

}  // namespace digue::store
