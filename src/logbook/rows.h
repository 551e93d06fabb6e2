// Reading a logbook's tables.
#pragma once
#include <functional>
#include <string>

#include "logbook/audit.h"
#include "store/connection.h"

namespace digue::logbook {

// An error when the file holds no logbook.
Result<std::string> read_incident(store::Connection& connection);
// "" when there is none.
Result<std::string> read_head(store::Connection& connection);
// From that position on, in order; views are valid during the call only.
Outcome each_row(store::Connection& connection, std::uint64_t from,
                 const std::function<void(const Row&)>& visit);

}  // namespace digue::logbook
