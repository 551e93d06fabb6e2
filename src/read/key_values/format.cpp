// Lines of key=value, as FortiGate, Stormshield and many appliances write them, after a syslog
// header or not:
//   date=2026-03-08 time=02:11:07 devname="fw1" logid="..." srcip=10.20.1.14 user="KBERARD"
//   hostname="evil.example" ...
// What says when: `eventtime` (seconds to nanoseconds since 1970), `date` and `time` with `tz`,
// `time` or `startime` alone.  Without a zone the time is the file's own.
#include <algorithm>
#include <array>

#include "base/number.h"
#include "base/text.h"
#include "read/filler.h"
#include "read/lines.h"
#include "read/syslog/message.h"

namespace digue::read {

namespace {

constexpr std::size_t max_pairs = 256;
constexpr std::size_t fewest_pairs = 5;  // for a line to be of this format

struct Pair {
  std::string_view key, value;
};

bool is_key_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
         c == '-' || c == '.';
}

// One line's pairs, in order; used again for each line.
class Pairs {
 public:
  bool read(std::string_view line) {
    pairs_.clear();
    for (std::size_t equals = line.find('=');
         equals != std::string_view::npos && pairs_.size() < max_pairs; equals = line.find('=')) {
      std::size_t key = equals;
      while (key > 0 && is_key_byte(line[key - 1])) --key;
      const auto name = line.substr(key, equals - key);
      line.remove_prefix(equals + 1);
      const auto value = take_value(line);
      if (!name.empty()) pairs_.push_back({name, value});
    }
    return pairs_.size() >= fewest_pairs;
  }

  std::string_view of(std::initializer_list<std::string_view> names) const {
    for (const auto name : names)
      for (const auto& pair : pairs_)
        if (pair.key == name && !pair.value.empty() && pair.value != "N/A")
          return unless_dash(pair.value);
    return {};
  }

 private:
  static std::string_view take_value(std::string_view& rest) {
    const bool quoted = rest.starts_with('"');
    const std::size_t begin = quoted ? 1 : 0;
    const std::size_t end =
        std::min(quoted ? rest.find('"', 1) : rest.find_first_of(" \t,;"), rest.size());
    const auto value = rest.substr(begin, end - begin);
    rest.remove_prefix(std::min(end + (quoted ? 1 : 0), rest.size()));
    return value;
  }

  std::vector<Pair> pairs_;
};

struct When {
  Instant time;
  bool is_local = false;
};

// FortiGate counts in seconds, milliseconds, microseconds or nanoseconds, by its version.
std::optional<Instant> since_1970(std::string_view text) {
  const auto count = whole_number<std::int64_t>(text);
  if (!count || *count < 0) return std::nullopt;
  switch (text.size()) {
    case 10:
      return Instant{*count * second_ms};
    case 13:
      return Instant{*count};
    case 16:
      return Instant{*count / 1000};
    case 19:
      return Instant{*count / 1'000'000};
    default:
      return std::nullopt;
  }
}

// "2026-03-08 02:11:07" with "+0100", or with no zone at all.
When civil(std::string_view day, std::string_view clock, std::string_view zone) {
  std::string text = std::string(day) + "T" + std::string(clock);
  if (zone.size() == 5) text += std::string(zone.substr(0, 3)) + ":" + std::string(zone.substr(3));
  if (const auto time = parse_rfc3339(text)) return {*time, false};
  const auto local = parse_rfc3339(text + "Z");
  return local ? When{*local, true} : When{};
}

When when_of(const Pairs& pairs) {
  if (const auto time = since_1970(pairs.of({"eventtime", "timestamp", "ts"})))
    return {*time, false};
  const auto day = pairs.of({"date"}), clock = pairs.of({"time"});
  if (!day.empty() && !clock.empty()) return civil(day, clock, pairs.of({"tz", "timezone"}));
  // Stormshield: time="2026-03-08 02:11:07" tz=+0100 startime="..."
  const auto both = pairs.of({"startime", "time", "timestamp"});
  const auto gap = both.find_first_of(" T");
  if (gap == std::string_view::npos) return {};
  return civil(both.substr(0, gap), both.substr(gap + 1), pairs.of({"tz"}));
}

// What both FortiGate and Stormshield, and those that write like them, always say.
bool is_mine(std::string_view line) {
  Pairs pairs;
  return pairs.read(line) &&
         !pairs.of({"srcip", "src", "logid", "logtype", "devname", "fw"}).empty();
}

class KeyValuesFormat final : public Format {
 public:
  std::string_view name() const override { return "key-values"; }
  event::Family family() const override { return event::Family::none; }
  bool reads_single_lines() const override { return true; }
  int recognise(std::string_view sample) const override {
    return sure_by_lines(sample, 80, is_mine);
  }
  void read(std::string_view text, const Told&, Sink& sink) const override {
    Filler filler(sink);
    Pairs pairs;
    read_lines(text, sink, name(), [&](const Line& line) { return fill(line, pairs, filler); });
  }

 private:
  static bool fill(const Line& line, Pairs& pairs, Filler& filler) {
    if (!pairs.read(line.text)) return false;
    auto when = when_of(pairs);
    if (!when.time.known())
      if (const auto header = syslog::take_apart(line.text))
        when = {header->time, header->time_is_local};
    auto& event = begin_event(filler, line);
    event.time = when.time;
    event.time_is_local = when.is_local;
    event.operation = filler.text(pairs.of({"subtype", "logtype", "type"}));
    event.account =
        filler.name(pairs.of({"user", "unauthuser", "srcuser", "usr", "suser", "username"}));
    event.address = filler.address(pairs.of({"srcip", "src", "remip", "tunnelip", "srcaddr"}));
    event.device = filler.name(pairs.of({"devname", "fw", "devid"}));
    event.verdict = verdict(pairs.of({"action", "status", "result"}));
    filler.detail_unless_empty("Host", lower(pairs.of({"srcname", "shost"})));
    return true;
  }

  static event::Verdict verdict(std::string_view word) {
    static constexpr std::array<std::string_view, 7> refused = {
        "deny", "denied", "block", "blocked", "failure", "failed", "ssl-login-fail"};
    static constexpr std::array<std::string_view, 6> passed = {"accept", "pass",    "passthrough",
                                                               "allow",  "success", "tunnel-up"};
    const auto is = [&](std::string_view one) { return equal_ignoring_case(one, word); };
    if (std::any_of(refused.begin(), refused.end(), is)) return event::Verdict::failure;
    if (std::any_of(passed.begin(), passed.end(), is)) return event::Verdict::success;
    return event::Verdict::unknown;
  }
};

}  // namespace

const Format& key_values_format() {
  static const KeyValuesFormat format;
  return format;
}

}  // namespace digue::read
