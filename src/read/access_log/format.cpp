// The common log format and its longer forms (combined), as Squid (`logformat common`), Apache,
// nginx and many appliances write it:
//   10.0.1.2 - user [08/Mar/2026:02:11:07 +0100] "GET http://host/path HTTP/1.1" 200 8123 ...
// The URL is not kept in the event: a hunt finds it in the line itself.
#include "base/number.h"
#include "read/web_request.h"

namespace digue::read {

namespace {

// "08/Mar/2026:02:11:07 +0100"
std::optional<Instant> time_of(std::string_view text) {
  if (text.size() != 26 || text[2] != '/' || text[6] != '/' || text[11] != ':') return std::nullopt;
  bool good = true;
  const auto number = [&](std::size_t at, std::size_t count) {
    const auto value = whole_number<unsigned>(text.substr(at, count));
    good = good && value.has_value();
    return value.value_or(0);
  };
  const auto month = month_of_letters(text.substr(3, 3));
  const CivilTime civil{static_cast<int>(number(7, 4)),
                        month,
                        number(0, 2),
                        number(12, 2),
                        number(15, 2),
                        number(18, 2)};
  const std::int64_t offset = (number(22, 2) * 60 + number(24, 2)) * minute_ms;
  const auto local = from_civil_utc(civil);
  if (!good || !local) return std::nullopt;
  return text[21] == '-' ? *local + offset : *local - offset;
}

std::optional<WebRequest> request_of(std::string_view line) {
  WebRequest request;
  request.client = take_field(line);
  take_field(line);  // what ident says
  const auto open = line.find(" [");
  const auto close = line.find("] \"");
  if (open == std::string_view::npos || close == std::string_view::npos || close < open + 2)
    return std::nullopt;
  request.user = unless_dash(trimmed(line.substr(0, open)));
  const auto time = time_of(line.substr(open + 2, close - open - 2));
  if (!time) return std::nullopt;
  request.time = *time;
  line.remove_prefix(close + 3);
  const auto quote = line.find("\" ");
  if (quote == std::string_view::npos) return std::nullopt;
  // What a scanner sends in the place of a method may be anything.
  const auto asked = line.substr(0, quote);
  if (const auto method = asked.substr(0, asked.find(' ')); method.size() <= 20)
    request.method = method;
  if (const auto space = asked.find(' '); space != std::string_view::npos)
    request.url = asked.substr(space + 1, asked.rfind(' ') - space - 1);
  line.remove_prefix(quote + 2);
  const auto status = whole_number<std::int32_t>(take_field(line));
  if (!status) return std::nullopt;
  request.status = *status;
  request.bytes_in = whole_number(take_field(line));
  // The combined form goes on: "referer" "agent".
  if (trimmed(line).starts_with('"')) request.referer = unless_dash(take_log_value(line));
  if (trimmed(line).starts_with('"')) request.agent = unless_dash(take_log_value(line));
  return request;
}

}  // namespace

const Format& access_log_format() {
  static const RequestLines format("access-log", 85, request_of);
  return format;
}

}  // namespace digue::read
