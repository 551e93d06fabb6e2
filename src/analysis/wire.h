// What a worker writes and the analysis reads, over a pipe: frames of a four-byte kind, a four-byte
// length (little-endian) and that many bytes.
//
// The worker has read hostile bytes and may have been taken over by them, so nothing that comes
// through is believed: lengths are capped, numbers are checked against their range, and the first
// wrong one ends that worker.  Events travel as plain values in batches; texts are sent once a
// file, or once a part of it, the first time that they occur.
#pragma once
#include <cstdint>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/logged.h"
#include "base/result.h"
#include "event/event.h"
#include "finding/finding.h"
#include "finding/sighting.h"

namespace digue::analysis::wire {

inline constexpr std::size_t max_frame_bytes = 16 << 20;
inline constexpr std::size_t events_per_batch = 4096;

enum class Kind : std::uint32_t {
  source_begin = 1,  // name, format, family
  symbols,           // texts that are new since the last batch, in order
  events,            // then their details, as plain values
  unreadable,
  remark,
  source_end,  // sha256, bytes, rows, rejected
  done,
  sightings,     // of a hunt
  encounters,    // of a hunt
  logged,        // what a Windows event log holds
  zoneless,      // how many dates of the file say no zone
  symbols_anew,  // texts are numbered from the beginning again
};

// Writes frames to a descriptor; the first failure (a reader that went away) ends the process's
// work.
class Writer {
 public:
  explicit Writer(int descriptor) : descriptor_(descriptor) {}
  void source_begin(std::string_view name, std::string_view format, event::Family family);
  // The events of the trail, which are then forgotten; its symbols stay.
  void batch(event::Trail& trail);
  // The same of some of a trail's events; `details` are theirs, and they count from the first.
  void batch(const event::Symbols& symbols, std::span<const event::Event> events,
             std::span<const event::Detail> details);
  // The next batches are of another table of symbols.
  void symbols_anew();
  void unreadable(std::uint64_t offset, std::uint64_t bytes, std::uint32_t line,
                  const Message& reason);
  void remark(const Message& message);
  void source_end(std::string_view sha256, std::uint64_t bytes, std::uint64_t rows,
                  std::uint64_t rejected);
  void sightings(const std::vector<finding::Sighting>& sightings);
  void encounters(const std::vector<finding::Encounter>& encounters);
  void logged(const std::vector<LoggedChannel>& channels);
  void zoneless_dates(std::uint64_t count);
  void done();
  bool broken() const { return broken_; }

 private:
  // The parts, one after the other, are the payload.
  void frame(Kind kind, std::initializer_list<std::string_view> parts);
  void write(std::string_view bytes);
  template <class Item, class Put>
  void frames(Kind kind, const std::vector<Item>& items, Put put);
  int descriptor_;
  std::uint32_t symbols_sent_ = 1;  // symbol 0 is the empty text on both sides
  std::string texts_;               // of a batch: its memory serves again
  bool broken_ = false;
};

// What the frames say, once checked.
class Receiver {
 public:
  virtual ~Receiver() = default;
  virtual void source_begin(std::string name, std::string format, event::Family family) = 0;
  // Symbols are the receiver's own (see Reader); details_begin counts from this batch's details.
  // Valid until it returns.
  virtual void batch(std::span<const event::Event> events,
                     std::span<const event::Detail> details) = 0;
  virtual void unreadable(std::uint64_t offset, std::uint64_t bytes, std::uint32_t line,
                          Message reason) = 0;
  virtual void remark(Message message) = 0;
  virtual void source_end(std::string sha256, std::uint64_t bytes, std::uint64_t rows,
                          std::uint64_t rejected) = 0;
  // What a hunt says; who did not ask for one does not believe it.
  virtual bool sightings(std::vector<finding::Sighting>&&) { return false; }
  virtual bool encounters(std::vector<finding::Encounter>&&) { return false; }
  // What an analysis says; who did not ask for one does not believe it.
  virtual bool logged(std::vector<LoggedChannel>&&) { return false; }
  virtual bool zoneless_dates(std::uint64_t) { return false; }
};

// Takes bytes as they come out of the pipe and calls the receiver, frame by frame.  Texts are put
// into `symbols`, which several readers may share (one thread).
class Reader {
 public:
  Reader(event::Symbols& symbols, Receiver& receiver) : symbols_(symbols), receiver_(receiver) {}
  // False once the bytes make no sense: the worker is not to be listened to any more.
  bool take(std::string_view bytes);
  bool finished() const { return finished_; }

 private:
  bool frame(Kind kind, std::string_view payload);
  bool symbols_frame(std::string_view payload);
  bool events_frame(std::string_view payload);
  bool sightings_frame(std::string_view payload);
  bool encounters_frame(std::string_view payload);
  bool logged_frame(std::string_view payload);

  event::Symbols& symbols_;
  Receiver& receiver_;
  std::string pending_;
  std::vector<event::Symbol> theirs_to_ours_{event::no_symbol};
  // Of a batch: their memory serves again.
  std::vector<event::Event> events_;
  std::vector<event::Detail> details_;
  bool in_source_ = false;
  bool finished_ = false;
};

}  // namespace digue::analysis::wire
