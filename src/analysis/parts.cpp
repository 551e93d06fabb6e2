#include "analysis/parts.h"

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <exception>
#include <mutex>

namespace digue::analysis {

namespace {

// Of a text, from where to where.
struct Range {
  std::size_t begin, end;
};

// Where the first line that begins there or later begins.
std::size_t line_from(std::string_view text, std::size_t offset) {
  if (offset == 0) return 0;
  if (offset > text.size()) return text.size();
  const auto end = text.find('\n', offset - 1);
  return end == std::string_view::npos ? text.size() : end + 1;
}

// The lines that begin in the part.  Those before it look for the end of a line that goes on
// through it: who made a file of one endless line does not have it searched by each part anew.
Range lines_of(std::string_view text, std::size_t part, std::size_t each) {
  const auto end = std::min((part + 1) * each, text.size());
  const auto begin = line_from(text.substr(0, end), part * each);
  return begin >= end ? Range{end, end} : Range{begin, line_from(text, end)};
}

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
      event::Trail memory;
      for (std::size_t part = take(); part < count_; part = take())
        if (!hash(part) || !read(part, memory)) return;
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

  // `memory` serves each part that the thread reads.
  bool read(std::size_t part, event::Trail& memory) {
    const auto [begin, end] = lines_of(parts_.text, part, parts_.each);
    const auto reading = parts_.whole.part();
    PartSink its(parts_.watched, std::move(memory));
    const auto lines = reading->read(begin, end, its);
    its.complete();
    if (!to_tell_.wait(part)) return false;
    parts_.whole.join(*reading, its);
    sink_.take(its, lines);
    sink_.passed(end);
    to_tell_.pass();
    memory = its.take_memory();
    return true;
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

read::Encoding encoding_by_parts(std::string_view bytes, Crew& crew,
                                 const std::function<void(std::size_t)>& release,
                                 std::size_t each) {
  std::atomic<std::size_t> next = 0;
  std::vector<read::EncodingCheck> checks((bytes.size() + each - 1) / each,
                                          read::EncodingCheck(false));
  if (checks.empty()) return read::encoding_of(bytes);
  checks.front() = read::EncodingCheck();
  crew.run([&] {
    for (auto part = next++; part < checks.size(); part = next++) {
      const auto [begin, end] = lines_of(bytes, part, each);
      checks[part].add(bytes.substr(begin, end - begin));
      if (release) release(end);
    }
  });
  for (std::size_t part = 1; part < checks.size(); ++part) checks.front().join(checks[part]);
  return checks.front().encoding();
}

Digest read_by_parts(const Parts& parts, Crew& crew, WireSink& sink) {
  PartWork work(parts, sink);
  crew.run([&] { work.run(); });
  return work.hash();
}

}  // namespace digue::analysis
