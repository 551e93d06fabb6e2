// BIND 9's own log of queries: "08-Mar-2026 02:11:07.123 queries: info: client @0x7f1c
// 10.20.1.14#50211 (name): query: name IN A +E(0)K (10.20.0.5)".  Through syslog it is read as
// syslog.
#include "read/services/own_log.h"
#include "read/services/services.h"

namespace digue::read {

namespace {

bool take_head(std::string_view line, Head& head) {
  constexpr std::size_t length = 24;  // "08-Mar-2026 02:11:07.123"
  if (line.size() <= length || line[2] != '-' || line[6] != '-' || line[11] != ' ' ||
      line[14] != ':' || line[length] != ' ')
    return false;
  head.date = line.substr(0, length);
  head.text = line.substr(length + 1);
  return true;
}

bool is_mine(const Head& head) {
  return head.text.find("client ") != std::string_view::npos;
}

bool tell(std::string_view text, Said& said) {
  const std::size_t client = text.find("client ");
  if (client == std::string_view::npos) return false;
  said.set(Part::operation, "named");
  return matches_any(services::name_server(), text.substr(client), said);
}

}  // namespace

const Format& bind_format() {
  static const OwnLogFormat format({"bind", 85, take_head, is_mine, tell});
  return format;
}

}  // namespace digue::read
