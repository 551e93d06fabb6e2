// What a Windows event log holds, counted while it is read: which channels of which hosts, which
// events, when, and whether the starts of processes say their command lines.
//
// Bounded whatever the log says: see the caps.  Plain values; LogTally is of one thread.
#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.h"

namespace digue::analysis {

// Of one file.
inline constexpr std::size_t max_logged_channels = 5000;  // hosts times channels
inline constexpr std::size_t max_logged_events = 100'000;
inline constexpr std::size_t max_logged_days = 500'000;

// One number of event of a channel.
struct LoggedEvent {
  std::uint32_t event_id = 0;
  std::uint64_t records = 0;
  std::uint64_t with_command_line = 0;  // of the starts of processes
  Instant first, last;
  bool operator==(const LoggedEvent&) const = default;
};

// One channel of one host.
struct LoggedChannel {
  std::string host;                 // lower case
  std::string channel;              // as Windows names it
  std::vector<LoggedEvent> events;  // by number
  std::vector<std::int32_t> days;   // on which something stands: days since 1970, UTC, rising
  bool operator==(const LoggedChannel&) const = default;
};

// Whether a record of that channel and number starts a process.
bool starts_process(std::string_view channel, std::uint32_t event_id);

class LogTally {
 public:
  // `has_command_line` of a record that starts a process.
  void add(std::string_view host, std::string_view channel, std::uint32_t event_id, Instant time,
           bool has_command_line);
  // By host and channel.
  std::vector<LoggedChannel> take();
  // Records that the caps left out.
  std::uint64_t left_out() const { return left_out_; }

 private:
  struct Counted {
    std::map<std::uint32_t, LoggedEvent> events;
    std::set<std::int32_t> days;
  };
  Counted* counted(std::string_view host, std::string_view channel);

  std::map<std::pair<std::string, std::string>, Counted> channels_;
  std::string last_host_, last_channel_;  // of the record before: mostly the same
  Counted* last_ = nullptr;
  std::size_t events_ = 0, days_ = 0;  // kept, of all channels
  std::uint64_t left_out_ = 0;
};

}  // namespace digue::analysis
