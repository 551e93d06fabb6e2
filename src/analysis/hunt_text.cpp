#include "analysis/hunt_text.h"

#include <algorithm>
#include <condition_variable>
#include <map>
#include <mutex>
#include <set>

#include "analysis/sighted.h"
#include "base/count_byte.h"
#include "base/hash.h"

namespace digue::analysis {

namespace {

// One piece, searched.  Sightings have the line within the piece, from 0.
struct Piece {
  std::vector<finding::Sighting> sightings;
  std::uint64_t newlines = 0;
};

std::string_view line_at(std::string_view text, std::uint64_t offset) {
  std::size_t begin = text.rfind('\n', offset);
  begin = begin == std::string_view::npos ? 0 : begin + 1;
  const std::size_t end = std::min(text.find('\n', offset), text.size());
  return text.substr(begin, std::min(end - begin, read::max_record_bytes));
}

// Reads lines that were picked out of a file as their format does: together, because a reader
// remembers what it has seen.
class LineReader final : public read::Sink {
 public:
  // Returns the number of the line.
  std::size_t add(std::string_view line) {
    starts_.push_back(lines_.size());
    (lines_ += line) += '\n';
    return starts_.size() - 1;
  }

  // By the number of the line; without time, account and host when it is none of the format's.
  std::vector<finding::Sighting> read(const read::Format& format, const read::Told& told) {
    sightings_.assign(starts_.size(), {});
    if (!starts_.empty()) format.read(lines_, told, *this);
    return std::move(sightings_);
  }

  event::Trail& trail() override { return trail_; }
  void commit() override {
    const auto& event = trail_.events.back();
    const auto after = std::upper_bound(starts_.begin(), starts_.end(), event.place.offset);
    sightings_[static_cast<std::size_t>(after - starts_.begin()) - 1] = sighted(trail_, event);
    trail_.events.clear();
    trail_.details.clear();
  }
  void row() override {}
  void rejected(std::uint64_t, std::uint64_t, std::uint32_t, const Message&) override {}
  void remark(const Message&) override {}
  void passed(std::uint64_t) override {}

 private:
  event::Trail trail_;
  std::string lines_;
  std::vector<std::size_t> starts_;
  std::vector<finding::Sighting> sightings_;
};

// The threads' common work on one text: hashing goes on in order on whichever thread is free, the
// others search pieces; what they find is taken in the order of the text.
class Work {
 public:
  Work(const HuntedFile& file, const read::Told& told, const hunt::Matcher& matcher,
       unsigned threads, SightingBook& book)
      : file_(file), told_(told), matcher_(matcher), alone_(threads == 1), book_(book) {}

  void operator()() {
    std::unique_lock lock(mutex_);
    while (hashed_ < file_.bytes.size() || searched_ < file_.text.size()) {
      if (may_hash())
        hash_piece(lock);
      else if (may_search())
        search_piece(lock);
      else if (searched_ == file_.text.size())
        return;  // whoever hashes goes on to the end
      else
        moved_.wait(lock);
    }
  }

  std::string finish() {
    if (file_.format != nullptr && !reads_lines())
      attribute(waiting_, file_.text, *file_.format, told_, false, book_);
    return to_hex(hash_.finish());
  }

 private:
  // Neither goes far ahead of the other, so that what both are done with can leave the memory.
  bool may_hash() const {
    const bool ahead = searched_ < file_.text.size() && hashed_ > searched_ + (alone_ ? 0 : lead);
    return !hashing_ && hashed_ < file_.bytes.size() && !ahead;
  }
  bool may_search() const {
    const bool ahead = hashed_ < file_.bytes.size() && searched_ > hashed_ + lead;
    return searched_ < file_.text.size() && !ahead;
  }

  void hash_piece(std::unique_lock<std::mutex>& lock) {
    hashing_ = true;
    const auto piece = file_.bytes.substr(hashed_, hunt_piece_bytes);
    lock.unlock();
    hash_.add(piece);
    lock.lock();
    hashing_ = false;
    hashed_ += piece.size();
    release();
    moved_.notify_all();
  }

