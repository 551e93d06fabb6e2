#include "server/http/event_stream.h"

#include <utility>

namespace digue::server::http {

std::string event_text(const Event& event) {
  std::string text = "event: " + std::string(event.name) + "\n";
  if (event.id) text += "id: " + std::to_string(*event.id) + "\n";
  text += "data: ";
  for (const char c : event.data) {
    if (c == '\r') continue;
    text += c;
    if (c == '\n') text += "data: ";
  }
  return text + "\n\n";
}

bool EventStream::send(std::string_view text) {
  {
    const std::lock_guard lock(mutex_);
    if (closed_) return false;
    closed_ = waiting_.size() + text.size() > max_waiting_bytes;
    if (!closed_) waiting_ += text;
  }
  wake_();
  return !is_closed();
}

void EventStream::close() {
  const std::lock_guard lock(mutex_);
  closed_ = true;
  waiting_.clear();
}

void EventStream::cut_off() {
  close();
  wake_();
}

bool EventStream::is_closed() const {
  const std::lock_guard lock(mutex_);
  return closed_;
}

std::string EventStream::take() {
  const std::lock_guard lock(mutex_);
  return std::exchange(waiting_, {});
}

}  // namespace digue::server::http
