// Squid's own access log (`logformat squid`, also what many proxies write in its manner):
//   1772000000.123   5012 10.0.1.2 TCP_MISS/200 8123 GET http://host/path user HIER_DIRECT/1.2.3.4
//   text/html
// Time is UTC.  The URL is not kept in the event: a hunt finds it in the line itself, and a
// gigabyte of them would not fit in memory.
#include <algorithm>
#include <array>

#include "base/number.h"
#include "read/web_request.h"

namespace digue::read {

namespace {

bool all_digits(std::string_view text) {
  return !text.empty() &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// "1772000000.123"
std::optional<Instant> seconds(std::string_view text) {
  const auto dot = text.find('.');
  if (dot == std::string_view::npos || text.size() - dot != 4) return std::nullopt;
  const auto whole = whole_number<std::uint32_t>(text.substr(0, dot));
  const auto part = whole_number<std::uint32_t>(text.substr(dot + 1));
  if (!whole || !part) return std::nullopt;
  return Instant{std::int64_t{*whole} * second_ms + *part};
}

std::optional<WebRequest> request_of(std::string_view line) {
  std::array<std::string_view, 10> fields;
  for (auto& field : fields) field = take_field(line);
  const auto time = seconds(fields[0]);
  const auto slash = fields[3].find('/');
  if (!time || slash == std::string_view::npos || fields[9].empty()) return std::nullopt;
  const auto status = whole_number<std::int32_t>(fields[3].substr(slash + 1));
  const bool elapsed = all_digits(fields[1].starts_with('-') ? fields[1].substr(1) : fields[1]);
  if (!status || !elapsed || !all_digits(fields[4]) ||
      fields[8].find('/') == std::string_view::npos)
    return std::nullopt;
  return WebRequest{.time = *time,
                    .client = fields[2],
                    .user = unless_dash(fields[7]),
                    .method = fields[5],
                    .status = *status,
                    .denied = fields[3].substr(0, slash).find("DENIED") != std::string_view::npos,
                    .url = fields[6],
                    .content_type = unless_dash(fields[9]),
                    .referer = {},
                    .bytes_out = {},
                    .bytes_in = whole_number(fields[4])};
}

}  // namespace

const Format& squid_format() {
  static const RequestLines format("squid", 90, request_of);
  return format;
}

}  // namespace digue::read
