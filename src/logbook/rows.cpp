#include "logbook/rows.h"

#include "logbook/sentences.h"
#include "logbook/sql_text.h"

namespace digue::logbook {

Result<std::string> read_incident(store::Connection& connection) {
  auto query = connection.prepare(sql::select_logbook);
  if (query) {
    DIGUE_TRY(const bool found, query->step());
    if (found) return std::string(query->text(0));
  }
  return fail<sentences::not_a_logbook>(Error::Kind::bad_input, connection.name());
}

Result<std::string> read_head(store::Connection& connection) {
  DIGUE_TRY(auto query, connection.prepare(sql::select_head));
  DIGUE_TRY(const bool found, query.step());
  return found ? std::string(query.text(0)) : std::string();
}

Outcome each_row(store::Connection& connection, std::uint64_t from,
                 const std::function<void(const Row&)>& visit) {
  DIGUE_TRY(auto query, connection.prepare(sql::select_entries));
  query.bind(1, static_cast<std::int64_t>(from));
  while (true) {
    DIGUE_TRY(const bool found, query.step());
    if (!found) return {};
    Row row;
    row.position = static_cast<std::uint64_t>(query.integer(0));
    row.header = query.bytes(1);
    row.signature = query.bytes(2);
    row.has_body = !query.is_null(4);
    row.salt = query.bytes(3);
    row.body = query.bytes(4);
    visit(row);
  }
}

}  // namespace digue::logbook
