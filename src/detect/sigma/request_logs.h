// Requests of proxies, of web servers and to name servers as rules call what they say: which rules
// they answer, and which of their parts a rule's field is.
//
// Source: Sigma's taxonomy of the categories proxy, webserver and dns; the fields that the public
// rules use.  Constant tables: threads may share them.
#pragma once
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "detect/sigma/log_sources.h"

namespace digue::detect::sigma {

// The channel (LogPlace) of each.
inline constexpr std::string_view proxy_requests = "web/proxy";
inline constexpr std::string_view server_requests = "web/server";
inline constexpr std::string_view name_questions = "network/dns";

enum class RequestPart : std::uint8_t {
  url,        // as the log has it; of a server: the path with what was asked of it
  path,       // without host and query
  query,      // after the question mark; of a server, rules look for paths in it too
  extension,  // of the path
  agent,
  method,
  host,  // that was asked, or asked for
  status,
  referer,
  account,
  client,
  destination_address,  // when the host is told as an address
  bytes_out,
  bytes_in,
};

// Nothing when none of them holds it.
std::vector<LogPlace> request_places_of(const LogSource& source);

// Nothing when logs do not say it.
std::optional<RequestPart> request_part_of(std::string_view channel, std::string_view rule_field);

}  // namespace digue::detect::sigma
