// What a mail server's log says of a message on different lines, joined by the id that the server
// gave it: who sends it, from where, its Message-ID, its size; told when it is delivered.
//
// A reader may be given a part of a log: what was said before it is not known then.  At most
// max_queued messages are remembered; beyond, the one heard of longest ago is forgotten.  The texts
// are views into the log.  Not thread-safe.
#pragma once
#include <string_view>
#include <unordered_map>
#include <vector>

#include "read/said.h"

namespace digue::read {

inline constexpr std::size_t max_queued = 65'536;

struct QueuedMessage {
  std::string_view account;  // who signed in to send it
  std::string_view sender, address, message_id, size, subject;
};

class MailQueue {
 public:
  // The message of that id, begun when it is new.  Valid until the next call.
  QueuedMessage& of(std::string_view id);
  void forget(std::string_view id) { messages_.erase(id); }
  // One delivery of the message: what is known of it goes to `said`.
  void tell(std::string_view id, Said& said) const;

 private:
  std::unordered_map<std::string_view, QueuedMessage> messages_;
  std::vector<std::string_view> order_;  // a ring of the ids, in the order in which they came
  std::size_t next_ = 0;
};

}  // namespace digue::read
