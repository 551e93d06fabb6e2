// A Windows event log says its texts in UTF-16 and in templates: the values of each record are
// searched, not its bytes.
#include <algorithm>
#include <mutex>

#include "analysis/hunt_text.h"
#include "base/hash.h"
#include "read/evtx/decoder.h"

namespace digue::analysis {

namespace {

// The records of one piece of a log, searched.
class RecordSearch final : public read::evtx::Visitor {
 public:
  RecordSearch(const hunt::Matcher& matcher, std::vector<Placed>& found)
      : matcher_(matcher), found_(found) {}

  const char* record(read::evtx::Record& record) override {
    if (const char* why = record.fields(fields_); why != nullptr) return why;
    text_.clear();
    for (const auto& field : fields_.all()) (text_ += field.value) += '\n';
    hits_.clear();
    matcher_.scan(text_, 0, text_.size(), hits_);
    for (const auto& hit : hits_) found_.push_back({{record.offset(), hit.indicator}, 0});
    return nullptr;
  }
  void damage(const read::evtx::Damage&) override {}

 private:
  const hunt::Matcher& matcher_;
  std::vector<Placed>& found_;
  read::evtx::Fields fields_;
  std::string text_;
  std::vector<hunt::Hit> hits_;
};

std::vector<Placed> search(const HuntedFile& file, const hunt::Matcher& matcher, Crew& crew) {
  read::evtx::Pieces pieces(file.bytes);
  const read::evtx::LiveRecords live(file.bytes);
  std::mutex mutex;
  std::vector<Placed> all;
  crew.run([&] {
    read::evtx::Decoder decoder;
    read::evtx::Piece piece;
    std::vector<Placed> found;
    RecordSearch visitor(matcher, found);
    std::unique_lock lock(mutex);
    while (pieces.next(piece)) {
      lock.unlock();
      decoder.read(piece, live, visitor);
      lock.lock();
      if (file.release && read::evtx::is_milestone(piece)) file.release(piece.offset);
      const std::size_t room = max_waiting_hits - all.size();
      all.insert(all.end(), found.begin(),
                 found.begin() + static_cast<std::ptrdiff_t>(std::min(found.size(), room)));
      found.clear();
    }
  });
  const auto key = [](const Placed& placed) { return placed.hit; };
  std::sort(all.begin(), all.end(),
            [&](const Placed& a, const Placed& b) { return key(a) < key(b); });
  return all;
}

}  // namespace

std::string hunt_event_log(const HuntedFile& file, const read::Told& told,
                           const hunt::Matcher& matcher, Crew& crew, SightingBook& book) {
  Sha256 hash;
  for (std::size_t at = 0; at < file.bytes.size(); at += hunt_piece_bytes)
    hash.add(file.bytes.substr(at, hunt_piece_bytes));
  const auto hits = search(file, matcher, crew);
  attribute(hits, file.bytes, *file.format, told, true, book);
  return to_hex(hash.finish());
}

}  // namespace digue::analysis
