// Sends the parent what a format reads of one file, and no more than it can use: of records that
// come by the million and that no detector looks at, or that say the same again and again, a few;
// of any file, max_events.  What is left out is counted and told.
//
// Lives for one file.  Not thread-safe.
#pragma once
#include <array>
#include <functional>
#include <string>
#include <unordered_map>
#include <utility>

#include "analysis/traffic_tally.h"
#include "analysis/wire.h"
#include "read/format.h"

namespace digue::analysis {

// At most so many rejected rows of one file are shown one by one; the rest is counted.
inline constexpr std::uint64_t max_rejections_shown = 1000;
// Of one hour of a log of lines, records that say the same of the same account, address, target
// and host: so many are sent, the others counted.  A mail client signs in every minute.
inline constexpr unsigned max_repeats = 100;
inline constexpr std::size_t max_told_apart = 100'000;  // of one hour; more begin anew
// Of one file: they take some 250 bytes each in the analysis.
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

  // See TrafficTally::watch().
  void watch(std::string site, const UrlList* list) {
    tally_.watch(std::move(site));
    tally_.watch(list);
  }

  event::Trail& trail() override { return trail_; }
  bool keeps(event::Action action, Instant time) const override;
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

  void flush() { writer_.batch(trail_); }
  // To be called once, at the end.
  void finish();
  std::uint64_t rows() const { return rows_; }
  std::uint64_t rejected_rows() const { return rejected_; }

 private:
  class Repeats {
   public:
    bool are_too_many(const event::Event& event);
    std::uint64_t dropped() const { return dropped_; }

   private:
    using Key = std::array<std::uint32_t, 7>;
    struct Hash {
      std::size_t operator()(const Key& key) const;
    };
    std::unordered_map<Key, unsigned, Hash> counts_;
    std::int64_t hour_ = -1;
    std::uint64_t dropped_ = 0;
  };

  bool is_left_out(const event::Event& event);
  void keep();  // the event begun last goes to the wire
  void give_tally();
  void drop();
  void lose();  // the event is one too many
  event::RecordId content_id(const event::Event& event);

  wire::Writer& writer_;
  const bool is_of_lines_;
  const std::uint64_t most_;
  Repeats repeats_;
  TrafficTally tally_;
  std::function<void(std::size_t)> release_;
  event::Trail trail_;
  std::string content_;
  std::uint64_t rows_ = 0, rejected_ = 0, kept_ = 0;
  bool row_is_open_ = false;
  std::int64_t hour_ = -1;
};

}  // namespace digue::analysis
