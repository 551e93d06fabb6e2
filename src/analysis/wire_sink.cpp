#include "analysis/wire_sink.h"

#include <utility>

#include "analysis/sentences.h"
#include "base/hash.h"
#include "base/time.h"

namespace digue::analysis {

static std::int64_t hour_of(Instant time) {
  return time.milliseconds / hour_ms;
}

// Logs of lines have records by the million that no detector looks at: the first of each hour is
// what the coverage needs.
static bool is_told_by_hours(event::Action action) {
  return action == event::Action::other || action == event::Action::name_looked_up;
}

std::size_t WireSink::Repeats::Hash::operator()(const Key& key) const {
  return quick_hash({reinterpret_cast<const char*>(key.data()), sizeof key});
}

bool WireSink::Repeats::are_too_many(const event::Event& event) {
  const std::int64_t hour = hour_of(event.time);
  if (std::exchange(hour_, hour) != hour || counts_.size() > max_told_apart) counts_.clear();
  const Key key{static_cast<std::uint32_t>(event.action),
                static_cast<std::uint32_t>(event.verdict),
                event.account,
                event.address,
                event.target,
                event.device,
                event.object};
  const bool too_many = ++counts_[key] > max_repeats;
  dropped_ += too_many ? 1 : 0;
  return too_many;
}

bool WireSink::keeps(event::Action action, Instant time) const {
  return !is_told_by_hours(action) || hour_of(time) != hour_;
}

void WireSink::row() {
  ++rows_;
  row_is_open_ = true;
}

bool WireSink::is_left_out(const event::Event& event) {
  if (event.family == event::Family::none && is_told_by_hours(event.action))
    return std::exchange(hour_, hour_of(event.time)) == hour_of(event.time);
  return is_of_lines_ && repeats_.are_too_many(event);
}

void WireSink::commit() {
  commit_record(static_cast<std::uint32_t>(rows_));
}

void WireSink::commit_record(std::uint32_t record) {
  auto& event = trail_.events.back();
  event.place.record = record;
  if (is_left_out(event))
    drop();
  else
    keep();
  if (tally_.is_full()) give_tally();
}

void WireSink::keep() {
  if (++kept_ > most_) return lose();
  auto& event = trail_.events.back();
  if (event.id == event::RecordId{}) event.id = content_id(event);
  if (trail_.events.size() >= wire::events_per_batch) flush();
}

void WireSink::traffic(const read::Traffic& traffic) {
  auto& event = trail_.events.back();
  event.place.record = static_cast<std::uint32_t>(rows_);
  tally_.add(event, traffic);
}

void WireSink::give_tally() {
  tally_.give(trail_, [this] { keep(); });
}

void WireSink::rejected(std::uint64_t offset, std::uint64_t bytes, std::uint32_t line,
                        const Message& reason) {
  if (!row_is_open_) ++rows_;  // a piece that is not even a row counts as one, lost
  row_is_open_ = false;
  if (++rejected_ <= max_rejections_shown) writer_.unreadable(offset, bytes, line, reason);
}

void WireSink::finish() {
  give_tally();
  flush();
  if (tally_.left_out() > 0) writer_.remark(tell<sentences::traffic_left_out>(tally_.left_out()));
  if (repeats_.dropped() > 0)
    writer_.remark(tell<sentences::repeats_dropped>(repeats_.dropped(), max_repeats));
}

void WireSink::drop() {
  trail_.details.resize(trail_.events.back().details_begin);
  trail_.events.pop_back();
}

void WireSink::lose() {
  const auto& place = trail_.events.back().place;
  if (kept_ == most_ + 1)
    writer_.unreadable(place.offset, 0, place.line, tell<sentences::too_many_events>(most_));
  ++rejected_;
  drop();
}

// Two rows that say the same are one record.
event::RecordId WireSink::content_id(const event::Event& event) {
  content_.clear();
  const auto add = [&](std::string_view text) { (content_ += text) += '\x1f'; };
  add(std::to_string(static_cast<int>(event.action)));
  add(std::to_string(event.time.milliseconds));
  for (const auto symbol : {event.operation, event.account, event.target, event.object,
                            event.address, event.session, event.application, event.device})
    add(trail_.text(symbol));
  for (const auto& detail : trail_.details_of(event)) {
    add(trail_.text(detail.name));
    add(trail_.text(detail.value));
  }
  return event::record_id_from_content(content_);
}

}  // namespace digue::analysis
