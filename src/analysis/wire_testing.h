// For tests: what goes through a worker's pipe, and what is heard at its other end.
#pragma once
#include <doctest/doctest.h>
#include <unistd.h>

#include <array>
#include <functional>
#include <string>
#include <vector>

#include "analysis/wire.h"

namespace digue::analysis::wire {

// Writes down what it hears.
struct Notes final : Receiver {
  std::vector<std::string> heard;
  std::vector<event::Event> events;
  std::vector<event::Detail> details;

  void source_begin(std::string name, std::string format, event::Family) override {
    heard.push_back("begin " + name + " " + format);
  }
  void batch(std::vector<event::Event> more, std::vector<event::Detail> more_details) override {
    events.insert(events.end(), more.begin(), more.end());
    details.insert(details.end(), more_details.begin(), more_details.end());
  }
  void unreadable(std::uint64_t offset, std::uint64_t, std::uint32_t, Message reason) override {
    heard.push_back("unreadable " + std::to_string(offset) + " " + reason.french);
  }
  void remark(Message message) override { heard.push_back("remark " + message.english); }
  void source_end(std::string, std::uint64_t, std::uint64_t rows, std::uint64_t) override {
    heard.push_back("end " + std::to_string(rows));
  }
};

// What the writer puts into a pipe.
inline std::string written(const std::function<void(Writer&)>& write) {
  std::array<int, 2> ends{};
  REQUIRE(::pipe(ends.data()) == 0);
  Writer writer(ends[1]);
  write(writer);
  ::close(ends[1]);
  std::string bytes;
  std::array<char, 4096> buffer{};
  for (ssize_t got; (got = ::read(ends[0], buffer.data(), buffer.size())) > 0;)
    bytes.append(buffer.data(), static_cast<std::size_t>(got));
  ::close(ends[0]);
  return bytes;
}

}  // namespace digue::analysis::wire
