#include "read/evtx/whole_log.h"

#include "read/evtx/log_file.h"
#include "read/evtx/sentences.h"

namespace digue::read::evtx {

static void tell_facts(std::string_view file, const Facts& facts, Sink& sink) {
  const auto header = read_file_header(file);
  if (!header.checksum) sink.remark(tell<sentences::bad_header>());
  if (const auto missing = missing_chunks(header, facts.chunks); missing != 0)
    sink.remark(tell<sentences::missing_chunks>(missing));
  if (facts.bad_chunk_checksums + facts.bad_record_checksums != 0)
    sink.remark(tell<sentences::bad_checksums>(facts.bad_chunk_checksums,
                                               facts.bad_record_checksums, facts.chunks));
  if (facts.recovered != 0) sink.remark(tell<sentences::recovered>(facts.recovered));
  if (facts.remains != 0) sink.remark(tell<sentences::remains>(facts.remains));
}

void WholeLog::read(std::string_view file) {
  const LiveRecords live(file, [&](std::size_t offset) { sink_.passed(offset); });
  Decoder decoder;
  Facts facts;
  Pieces pieces(file);
  for (Piece piece; pieces.next(piece);) {
    facts += decoder.read(piece, live, *this);
    if (is_milestone(piece)) sink_.passed(piece.offset);
  }
  tell_facts(file, facts, sink_);
}

void WholeLog::damage(const Damage& damage) {
  sink_.row();
  sink_.rejected(damage.offset, damage.bytes, 0, tell<sentences::cannot_read>(damage.what));
}

}  // namespace digue::read::evtx
