#include "analysis/part_sink.h"

#include <array>

#include "base/hash.h"

namespace digue::analysis {

event::RecordId ContentIds::of(const event::Trail& trail, const event::Event& event) {
  content_.clear();
  const auto add = [&](std::string_view text) { (content_ += text) += '\x1f'; };
  add(std::to_string(static_cast<int>(event.action)));
  add(std::to_string(event.time.milliseconds));
  for (const auto symbol : {event.operation, event.account, event.target, event.object,
                            event.address, event.session, event.application, event.device})
    add(trail.text(symbol));
  for (const auto& detail : trail.details_of(event)) {
    add(trail.text(detail.name));
    add(trail.text(detail.value));
  }
  return event::record_id_from_content(content_);
}

std::uint64_t Likeness::hash_of(const event::Symbols& symbols, event::Symbol symbol) {
  if (symbol >= hashes_.size()) hashes_.resize(symbols.size());
  auto& hash = hashes_[symbol];
  if (hash == 0) hash = quick_hash(symbols.text(symbol));
  return hash;
}

std::uint64_t Likeness::of(const event::Symbols& symbols, const event::Event& event) {
  const std::array key{static_cast<std::uint64_t>(event.action),
                       static_cast<std::uint64_t>(event.verdict),
                       hash_of(symbols, event.account),
                       hash_of(symbols, event.address),
                       hash_of(symbols, event.target),
                       hash_of(symbols, event.device),
                       hash_of(symbols, event.object)};
  return quick_hash({reinterpret_cast<const char*>(key.data()), sizeof key});
}

PartSink::PartSink(const WatchedRequests& watched, event::Trail memory)
    : trail_(std::move(memory)) {
  trail_.clear();
  tally_.watch(watched.site);
  tally_.watch(watched.list);
  if (watched.rules.any()) requests_.emplace(watched.rules, *this);
}

void PartSink::row() {
  ++rows_;
  row_is_open_ = true;
  if (requests_) requests_->begin();
}

void PartSink::commit() {
  complete_event();
  if (requests_) requests_->give([] {});
}

void PartSink::complete_event() {
  auto& event = trail_.events.back();
  event.place.record = static_cast<std::uint32_t>(rows_);
  if (event.family != event::Family::none || !Hours::tells(event.action)) return;
  if (!hours_.take(event.time)) return;
  trail_.details.resize(event.details_begin);
  trail_.events.pop_back();
}

void PartSink::traffic(const read::Traffic& traffic) {
  auto& event = trail_.events.back();
  event.place.record = static_cast<std::uint32_t>(rows_);
  tally_.add(event, traffic);
  if (requests_) requests_->see(traffic, trail_);
}

void PartSink::rejected(std::uint64_t offset, std::uint64_t bytes, std::uint32_t line,
                        const Message& reason) {
  if (!row_is_open_) ++rows_;
  row_is_open_ = false;
  if (++rejected_ <= max_rejections_shown) rejections_.push_back({offset, bytes, line, reason});
}

void PartSink::complete() {
  ContentIds ids;
  Likeness likeness;
  likenesses_.reserve(trail_.events.size());
  for (auto& event : trail_.events) {
    if (event.id == event::RecordId{}) event.id = ids.of(trail_, event);
    likenesses_.push_back(likeness.of(trail_.symbols, event));
  }
}

}  // namespace digue::analysis
