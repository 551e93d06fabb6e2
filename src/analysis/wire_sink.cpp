#include "analysis/wire_sink.h"

#include <utility>

#include "analysis/event_log.h"
#include "analysis/sentences.h"
#include "base/time.h"

namespace digue::analysis {

bool WireSink::Repeats::are_too_many(Instant time, std::uint64_t likeness) {
  const std::int64_t hour = Hours::hour_of(time);
  if (std::exchange(hour_, hour) != hour || counts_.size() > max_told_apart) counts_.clear();
  const bool too_many = ++counts_[likeness] > max_repeats;
  dropped_ += too_many ? 1 : 0;
  return too_many;
}

void WireSink::row() {
  ++rows_;
  row_is_open_ = true;
  if (requests_) requests_->begin();
}

bool WireSink::is_left_out(const event::Event& event, std::uint64_t likeness) {
  if (event.family == event::Family::none && Hours::tells(event.action))
    return hours_.take(event.time);
  return is_of_lines_ && repeats_.are_too_many(event.time, likeness);
}

void WireSink::commit() {
  commit_record(static_cast<std::uint32_t>(rows_));
  if (!requests_) return;
  requests_->give([this] {
    if (is_match_too_many(trail_.text(trail_.events.back().object)))
      drop();
    else
      keep();
  });
}

bool WireSink::is_match_too_many(std::string_view rule) {
  auto known = matches_.find(rule);
  if (known == matches_.end()) known = matches_.emplace(rule, 0).first;
  return ++known->second > max_matches_of_rule;
}

void WireSink::commit_record(std::uint32_t record) {
  auto& event = trail_.events.back();
  event.place.record = record;
  if (is_left_out(event, is_of_lines_ ? likeness_.of(trail_.symbols, event) : 0))
    drop();
  else
    keep();
  if (tally_.is_full()) give_tally();
}

void WireSink::keep() {
  auto& event = trail_.events.back();
  if (is_one_too_many(event.place)) return drop();
  if (event.id == event::RecordId{}) event.id = ids_.of(trail_, event);
  if (trail_.events.size() >= wire::events_per_batch) flush();
}

void WireSink::traffic(const read::Traffic& traffic) {
  auto& event = trail_.events.back();
  event.place.record = static_cast<std::uint32_t>(rows_);
  tally_.add(event, traffic);
  if (requests_) requests_->see(traffic, trail_);
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
  tell_matches();
  if (tally_.left_out() > 0) writer_.remark(tell<sentences::traffic_left_out>(tally_.left_out()));
  if (repeats_.dropped() > 0)
    writer_.remark(tell<sentences::repeats_dropped>(repeats_.dropped(), max_repeats));
}

void WireSink::tell_matches() {
  for (const auto& [rule, count] : matches_)
    if (count > max_matches_of_rule)
      writer_.remark(
          tell<sentences::matches_not_kept>(rules_.title_of(rule), count - max_matches_of_rule));
  const auto given_up = given_up_ + (requests_ ? requests_->given_up() : 0);
  if (given_up != 0) writer_.remark(tell<sentences::regexes_given_up>(given_up));
}

void WireSink::drop() {
  trail_.details.resize(trail_.events.back().details_begin);
  trail_.events.pop_back();
}

bool WireSink::is_one_too_many(const event::Place& place) {
  if (++kept_ <= most_) return false;
  if (kept_ == most_ + 1)
    writer_.unreadable(place.offset, 0, place.line, tell<sentences::too_many_events>(most_));
  ++rejected_;
  return true;
}

void WireSink::take(PartSink& part, std::uint32_t lines) {
  symbols_anew();
  const auto& events = part.trail().events;
  auto rejection = part.rejections().begin();
  for (std::size_t i = 0; i < events.size(); ++i) {
    for (; rejection != part.rejections().end() && rejection->offset < events[i].place.offset;
         ++rejection)
      send(*rejection);
    const bool is_match = events[i].action == event::Action::rule_matched;
    if (is_match ? !is_match_too_many(part.trail().text(events[i].object))
                 : !is_left_out(events[i], part.likenesses()[i]))
      send(events[i], part.trail());
  }
  for (; rejection != part.rejections().end(); ++rejection) send(*rejection);
  send_batch(part.trail());
  rejected_ += part.rejected_rows() - part.rejections().size();
  tally_.take(part.tally(), rows_, lines_);
  given_up_ += part.given_up();
  rows_ += part.rows();
  lines_ += lines;
  symbols_anew();
  if (tally_.is_full()) give_tally();
}

// An event that a part before completed has no id yet.
void WireSink::send(event::Event event, const event::Trail& trail) {
  event.place.record += static_cast<std::uint32_t>(rows_);
  if (event.place.line != 0) event.place.line += lines_;
  if (is_one_too_many(event.place)) return;
  if (event.id == event::RecordId{}) event.id = ids_.of(trail, event);
  const auto details = trail.details_of(event);
  event.details_begin = static_cast<std::uint32_t>(sent_.details.size());
  sent_.details.insert(sent_.details.end(), details.begin(), details.end());
  sent_.events.push_back(event);
  if (sent_.events.size() >= wire::events_per_batch) send_batch(trail);
}

void WireSink::send_batch(const event::Trail& trail) {
  writer_.batch(trail.symbols, sent_.events, sent_.details);
  sent_.events.clear();
  sent_.details.clear();
}

void WireSink::send(const PartSink::Rejection& rejection) {
  if (++rejected_ <= max_rejections_shown)
    writer_.unreadable(rejection.offset, rejection.bytes, rejection.line + lines_,
                       rejection.reason);
}

// What was begun with this sink's own table is told; the next is of another.
void WireSink::symbols_anew() {
  flush();
  trail_.symbols = {};
  likeness_ = {};
  writer_.symbols_anew();
}

}  // namespace digue::analysis
