#include "read/syslog/message.h"

#include <algorithm>

#include "base/number.h"
#include "base/text.h"
#include "read/lines.h"

namespace digue::read::syslog {

namespace {

constexpr std::size_t max_program_bytes = 64;
constexpr std::size_t max_host_bytes = 255;

// "<34>" or "<34>1 ": off, when it is there.
void skip_priority(std::string_view& line) {
  if (!line.starts_with('<')) return;
  const auto close = line.find('>');
  if (close > 4 || !whole_number<unsigned>(line.substr(1, close - 1))) return;
  line.remove_prefix(close + 1);
  if (line.starts_with("1 ")) line.remove_prefix(2);
}

// "02:11:07", "02:11:07.123"
bool read_clock(std::string_view text, CivilTime& civil) {
  if (text.size() < 8 || text[2] != ':' || text[5] != ':') return false;
  const auto hour = whole_number<unsigned>(text.substr(0, 2));
  const auto minute = whole_number<unsigned>(text.substr(3, 2));
  const auto second = whole_number<unsigned>(text.substr(6, 2));
  if (!hour || !minute || !second || *hour > 23 || *minute > 59 || *second > 60) return false;
  civil.hour = *hour;
  civil.minute = *minute;
  civil.second = std::min(*second, 59U);
  if (text.size() >= 12 && text[8] == '.')
    civil.millisecond = whole_number<unsigned>(text.substr(9, 3)).value_or(0);
  return true;
}

// The two digits there, or a blank and a digit; 255 of anything else.
unsigned two_digits(std::string_view text, std::size_t at) {
  const auto digit = [&](std::size_t place) {
    return static_cast<unsigned>(static_cast<unsigned char>(text[place])) - '0';
  };
  const unsigned tens = text[at] == ' ' ? 0 : digit(at), ones = digit(at + 1);
  return tens > 9 || ones > 9 ? 255 : tens * 10 + ones;
}

// "Mar  8 02:11:07 ", as nearly every line has it; whatever is otherwise is left to the reader of
// all forms.
bool take_plain_bsd_time(std::string_view& line, CivilTime& civil) {
  if (line.size() < 16 || line[3] != ' ' || line[6] != ' ' || line[9] != ':' || line[12] != ':' ||
      line[15] != ' ' || line[7] == ' ' || line[10] == ' ' || line[13] == ' ')
    return false;
  civil.month = month_of_letters(line.substr(0, 3));
  civil.day = two_digits(line, 4);
  civil.hour = two_digits(line, 7);
  civil.minute = two_digits(line, 10);
  civil.second = two_digits(line, 13);
  if (civil.month == 0 || civil.day < 1 || civil.day > 31 || civil.hour > 23 || civil.minute > 59 ||
      civil.second > 59)
    return false;
  line.remove_prefix(15);
  return true;
}

// "Mar  8 02:11:07", or with a year ("Mar 08 2026 02:11:07"): then `year` is not 0.
bool take_bsd_time(std::string_view& line, CivilTime& civil, int& year) {
  if (take_plain_bsd_time(line, civil)) return true;
  civil = {};
  std::string_view rest = line;
  civil.month = month_of_letters(take_field(rest));
  const auto day = whole_number<unsigned>(take_field(rest));
  if (civil.month == 0 || !day || *day < 1 || *day > 31) return false;
  civil.day = *day;
  auto clock = take_field(rest);
  year = clock.size() == 4 ? whole_number<int>(clock).value_or(0) : 0;
  if (year != 0) clock = take_field(rest);
  if (clock.ends_with(':')) clock.remove_suffix(1);
  if (!read_clock(clock, civil)) return false;
  line = rest;
  return true;
}

bool take_bsd_time(std::string_view& line, Message& message) {
  CivilTime civil;
  int year = 0;
  if (!take_bsd_time(line, civil, year)) return false;
  if (year == 0) {
    message.yearless = civil;
    return true;
  }
  civil.year = year;
  message.time = from_civil_utc(civil).value_or(Instant::unknown);
  message.time_is_local = message.time.known();
  return true;
}

bool take_iso_time(std::string_view& line, Message& message) {
  if (line.size() < 19 || (line[10] != 'T' && line[0] != ' ')) return false;
  std::string_view rest = line;
  const auto text = take_field(rest);
  if (text.size() < 19 || text[10] != 'T') return false;
  auto time = parse_rfc3339(text);
  message.time_is_local = !time;
  if (!time) time = parse_rfc3339(std::string(text) + "Z");
  if (!time) return false;
  message.time = *time;
  line = rest;
  return true;
}

// The first bracket, colon or blank; else the end.
std::size_t end_of_program(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size() && text[at] != '[' && text[at] != ':' && text[at] != ' ') ++at;
  return at;
}

// "postfix/smtpd[123]: text", "dovecot: text", ": %ASA-6-722051: text"
void take_program(std::string_view rest, Message& message) {
  while (!rest.empty() && (rest.front() == ' ' || rest.front() == ':')) rest.remove_prefix(1);
  const auto end = end_of_program(rest);
  message.text = rest;
  if (end == 0 || end > max_program_bytes || end == rest.size()) return;
  auto after = end;
  if (rest[end] == '[') after = std::min(rest.find(']', end), rest.size() - 1) + 1;
  const auto text = rest.substr(after);
  if (!text.starts_with(':') || (text.size() > 1 && text[1] != ' ')) return;
  message.program = rest.substr(0, end);
  message.text = text.substr(std::min<std::size_t>(2, text.size()));
}

// "[id a="x]" b="y"][...]": up to the bracket that no quotes hold; "" for a dash.
std::string_view take_structured(std::string_view& rest) {
  rest = rest.substr(std::min(rest.find_first_not_of(' '), rest.size()));
  if (!rest.starts_with('[')) return take_field(rest), std::string_view();
  bool quoted = false;
  for (std::size_t at = 1; at < rest.size(); ++at) {
    if (rest[at] == '\\')
      ++at;
    else if (rest[at] == '"')
      quoted = !quoted;
    else if (rest[at] == ']' && !quoted && !rest.substr(at + 1).starts_with('[')) {
      const auto structured = rest.substr(0, at + 1);
      rest.remove_prefix(at + 1);
      return structured;
    }
  }
  return {};  // it never closes: it is text
}

// After RFC 5424's host: program, process, kind of message, structured data, text.
void take_new_program(std::string_view rest, Message& message) {
  message.program = unless_dash(take_field(rest));
  take_field(rest);
  take_field(rest);
  message.structured = take_structured(rest);
  constexpr std::string_view mark = "\xef\xbb\xbf";
  message.text = rest.substr(std::min(rest.find_first_not_of(' '), rest.size()));
  if (message.text.starts_with(mark)) message.text.remove_prefix(mark.size());
}

// What stands between `begin` and the first of `ends`; "" when it is not there.
std::string_view between(std::string_view text, std::string_view begin, std::string_view ends) {
  const auto at = text.find(begin);
  if (at == std::string_view::npos) return {};
  text.remove_prefix(at + begin.size());
  return text.substr(0, text.find_first_of(ends));
}

// The first of the names whose value is there, apart from what is before: "user=" is not in
// "xuser=".
std::string_view value_of(std::string_view text, std::initializer_list<std::string_view> names) {
  for (const auto name : names) {
    std::size_t at = text.find(name);
    while (at != std::string_view::npos && at != 0 &&
           std::string_view(" ,(;\t<").find(text[at - 1]) == std::string_view::npos)
      at = text.find(name, at + 1);
    if (at == std::string_view::npos) continue;
    auto value = text.substr(at + name.size());
    if (value.starts_with('<')) return value.substr(1, value.find('>') - 1);
    if (value.starts_with('"')) return value.substr(1, value.find('"', 1) - 1);
    return value.substr(0, value.find_first_of(" ,;)\t"));
  }
  return {};
}

// "client=mail.example[203.0.113.9]", "connect from unknown[203.0.113.9]"
std::string_view bracketed_after(std::string_view text, std::string_view mark) {
  const auto at = text.find(mark);
  if (at == std::string_view::npos) return {};
  const auto word = text.substr(at + mark.size());
  const auto end = word.find_first_of(" ,;");
  return between(word.substr(0, end), "[", "]");
}

}  // namespace

