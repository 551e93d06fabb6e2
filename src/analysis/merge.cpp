#include "analysis/merge.h"

#include <algorithm>
#include <bit>
#include <tuple>

#include "analysis/object_ids.h"
#include "base/pages.h"
#include "base/text.h"

namespace digue::analysis {

// ---- listening

// Small sources take what they need; the others grow by large pages.
Merger::Batch::Batch(std::size_t first_events, std::size_t first_details) {
  const bool is_large = first_events >= wire::events_per_batch;
  events.reserve(is_large ? events_at_once : first_events);
  details.reserve(std::max(is_large ? details_at_once : 0, first_details));
  prefer_large_pages(events.data(), events.capacity() * sizeof(event::Event));
  prefer_large_pages(details.data(), details.capacity() * sizeof(event::Detail));
}

bool Merger::Batch::has_room(std::size_t more_events, std::size_t more_details) const {
  return more_events <= events.capacity() - events.size() &&
         more_details <= details.capacity() - details.size();
}

void Merger::Batch::add(std::span<const event::Event> more_events,
                        std::span<const event::Detail> more_details) {
  const auto first_detail = static_cast<std::uint32_t>(details.size());
  details.insert(details.end(), more_details.begin(), more_details.end());
  for (const auto& event : more_events) events.emplace_back(event).details_begin += first_detail;
}

class Merger::JobListener final : public Listener {
 public:
  JobListener(std::deque<SourceInWork>& sources, std::string name)
      : sources_(sources), name_(std::move(name)) {}

  void source_begin(std::string name, std::string format, event::Family family) override {
    auto& source = sources_.emplace_back().notes.source;
    source.file = std::move(name);
    source.format = std::move(format);
    source.family = family;
    inside_ = true;
  }
  void batch(std::span<const event::Event> events,
             std::span<const event::Detail> details) override {
    auto& batches = sources_.back().batches;
    if (batches.empty() || !batches.back().has_room(events.size(), details.size()))
      batches.emplace_back(events.size(), details.size());
    batches.back().add(events, details);
  }
  void unreadable(std::uint64_t offset, std::uint64_t bytes, std::uint32_t line,
                  Message reason) override {
    auto& notes = current().notes;
    notes.unreadable.push_back({notes.source.file, offset, bytes, line, std::move(reason)});
  }
  void remark(Message message) override { current().notes.remarks.push_back(std::move(message)); }
  bool logged(std::vector<LoggedChannel>&& channels) override {
    auto& logged = current().notes.logged;
    std::move(channels.begin(), channels.end(), std::back_inserter(logged));
    return true;
  }
  bool zoneless_dates(std::uint64_t count) override {
    current().notes.source.zoneless.count += count;
    return true;
  }
  void source_end(std::string sha256, std::uint64_t bytes, std::uint64_t rows,
                  std::uint64_t rejected) override {
    auto& source = sources_.back();
    source.notes.source.rejected = rejected;
    source.notes.source.sha256 = std::move(sha256);
    source.notes.source.bytes = bytes;
    source.rows = rows;
    inside_ = false;
  }
  void lost(const Message& why) override {
    inside_ = inside_ || sources_.size() == 1;
    unreadable(0, 0, 0, why);
  }

