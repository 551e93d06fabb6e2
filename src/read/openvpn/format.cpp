// OpenVPN's own log: "2026-03-08 02:11:07 jean/203.0.113.9:51234 ..." since 2.5, "Sun Mar  8
// 02:11:07 2026 ..." before.  Through syslog it is read as syslog.
#include "base/text.h"
#include "read/services/own_log.h"
#include "read/services/services.h"

namespace digue::read {

namespace {

bool take_head(std::string_view line, Head& head) {
  if (take_iso_head(line, head)) return true;
  constexpr std::size_t length = 24;  // "Sun Mar  8 02:11:07 2026"
  const bool is_ctime = line.size() > length && line[3] == ' ' && line[7] == ' ' &&
                        line[13] == ':' && line[16] == ':' && line[length] == ' ';
  if (!is_ctime) return false;
  head.date = line.substr(0, length);
  head.text = line.substr(length + 1);
  return true;
}

bool is_mine(const Head& head) {
  for (const std::string_view mark :
       {" MULTI", "MULTI:", "TLS", "OpenVPN", "SIGUSR1", "SIGTERM", "VERIFY", "PUSH", "Channel",
        "Peer Connection", "Initialization Sequence", "peer info:", "link local", "link remote",
        "TUN/TAP", "Socket Buffers"})
    if (head.text.find(mark) != std::string_view::npos) return true;
  return false;
}

bool tell(std::string_view text, Said& said) {
  said.set(Part::operation, "openvpn");
  return matches_any(services::openvpn(), text, said);
}

}  // namespace

const Format& openvpn_format() {
  static const OwnLogFormat format({"openvpn", 75, take_head, is_mine, tell});
  return format;
}

}  // namespace digue::read
