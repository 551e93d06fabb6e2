#include "analysis/logged.h"

#include <algorithm>
#include <tuple>

#include "base/text.h"

namespace digue::analysis {

static std::int32_t day_of(Instant time) {
  const std::int64_t day = time.milliseconds / day_ms;
  return static_cast<std::int32_t>(time.milliseconds % day_ms < 0 ? day - 1 : day);
}

bool starts_process(std::string_view channel, std::uint32_t event_id) {
  return (event_id == 4688 && channel == "Security") ||
         (event_id == 1 && channel == "Microsoft-Windows-Sysmon/Operational");
}

LogTally::Counted* LogTally::counted(std::string_view host, std::string_view channel) {
  if (last_ != nullptr && host == last_host_ && channel == last_channel_) return last_;
  last_host_ = host;
  last_channel_ = channel;
  const std::pair key(lower(host), last_channel_);
  const auto known = channels_.find(key);
  if (known != channels_.end()) return last_ = &known->second;
  if (channels_.size() == max_logged_channels) return last_ = nullptr;
  return last_ = &channels_[key];
}

void LogTally::add(std::string_view host, std::string_view channel, std::uint32_t event_id,
                   Instant time, bool has_command_line) {
  Counted* counted = this->counted(host, channel);
  const bool has_room =
      counted != nullptr && (events_ < max_logged_events || counted->events.contains(event_id));
  if (!has_room) {
    ++left_out_;
    return;
  }
  const auto [place, is_new] = counted->events.try_emplace(event_id);
  if (is_new) ++events_;
  LoggedEvent& event = place->second;
  event.event_id = event_id;
  ++event.records;
  if (has_command_line) ++event.with_command_line;
  if (!time.known()) return;
  if (!event.first.known() || time < event.first) event.first = time;
  event.last = std::max(event.last, time);
  if (days_ < max_logged_days && counted->days.insert(day_of(time)).second) ++days_;
}

std::vector<LoggedChannel> LogTally::take() {
  std::vector<LoggedChannel> all;
  for (auto& [of, counted] : channels_) {
    LoggedChannel& one = all.emplace_back();
    std::tie(one.host, one.channel) = of;
    for (const auto& [id, event] : counted.events) one.events.push_back(event);
    one.days.assign(counted.days.begin(), counted.days.end());
  }
  channels_.clear();
  events_ = days_ = 0;
  last_ = nullptr;
  return all;
}

}  // namespace digue::analysis
