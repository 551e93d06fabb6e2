// The lines of Postfix: who signs in to send, what comes in, what becomes of it for each recipient.
// The hop to a content filter on the same machine is no delivery.  Not thread-safe.
#pragma once
#include "read/mail_queue.h"
#include "read/syslog/message.h"

namespace digue::read::syslog {

class Postfix {
 public:
  // False when the line says nothing that is known: who_is_in() may still.
  bool tell(const Message& message, Said& said);

 private:
  bool tell_client(std::string_view id, std::string_view text, Said& said);
  bool tell_delivery(std::string_view id, std::string_view program, std::string_view text,
                     Said& said) const;

  MailQueue queue_;
};

}  // namespace digue::read::syslog
