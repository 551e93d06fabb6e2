#include "analysis/visibility.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "analysis/merge.h"
#include "analysis/visibility_sentences.h"
#include "base/text.h"

namespace digue::analysis {

namespace {

constexpr std::int64_t month_days = 30;
constexpr std::size_t names_told = 5;  // hosts that a sentence names

using Key = std::pair<std::string, std::string>;  // host, channel

std::int64_t days_between(Instant first, Instant last) {
  return first.known() ? (last - first) / day_ms : 0;
}

Reach reach_of(Instant first, Instant last) {
  const auto days = days_between(first, last);
  if (days < month_days) return Reach::under_30_days;
  if (days < 3 * month_days) return Reach::days_30;
  return days < 6 * month_days ? Reach::months_3 : Reach::months_6;
}

void add_event(std::vector<LoggedEvent>& events, const LoggedEvent& more) {
  const auto place = std::lower_bound(
      events.begin(), events.end(), more.event_id,
      [](const LoggedEvent& event, std::uint32_t id) { return event.event_id < id; });
  if (place == events.end() || place->event_id != more.event_id) {
    events.insert(place, more);
    return;
  }
  place->records += more.records;
  place->with_command_line += more.with_command_line;
  if (!place->first.known() || (more.first.known() && more.first < place->first))
    place->first = more.first;
  place->last = std::max(place->last, more.last);
}

void add_channel(LoggedChannel& channel, const LoggedChannel& more) {
  for (const auto& event : more.events) add_event(channel.events, event);
  std::vector<std::int32_t> days;
  std::set_union(channel.days.begin(), channel.days.end(), more.days.begin(), more.days.end(),
                 std::back_inserter(days));
  channel.days = std::move(days);
}

// Whole days, at least one of which is worked on, that lie between two days with records.
std::vector<finding::Gap> gaps_of(const std::vector<std::int32_t>& days) {
  std::vector<finding::Gap> gaps;
  const auto is_worked_on = [](std::int32_t day) {
    return weekday_of(to_civil_utc(Instant{day * day_ms})) < 5;
  };
  for (std::size_t i = 1; i < days.size(); ++i) {
    bool worked_on = false;
    // A week is enough to know.
    for (auto day = days[i - 1] + 1; day < days[i] && day <= days[i - 1] + 7; ++day)
      worked_on |= is_worked_on(day);
    if (worked_on)
      gaps.push_back({Instant{(days[i - 1] + 1) * day_ms}, Instant{days[i] * day_ms},
                      tell<sentences::gap_silent_log>()});
  }
  return gaps;
}

ChannelView view_of(LoggedChannel logged) {
  ChannelView view;
  for (const auto& event : logged.events) {
    view.records += event.records;
    if (event.first.known() && (!view.first.known() || event.first < view.first))
      view.first = event.first;
    view.last = std::max(view.last, event.last);
    if (!starts_process(logged.channel, event.event_id)) continue;
    view.processes += event.records;
    view.with_command_line += event.with_command_line;
  }
  view.reach = reach_of(view.first, view.last);
  view.gaps = gaps_of(logged.days);
  view.logged = std::move(logged);
  return view;
}

bool has_event(const ChannelView& view, std::uint32_t event_id) {
  return std::any_of(view.logged.events.begin(), view.logged.events.end(),
                     [&](const LoggedEvent& event) { return event.event_id == event_id; });
}

Message named(const std::set<std::string>& hosts) {
  std::vector<std::string> first;
  for (const auto& host : hosts)
    if (first.size() < names_told) first.push_back(host);
  if (hosts.size() <= names_told) return as_message(join(first, ", "));
  return tell<sentences::and_others>(join(first, ", "), hosts.size() - names_told);
}

// What the logs of all hosts come to, in sentences.
class Notes {
 public:
  explicit Notes(const std::vector<ChannelView>& channels) {
    for (const auto& view : channels) take(view);
  }

  std::vector<Message> tell_all() {
    note<sentences::hosts_seen>(hosts_);
    processes();
    note<sentences::no_security_log>(without(security_));
    note<sentences::no_logon>(logonless_);
    note<sentences::logs_were_cleared>(cleared_);
    note<sentences::short_reach>(short_);
    note<sentences::silent_logs>(silent_);
    return std::move(notes_);
  }

 private:
  using Names = std::set<std::string>;

  void take(const ChannelView& view) {
    const auto& host = view.logged.host;
    hosts_.insert(host);
    if (view.processes != 0) (view.with_command_line == 0 ? bare_ : with_lines_).insert(host);
    if (!view.gaps.empty()) silent_.insert(host + " (" + view.logged.channel + ")");
    if (view.logged.channel == "System" && has_event(view, 104)) cleared_.insert(host);
    if (view.logged.channel == "Security") take_security(view);
  }

  void take_security(const ChannelView& view) {
    const auto& host = view.logged.host;
    security_.insert(host);
    if (!has_event(view, 4624)) logonless_.insert(host);
    if (has_event(view, 1102)) cleared_.insert(host);
    if (view.reach == Reach::under_30_days)
      short_.insert(host + " (" + std::to_string(days_between(view.first, view.last)) + ")");
  }

  Names without(const Names& some) const {
    Names others;
    std::set_difference(hosts_.begin(), hosts_.end(), some.begin(), some.end(),
                        std::inserter(others, others.end()));
    return others;
  }

  void processes() {
    for (const auto& host : with_lines_) bare_.erase(host);
    if (with_lines_.empty() && bare_.empty())
      notes_.push_back(tell<sentences::no_process>());
    else
      note<sentences::process_lines>(with_lines_);
    note<sentences::process_without_lines>(bare_);
  }

  template <const Sentence& sentence>
  void note(const Names& names) {
    if (!names.empty()) notes_.push_back(tell<sentence>(names.size(), named(names)));
  }

  Names hosts_, security_, logonless_, cleared_, short_, silent_;
  Names with_lines_, bare_;  // hosts that tell the starts of processes with their lines, or without
  std::vector<Message> notes_;
};

}  // namespace

std::string_view reach_name(Reach reach) {
  constexpr std::array<std::string_view, 4> names = {"under-30-days", "30-days", "3-months",
                                                     "6-months"};
  return names[static_cast<std::size_t>(reach)];
}

Visibility visibility_of(const std::vector<SourceNotes>& sources) {
  std::map<Key, LoggedChannel> all;
  std::set<std::string> files;  // by content
  for (const auto& notes : sources) {
    if (!files.insert(notes.source.sha256).second) continue;
    for (const auto& logged : notes.logged) {
      auto& channel = all[{logged.host, logged.channel}];
      channel.host = logged.host;
      channel.channel = logged.channel;
      add_channel(channel, logged);
    }
  }
  Visibility visibility;
  for (auto& [key, logged] : all) visibility.channels.push_back(view_of(std::move(logged)));
  if (!visibility.channels.empty()) visibility.notes = Notes(visibility.channels).tell_all();
  return visibility;
}

std::optional<finding::Answer> answer_of(const Visibility& visibility) {
  if (visibility.channels.empty()) return std::nullopt;
  finding::Answer answer;
  answer.item = "ransomware/1.a.1";
  answer.value = finding::Value::yes;
  for (const auto& note : visibility.notes) {
    const std::string_view between = answer.coverage.english.empty() ? "" : " ";
    (answer.coverage.french += between) += note.french;
    (answer.coverage.english += between) += note.english;
  }
  return answer;
}

}  // namespace digue::analysis
