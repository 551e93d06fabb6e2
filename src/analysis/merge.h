// Puts together what the workers read: one trail for the whole analysis, each record once.
//
// Workers end in any order; the merged trail, the sources and their counts depend on the evidence
// only.  A record that stands in several files of one family is one event, and its later rows are
// duplicates; a record that stands in exports of different families (a sign-in in the audit log and
// in Entra's export) is one event too, each family's empty fields filled from the other.
#pragma once
#include <cstddef>
#include <deque>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "analysis/workers.h"
#include "event/event.h"
#include "finding/finding.h"

namespace digue::analysis {

// What one source said beside its events.
struct SourceNotes {
  finding::Source source;
  std::vector<finding::Unreadable> unreadable;
  std::vector<Message> remarks;
  // What it holds, when it is a Windows event log.
  std::vector<LoggedChannel> logged;
  // When each dated row is, repeated ones too, in order: a row that another export also has still
  // shows that this one covers its moment.
  std::vector<Instant> moments;
};

class Merger {
 public:
  explicit Merger(std::size_t jobs) : of_job_(jobs) {}

  // The listener for a job's worker; the merger must outlive it.
  std::unique_ptr<Listener> listen(std::size_t job, std::string name);
  event::Symbols& symbols() { return trail_.symbols; }

  // Call once, when every worker has ended.
  void finish();
  event::Trail& trail() { return trail_; }
  std::vector<SourceNotes>& sources() { return sources_; }

 private:
  class JobListener;
  // Events of a source, as they came; never more than there was room for from the beginning.
  struct Batch {
    static constexpr std::size_t events_at_once = 1 << 16, details_at_once = 1 << 19;
    Batch(std::size_t first_events, std::size_t first_details);
    bool has_room(std::size_t more_events, std::size_t more_details) const;
    void add(std::span<const event::Event> more_events,
             std::span<const event::Detail> more_details);
    std::vector<event::Event> events;
    std::vector<event::Detail> details;
  };
  struct SourceInWork {
    SourceNotes notes;
    std::vector<Batch> batches;
    std::uint64_t rows = 0;
  };

  void put_in_order();
  void take(SourceInWork& source);
  void drop_repeats();
  void count_duplicates(std::vector<std::pair<std::uint32_t, std::uint32_t>> rows);
  bool adds_details(const event::Event& kept, const event::Event& other) const;
  void join(event::Event& kept, const event::Event& other);
  void count_rows();

  std::vector<std::deque<SourceInWork>> of_job_;
  std::vector<SourceNotes> sources_;
  std::vector<std::uint64_t> rows_;
  event::Trail trail_;
};

}  // namespace digue::analysis
