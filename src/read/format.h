// A format: what recognises a file by its content, and what turns its rows into events.
//
// One folder a format, src/read/<name>/format.cpp, which defines
//   const Format& <name>_format();
// The build writes formats() from the folders.  A format knows neither sheet nor store, throws
// nothing, and keeps to the caps below: a row over a cap is rejected, counted and shown, and
// reading goes on.
//
// Text formats never see an encoding: they get UTF-8, decoded by read/decode.h, whatever the file
// was; `offset` counts bytes of that decoded text.  Binary ones (reads_bytes()) get the file.
#pragma once
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "base/sentence.h"
#include "event/event.h"

namespace digue::read {

inline constexpr std::size_t sample_bytes = 64 << 10;     // what recognition sees
inline constexpr std::size_t max_record_bytes = 4 << 20;  // one row or JSON object
inline constexpr std::size_t max_columns = 512;
inline constexpr std::size_t max_details = 512;           // of one event
inline constexpr std::size_t max_field_bytes = 64 << 10;  // one text kept in an event
inline constexpr std::size_t max_json_depth = 64;

// Order of day and month in "03/04/2026".
enum class DateOrder : std::uint8_t { undecided, month_first, day_first };

class Mapping;

// What the person or the settings told about the file, and what is known of it from outside.
struct Told {
  DateOrder date_order = DateOrder::undecided;
  // The zone of dates that say none; without it they stay as the file wrote them.
  std::optional<Zone> zone = {};
  bool zone_is_assumed = false;  // nobody told it of this file: it is the organisation's
  // When the file was last written: what dates without a year are counted back from.
  Instant written = {};
  // The shape of files that no format knows (read/mapping/mapping.h).
  std::shared_ptr<const Mapping> mapping = {};
};

// What a record of a proxy, a firewall or a name server says of a client's traffic.  Logs have it
// by the million: it is summed and never kept, so it says all by itself, as views into the record;
// of the event that goes with it only the time and the place need be filled.
struct Traffic {
  std::string_view client;                     // address or name, as written
  std::string_view account;                    // "" when not said
  std::string_view destination;                // host name, else address; no port, any case
  std::string_view url, method, content_type;  // "" when not said
  std::optional<std::string_view> referer;     // "": the client sent none; nothing: not logged
  std::optional<std::uint64_t> bytes_out, bytes_in;  // from and to the client
  bool refused = false;                              // by the device: nothing went there
  std::int32_t status = 0;                           // of HTTP, 0 when not said
  bool is_question = false;  // asked of a name server: nothing was sent there yet
  std::string_view agent = {};
  // Asked of the server that wrote the log, by anybody: nothing that our clients sent.  The
  // destination is the name it was asked by, "" when not said; the URL is its path and query.
  bool is_served = false;
};

// Where a format puts what it reads.  Calls come in the order of the file.
class Sink {
 public:
  virtual ~Sink() = default;
  // Where to fill the next event: begin_event() and add_detail() on it, then commit().
  virtual event::Trail& trail() = 0;
  // False when an event of no family, of that action and time, would only be counted: what no
  // detector looks at comes by the million.  Its other fields need not be filled then.
  virtual bool keeps(event::Action, Instant) const { return true; }
  // The event begun last is complete.  Its place.record is the count of rows so far.
  virtual void commit() = 0;
  // One row of the file begins: counted, whatever becomes of it.
  virtual void row() = 0;
  // Of the event begun last, before its commit().
  virtual void traffic(const Traffic&) {}
  // The row is lost, and why.
  virtual void rejected(std::uint64_t offset, std::uint64_t bytes, std::uint32_t line,
                        const Message& reason) = 0;
  // Something that a person should know of the whole file (undecided dates, a truncated end).
  virtual void remark(const Message& message) = 0;
  // At the end of a file: so many of its dates said no zone.
  virtual void zoneless_dates(std::uint64_t) {}
  // Everything before this offset has been read: its memory may go.
  virtual void passed(std::uint64_t offset) = 0;
};

// The reading of one text by parts: each is read on its own, on any thread, and they are joined in
// the order of the text.  What comes out is the same however the text is cut.
class Reading {
 public:
  virtual ~Reading() = default;
  // One for a part that others come before.  Thread-safe; the part must not outlive its whole.
  virtual std::unique_ptr<Reading> part() const = 0;
  // Reads text[begin, end), whole lines, numbered from 1; offsets are the text's.  Called once; how
  // many lines there were.
  virtual std::uint32_t read(std::size_t begin, std::size_t end, Sink& sink) = 0;
  // `next` has read what comes right after, into `its` sink, whose trail holds its events yet: they
  // are told what this knows from before, and from now on this stands for both.
  virtual void join(Reading& next, Sink& its) = 0;
  // Remarks on the whole.
  virtual void finish(Sink& sink) const = 0;
};

class Format {
 public:
  virtual ~Format() = default;
  // "m365-audit-csv": what `source.format` says.
  virtual std::string_view name() const = 0;
  virtual event::Family family() const = 0;
  // The bytes as they are, not a text: recognise() and read() are given the file undecoded.
  virtual bool reads_bytes() const { return false; }
  // Every line is a record by itself: read() may be given any run of whole lines of the file. There
  // may be millions: texts that differ on each line are not kept in events.
  virtual bool reads_single_lines() const { return false; }
  // How sure, from 0 (not mine) to 100, from the first bytes (decoded; cut anywhere) alone: cheap,
  // and never by the file's name.  The surest format reads the file.
  virtual int recognise(std::string_view sample) const = 0;
  // Whether there is a reading(): of the (decoded) text, from its beginning.  The text and what was
  // told must outlive it.
  virtual bool reads_parts() const { return false; }
  virtual std::unique_ptr<Reading> reading(std::string_view, const Told&) const { return nullptr; }
  // Reads the whole (decoded) text.
  virtual void read(std::string_view text, const Told& told, Sink& sink) const = 0;
};

// Every format, in the order of their folders.
std::span<const Format* const> formats();
// The surest format for a decoded sample; nullptr when none knows it.
const Format* recognise(std::string_view sample);
// The same for a file as it is: those that read bytes look first, at the bytes, then the mapping
// that was told.
const Format* recognise_file(std::string_view bytes, const Told& told = {});

}  // namespace digue::read