std::optional<Message> take_apart(std::string_view line) {
  const bool new_form = line.substr(0, 7).find(">1 ") != std::string_view::npos;
  skip_priority(line);
  Message message;
  if (!take_iso_time(line, message) && (new_form || !take_bsd_time(line, message)))
    return std::nullopt;
  std::string_view after = line;
  message.host = take_field(after);
  // Hosts that log for themselves leave their name out: the program comes first.
  if (!new_form && message.host.ends_with(':') && message.host != ":") {
    message.host = {};
    take_program(line, message);
    return message;
  }
  line = after;
  if (message.host.empty() || message.host.size() > max_host_bytes) return std::nullopt;
  if (new_form) {
    message.host = unless_dash(message.host);
    take_new_program(line, message);
  } else {
    take_program(line, message);
  }
  return message;
}

std::optional<CivilTime> yearless_time(std::string_view line) {
  skip_priority(line);
  CivilTime civil;
  int year = 0;
  if (!take_bsd_time(line, civil, year) || year != 0) return std::nullopt;
  return civil;
}

ReadDate time_of(const Message& message, std::uint64_t offset, LineTimes& times) {
  if (message.yearless) return times.without_year(*message.yearless, offset);
  if (message.time_is_local) return times.local(message.time);
  return {message.time, false};
}

Who who_is_in(const Message& message) {
  Who who;
  for (const auto text : {message.text, message.structured}) {
    if (who.account.empty())
      who.account = value_of(text, {"sasl_username=", "user=", "username=", "acct=", "from="});
    if (who.target.empty()) who.target = value_of(text, {"to="});
    if (who.address.empty()) who.address = value_of(text, {"rip=", "srcip=", "src=", "rhost="});
  }
  for (const std::string_view mark : {"client=", " from "})
    if (who.address.empty()) who.address = bracketed_after(message.text, mark);
  if (who.address.empty()) who.address = between(message.text, " from ", " ,:;");
  return who;
}

}  // namespace digue::read::syslog
