#include "read/evtx/log_file.h"

#include <libdeflate.h>

#include <algorithm>

#include "base/byte_cursor.h"

namespace digue::read::evtx {

namespace {

constexpr std::string_view file_signature("ElfFile\0", 8);
constexpr std::string_view chunk_signature("ElfChnk\0", 8);

constexpr std::size_t file_checksum_bytes = 120;  // at the start, that the checksum covers
constexpr std::uint32_t flag_dirty = 1, flag_full = 2;

std::uint32_t crc32(std::uint32_t before, std::string_view bytes) {
  return libdeflate_crc32(before, bytes.data(), bytes.size());
}

bool is_chunk_at(std::string_view file, std::size_t at) {
  return at < file.size() && file.substr(at).starts_with(chunk_signature);
}

}  // namespace

FileHeader read_file_header(std::string_view file) {
  FileHeader header;
  header.found = file.starts_with(file_signature);
  if (!header.found) return header;
  ByteCursor cursor(file, file_signature.size());
  cursor.skip(16, "file.chunk_numbers");
  header.next_record = cursor.u64("file.next_record");
  cursor.skip(4, "file.header_size");
  header.minor = cursor.u16("file.minor_version");
  header.major = cursor.u16("file.major_version");
  cursor.skip(2, "file.block_size");
  header.chunks = cursor.u16("file.chunks");
  cursor.skip(76, "file.header");
  const std::uint32_t flags = cursor.u32("file.flags");
  const std::uint32_t checksum = cursor.u32("file.checksum");
  header.dirty = (flags & flag_dirty) != 0;
  header.full = (flags & flag_full) != 0;
  header.checksum = !cursor.failed() && checksum == crc32(0, file.substr(0, file_checksum_bytes));
  return header;
}

std::uint64_t missing_chunks(const FileHeader& header, std::uint64_t found) {
  const bool tells = header.checksum && !header.dirty && found <= 0xffff;
  return tells && header.chunks > found ? header.chunks - found : 0;
}

int looks_like_log(std::string_view sample) {
  if (sample.starts_with(file_signature)) return 100;
  return is_chunk_at(sample, 0) || is_chunk_at(sample, file_header_bytes) ? 95 : 0;
}

Pieces::Pieces(std::string_view file)
    : file_(file), at_(is_chunk_at(file, 0) ? 0 : std::min(file_header_bytes, file.size())) {}

bool Pieces::next(Piece& piece) {
  if (at_ >= file_.size()) return false;
  const std::size_t rest = file_.size() - at_;
  std::size_t size = std::min(chunk_bytes, rest);
  const bool is_chunk = is_chunk_at(file_, at_);
  const bool goes_on = size == rest || (is_chunk && is_chunk_at(file_, at_ + size));
  if (!goes_on) {
    // Bytes were lost, or put in between: the next chunk stands nearer.
    const auto nearer = file_.substr(at_, size + chunk_signature.size())
                            .find(chunk_signature, is_chunk ? chunk_header_bytes : 1);
    if (nearer != std::string_view::npos) size = std::min(size, nearer);
  }
  piece = {at_, file_.substr(at_, size), is_chunk};
  at_ += size;
  return true;
}

ChunkHeader read_chunk_header(std::string_view chunk, bool verify_records) {
  ChunkHeader header;
  ByteCursor cursor(chunk, chunk_signature.size());
  cursor.skip(16, "chunk.record_numbers");
  header.first_id = cursor.u64("chunk.first_record");
  header.last_id = cursor.u64("chunk.last_record");
  cursor.skip(8, "chunk.last_record_offset");
  const std::uint32_t records_end = cursor.u32("chunk.free_space_offset");
  const std::uint32_t records_checksum = cursor.u32("chunk.records_checksum");
  cursor.skip(68, "chunk.flags");
  const std::uint32_t checksum = cursor.u32("chunk.checksum");
  if (cursor.failed() || chunk.size() < chunk_header_bytes) return header;
  header.checksum = checksum == crc32(crc32(0, chunk.substr(0, 120)),
                                      chunk.substr(128, chunk_header_bytes - 128));
  const bool possible = records_end >= chunk_header_bytes && records_end <= chunk_bytes;
  header.checksum = header.checksum && possible;
  header.records_end = possible ? std::min<std::size_t>(records_end, chunk.size()) : chunk.size();
  if (verify_records)
    header.records_checksum =
        possible && records_end <= chunk.size() &&
        records_checksum ==
            crc32(0, chunk.substr(chunk_header_bytes, records_end - chunk_header_bytes));
  return header;
}

LiveRecords::LiveRecords(std::string_view file, std::function<void(std::size_t)> passed)
    : file_(file), passed_(std::move(passed)) {}

void LiveRecords::look() const {
  Pieces pieces(file_);
  for (Piece piece; pieces.next(piece);) {
    if (passed_ && is_milestone(piece)) passed_(piece.offset);
    if (!piece.is_chunk || ranges_.size() >= max_live_ranges) continue;
    const ChunkHeader header = read_chunk_header(piece.bytes, false);
    if (!header.checksum || header.last_id < header.first_id) continue;
    if (!ranges_.empty() && header.first_id == ranges_.back().second + 1)
      ranges_.back().second = header.last_id;
    else
      ranges_.emplace_back(header.first_id, header.last_id);
  }
  std::sort(ranges_.begin(), ranges_.end());
  std::size_t kept = 0;
  for (const auto& range : ranges_) {
    if (kept != 0 && range.first <= ranges_[kept - 1].second)
      ranges_[kept - 1].second = std::max(ranges_[kept - 1].second, range.second);
    else
      ranges_[kept++] = range;
  }
  ranges_.resize(kept);
}

bool LiveRecords::contains(std::uint64_t id) const {
  std::call_once(looked_, [this] { look(); });
  const auto after = std::upper_bound(ranges_.begin(), ranges_.end(), id,
                                      [](std::uint64_t at, const auto& r) { return at < r.first; });
  return after != ranges_.begin() && id <= std::prev(after)->second;
}

}  // namespace digue::read::evtx
