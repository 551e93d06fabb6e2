// Sends the parent what a format reads of one file, and no more than it can use: of records that
// come by the million and that no detector looks at, or that say the same again and again, a few;
// of any file, max_events.  What is left out is counted and told.
//
// Lives for one file.  Not thread-safe.
#pragma once
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "analysis/part_sink.h"
#include "analysis/wire.h"
#include "read/format.h"

namespace digue::analysis {

// Of one hour of a log of lines, records that say the same of the same account, address, target
// and host: so many are sent, the others counted.  A mail client signs in every minute.
inline constexpr unsigned max_repeats = 100;
inline constexpr std::size_t max_told_apart = 100'000;  // of one hour; more begin anew
// Of one file: they take some 450 bytes each in the analysis, with its tables.
inline constexpr std::uint64_t max_events = 8'000'000;

class WireSink final : public read::Sink {
 public:
  // `release` may be called with an offset of the file before which nothing is read any more.
  WireSink(wire::Writer& writer, const read::Format& format,
           std::function<void(std::size_t)> release, std::uint64_t most = max_events)
      : writer_(writer),
        is_of_lines_(format.reads_single_lines()),
        most_(most),
        release_(std::move(release)) {}

  void watch(const WatchedRequests& watched) {
    tally_.watch(watched.site);
    tally_.watch(watched.list);
    rules_ = watched.rules;
    if (rules_.any()) requests_.emplace(rules_, *this);
  }

  event::Trail& trail() override { return trail_; }
  bool keeps(event::Action action, Instant time) const override {
    return !Hours::tells(action) || !hours_.is_same(time);
  }
  void row() override;
  void commit() override;
  // Of an event of a record that was passed before, by its number.
  void commit_record(std::uint32_t record);
  void traffic(const read::Traffic& traffic) override;
  void rejected(std::uint64_t offset, std::uint64_t bytes, std::uint32_t line,
                const Message& reason) override;
  void remark(const Message& message) override { writer_.remark(message); }
  void zoneless_dates(std::uint64_t count) override { writer_.zoneless_dates(count); }
  void passed(std::uint64_t offset) override { release_(offset); }

  // Tells a part that is complete and of so many lines, the next of the text.
  void take(PartSink& part, std::uint32_t lines);
  void flush() { writer_.batch(trail_); }
  // To be called once, at the end.
  void finish();
  std::uint64_t rows() const { return rows_; }
  std::uint64_t rejected_rows() const { return rejected_; }

 private:
  class Repeats {
   public:
    bool are_too_many(Instant time, std::uint64_t likeness);
    std::uint64_t dropped() const { return dropped_; }

   private:
    std::unordered_map<std::uint64_t, unsigned> counts_;
    std::int64_t hour_ = -1;
    std::uint64_t dropped_ = 0;
  };

  // Of the events of one table of symbols, those to tell.
  struct Sent {
    std::vector<event::Event> events;
    std::vector<event::Detail> details;
  };

  bool is_left_out(const event::Event& event, std::uint64_t likeness);
  void keep();  // the event begun last goes to the wire
  bool is_one_too_many(const event::Place& place);
  void send(event::Event event, const event::Trail& trail);
  void send_batch(const event::Trail& trail);
  void send(const PartSink::Rejection& rejection);
  void symbols_anew();
  void give_tally();
  bool is_match_too_many(std::string_view rule);
  void tell_matches();
  void drop();

  wire::Writer& writer_;
  const bool is_of_lines_;
  const std::uint64_t most_;
  Repeats repeats_;
  TrafficTally tally_;
  RequestRules rules_;
  std::optional<RequestMatches> requests_;
  std::map<std::string, std::uint64_t, std::less<>> matches_;  // of each rule
  std::uint64_t given_up_ = 0;                                 // by the parts taken
  std::function<void(std::size_t)> release_;
  event::Trail trail_;
  Sent sent_;  // empty between two parts; its memory serves again
  ContentIds ids_;
  Likeness likeness_;
  std::uint64_t rows_ = 0, rejected_ = 0, kept_ = 0;
  std::uint32_t lines_ = 0;  // of the parts taken
  bool row_is_open_ = false;
  Hours hours_;
};

}  // namespace digue::analysis
