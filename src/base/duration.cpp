#include "base/duration.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <limits>
#include <string>

#include "base/text.h"

namespace digue {

namespace {

struct Unit {
  std::string_view name;
  int minutes;
};
constexpr int hour = 60, day = 24 * hour, week = 7 * day;
constexpr std::array<Unit, 21> units{
    {{"m", 1},          {"mn", 1},       {"min", 1},       {"minute", 1},   {"minutes", 1},
     {"h", hour},       {"heure", hour}, {"heures", hour}, {"hour", hour},  {"hours", hour},
     {"j", day},        {"jour", day},   {"jours", day},   {"d", day},      {"day", day},
     {"days", day},     {"w", week},     {"week", week},   {"weeks", week}, {"semaine", week},
     {"semaines", week}}};

int minutes_of(std::string_view unit) {
  const auto found =
      std::find_if(units.begin(), units.end(), [&](const Unit& one) { return one.name == unit; });
  return found == units.end() ? 0 : found->minutes;
}

// One duration, in one or several parts: "1 h 30 min".
class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_(lower(text)) {
    std::replace(text_.begin(), text_.end(), ',', '.');
  }

  std::optional<int> scan() {
    bool any = false;
    while (at_ < text_.size()) {
      double count = 0;
      if (!read_number(count)) {
        ++at_;
        continue;
      }
      int minutes = minutes_of(read_word());
      if (minutes == 0 && last_ == hour) minutes = 1;  // "1h30"
      any = any || minutes != 0;
      total_ += count * minutes;
      last_ = minutes;
    }
    return any && total_ <= max_duration_minutes ? std::optional(static_cast<int>(total_))
                                                 : std::nullopt;
  }

 private:
  bool read_number(double& count) {
    const char c = text_[at_];
    if (c < '0' || c > '9') return false;
    const auto read = std::from_chars(text_.data() + at_, text_.data() + text_.size(), count,
                                      std::chars_format::fixed);
    // Past over whole: looked at again from each of its digits, a long one would take for ever.
    if (read.ec != std::errc{}) count = std::numeric_limits<double>::infinity();
    at_ = static_cast<std::size_t>(read.ptr - text_.data());
    return true;
  }

  std::string_view read_word() {
    while (at_ < text_.size() && text_[at_] == ' ') ++at_;
    const auto start = at_;
    while (at_ < text_.size() && text_[at_] >= 'a' && text_[at_] <= 'z') ++at_;
    return std::string_view(text_).substr(start, at_ - start);
  }

  std::string text_;
  std::size_t at_ = 0;
  double total_ = 0;
  int last_ = 0;
};

}  // namespace

std::optional<int> minutes_in(std::string_view text) {
  // A comma stands between two durations when a space follows it; else it is a decimal comma.
  std::string separated(text);
  for (auto at = separated.find(", "); at != std::string::npos; at = separated.find(", ", at))
    separated[at] = ';';
  std::optional<int> shortest;
  for (const auto part : split(separated, ';')) {
    const auto minutes = Scanner(part).scan();
    if (minutes && (!shortest || *minutes < *shortest)) shortest = minutes;
  }
  return shortest;
}

}  // namespace digue
