#include "read/evtx/decoder.h"

#include "base/byte_cursor.h"
#include "read/evtx/engine.h"

namespace digue::read::evtx {

namespace {

constexpr std::string_view record_signature("\x2a\x2a\0\0", 4);

// A record's header, when one may stand there.
struct Found {
  std::uint64_t id = 0, written = 0;
  std::uint32_t size = 0;
};

const char* look(std::string_view piece, std::size_t at, std::size_t end, Found& found) {
  if (end - at < smallest_record) return "record.header";
  const char* bytes = piece.data() + at;
  if (!piece.substr(at).starts_with(record_signature)) return "record.signature";
  found.size = little_endian<std::uint32_t>(bytes + 4);
  found.id = little_endian<std::uint64_t>(bytes + 8);
  found.written = little_endian<std::uint64_t>(bytes + 16);
  if (found.size < smallest_record || found.size > end - at) return "record.size";
  const bool same = little_endian<std::uint32_t>(bytes + found.size - 4) == found.size;
  return same ? nullptr : "record.size_copy";
}

// Where the next record stands, from `at` on; `end` when there is none.
std::size_t next_record(std::string_view piece, std::size_t at, std::size_t end, Found& found) {
  const auto bytes = piece.substr(0, end);
  for (; (at = bytes.find(record_signature, at)) != std::string_view::npos; ++at)
    if (look(piece, at, end, found) == nullptr) return at;
  return end;
}

bool is_all_zero(std::string_view bytes) {
  return bytes.find_first_not_of('\0') == std::string_view::npos;
}

}  // namespace

// Walks one piece.
class PieceReader {
 public:
  PieceReader(const Piece& piece, const LiveRecords& live, Visitor& visitor, Record& record)
      : piece_(piece), live_(live), visitor_(visitor), record_(record) {}

  Facts read() {
    std::size_t searched_from = 0;
    if (piece_.is_chunk) searched_from = read_chunk();
    const bool told = piece_.is_chunk || is_all_zero(piece_.bytes.substr(0, chunk_header_bytes));
    search(searched_from);
    if (!told) damage(0, piece_.bytes.size(), "chunk.signature");
    return facts_;
  }

 private:
  // Where what the chunk says to hold ends.
  std::size_t read_chunk() {
    const ChunkHeader header = read_chunk_header(piece_.bytes, true);
    ++facts_.chunks;
    facts_.bad_chunk_checksums += header.checksum ? 0 : 1;
    facts_.bad_record_checksums += header.records_checksum ? 0 : 1;
    return walk(header);
  }

  std::size_t walk(const ChunkHeader& header) {
    const std::size_t end = header.records_end;
    std::size_t at = std::min(chunk_header_bytes, piece_.bytes.size());
    Found found;
    while (at < end) {
      const char* why = look(piece_.bytes, at, end, found);
      if (why == nullptr) {
        visit(at, found, false);
        at += found.size;
        continue;
      }
      // A header that is wrong does not say where the records end: the rest is searched.
      if (!header.checksum && is_all_zero(piece_.bytes.substr(at, smallest_record))) return at;
      const std::size_t next = next_record(piece_.bytes, at + 1, end, found);
      damage(at, next - at, why);
      at = next;
    }
    return std::max(at, end);
  }

  // Anything that still is a record, from there to the end of the piece.
  void search(std::size_t at) {
    Found found;
    const std::size_t end = piece_.bytes.size();
    while ((at = next_record(piece_.bytes, at, end, found)) < end) {
      const bool whole_chunk = piece_.is_chunk || piece_.offset != 0;
      if (whole_chunk && live_.contains(found.id))
        ++facts_.repeated;
      else
        visit(at, found, true);
      at += found.size;
    }
  }

  void visit(std::size_t at, const Found& found, bool recovered) {
    record_.id_ = found.id;
    record_.written_ = found.written;
    record_.offset_ = piece_.offset + at;
    record_.bytes_ = found.size;
    record_.begin_ = at + record_header_bytes;
    record_.end_ = at + found.size - 4;
    record_.recovered_ = recovered;
    const char* why = visitor_.record(record_);
    if (why != nullptr && !recovered) return damage(at, found.size, why);
    facts_.records += why == nullptr ? 1 : 0;
    if (recovered) ++(why == nullptr ? facts_.recovered : facts_.remains);
  }

