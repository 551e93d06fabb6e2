// A Windows event log as a file: its header, and the chunks of 64 KiB that hold its records.
//
// Nothing in the header decides what is read: counts and flags of a log that was copied while
// Windows wrote it are wrong.  Chunks are found where they should be, and elsewhere when bytes were
// lost or put in between.  Offsets are bytes from the start of the file.
#pragma once
#include <cstdint>
#include <functional>
#include <mutex>
#include <string_view>
#include <utility>
#include <vector>

#include "read/evtx/limits.h"

namespace digue::read::evtx {

struct FileHeader {
  bool found = false;     // its signature stands at the start
  bool checksum = false;  // and its checksum is right
  bool dirty = false;     // copied while in use, or never closed
  bool full = false;
  std::uint16_t major = 0, minor = 0;
  std::uint64_t next_record = 0;
  std::uint16_t chunks = 0;  // modulo 65536
};
FileHeader read_file_header(std::string_view file);
// How many chunks a log that was closed in good order says to have, and has not: it was cut.
std::uint64_t missing_chunks(const FileHeader& header, std::uint64_t found);

// How sure from the first bytes that this is a log: 0 to 100.
int looks_like_log(std::string_view sample);

// A piece of the file that is read by itself: a chunk, or what stands where one should be.
struct Piece {
  std::uint64_t offset = 0;
  std::string_view bytes;
  bool is_chunk = false;  // begins with a chunk's signature
};

// How often it is worth telling that what is before was read: pages go by the million otherwise.
inline bool is_milestone(const Piece& piece) {
  constexpr std::uint64_t step = 4 << 20;
  return piece.offset % step < chunk_bytes;
}

// The pieces, in the order of the file, each byte after the header in one.
class Pieces {
 public:
  explicit Pieces(std::string_view file);
  // False at the end.
  bool next(Piece& piece);

 private:
  std::string_view file_;
  std::size_t at_;
};

struct ChunkHeader {
  bool checksum = false;          // of the header
  bool records_checksum = false;  // of the records
  std::uint64_t first_id = 0, last_id = 0;
  std::size_t records_end = chunk_header_bytes;  // from the start of the chunk, within it
};
// Of a piece that is a chunk.  `verify_records` costs a pass over the records.
ChunkHeader read_chunk_header(std::string_view chunk, bool verify_records);

// The numbers of the records that the chunks say to hold: what is found outside of them with such a
// number is a copy.  Looks through the headers of the chunks once, when it is first asked.  Threads
// may share it.
class LiveRecords {
 public:
  // `passed` is told how far it has looked: what was mapped before may go.
  explicit LiveRecords(std::string_view file, std::function<void(std::size_t)> passed = {});
  bool contains(std::uint64_t id) const;

 private:
  void look() const;
  std::string_view file_;
  std::function<void(std::size_t)> passed_;
  mutable std::once_flag looked_;
  mutable std::vector<std::pair<std::uint64_t, std::uint64_t>> ranges_;  // sorted, apart
};

}  // namespace digue::read::evtx
