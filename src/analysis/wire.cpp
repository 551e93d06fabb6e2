#include "analysis/wire.h"

#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <type_traits>

namespace digue::analysis::wire {

static_assert(std::is_trivially_copyable_v<event::Event>);
static_assert(std::is_trivially_copyable_v<event::Detail>);

// ---- numbers and texts, one way and back

static void put_number(std::string& out, std::uint64_t value) {
  out.append(reinterpret_cast<const char*>(&value), sizeof value);
}

static void put_text(std::string& out, std::string_view text) {
  put_number(out, text.size());
  out += text;
}

template <class T>
static std::string_view bytes_of(std::span<const T> values) {
  return {reinterpret_cast<const char*>(values.data()), values.size() * sizeof(T)};
}

// Beside the size of a text that the sender keeps apart (Symbols::keep_apart).
static constexpr std::uint64_t apart_mark = std::uint64_t{1} << 63;

namespace {

// Takes numbers and texts off a payload; `good` turns false for ever at the first that is not
// there.
struct Taker {
  std::string_view rest;
  bool good = true;

  std::string_view bytes(std::size_t count) {
    if (count > rest.size()) {
      good = false;
      return {};
    }
    const auto taken = rest.substr(0, count);
    rest.remove_prefix(count);
    return taken;
  }
  std::uint64_t number() {
    std::uint64_t value = 0;
    const auto taken = bytes(sizeof value);
    if (good) std::memcpy(&value, taken.data(), sizeof value);
    return value;
  }
  std::string_view text() { return bytes(number()); }
  Message message() {
    std::string french(text());
    return {std::move(french), std::string(text())};
  }
  template <class T>
  void values(std::size_t count, std::vector<T>& out) {
    if (count > max_frame_bytes / sizeof(T)) good = false;
    out.resize(good ? count : 0);
    const auto taken = bytes(out.size() * sizeof(T));
    if (good && !out.empty()) std::memcpy(out.data(), taken.data(), taken.size());
  }
};

}  // namespace

// ---- the worker's side

void Writer::frame(Kind kind, std::initializer_list<std::string_view> parts) {
  std::size_t size = 0;
  for (const auto part : parts) size += part.size();
  const std::uint32_t head[] = {static_cast<std::uint32_t>(kind), static_cast<std::uint32_t>(size)};
  write({reinterpret_cast<const char*>(head), sizeof head});
  for (const auto part : parts) write(part);
}

void Writer::write(std::string_view bytes) {
  while (!bytes.empty() && !broken_) {
    const auto written = ::write(descriptor_, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0)
      broken_ = true;
    else
      bytes.remove_prefix(static_cast<std::size_t>(written));
  }
}

void Writer::source_begin(std::string_view name, std::string_view format, event::Family family) {
  symbols_sent_ = 1;
  std::string payload;
  put_text(payload, name);
  put_text(payload, format);
  put_number(payload, static_cast<std::uint64_t>(family));
  frame(Kind::source_begin, {payload});
}

void Writer::batch(event::Trail& trail) {
  batch(trail.symbols, trail.events, trail.details);
  trail.events.clear();
  trail.details.clear();
}

void Writer::batch(const event::Symbols& symbols, std::span<const event::Event> events,
                   std::span<const event::Detail> details) {
  texts_.clear();
  for (; symbols_sent_ < symbols.size(); ++symbols_sent_) {
    const auto text = symbols.text(symbols_sent_);
    put_number(texts_, text.size() | (symbols.is_apart(symbols_sent_) ? apart_mark : 0));
    texts_ += text;
    if (texts_.size() > max_frame_bytes / 2) {
      frame(Kind::symbols, {texts_});
      texts_.clear();
    }
  }
  if (!texts_.empty()) frame(Kind::symbols, {texts_});
  if (events.empty()) return;
  std::string counts;
  put_number(counts, events.size());
  put_number(counts, details.size());
  frame(Kind::events, {counts, bytes_of(events), bytes_of(details)});
}

void Writer::symbols_anew() {
  symbols_sent_ = 1;
  frame(Kind::symbols_anew, {});
}

void Writer::unreadable(std::uint64_t offset, std::uint64_t bytes, std::uint32_t line,
                        const Message& reason) {
  std::string payload;
  put_number(payload, offset);
  put_number(payload, bytes);
  put_number(payload, line);
  put_text(payload, reason.french);
  put_text(payload, reason.english);
  frame(Kind::unreadable, {payload});
}

void Writer::remark(const Message& message) {
  std::string payload;
  put_text(payload, message.french);
  put_text(payload, message.english);
  frame(Kind::remark, {payload});
}

void Writer::source_end(std::string_view sha256, std::uint64_t bytes, std::uint64_t rows,
                        std::uint64_t rejected) {
  std::string payload;
  put_text(payload, sha256);
  put_number(payload, bytes);
  put_number(payload, rows);
  put_number(payload, rejected);
  frame(Kind::source_end, {payload});
}

// Of a moderate size: a frame is read whole.
template <class Item, class Put>
void Writer::frames(Kind kind, const std::vector<Item>& items, Put put) {
  std::string payload;
  for (const auto& item : items) {
    put(payload, item);
    if (payload.size() < max_frame_bytes / 2) continue;
    frame(kind, {payload});
    payload.clear();
  }
  if (!payload.empty()) frame(kind, {payload});
}

void Writer::sightings(const std::vector<finding::Sighting>& sightings) {
  frames(Kind::sightings, sightings, [](std::string& payload, const finding::Sighting& sighting) {
    put_number(payload, sighting.indicator);
    put_number(payload, sighting.place.record);
    put_number(payload, sighting.place.line);
    put_number(payload, sighting.place.offset);
    put_number(payload, static_cast<std::uint64_t>(sighting.time.milliseconds));
    put_number(payload, sighting.time_is_local ? 1 : 0);
    put_text(payload, sighting.account);
    put_text(payload, sighting.host);
  });
}

void Writer::encounters(const std::vector<finding::Encounter>& encounters) {
  frames(Kind::encounters, encounters, [](std::string& payload, const finding::Encounter& one) {
    put_number(payload, one.indicator);
    put_number(payload, one.count);
    put_number(payload, static_cast<std::uint64_t>(one.first.milliseconds));
    put_number(payload, static_cast<std::uint64_t>(one.last.milliseconds));
    put_text(payload, one.account);
    put_text(payload, one.host);
  });
}

void Writer::logged(const std::vector<LoggedChannel>& channels) {
  frames(Kind::logged, channels, [](std::string& payload, const LoggedChannel& channel) {
    put_text(payload, channel.host);
    put_text(payload, channel.channel);
    put_number(payload, channel.events.size());
    for (const auto& event : channel.events) {
      put_number(payload, event.event_id);
      put_number(payload, event.records);
      put_number(payload, event.with_command_line);
      put_number(payload, static_cast<std::uint64_t>(event.first.milliseconds));
      put_number(payload, static_cast<std::uint64_t>(event.last.milliseconds));
    }
    put_number(payload, channel.days.size());
    for (const auto day : channel.days) put_number(payload, static_cast<std::uint64_t>(day));
  });
}

void Writer::zoneless_dates(std::uint64_t count) {
  std::string payload;
  put_number(payload, count);
  frame(Kind::zoneless, {payload});
}

void Writer::done() {
  frame(Kind::done, {});
}

// ---- the analysis's side

bool Reader::take(std::string_view bytes) {
  pending_ += bytes;
  std::string_view rest = pending_;
  std::uint32_t head[2];
  while (rest.size() >= sizeof head) {
    std::memcpy(head, rest.data(), sizeof head);
    if (head[1] > max_frame_bytes || finished_) return false;
    if (rest.size() - sizeof head < head[1]) break;
    if (!frame(static_cast<Kind>(head[0]), rest.substr(sizeof head, head[1]))) return false;
    rest.remove_prefix(sizeof head + head[1]);
  }
  pending_.erase(0, pending_.size() - rest.size());
  return true;
}

bool Reader::frame(Kind kind, std::string_view payload) {
  Taker in{payload};
  const bool between_sources = kind == Kind::source_begin || kind == Kind::done;
  if (between_sources == in_source_ && kind != Kind::unreadable) return false;
  switch (kind) {
    case Kind::source_begin: {
      std::string name(in.text()), format(in.text());
      const auto family = in.number();
      if (!in.good || family >= event::family_count) return false;
      in_source_ = true;
      theirs_to_ours_.resize(1);
      receiver_.source_begin(std::move(name), std::move(format),
                             static_cast<event::Family>(family));
      return true;
    }
    case Kind::symbols:
      return symbols_frame(payload);
    case Kind::symbols_anew:
      theirs_to_ours_.resize(1);
      return payload.empty();
    case Kind::events:
      return events_frame(payload);
    case Kind::unreadable: {
      const auto offset = in.number(), bytes = in.number(), line = in.number();
      auto reason = in.message();
      if (in.good)
        receiver_.unreadable(offset, bytes, static_cast<std::uint32_t>(line), std::move(reason));
      return in.good;
    }
    case Kind::remark: {
      auto message = in.message();
      if (in.good) receiver_.remark(std::move(message));
      return in.good;
    }
    case Kind::source_end: {
      std::string sha256(in.text());
      const auto bytes = in.number(), rows = in.number(), rejected = in.number();
      in_source_ = false;
      if (in.good) receiver_.source_end(std::move(sha256), bytes, rows, rejected);
      return in.good;
    }
    case Kind::done:
      return finished_ = true;
    case Kind::sightings:
      return sightings_frame(payload);
    case Kind::encounters:
      return encounters_frame(payload);
    case Kind::logged:
      return logged_frame(payload);
    case Kind::zoneless: {
      const auto count = in.number();
      return in.good && receiver_.zoneless_dates(count);
    }
  }
  return false;
}

bool Reader::symbols_frame(std::string_view payload) {
  Taker in{payload};
  std::vector<std::string_view> texts;  // those to look up, and where their symbols belong
  std::vector<std::size_t> places;
  while (!in.rest.empty()) {
    const auto size = in.number();
    const auto text = in.bytes(size & ~apart_mark);
    if (!in.good) return false;
    const bool is_apart = (size & apart_mark) != 0;
    if (!is_apart) {
      texts.push_back(text);
      places.push_back(theirs_to_ours_.size());
    }
    theirs_to_ours_.push_back(is_apart ? symbols_.keep_apart(text) : event::no_symbol);
  }
  const auto ours = symbols_.intern_all(texts);
  for (std::size_t i = 0; i < ours.size(); ++i) theirs_to_ours_[places[i]] = ours[i];
  return true;
}

// What the calendar can show, and a day for zones; beyond, sums of moments would overflow.
static bool is_moment(Instant time) {
  static const Instant first = *from_civil_utc({.year = 1601}) - day_ms;
  static const Instant last = *from_civil_utc({.year = 9999, .month = 12, .day = 31}) + 2 * day_ms;
  return !time.known() || (time >= first && time <= last);
}

constexpr std::int64_t max_days_of_calendar = 4'000'000;

// Bytes that came through a pipe make a bool of any value.
static bool is_bool(const bool& flag) {
  unsigned char byte = 0;
  std::memcpy(&byte, &flag, 1);
  return byte <= 1;
}

// Every number that is used as an index, an enumerator or a moment is checked here, once.
static bool in_range(const event::Event& event, std::size_t details) {
  return is_moment(event.time) && is_bool(event.time_is_local) &&
         event.action < event::Action::count_ && event.verdict <= event::Verdict::interrupted &&
         static_cast<std::size_t>(event.family) < event::family_count &&
         event.details_begin <= details && event.details_count <= details - event.details_begin;
}

bool Reader::events_frame(std::string_view payload) {
  Taker in{payload};
  const auto event_count = in.number(), detail_count = in.number();
  in.values(event_count, events_);
  in.values(detail_count, details_);
  if (!in.good || !in.rest.empty()) return false;
  bool good = true;
  const auto ours = [&](event::Symbol& symbol) {
    if (symbol >= theirs_to_ours_.size())
      good = false;
    else
      symbol = theirs_to_ours_[symbol];
  };
  for (auto& event : events_) {
    if (!in_range(event, details_.size())) return false;
    for (auto* symbol :
         {&event.operation, &event.account, &event.target, &event.object, &event.address,
          &event.session, &event.token, &event.device, &event.application, &event.agent})
      ours(*symbol);
  }
  for (auto& detail : details_) {
    ours(detail.name);
    ours(detail.value);
  }
  if (good) receiver_.batch(events_, details_);
  return good;
}

bool Reader::sightings_frame(std::string_view payload) {
  Taker in{payload};
  std::vector<finding::Sighting> sightings;
  while (!in.rest.empty()) {
    auto& sighting = sightings.emplace_back();
    sighting.indicator = static_cast<std::uint32_t>(in.number());
    sighting.place.record = static_cast<std::uint32_t>(in.number());
    sighting.place.line = static_cast<std::uint32_t>(in.number());
    sighting.place.offset = in.number();
    sighting.time.milliseconds = static_cast<std::int64_t>(in.number());
    sighting.time_is_local = in.number() != 0;
    sighting.account = in.text();
    sighting.host = in.text();
    if (!in.good || !is_moment(sighting.time)) return false;
  }
  return receiver_.sightings(std::move(sightings));
}

bool Reader::encounters_frame(std::string_view payload) {
  Taker in{payload};
  std::vector<finding::Encounter> encounters;
  while (!in.rest.empty()) {
    auto& encounter = encounters.emplace_back();
    encounter.indicator = static_cast<std::uint32_t>(in.number());
    encounter.count = in.number();
    encounter.first.milliseconds = static_cast<std::int64_t>(in.number());
    encounter.last.milliseconds = static_cast<std::int64_t>(in.number());
    encounter.account = in.text();
    encounter.host = in.text();
    if (!in.good || !is_moment(encounter.first) || !is_moment(encounter.last)) return false;
  }
  return receiver_.encounters(std::move(encounters));
}

static LoggedEvent taken_event(Taker& in) {
  LoggedEvent event;
  event.event_id = static_cast<std::uint32_t>(in.number());
  event.records = in.number();
  event.with_command_line = in.number();
  event.first.milliseconds = static_cast<std::int64_t>(in.number());
  event.last.milliseconds = static_cast<std::int64_t>(in.number());
  in.good = in.good && is_moment(event.first) && is_moment(event.last);
  return event;
}

// Days rise, and are some that the calendar can show.
static void take_days(Taker& in, std::vector<std::int32_t>& days) {
  for (auto count = in.number(); count > 0 && in.good; --count) {
    const auto day = static_cast<std::int64_t>(in.number());
    const bool is_day = day > -max_days_of_calendar && day < max_days_of_calendar &&
                        is_moment(Instant{day * day_ms});
    in.good = in.good && is_day && (days.empty() || day > days.back());
    days.push_back(static_cast<std::int32_t>(day));
  }
}

bool Reader::logged_frame(std::string_view payload) {
  Taker in{payload};
  std::vector<LoggedChannel> channels;
  while (!in.rest.empty()) {
    auto& channel = channels.emplace_back();
    channel.host = in.text();
    channel.channel = in.text();
    for (auto count = in.number(); count > 0 && in.good; --count)
      channel.events.push_back(taken_event(in));
    take_days(in, channel.days);
    if (!in.good) return false;
  }
  return receiver_.logged(std::move(channels));
}

}  // namespace digue::analysis::wire
