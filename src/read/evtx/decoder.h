// Reads the records of one piece of a log at a time.  A decoder belongs to one thread, and keeps
// the templates that it compiled; pieces need nothing of one another, so several decoders may share
// the work and the results be joined in the order of the file.
//
// Damage is skipped and told with its place; what is outside of what the chunk says to hold (the
// space after its records, the piece of a broken chunk) is searched too, and its records are marked
// `recovered`.
#pragma once
#include <deque>
#include <memory>
#include <string_view>
#include <vector>

#include "read/evtx/log_file.h"
#include "read/evtx/template.h"
#include "read/evtx/value.h"

namespace digue::read::evtx {

class Decoder;
class PieceReader;

// Which values of records are wanted, and by which number each is known.  It is asked once for each
// name of each template, and remembered; so one goes with one decoder, on its thread.  An array is
// then as many values as it has elements.
class Selection {
 public:
  static constexpr std::uint32_t unwanted = 0xffffffff;
  virtual ~Selection() = default;
  virtual std::uint32_t number(Section section, std::string_view name) = 0;
  // Whether values within values are looked into: the data, in most records.
  virtual bool looks_inside() const { return true; }

 private:
  friend class Decoder;
  using Numbers = std::vector<std::uint32_t>;  // of each field of a template
  void forget_unless(std::uint32_t generation);
  Numbers work_out(const Template& of);
  // What every record says of itself, and of the rest what is wanted.
  SomeFields programs_of(const Template& of);
  const SomeFields& known_programs_of(const Template& kept, std::uint32_t generation);
  // The same, remembered: references stay while more templates become known.
  const Numbers& numbers_of(const Template& kept, std::uint32_t generation);
  std::deque<Numbers> known_;
  std::deque<SomeFields> programs_;  // of each template; without instructions: not made yet
  std::uint32_t generation_ = 0;
};

// The named values of one record as plain UTF-8 text, in the order of the record.  Used again for
// each record: views live until the next one.
class Fields {
 public:
  struct One {
    Section section;
    std::string_view name, value;
    bool null = false;
    std::uint32_t number = 0;  // by the selection, when there was one
  };
  const std::vector<One>& all() const { return all_; }
  // Of that name (in the data, or another section); nothing when it is absent or null.
  std::string_view data(std::string_view name) const { return find(Section::data, name); }
  std::string_view find(Section section, std::string_view name = {}) const;

  // Filled from something else than a log: clear(), add() each, finish().  Names are not copied.
  void clear();
  void add(Section section, std::string_view name, std::string_view value, bool null) {
    add(section, name, texts_.size(), null, 0);
    texts_.add(value);
  }
  // Once all are there, as the texts move no more.
  void finish();

 private:
  friend class Decoder;
  // Of the value that stands in the buffer from there to its end.
  void add(Section section, std::string_view name, std::size_t begin, bool null,
           std::uint32_t number) {
    all_.push_back({section, name, {}, null, number});
    begins_.push_back(begin);
  }

  std::vector<One> all_;
  std::vector<std::size_t> begins_;  // of each value; it ends where the next one begins
  Buffer texts_;
};

// Where a record stands, in a log or in a text that was made of one.
struct RecordPlace {
  std::uint64_t id = 0;      // its number in the log
  std::uint64_t offset = 0;  // in the file
  std::uint32_t line = 0;    // of a text
  bool recovered = false;
};

// One record, while its visitor is called.
class Record {
 public:
  RecordPlace place() const { return {id_, offset_, 0, recovered_}; }
  std::uint64_t id() const { return id_; }
  std::uint64_t written() const { return written_; }  // FILETIME: 100 ns since 1601, UTC
  std::uint64_t offset() const { return offset_; }    // in the file
  std::uint32_t bytes() const { return bytes_; }
  bool recovered() const { return recovered_; }

  // Each adds the record at the end of the buffer, or tells what could not be read and leaves the
  // buffer as it was.  JSON goes from `,"time":` to the end of an object that the caller began.
  [[nodiscard]] const char* json(Buffer& out);
  // Of the system and the data, the members that are wanted alone.
  [[nodiscard]] const char* json(Buffer& out, Selection& wanted);
  [[nodiscard]] const char* xml(Buffer& out);
  [[nodiscard]] const char* fields(Fields& out);
  // Those alone that are wanted; the others are not decoded.
  [[nodiscard]] const char* fields(Fields& out, Selection& wanted);

 private:
  friend class Decoder;
  friend class PieceReader;
  Decoder* decoder_ = nullptr;
  std::uint64_t id_ = 0, written_ = 0, offset_ = 0;
  std::uint32_t bytes_ = 0;
  std::size_t begin_ = 0, end_ = 0;  // of its BinXML, in the piece
  bool recovered_ = false;
};

class Visitor {
 public:
  virtual ~Visitor() = default;
  // Nothing, or what could not be read of the record: it then counts as damage.
  virtual const char* record(Record& record) = 0;
  virtual void damage(const Damage& damage) = 0;
};

// What a piece, or a whole file, turned out to hold.
struct Facts {
  std::uint64_t chunks = 0;
  std::uint64_t records = 0;     // handed to the visitor and read, the recovered ones among them
  std::uint64_t recovered = 0;   // found outside of what the chunks say to hold
  std::uint64_t repeated = 0;    // found there, but with the number of a record that is in place
  std::uint64_t remains = 0;     // found there too, but too much was written over it to be read
  std::uint64_t unreadable = 0;  // records and stretches that could not be read
  std::uint64_t bad_chunk_checksums = 0;
  std::uint64_t bad_record_checksums = 0;  // chunks whose records are not what was written
  Facts& operator+=(const Facts& other);
};

class Decoder {
 public:
  Decoder();
  ~Decoder();
  Decoder(const Decoder&) = delete;
  Decoder& operator=(const Decoder&) = delete;

  // `live` is of the whole file.
  Facts read(const Piece& piece, const LiveRecords& live, Visitor& visitor);

  std::size_t templates() const;  // kept now

 private:
  friend class Record;
  class Engine;
  std::unique_ptr<Engine> engine_;
};

}  // namespace digue::read::evtx
