// What a mail server's log says of a message on different lines, joined by the id that the server
// gave it: who sends it, from where, its Message-ID, its size; told when it is delivered.
//
// A log may be read by parts (read::Reading): of a message that a part only says something of, what
// was said before is filled in once it is known.  Of twice max_queued messages that wait at once,
// the older half is forgotten.  The texts are views into the log.  Not thread-safe.
#pragma once
#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "read/said.h"

namespace digue::read {

inline constexpr std::size_t max_queued = 65'536;

struct QueuedMessage {
  std::string_view account;  // who signed in to send it
  std::string_view sender, address, message_id, size, subject;
  // Which of them were said, be it that there is none: account and address; message_id; the others.
  bool says_client = false, says_id = false, says_sender = false;
  // By the clock of its queue.
  std::size_t begun = 0;

  bool says_all() const { return says_client && says_id && says_sender; }
  // What a later line says counts, what none says stays.
  void learn(const QueuedMessage& later);
};

class MailQueue {
 public:
  // `is_first`: nothing of the log comes before.
  explicit MailQueue(bool is_first = true) : is_first_(is_first) {}

  // The message of that id, begun when it is new.  Valid until the next call.
  QueuedMessage& of(std::string_view id);
  void forget(std::string_view id);
  // One delivery of the message: what is known of it goes to `said`.  False when what came before
  // this part may say more.
  bool tell(std::string_view id, Said& said) const;
  // What is known of the message, be it nothing.
  QueuedMessage known(std::string_view id) const;

  // What this, which read all that comes before `next`, knows of a message of which `next` knew
  // `known` at a delivery: nothing when it says no more.  To be asked before join().
  std::optional<QueuedMessage> before(const MailQueue& next, std::string_view id,
                                      const QueuedMessage& known);
  // `next` has read what comes right after.
  void join(const MailQueue& next);

 private:
  struct Moment {
    std::string_view id;
    std::size_t clock;
  };

  bool is_live(const Moment& begun) const;
  void forget_oldest();
  void note_ends(const MailQueue& next);

  bool is_first_;
  std::size_t clock_ = 0;  // counts what is begun and what is forgotten
  std::unordered_map<std::string_view, QueuedMessage> messages_;
  std::vector<Moment> begun_;      // in order; of those forgotten since, some
  std::vector<Moment> forgotten_;  // in order; of a part that is not the first
  // Of the messages that are known here, when the next part forgot theirs; made once for that part.
  std::unordered_map<std::string_view, std::size_t> ends_;
  const MailQueue* ends_of_ = nullptr;
};

}  // namespace digue::read
