#include "read/syslog/message.h"

#include <algorithm>
#include <array>

#include "base/number.h"
#include "base/text.h"
#include "read/lines.h"

namespace digue::read::syslog {

namespace {

constexpr std::size_t max_program_bytes = 64;
constexpr std::size_t max_host_bytes = 255;

// "<34>" or "<34>1 ": off, when it is there.
void skip_priority(std::string_view& line) {
  const auto close = line.find('>');
  if (!line.starts_with('<') || close > 4 || !whole_number<unsigned>(line.substr(1, close - 1)))
    return;
  line.remove_prefix(close + 1);
  if (line.starts_with("1 ")) line.remove_prefix(2);
}

bool is_month(std::string_view name) {
  constexpr std::array<std::string_view, 12> names = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                      "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  return std::find(names.begin(), names.end(), name) != names.end();
}

// "02:11:07"
bool is_clock(std::string_view text) {
  return text.size() >= 8 && text[2] == ':' && text[5] == ':' &&
         whole_number<unsigned>(text.substr(0, 2)) && whole_number<unsigned>(text.substr(3, 2));
}

// "Mar  8 02:11:07": no year, no zone, so that no moment comes of it.
bool take_bsd_time(std::string_view& line) {
  std::string_view rest = line;
  if (!is_month(take_field(rest)) || !whole_number<unsigned>(take_field(rest))) return false;
  if (!is_clock(take_field(rest))) return false;
  line = rest;
  return true;
}

bool take_iso_time(std::string_view& line, Message& message) {
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

// "postfix/smtpd[123]: text", "dovecot: text"
void take_program(std::string_view rest, Message& message) {
  rest = rest.substr(std::min(rest.find_first_not_of(' '), rest.size()));
  const auto end = std::min(rest.find_first_of("[: "), rest.size());
  message.text = rest;
  if (end == 0 || end > max_program_bytes || end == rest.size() || rest[end] == ' ') return;
  const auto colon = rest.find(": ", end);
  if (colon == std::string_view::npos) return;
  message.program = rest.substr(0, end);
  message.text = rest.substr(colon + 2);
}

// After RFC 5424's host: program, process, kind of message, structured data, text.
void take_new_program(std::string_view rest, Message& message) {
  message.program = unless_dash(take_field(rest));
  take_field(rest);
  take_field(rest);
  message.text = rest;
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

// "imap(jean@example.org)<42><x>: ..."
std::string_view dovecot_user(std::string_view text) {
  const auto open = text.find('(');
  const auto colon = text.find(':');
  if (open == std::string_view::npos || open > colon ||
      text.substr(0, open).find(' ') != std::string_view::npos)
    return {};
  return text.substr(open + 1, text.find_first_of(",)", open) - open - 1);
}

}  // namespace

std::optional<Message> take_apart(std::string_view line) {
  const bool new_form = line.find(">1 ") < 5;
  skip_priority(line);
  Message message;
  if (!take_iso_time(line, message) && (new_form || !take_bsd_time(line))) return std::nullopt;
  message.host = take_field(line);
  if (message.host.empty() || message.host.size() > max_host_bytes) return std::nullopt;
  if (new_form) {
    message.host = unless_dash(message.host);
    take_new_program(line, message);
  } else {
    take_program(line, message);
  }
  return message;
}

Who who_is_in(const Message& message) {
  const auto text = message.text;
  Who who;
  who.account = value_of(text, {"sasl_username=", "user=", "username=", "acct="});
  if (who.account.empty() && message.program == "dovecot") who.account = dovecot_user(text);
  if (who.account.empty() && message.program == "sshd") {
    who.account = between(text, " for invalid user ", " ");
    if (who.account.empty()) who.account = between(text, " for ", " ");
  }
  if (who.account.empty()) who.account = value_of(text, {"from="});
  who.target = value_of(text, {"to="});
  who.address = value_of(text, {"rip=", "srcip=", "src=", "rhost="});
  for (const std::string_view mark : {"client=", " from "})
    if (who.address.empty()) who.address = bracketed_after(text, mark);
  if (who.address.empty()) who.address = between(text, " from ", " ,:;");
  return who;
}

}  // namespace digue::read::syslog
