// Server-sent events (HTML standard, 9.2) to one reader.
//
// send() is thread-safe and never waits: a reader who leaves more than max_waiting_bytes unread is
// cut off, and resumes by the id of the last event it has.  What is sent to many is made once, and
// shared by all of them until each has written it.
#pragma once
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace digue::server::http {

inline constexpr std::size_t max_waiting_bytes = 4 << 20;

struct Event {
  std::string_view name;            // "entry"
  std::optional<std::uint64_t> id;  // where to resume from
  std::string_view data;
};
// "event: entry\nid: 12\ndata: {...}\n\n"; each line of the data on its own.
std::string event_text(const Event& event);

// Whole events, one after the other.
using Frame = std::shared_ptr<const std::string>;
Frame frame_of(std::string text);

class EventStream {
 public:
  // `wake`: called, from any thread, when there is something for the connection to write, once
  // until it takes it; and when the reader is to be cut off.
  explicit EventStream(std::function<void()> wake) : wake_(std::move(wake)) {}

  // False once the reader is gone or cut off: forget it.
  bool send(const Frame& frame);
  // The reader is gone; nothing is taken any more.
  void close();
  bool is_closed() const;
  // Nothing more is sent, and the connection ends: the reader may not read any more.
  void cut_off();

  // For the connection: what waits, all of it.
  std::vector<Frame> take();

 private:
  mutable std::mutex mutex_;
  std::vector<Frame> waiting_;
  std::size_t waiting_bytes_ = 0;
  bool closed_ = false;
  std::function<void()> wake_;
};

}  // namespace digue::server::http
