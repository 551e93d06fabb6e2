// Server-sent events (HTML standard, 9.2) to one reader.
//
// send() is thread-safe and never waits: a reader who leaves more than max_waiting_bytes unread is
// cut off, and resumes by the id of the last event it has.
#pragma once
#include <cstdint>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

namespace digue::server::http {

inline constexpr std::size_t max_waiting_bytes = 4 << 20;

struct Event {
  std::string_view name;            // "entry"
  std::optional<std::uint64_t> id;  // where to resume from
  std::string_view data;
};
// "event: entry\nid: 12\ndata: {...}\n\n"; each line of the data on its own.
std::string event_text(const Event& event);

class EventStream {
 public:
  // `wake`: called, from any thread, when there is something new for the connection to write or
  // when the reader is to be cut off.
  explicit EventStream(std::function<void()> wake) : wake_(std::move(wake)) {}

  // False once the reader is gone or cut off: forget it.
  bool send(std::string_view text);
  // The reader is gone; nothing is taken any more.
  void close();
  bool is_closed() const;
  // Nothing more is sent, and the connection ends: the reader may not read any more.
  void cut_off();

  // For the connection: what waits, all of it.
  std::string take();

 private:
  mutable std::mutex mutex_;
  std::string waiting_;
  bool closed_ = false;
  std::function<void()> wake_;
};

}  // namespace digue::server::http