  void damage(std::size_t at, std::size_t bytes, const char* what) {
    ++facts_.unreadable;
    visitor_.damage({piece_.offset + at, bytes, what});
  }

  const Piece& piece_;
  const LiveRecords& live_;
  Visitor& visitor_;
  Record& record_;
  Facts facts_;
};

Facts& Facts::operator+=(const Facts& other) {
  chunks += other.chunks;
  records += other.records;
  recovered += other.recovered;
  repeated += other.repeated;
  remains += other.remains;
  unreadable += other.unreadable;
  bad_chunk_checksums += other.bad_chunk_checksums;
  bad_record_checksums += other.bad_record_checksums;
  return *this;
}

Decoder::Decoder() : engine_(std::make_unique<Engine>()) {}
Decoder::~Decoder() = default;

Facts Decoder::read(const Piece& piece, const LiveRecords& live, Visitor& visitor) {
  engine_->begin_chunk(piece.bytes);
  Record record;
  record.decoder_ = this;
  return PieceReader(piece, live, visitor, record).read();
}

std::size_t Decoder::templates() const {
  return engine_->templates.count();
}

const char* Record::json(Buffer& out) {
  return decoder_->engine_->render(*this, Wanted::json, out);
}
const char* Record::json(Buffer& out, Selection& wanted) {
  return decoder_->engine_->render(*this, Wanted::json, out, &wanted);
}
const char* Record::xml(Buffer& out) {
  return decoder_->engine_->render(*this, Wanted::xml, out);
}
const char* Record::fields(Fields& out) {
  return decoder_->engine_->fill(*this, out, nullptr);
}
const char* Record::fields(Fields& out, Selection& wanted) {
  return decoder_->engine_->fill(*this, out, &wanted);
}

Selection::Numbers Selection::work_out(const Template& of) {
  Numbers numbers;
  for (const Field& field : of.fields) numbers.push_back(number(field.section, field.name));
  return numbers;
}

void Selection::forget_unless(std::uint32_t generation) {
  if (generation == generation_) return;
  generation_ = generation;
  known_.clear();
  programs_.clear();
}

const Selection::Numbers& Selection::numbers_of(const Template& kept, std::uint32_t generation) {
  forget_unless(generation);
  if (kept.number >= known_.size()) known_.resize(kept.number + 1);
  Numbers& numbers = known_[kept.number];
  if (numbers.size() != kept.fields.size()) numbers = work_out(kept);
  return numbers;
}

SomeFields Selection::programs_of(const Template& of) {
  std::vector<Field> wanted;
  for (const Field& field : of.fields) {
    const bool may_be_left_out = field.section == Section::system ||
                                 field.section == Section::record_id ||
                                 field.section == Section::data;
    if (!may_be_left_out || number(field.section, field.name) != unwanted) wanted.push_back(field);
  }
  return compile_some(wanted);
}

const SomeFields& Selection::known_programs_of(const Template& kept, std::uint32_t generation) {
  forget_unless(generation);
  if (kept.number >= programs_.size()) programs_.resize(kept.number + 1);
  SomeFields& programs = programs_[kept.number];
  // That of JSON has one at least.
  if (programs.json.instructions.empty()) programs = programs_of(kept);
  return programs;
}

void Fields::clear() {
  all_.clear();
  begins_.clear();
  texts_.clear();
}

void Fields::finish() {
  const auto text = texts_.text();
  std::size_t end = text.size();
  for (std::size_t i = all_.size(); i-- != 0; end = begins_[i])
    all_[i].value = text.substr(begins_[i], end - begins_[i]);
}

std::string_view Fields::find(Section section, std::string_view name) const {
  for (const One& one : all_)
    if (one.section == section && (name.empty() || one.name == name)) return one.value;
  return {};
}

}  // namespace digue::read::evtx
