// Numbered steps that make a file's tables, each remembered with the SHA-256 of its SQL, so that a
// file made by another version, or changed by another hand, is told before anything is written.
#pragma once
#include <span>
#include <string>
#include <string_view>

#include "store/connection.h"

namespace digue::store {

struct Migration {
  std::int64_t number;  // from 1, without a hole
  std::string_view sql;
};

// Brings the tables up to date, in one transaction.  Refuses a step whose hash is not the one that
// the file remembers.
Outcome migrate(Connection& connection, std::span<const Migration> migrations);

// Refuses tables, indexes or triggers that are not exactly what the migrations make.
Outcome check_tables(Connection& connection, std::span<const Migration> migrations);

}  // namespace digue::store
