#include "produce/calendar/calendar.h"

#include "incident/case_numbers.h"
#include "produce/calendar/sentences.h"

namespace digue::produce::calendar {

using incident::ClockState;
using incident::ClockStatus;

static constexpr std::size_t max_line_octets = 75;  // RFC 5545, section 3.1; CRLF left out

static bool continues_character(char byte) {
  return (static_cast<unsigned char>(byte) & 0xc0U) == 0x80U;
}

std::string folded_line(std::string_view line) {
  std::string out;
  std::size_t room = max_line_octets;
  while (line.size() > room) {
    std::size_t cut = room;
    while (cut > 0 && continues_character(line[cut])) --cut;
    if (cut == 0) cut = room;  // not UTF-8: cut anywhere rather than never
    out.append(line.substr(0, cut)).append("\r\n ");
    line.remove_prefix(cut);
    room = max_line_octets - 1;  // the space counts
  }
  return out.append(line).append("\r\n");
}

std::string escaped_text(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\n')
      out += "\\n";
    else if (c == '\\' || c == ';' || c == ',')
      out.append(1, '\\').append(1, c);
    else if (static_cast<unsigned char>(c) >= 0x20 && c != 0x7f)
      out += c;
  }
  return out;
}

namespace {

// "20260308T021107Z"; fractions of a second are dropped.
std::string stamp(Instant instant) {
  std::string out;
  for (const char c : rfc3339(instant).substr(0, 19))
    if (c != '-' && c != ':') out += c;
  return out + 'Z';
}

class Writing {
 public:
  Writing(const incident::State& state, Instant now, Language language)
      : state_(state), now_(now), language_(language) {}

  Calendar write(const std::vector<ClockState>& clocks) {
    line("BEGIN:VCALENDAR");
    line("VERSION:2.0");
    line(language_ == Language::french ? "PRODID:-//Digue//Clocks of an incident//FR"
                                       : "PRODID:-//Digue//Clocks of an incident//EN");
    line("CALSCALE:GREGORIAN");
    for (const auto& clock : clocks) look_at(clock);
    line("END:VCALENDAR");
    return std::move(out_);
  }

 private:
  void line(std::string_view text) { out_.bytes += folded_line(text); }
  void member(std::string_view name, std::string_view value) {
    std::string whole(name);
    line(whole.append(":").append(value));
  }
  void text(std::string_view name, const Message& message) {
    member(name, escaped_text(message.in(language_)));
  }

  static bool is_over(const ClockState& clock) {
    return clock.status == ClockStatus::met || clock.status == ClockStatus::not_required;
  }

  void look_at(const ClockState& clock) {
    const bool runs = clock.status == ClockStatus::running || clock.status == ClockStatus::overdue;
    const bool proposed = clock.status == ClockStatus::proposed;
    if (!runs && !proposed && !is_over(clock)) return;
    if (clock.moments.due.known()) return write_event(clock);
    if (runs) ++out_.without_end;
  }

  void write_event(const ClockState& clock) {
    ++out_.events;
    line("BEGIN:VEVENT");
    member("UID", clock.clock->id + '.' + escaped_text(state_.id) + "@digue");
    member("DTSTAMP", stamp(now_));
    member("SEQUENCE", std::to_string(clock.history.size()));
    member("DTSTART", stamp(clock.moments.due));
    text("SUMMARY", summary_of(clock));
    text("DESCRIPTION", description_of(clock));
    member("STATUS", status_of(clock));
    line("CLASS:CONFIDENTIAL");
    line("TRANSP:TRANSPARENT");
    if (!is_over(clock)) write_alarms(clock);
    line("END:VEVENT");
  }

  static std::string_view status_of(const ClockState& clock) {
    if (is_over(clock)) return "CANCELLED";
    return clock.status == ClockStatus::proposed ? "TENTATIVE" : "CONFIRMED";
  }

  static Message summary_of(const ClockState& clock) {
    const auto& title = clock.clock->title;
    if (clock.status == ClockStatus::proposed) return tell<sentences::summary_proposed>(title);
    if (clock.status == ClockStatus::met) return tell<sentences::summary_met>(title);
    if (clock.status == ClockStatus::not_required)
      return tell<sentences::summary_not_required>(title);
    return tell<sentences::summary>(title);
  }

  Message start_of(const ClockState& clock) const {
    const auto start = state_.zone.show(clock.start);
    if (clock.started != nullptr) return tell<sentences::since>(start, clock.started->why);
    const auto why = clock.proposed_why.empty() ? Message{} : clock.proposed_why.front();
    return tell<sentences::since_proposed>(start, why);
  }

  Message description_of(const ClockState& clock) const {
    Message out;
    const auto add = [&](const Message& part) {
      if (!out.french.empty()) out.french += '\n', out.english += '\n';
      out.french += part.french;
      out.english += part.english;
    };
    add(tell<sentences::incident>(state_.id));
    if (!state_.case_numbers.empty()) add(incident::case_numbers_line(state_));
    add(start_of(clock));
    add(clock.clock->whom);
    add(clock.clock->how);
    add(tell<sentences::source>(clock.regime->source, clock.regime->checked));
    return out;
  }

  void write_alarms(const ClockState& clock) {
    const auto& title = clock.clock->title;
    alarm(clock.moments.half, tell<sentences::alarm_half>(title));
    alarm(clock.moments.last_hours, tell<sentences::alarm_last_hours>(title));
    alarm(clock.moments.due, tell<sentences::alarm_due>(title));
  }

  void alarm(Instant at, const Message& what) {
    if (!at.known() || at < now_) return;
    line("BEGIN:VALARM");
    line("ACTION:DISPLAY");
    member("TRIGGER;VALUE=DATE-TIME", stamp(at));
    text("DESCRIPTION", what);
    line("END:VALARM");
  }

  const incident::State& state_;
  Instant now_;
  Language language_;
  Calendar out_;
};

}  // namespace

Calendar calendar_of(const incident::State& state, const std::vector<ClockState>& clocks,
                     Instant now, Language language) {
  return Writing(state, now, language).write(clocks);
}

}  // namespace digue::produce::calendar
