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

Frame frame_of(std::string text) {
  return std::make_shared<const std::string>(std::move(text));
}

bool EventStream::send(const Frame& frame) {
  bool wakes = false;
  {
    const std::lock_guard lock(mutex_);
    if (closed_) return false;
    waiting_bytes_ += frame->size();
    closed_ = waiting_bytes_ > max_waiting_bytes;
    wakes = closed_ || waiting_.empty();
    if (!closed_) waiting_.push_back(frame);
  }
  if (wakes) wake_();
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

std::vector<Frame> EventStream::take() {
  const std::lock_guard lock(mutex_);
  waiting_bytes_ = 0;
  return std::exchange(waiting_, {});
}

}  // namespace digue::server::http