  void search_piece(std::unique_lock<std::mutex>& lock) {
    const std::size_t begin = searched_;
    const std::size_t end = std::min(begin + hunt_piece_bytes, file_.text.size());
    searched_ = end;
    lock.unlock();
    Piece piece = search(begin, end);
    lock.lock();
    done_.emplace(begin, std::move(piece));
    while (!done_.empty() && done_.begin()->first == taken_) {
      take(done_.begin()->second);
      done_.erase(done_.begin());
      taken_ = std::min(taken_ + hunt_piece_bytes, file_.text.size());
    }
    release();
    moved_.notify_all();
  }

  bool reads_lines() const { return file_.format != nullptr && file_.format->reads_single_lines(); }

  Piece search(std::size_t begin, std::size_t end) const {
    Piece piece;
    std::vector<hunt::Hit> hits;
    matcher_.scan(file_.text, begin, end, hits);
    std::sort(hits.begin(), hits.end());
    hits.erase(std::unique(hits.begin(), hits.end()), hits.end());
    std::size_t counted = begin;
    const auto count_to = [&](std::size_t at) {
      piece.newlines += count_byte(file_.text.substr(counted, at - counted), '\n');
      counted = at;
    };
    for (const auto& hit : hits) {
      // The start of what a word of this piece makes known may stand before the piece, on its line.
      count_to(std::max<std::size_t>(hit.offset, begin));
      auto& sighting = piece.sightings.emplace_back();
      sighting.indicator = hit.indicator;
      sighting.place.offset = hit.offset;
      sighting.place.line = static_cast<std::uint32_t>(piece.newlines);
    }
    count_to(end);
    if (reads_lines()) read_lines(piece, begin);
    return piece;
  }

  // When, who and where, of the lines that were hit.
  void read_lines(Piece& piece, std::size_t begin) const {
    LineReader reader;
    std::vector<std::size_t> line_of;
    for (std::size_t i = 0; i < piece.sightings.size(); ++i) {
      const auto& place = piece.sightings[i].place;
      const bool same = i != 0 && piece.sightings[i - 1].place.line == place.line;
      line_of.push_back(
          same ? line_of.back()
               : reader.add(line_at(file_.text, std::max<std::size_t>(place.offset, begin))));
    }
    const auto lines = reader.read(*file_.format, told_);
    for (std::size_t i = 0; i < piece.sightings.size(); ++i) {
      const auto [indicator, place] =
          std::pair(piece.sightings[i].indicator, piece.sightings[i].place);
      piece.sightings[i] = lines[line_of[i]];
      piece.sightings[i].indicator = indicator;
      piece.sightings[i].place = place;
    }
  }

  // Pieces come in order here.
  void take(Piece& piece) {
    const bool waits = file_.format != nullptr && !reads_lines();
    for (auto& sighting : piece.sightings) {
      const std::uint64_t line = file_.has_lines ? lines_ + sighting.place.line + 1 : 0;
      sighting.place.line = static_cast<std::uint32_t>(line);
      const auto offset = sighting.place.offset;
      if (waits && waiting_.size() < max_waiting_hits)
        waiting_.push_back({{offset, sighting.indicator}, line});
      else if (!is_repeat(sighting.indicator, line, offset))
        book_.add(std::move(sighting));
    }
    lines_ += piece.newlines;
  }

  // The same indicator again on the same line.
  bool is_repeat(std::uint32_t indicator, std::uint64_t line, std::uint64_t offset) {
    if (line != current_line_) on_line_.clear();
    current_line_ = line;
    const auto [place, is_new] = on_line_.emplace(indicator, offset);
    if (is_new) return false;
    if (line != 0 && offset - place->second < one_sighting_bytes) return true;
    place->second = offset;
    return false;
  }

  void release() {
    const std::size_t done = std::min(hashed_, taken_);
    if (done < released_ + 16 * hunt_piece_bytes || !file_.release) return;
    released_ = done;
    // The line of a hit may begin before its piece.
    file_.release(done - hunt_piece_bytes);
  }

