// For tests of the rules that look at traffic: rows of ordinary days, some from 1 March 2026 on.
#pragma once
#include <string>
#include <string_view>

#include "detect/testing.h"

namespace digue::detect::testing {

inline Row row_of(event::Action action, int day, std::string_view object) {
  const auto begin = parse_rfc3339("2026-03-01T03:00:00Z").value_or(Instant::unknown);
  Row row{.action = action, .time = rfc3339(begin + day * day_ms)};
  row.object = object;
  row.family = event::Family::none;
  return row;
}

// What a day's log says of a host, summed.
inline Row seen(int day, std::string_view host, int clients = 1, int posts = 0) {
  auto row = row_of(event::Action::traffic, day, host);
  row.details = {
      {"Requests", "10"}, {"Clients", std::to_string(clients)}, {"Posts", std::to_string(posts)}};
  return row;
}

}  // namespace digue::detect::testing
