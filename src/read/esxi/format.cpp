// What ESXi and vCenter log to files of their own (hostd.log, vpxa.log, vobd.log, vpxd.log):
//   2026-03-08T02:11:07.123Z info hostd[2099894] [Originator@6876 sub=Vimsvc] Event 406 : ...
//   2026-03-08T02:11:07.123Z In(166) Hostd[2099894]: [Originator@6876 sub=Vimsvc] Event 406 : ...
//   2026-03-08T02:11:07.123Z: [UserLevelCorrelator] 12us: [esx.audit.ssh.enabled] SSH access ...
// Their shell.log and auth.log are read as syslog.
#include "base/text.h"
#include "read/services/own_log.h"
#include "read/services/services.h"

namespace digue::read {

namespace {

bool take_head(std::string_view line, Head& head) {
  const std::size_t end = line.find(' ');
  if (end == std::string_view::npos || end < 20 || line[10] != 'T') return false;
  auto date = line.substr(0, end);
  if (date.ends_with(':')) date.remove_suffix(1);
  if (!parse_rfc3339(date)) return false;
  head.date = date;
  head.text = line.substr(end + 1);
  return true;
}

// "info hostd[2099894] ...", "In(166) Hostd[2099894]: ...": the program, off with what is before.
std::string_view take_program(std::string_view& text) {
  if (text.starts_with('[')) return "vobd";
  const std::size_t level = text.find(' ');
  const std::size_t open = text.find('[');
  if (level == std::string_view::npos || open == std::string_view::npos || open < level) return {};
  const auto program = trimmed(text.substr(level, open - level));
  const std::size_t close = text.find(']', open);
  if (program.empty() || program.find(' ') != std::string_view::npos ||
      close == std::string_view::npos)
    return {};
  text.remove_prefix(close + 1);
  text = text.substr(std::min(text.find_first_not_of(": "), text.size()));
  return program;
}

bool is_mine(const Head& head) {
  auto text = head.text;
  const auto program = take_program(text);
  for (const std::string_view known : {"hostd", "vpxa", "vpxd", "vobd", "rhttpproxy", "fdm"})
    if (equal_ignoring_case(program, known)) return true;
  return false;
}

bool tell(std::string_view text, Said& said) {
  const auto program = take_program(text);
  const auto wordings = program == "vobd"                            ? services::host_alarms()
                        : starts_with_ignoring_case(program, "vpxd") ? services::vcenter()
                                                                     : services::host_agent();
  if (matches_any(wordings, text, said)) services::tell_quoted(said);
  said.set(Part::operation, program);
  return true;
}

}  // namespace

const Format& esxi_format() {
  static const OwnLogFormat format({"esxi", 88, take_head, is_mine, tell});
  return format;
}

}  // namespace digue::read
