// A Sink that keeps everything: for tests, fuzzing and measuring.  Not thread-safe.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "read/format.h"

namespace digue::read {

struct Rejection {
  std::uint64_t offset, bytes;
  std::uint32_t line;
  Message reason;
};

class Collector final : public Sink {
 public:
  event::Trail& trail() override { return trail_; }
  void commit() override { trail_.events.back().place.record = rows_; }
  void row() override { ++rows_; }
  void rejected(std::uint64_t offset, std::uint64_t bytes, std::uint32_t line,
                const Message& reason) override {
    rejections_.push_back({offset, bytes, line, reason});
  }
  void remark(const Message& message) override { remarks_.push_back(message); }
  void passed(std::uint64_t) override {}

  std::uint32_t rows() const { return rows_; }
  const event::Trail& read() const { return trail_; }
  const std::vector<Rejection>& rejections() const { return rejections_; }
  const std::vector<Message>& remarks() const { return remarks_; }

 private:
  event::Trail trail_;
  std::uint32_t rows_ = 0;
  std::vector<Rejection> rejections_;
  std::vector<Message> remarks_;
};

// One JSON object a line: the events (texts, not symbols; empty fields left out), the rejections,
// the remarks.  Same events, same bytes: what the golden tests compare.
std::string as_json_lines(const Collector& collector);

}  // namespace digue::read