  static constexpr std::size_t lead = 32 << 20;

  const HuntedFile& file_;
  const read::Told& told_;
  const hunt::Matcher& matcher_;
  const bool alone_;
  SightingBook& book_;

  std::mutex mutex_;  // of all that follows, but for the hash while hashing_
  std::condition_variable moved_;
  Sha256 hash_;
  bool hashing_ = false;
  std::size_t hashed_ = 0, searched_ = 0, taken_ = 0, released_ = 0;
  std::map<std::size_t, Piece> done_;
  std::vector<Placed> waiting_;
  std::uint64_t lines_ = 0, current_line_ = 0;
  std::map<std::uint32_t, std::uint64_t> on_line_;
};

// Gives the hits to the records that the format reads, in the order of the offsets.
class HitSink final : public read::Sink {
 public:
  HitSink(const std::vector<Placed>& hits, bool exact, SightingBook& book)
      : hits_(hits), exact_(exact), book_(book) {}

  event::Trail& trail() override { return trail_; }
  void row() override { ++rows_; }
  void commit() override {
    const auto& event = trail_.events.back();
    const std::uint64_t offset = event.place.offset;
    // One row may make several events: the first is its row's.
    if (!begun_ || offset != begin_) start(offset, sighted(trail_, event));
    trail_.events.clear();
    trail_.details.clear();
  }
  void rejected(std::uint64_t offset, std::uint64_t, std::uint32_t, const Message&) override {
    start(offset, {});
  }
  void remark(const Message&) override {}
  void passed(std::uint64_t) override {}

  void finish() { give_before(~std::uint64_t{0}); }

 private:
  void start(std::uint64_t offset, finding::Sighting sighting) {
    if (!exact_) give_before(offset);
    begun_ = true;
    begin_ = offset;
    current_ = std::move(sighting);
    current_.place.record = static_cast<std::uint32_t>(rows_);
    if (exact_) give_exactly(offset);
  }

  // What stands before the row that begins now is of the row before it.
  void give_before(std::uint64_t offset) {
    std::set<std::uint32_t> seen;
    for (; next_ < hits_.size() && hits_[next_].hit.offset < offset; ++next_) {
      const bool known = begun_ && hits_[next_].hit.offset >= begin_;
      if (!known || seen.insert(hits_[next_].hit.indicator).second) give(hits_[next_], known);
    }
  }

  void give_exactly(std::uint64_t offset) {
    const auto before = [](const Placed& placed, std::uint64_t at) {
      return placed.hit.offset < at;
    };
    std::set<std::uint32_t> seen;
    for (auto hit = std::lower_bound(hits_.begin(), hits_.end(), offset, before);
         hit != hits_.end() && hit->hit.offset == offset; ++hit)
      if (seen.insert(hit->hit.indicator).second) give(*hit, true);
  }

  void give(const Placed& placed, bool known) {
    finding::Sighting sighting = known ? current_ : finding::Sighting{};
    sighting.indicator = placed.hit.indicator;
    sighting.place.offset = placed.hit.offset;
    sighting.place.line = static_cast<std::uint32_t>(placed.line);
    book_.add(std::move(sighting));
  }

  const std::vector<Placed>& hits_;
  const bool exact_;
  SightingBook& book_;
  event::Trail trail_;
  finding::Sighting current_;
  std::size_t next_ = 0, rows_ = 0;
  std::uint64_t begin_ = 0;
  bool begun_ = false;
};

}  // namespace

std::string hunt_text(const HuntedFile& file, const read::Told& told, const hunt::Matcher& matcher,
                      Crew& crew, SightingBook& book) {
  Work work(file, told, matcher, crew.threads(), book);
  crew.run([&] { work(); });
  return work.finish();
}

void attribute(const std::vector<Placed>& hits, std::string_view text, const read::Format& format,
               const read::Told& told, bool exact, SightingBook& book) {
  if (hits.empty()) return;
  HitSink sink(hits, exact, book);
  format.read(text, told, sink);
  if (!exact) sink.finish();
}

}  // namespace digue::analysis
