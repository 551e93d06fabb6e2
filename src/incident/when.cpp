#include "incident/when.h"

#include <optional>
#include <vector>

#include "base/number.h"
#include "base/text.h"
#include "incident/sentences.h"

namespace digue::incident {

namespace {

using logbook::Moment;
using logbook::Precision;

std::optional<unsigned> number_in(std::string_view text, std::size_t most_digits) {
  return text.size() > most_digits ? std::nullopt : whole_number<unsigned>(text);
}

struct Said {
  std::optional<CivilTime> day;  // else the last time that it was that hour
  CivilTime hour;
  Precision precision = Precision::day;
};

// "2026-03-08" or, as on paper in France, "08/03/2026".
std::optional<CivilTime> day_in(std::string_view text) {
  const bool french = text.find('/') != std::string_view::npos;
  auto parts = split(text, french ? '/' : '-');
  if (parts.size() != 3) return std::nullopt;
  if (french) std::swap(parts[0], parts[2]);
  const auto year = number_in(parts[0], 4), month = number_in(parts[1], 2),
             day = number_in(parts[2], 2);
  if (!year || !month || !day || *year < 1970) return std::nullopt;
  const CivilTime civil{.year = static_cast<int>(*year), .month = *month, .day = *day};
  return from_civil_utc(civil) ? std::optional(civil) : std::nullopt;
}

// "03:11", "3h11", "3h", "03:11:07".
bool read_hour(std::string_view text, Said& said) {
  std::string plain(text);
  for (char& c : plain)
    if (c == 'h' || c == 'H') c = ':';
  if (plain.ends_with(':')) plain.pop_back();
  const auto parts = split(plain, ':');
  const bool alone = parts.size() == 1 && plain.size() == text.size();
  if (parts.size() > 3 || alone) return false;
  std::array<unsigned, 3> values{};
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const auto value = number_in(parts[i], 2);
    if (!value || *value > (i == 0 ? 23U : 59U)) return false;
    values[i] = *value;
  }
  said.hour = {.hour = values[0], .minute = values[1], .second = values[2]};
  said.precision = parts.size() == 1   ? Precision::hour
                   : parts.size() == 2 ? Precision::minute
                                       : Precision::second;
  return true;
}

CivilTime civil_day(const CivilTime& civil) {
  return {.year = civil.year, .month = civil.month, .day = civil.day};
}

// The day by its name, or by its date.
std::optional<CivilTime> named_day(std::string_view word, const Zone& zone, Instant now) {
  const std::string name = folded(word);
  if (name == "aujourd'hui" || name == "today") return civil_day(zone.civil(now));
  if (name != "hier" && name != "yesterday") return day_in(word);
  const auto today = from_civil_utc(civil_day(zone.civil(now)));
  return civil_day(to_civil_utc(*today - day_ms));
}

std::optional<Said> said_in(std::string_view text, const Zone& zone, Instant now) {
  Said said;
  std::string plain(text);
  const bool iso = plain.size() > 10 && plain[10] == 'T';
  if (iso) plain[10] = ' ';
  // "3 h 11" is one word.
  const auto gap = plain.find(' ');
  std::string first = plain.substr(0, gap), rest;
  if (gap != std::string::npos)
    for (const char c : plain.substr(gap))
      if (c != ' ') rest += c;
  said.day = named_day(first, zone, now);
  if (!said.day) {
    if (!read_hour(first + rest, said)) return std::nullopt;
  } else if (!rest.empty() && !read_hour(rest, said)) {
    return std::nullopt;
  }
  return said;
}

// The moments that clocks on the wall show so: one, none or two at a change of hour.
std::vector<Instant> moments_at(const CivilTime& civil, const Zone& zone) {
  const auto wall = from_civil_utc(civil);
  std::vector<Instant> moments;
  if (!wall) return moments;
  for (const std::int64_t around : {-day_ms, day_ms}) {
    const Instant at = *wall - zone.offset_minutes(*wall + around) * minute_ms;
    const bool shown = (at + zone.offset_minutes(at) * minute_ms) == *wall;
    if (shown && (moments.empty() || moments[0] != at)) moments.push_back(at);
  }
  return moments;
}

Result<Instant> one_moment(const CivilTime& day, const Said& said, std::string_view text,
                           const Zone& zone) {
  CivilTime civil = said.hour;
  civil.year = day.year, civil.month = day.month, civil.day = day.day;
  const auto moments = moments_at(civil, zone);
  if (moments.size() == 1) return moments[0];
  // A day starts once, whatever the clocks do at midnight.
  if (said.precision == Precision::day && !moments.empty()) return moments[0];
  if (moments.empty())
    return fail<sentences::hour_skipped>(Error::Kind::bad_input, text, zone.name());
  return fail<sentences::hour_twice>(Error::Kind::bad_input, text, zone.name());
}

Result<Moment> moment_of(const Said& said, std::string_view text, const Zone& zone, Instant now) {
  CivilTime day = said.day.value_or(civil_day(zone.civil(now)));
  DIGUE_TRY(Instant at, one_moment(day, said, text, zone));
  if (!said.day && at > now) {
    day = civil_day(to_civil_utc(*from_civil_utc(day) - day_ms));
    DIGUE_TRY(at, one_moment(day, said, text, zone));
  }
  return Moment{at, zone.offset_minutes(at), said.precision};
}

}  // namespace

Result<Moment> read_when(std::string_view text, const Zone& zone, Instant now) {
  const auto plain = trimmed(text);
  const std::string word = folded(plain);
  if (word == "maintenant" || word == "now") return Moment{now, zone.offset_minutes(now)};
  auto moment = logbook::read_moment(plain);
  if (!moment) {
    const auto said = said_in(plain, zone, now);
    if (!said) return fail<sentences::bad_when>(Error::Kind::bad_input, plain.substr(0, 60));
    DIGUE_TRY(moment, moment_of(*said, plain, zone, now));
  }
  if (moment->at > now + clock_slack_ms)
    return fail<sentences::in_the_future>(Error::Kind::bad_input, zone.show(moment->at));
  return *moment;
}

std::string show_when(Instant at, Precision precision, const Zone& zone) {
  std::string whole = zone.show(at);  // "2026-03-08 03:11:07 +01:00"
  if (!at.known() || precision == Precision::second) return whole;
  if (precision == Precision::day) return whole.substr(0, 10);
  const auto offset = whole.substr(whole.rfind(' '));
  return precision == Precision::minute ? whole.substr(0, 16) + offset
                                        : whole.substr(0, 13) + " h" + offset;
}

}  // namespace digue::incident
