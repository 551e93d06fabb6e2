#include "read/mail_queue.h"

namespace digue::read {

void QueuedMessage::learn(const QueuedMessage& later) {
  if (later.says_client) {
    account = later.account;
    address = later.address;
  }
  if (later.says_id) message_id = later.message_id;
  if (later.says_sender) {
    sender = later.sender;
    size = later.size;
    subject = later.subject;
  }
  says_client |= later.says_client;
  says_id |= later.says_id;
  says_sender |= later.says_sender;
}

QueuedMessage& MailQueue::of(std::string_view id) {
  if (begun_.size() == 2 * max_queued) forget_oldest();
  auto [found, is_new] = messages_.try_emplace(id);
  auto& message = found->second;
  if (!is_new) return message;
  message.begun = ++clock_;
  begun_.push_back({id, clock_});
  return message;
}

void MailQueue::forget(std::string_view id) {
  messages_.erase(id);
  if (!is_first_) forgotten_.push_back({id, ++clock_});
}

bool MailQueue::is_live(const Moment& begun) const {
  const auto found = messages_.find(begun.id);
  return found != messages_.end() && found->second.begun == begun.clock;
}

void MailQueue::forget_oldest() {
  std::erase_if(begun_, [&](const Moment& moment) { return !is_live(moment); });
  if (begun_.size() <= max_queued) return;
  const auto kept = begun_.end() - static_cast<std::ptrdiff_t>(max_queued);
  for (auto old = begun_.begin(); old != kept; ++old) messages_.erase(old->id);
  begun_.erase(begun_.begin(), kept);
}

bool MailQueue::tell(std::string_view id, Said& said) const {
  const auto found = messages_.find(id);
  if (found == messages_.end()) return is_first_;
  const auto& message = found->second;
  said.set(Part::account, message.sender);
  said.set(Part::address, message.address);
  said.detail("SignedInAs", message.account);
  said.detail_apart("MessageId", message.message_id);
  said.detail_apart("Size", message.size);
  said.detail("Subject", message.subject);
  return is_first_ || message.says_all();
}

QueuedMessage MailQueue::known(std::string_view id) const {
  const auto found = messages_.find(id);
  if (found != messages_.end()) return found->second;
  QueuedMessage nothing;
  nothing.begun = clock_ + 1;
  return nothing;
}

void MailQueue::note_ends(const MailQueue& next) {
  if (ends_of_ == &next) return;
  ends_of_ = &next;
  ends_.clear();
  for (const auto& end : next.forgotten_)
    if (messages_.contains(end.id)) ends_.try_emplace(end.id, end.clock);
}

std::optional<QueuedMessage> MailQueue::before(const MailQueue& next, std::string_view id,
                                               const QueuedMessage& known) {
  const auto found = messages_.find(id);
  if (found == messages_.end()) return std::nullopt;
  note_ends(next);
  const auto end = ends_.find(id);
  if (end != ends_.end() && end->second < known.begun) return std::nullopt;  // another message
  auto message = found->second;
  message.learn(known);
  return message;
}

void MailQueue::join(const MailQueue& next) {
  note_ends(next);
  for (const auto& [id, end] : ends_) messages_.erase(id);
  ends_of_ = nullptr;
  for (const auto& begun : next.begun_)
    if (next.is_live(begun)) of(begun.id).learn(next.messages_.at(begun.id));
}

}  // namespace digue::read
