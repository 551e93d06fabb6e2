// For tests: what goes through a worker's pipe, and what is heard at its other end.
#pragma once
#include <doctest/doctest.h>
#include <sys/mman.h>
#include <unistd.h>

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
  void batch(std::span<const event::Event> more,
             std::span<const event::Detail> more_details) override {
    events.insert(events.end(), more.begin(), more.end());
    details.insert(details.end(), more_details.begin(), more_details.end());
  }
  void unreadable(std::uint64_t offset, std::uint64_t, std::uint32_t, Message reason) override {
    heard.push_back("unreadable " + std::to_string(offset) + " " + reason.french);
  }
  void remark(Message message) override { heard.push_back("remark " + message.english); }
  bool zoneless_dates(std::uint64_t count) override {
    heard.push_back("zoneless " + std::to_string(count));
    return true;
  }
  void source_end(std::string, std::uint64_t, std::uint64_t rows, std::uint64_t) override {
    heard.push_back("end " + std::to_string(rows));
  }
};

// What the writer writes, into a file in memory: no pipe would hold much of it.
inline std::string written(const std::function<void(Writer&)>& write) {
  const int file = ::memfd_create("frames", MFD_CLOEXEC);
  REQUIRE(file >= 0);
  Writer writer(file);
  write(writer);
  std::string bytes(static_cast<std::size_t>(::lseek(file, 0, SEEK_END)), '\0');
  CHECK(::pread(file, bytes.data(), bytes.size(), 0) == static_cast<ssize_t>(bytes.size()));
  ::close(file);
  return bytes;
}

}  // namespace digue::analysis::wire
