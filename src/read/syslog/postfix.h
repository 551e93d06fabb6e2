// The lines of Postfix: who signs in to send, what comes in, what becomes of it for each recipient.
// The hop to a content filter on the same machine is no delivery.  Not thread-safe.
#pragma once
#include "read/mail_queue.h"
#include "read/syslog/message.h"

namespace digue::read::syslog {

class Postfix {
 public:
  explicit Postfix(bool is_first = true) : queue_(is_first) {}

  // A line that is only counted, and found again by its address: nearly half of a busy log.
  static bool is_only_counted(std::string_view text) {
    return text.starts_with("connect from ") || text.starts_with("disconnect from ");
  }
  // False when the line says nothing that is known: who_is_in() may still.
  bool tell(const Message& message, Said& said);
  // The message of which a delivery was told since begin(), when lines before this part may say
  // more of it; else "".
  std::string_view lacking() const { return lacking_; }
  void begin() { lacking_ = {}; }
  MailQueue& queue() { return queue_; }

 private:
  bool tell_client(std::string_view id, std::string_view text, Said& said);
  bool tell_sender(std::string_view id, std::string_view text, Said& said);
  bool tell_delivery(std::string_view id, std::string_view program, std::string_view text,
                     Said& said);

  MailQueue queue_;
  std::string_view lacking_;
};

}  // namespace digue::read::syslog
