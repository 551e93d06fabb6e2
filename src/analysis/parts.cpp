#include "analysis/parts.h"

#include <algorithm>
#include <condition_variable>
#include <exception>
#include <mutex>

namespace digue::analysis {

namespace {

// Something that is done for each part in the order of the parts, whoever read them.
class Turn {
 public:
  // Waits until it is the part's turn; false when a part before failed.
  bool wait(std::size_t part) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return done_ == part || failed_; });
    return !failed_;
  }
  void pass() {
    const std::lock_guard lock(mutex_);
    ++done_;
    changed_.notify_all();
  }
  void fail() {
    const std::lock_guard lock(mutex_);
    failed_ = true;
    changed_.notify_all();
  }

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  std::size_t done_ = 0;
  bool failed_ = false;
};

class PartWork {
 public:
  PartWork(const Parts& parts, WireSink& sink)
      : parts_(parts),
        sink_(sink),
        count_((std::max(parts.text.size(), parts.bytes.size()) + parts.each - 1) / parts.each) {}

  // On each thread.
  void run() {
    try {
      for (std::size_t part = take(); part < count_; part = take())
        if (!hash(part) || !read(part)) return;
    } catch (...) {
      to_hash_.fail();
      to_tell_.fail();
      throw;
    }
  }
  Digest hash() { return hash_.finish(); }

 private:
  std::size_t take() {
    const std::lock_guard lock(mutex_);
    return next_++;
  }

  bool hash(std::size_t part) {
    if (!to_hash_.wait(part)) return false;
    const auto begin = std::min(part * parts_.each, parts_.bytes.size());
    hash_.add(parts_.bytes.substr(begin, parts_.each));
    to_hash_.pass();
    return true;
  }

  bool read(std::size_t part) {
    const auto begin = line_from(part * parts_.each), end = line_from((part + 1) * parts_.each);
    const auto reading = parts_.whole.part();
    PartSink its(parts_.watched);
    const auto lines = reading->read(begin, end, its);
    its.complete();
    if (!to_tell_.wait(part)) return false;
    parts_.whole.join(*reading, its);
    sink_.take(its, lines);
    sink_.passed(end);
    to_tell_.pass();
    return true;
  }

  // Where the first line that begins there or later begins.
  std::size_t line_from(std::size_t offset) const {
    if (offset == 0) return 0;
    const auto end = parts_.text.find('\n', offset - 1);
    return end == std::string_view::npos ? parts_.text.size() : end + 1;
  }

  const Parts& parts_;
  WireSink& sink_;
  const std::size_t count_;
  std::mutex mutex_;
  std::size_t next_ = 0;
  Sha256 hash_;
  Turn to_hash_, to_tell_;
};

}  // namespace

Digest read_by_parts(const Parts& parts, Crew& crew, WireSink& sink) {
  PartWork work(parts, sink);
  crew.run([&] { work.run(); });
  return work.hash();
}

}  // namespace digue::analysis
