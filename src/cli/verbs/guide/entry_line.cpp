#include "cli/verbs/guide/entry_line.h"

#include <fmt/format.h>

#include "base/number.h"
#include "base/text.h"
#include "cli/verbs/guide/sentences.h"

namespace digue::cli::verbs {

std::optional<logbook::Moment> moment_today(std::string_view typed, const Zone& zone, Instant now) {
  const auto colon = typed.find(':');
  if (colon == std::string_view::npos) return std::nullopt;
  const auto hour = whole_number(typed.substr(0, colon)),
             minute = whole_number(typed.substr(colon + 1));
  if (!hour || !minute || *hour > 23 || *minute > 59) return std::nullopt;
  // Today’s, else yesterday’s; by the day that the zone’s clocks show.
  for (const auto day : {now, now - day_ms}) {
    const auto text =
        zone.rfc3339(day).substr(0, 10) + fmt::format("T{:02}:{:02}:00Z", *hour, *minute);
    const auto as_utc = parse_rfc3339(text);
    if (!as_utc) return std::nullopt;
    // The offset of that moment, not of the one that the same figures name in UTC.
    const Instant near = *as_utc - zone.offset_minutes(*as_utc) * minute_ms;
    const Instant at = *as_utc - zone.offset_minutes(near) * minute_ms;
    if (at > now) continue;
    auto moment = logbook::read_moment(zone.rfc3339(at));
    if (!moment) return std::nullopt;
    moment->precision = logbook::Precision::minute;
    return moment;
  }
  return std::nullopt;
}

static void show(Dialogue& dialogue, const Zone& zone, Clock& clock, const EntryLine& line) {
  const auto when = zone.show(line.occurred ? line.occurred->at : clock.now());
  dialogue.say(tell<sentences::entry_head>(when, line.author), 2);
  const auto text = tell<sentences::entry_text>(line.what, line.words);
  dialogue.say({std::string(trimmed(text.french)), std::string(trimmed(text.english))}, 2);
}

bool confirm(Dialogue& dialogue, const Zone& zone, Clock& clock, EntryLine& line) {
  while (true) {
    dialogue.say(tell<sentences::entry_heading>());
    show(dialogue, zone, clock, line);
    const auto typed = dialogue.ask(tell<sentences::entry_prompt>());
    if (!typed || *typed == "-") return false;
    if (typed->empty()) return true;
    if (typed->front() == '=' && typed->size() > 1) {
      line.author = trimmed(typed->substr(1));
    } else if (typed->front() == '@') {
      const auto moment = moment_today(std::string_view(*typed).substr(1), zone, clock.now());
      if (!moment) dialogue.say(tell<sentences::not_a_time>(*typed));
      if (moment) line.occurred = moment;
    } else {
      line.words = *typed;
    }
  }
}

}  // namespace digue::cli::verbs
