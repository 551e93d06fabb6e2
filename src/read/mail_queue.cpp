#include "read/mail_queue.h"

namespace digue::read {

QueuedMessage& MailQueue::of(std::string_view id) {
  const auto [found, is_new] = messages_.try_emplace(id);
  if (!is_new) return found->second;
  if (order_.size() < max_queued) {
    order_.push_back(id);
  } else {
    messages_.erase(order_[next_]);
    order_[next_] = id;
    next_ = (next_ + 1) % max_queued;
  }
  return messages_[id];
}

void MailQueue::tell(std::string_view id, Said& said) const {
  const auto found = messages_.find(id);
  if (found == messages_.end()) return;
  const auto& message = found->second;
  said.set(Part::account, message.sender);
  said.set(Part::address, message.address);
  said.detail("SignedInAs", message.account);
  said.detail("MessageId", message.message_id);
  said.detail("Size", message.size);
  said.detail("Subject", message.subject);
}

}  // namespace digue::read
