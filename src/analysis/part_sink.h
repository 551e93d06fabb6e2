// What a format reads of one part of a text, kept until what comes before it was told: events that
// are worth telling, rejected rows and traffic.  Places count from the part's first row and line.
//
// Lives for one part.  Not thread-safe.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "analysis/request_matches.h"
#include "analysis/traffic_tally.h"
#include "base/time.h"
#include "event/event.h"
#include "read/format.h"

namespace digue::analysis {

// At most so many rejected rows of one file are shown one by one; the rest is counted.
inline constexpr std::uint64_t max_rejections_shown = 1000;

// Requests that are kept one by one, whatever they are.
struct WatchedRequests {
  std::string site;               // to it and those below; none when empty
  const UrlList* list = nullptr;  // to what it holds
  RequestRules rules = {};        // that match
};

// Logs of lines have records by the million that no detector looks at: the first of each hour is
// what the coverage needs.
class Hours {
 public:
  static bool tells(event::Action action) {
    return action == event::Action::other || action == event::Action::name_looked_up;
  }
  bool is_same(Instant time) const { return hour_of(time) == hour_; }
  // Whether it is the hour of the one before.
  bool take(Instant time) { return std::exchange(hour_, hour_of(time)) == hour_of(time); }
  static std::int64_t hour_of(Instant time) { return time.milliseconds / hour_ms; }

 private:
  std::int64_t hour_ = -1;
};

// Two rows that say the same are one record.
class ContentIds {
 public:
  event::RecordId of(const event::Trail& trail, const event::Event& event);

 private:
  std::string content_;
};

// Equal for events that say the same of the same account, address, target, object and host.
class Likeness {
 public:
  std::uint64_t of(const event::Symbols& symbols, const event::Event& event);

 private:
  std::uint64_t hash_of(const event::Symbols& symbols, event::Symbol symbol);
  std::vector<std::uint64_t> hashes_;  // by symbol; 0 while unknown
};

class PartSink final : public read::Sink {
 public:
  struct Rejection {
    std::uint64_t offset, bytes;
    std::uint32_t line;
    Message reason;
  };

  // `memory` is the trail of a part that was told: its memory serves again.
  explicit PartSink(const WatchedRequests& watched, event::Trail memory = {});
  event::Trail take_memory() { return std::move(trail_); }

  event::Trail& trail() override { return trail_; }
  bool keeps(event::Action action, Instant time) const override {
    return !Hours::tells(action) || !hours_.is_same(time);
  }
  void row() override;
  void commit() override;
  void traffic(const read::Traffic& traffic) override;
  void rejected(std::uint64_t offset, std::uint64_t bytes, std::uint32_t line,
                const Message& reason) override;
  void remark(const Message&) override {}  // is the whole's to say
  void passed(std::uint64_t) override {}

  // To be called when the part is read: what of the telling needs nothing from before.
  void complete();

  // For who tells it.
  const std::vector<std::uint64_t>& likenesses() const { return likenesses_; }  // by event
  const std::vector<Rejection>& rejections() const { return rejections_; }
  std::uint64_t rows() const { return rows_; }
  std::uint64_t rejected_rows() const { return rejected_; }
  TrafficTally& tally() { return tally_; }
  std::uint64_t given_up() { return requests_ ? requests_->given_up() : 0; }

 private:
  void complete_event();

  event::Trail trail_;
  TrafficTally tally_;
  std::optional<RequestMatches> requests_;
  Hours hours_;
  std::vector<std::uint64_t> likenesses_;
  std::vector<Rejection> rejections_;
  std::uint64_t rows_ = 0, rejected_ = 0;
  bool row_is_open_ = false;
};

}  // namespace digue::analysis