 private:
  // What is said between two sources is said of the outer file.
  SourceInWork& current() {
    if (!inside_) {
      sources_.emplace_back().notes.source.file = name_;
      inside_ = true;
    }
    return sources_.back();
  }
  std::deque<SourceInWork>& sources_;
  std::string name_;
  bool inside_ = false;
};

std::unique_ptr<Listener> Merger::listen(std::size_t job, std::string name) {
  return std::make_unique<JobListener>(of_job_[job], std::move(name));
}

// ---- merging

void Merger::finish() {
  put_in_order();
  drop_repeats();
  name_object_ids(trail_);
  count_rows();
}

// All events in one vector of the right size, batches freed as they go: no moment holds two copies.
void Merger::put_in_order() {
  std::size_t events = 0, details = 0;
  for (const auto& job : of_job_)
    for (const auto& source : job)
      for (const auto& batch : source.batches) {
        events += batch.events.size();
        details += batch.details.size();
      }
  trail_.events.reserve(events);
  trail_.details.reserve(details);
  prefer_large_pages(trail_.events.data(), events * sizeof(event::Event));
  prefer_large_pages(trail_.details.data(), details * sizeof(event::Detail));
  for (auto& job : of_job_) {
    for (auto& source : job) take(source);
    job.clear();
  }
}

void Merger::take(SourceInWork& source) {
  const auto index = static_cast<std::uint32_t>(sources_.size());
  auto& moments = source.notes.moments;
  for (auto& batch : source.batches) {
    const auto first_detail = static_cast<std::uint32_t>(trail_.details.size());
    trail_.details.insert(trail_.details.end(), batch.details.begin(), batch.details.end());
    for (auto& event : batch.events) {
      event.place.source = index;
      event.details_begin += first_detail;
      trail_.events.push_back(event);
      if (event.time.known()) moments.push_back(event.time);
    }
    batch = Batch(0, 0);
  }
  // Logs are mostly written in order.
  if (!std::is_sorted(moments.begin(), moments.end())) std::sort(moments.begin(), moments.end());
  if (!moments.empty()) {
    source.notes.source.first = moments.front();
    source.notes.source.last = moments.back();
  }
  rows_.push_back(source.rows);
  sources_.push_back(std::move(source.notes));
}

// A row may hold several events: what they are about tells those apart.  A sign-in is one a row,
// and its two exports do not name the same object.
static auto identity_of(const event::Event& event) {
  const bool sign_in = event.action == event::Action::sign_in;
  return std::tuple(event.id, event.action, sign_in ? event::no_symbol : event.target,
                    sign_in ? event::no_symbol : event.object);
}

static auto full_order_of(const event::Event& event) {
  return std::tuple(identity_of(event), event.family, event.place.source, event.place.record,
                    event.place.offset);
}

static bool same_row(const event::Event& a, const event::Event& b) {
  return a.place.source == b.place.source && a.place.record == b.place.record;
}

// Which events share part of their id with another: all that are the same record again, and a few
// more.  Whatever ids somebody made up, no more is lost by them than the sort that this saves.
static std::vector<bool> may_repeat(const std::vector<event::Event>& events) {
  constexpr std::size_t places_an_event = 16;
  std::vector<bool> once(std::bit_ceil(events.size() * places_an_event + 1)), again(once.size());
  const auto place_of = [&](const event::Event& event) {
    return static_cast<std::size_t>(event.id.high ^ event.id.low) & (once.size() - 1);
  };
  for (const auto& event : events) {
    const auto place = place_of(event);
    if (once[place]) again[place] = true;
    once[place] = true;
  }
  std::vector<bool> repeats(events.size());
  for (std::size_t i = 0; i < events.size(); ++i) repeats[i] = again[place_of(events[i])];
  return repeats;
}

// The events that may be one record, together, those of one record in order.
static std::vector<std::uint32_t> order_by_identity(const std::vector<event::Event>& events) {
  const auto repeats = may_repeat(events);
  std::vector<std::uint32_t> order;
  for (std::uint32_t i = 0; i < events.size(); ++i)
    if (repeats[i]) order.push_back(i);
  std::sort(order.begin(), order.end(),
            [&](auto a, auto b) { return full_order_of(events[a]) < full_order_of(events[b]); });
  return order;
}

void Merger::drop_repeats() {
  auto& events = trail_.events;
  const auto order = order_by_identity(events);
  std::vector<bool> repeated(events.size());
  std::vector<std::pair<std::uint32_t, std::uint32_t>> repeated_rows;  // source, record
  std::size_t kept = 0;  // the place in `order` of the event that the next ones may repeat
  for (std::size_t i = 1; i < order.size(); ++i) {
    auto& first = events[order[kept]];
    const auto& event = events[order[i]];
    if (identity_of(first) != identity_of(event) || same_row(first, event)) {
      kept = i;
      continue;
    }
    if (events[order[i - 1]].family == event.family)
      repeated_rows.emplace_back(event.place.source, event.place.record);
    join(first, event);
    repeated[order[i]] = true;
  }
  count_duplicates(std::move(repeated_rows));
  std::size_t end = 0;
  for (std::size_t i = 0; i < events.size(); ++i)
    if (!repeated[i]) events[end++] = events[i];
  events.resize(end);
}

// A row of several events is one duplicate.
void Merger::count_duplicates(std::vector<std::pair<std::uint32_t, std::uint32_t>> rows) {
  std::sort(rows.begin(), rows.end());
  rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
  for (const auto& [source, record] : rows) ++sources_[source].source.duplicates;
}

// Whether the other has a detail of a name that this one lacks.  Most repeats are the same row
// again: then their details are the same symbols.
bool Merger::adds_details(const event::Event& kept, const event::Event& other) const {
  const auto mine = trail_.details_of(kept), theirs = trail_.details_of(other);
  const auto same = [](const event::Detail& a, const event::Detail& b) {
    return a.name == b.name && a.value == b.value;
  };
  if (std::equal(mine.begin(), mine.end(), theirs.begin(), theirs.end(), same)) return false;
  return std::any_of(theirs.begin(), theirs.end(), [&](const event::Detail& detail) {
    return trail_.detail(kept, trail_.text(detail.name)).empty();
  });
}

// What the other export says and this one does not: the portal's CSV of a sign-in knows less than
// Graph's, and the audit log knows something else.
void Merger::join(event::Event& kept, const event::Event& other) {
  const auto fill = [](event::Symbol& field, event::Symbol value) {
    if (field == event::no_symbol) field = value;
  };
  fill(kept.account, other.account);
  fill(kept.target, other.target);
  fill(kept.address, other.address);
  fill(kept.session, other.session);
  fill(kept.token, other.token);
  fill(kept.device, other.device);
  fill(kept.application, other.application);
  fill(kept.agent, other.agent);
  if (kept.error_code == 0 && other.error_code != 0) {
    kept.error_code = other.error_code;
    kept.verdict = other.verdict;
  }
  if (!adds_details(kept, other)) return;
  const auto begin = static_cast<std::uint32_t>(trail_.details.size());
  for (std::uint32_t i = 0; i < kept.details_count; ++i)
    trail_.details.push_back(trail_.details[kept.details_begin + i]);
  const event::Event mine = kept;
  for (std::uint32_t i = 0; i < other.details_count; ++i) {
    const auto detail = trail_.details[other.details_begin + i];
    if (trail_.detail(mine, trail_.text(detail.name)).empty()) trail_.details.push_back(detail);
  }
  kept.details_begin = begin;
  kept.details_count = static_cast<std::uint32_t>(trail_.details.size()) - begin;
}

void Merger::count_rows() {
  for (std::size_t i = 0; i < sources_.size(); ++i) {
    auto& source = sources_[i].source;
    source.rows = rows_[i];
    source.rejected = std::min(source.rejected, source.rows);
    const auto lost = source.duplicates + source.rejected;
    source.records = source.rows > lost ? source.rows - lost : 0;
  }
}

}  // namespace digue::analysis
