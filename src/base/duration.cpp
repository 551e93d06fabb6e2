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
constexpr std::array<Unit, 20> units{
    {{"mn", 1},       {"min", 1},       {"minute", 1},   {"minutes", 1},    {"h", hour},
     {"heure", hour}, {"heures", hour}, {"hour", hour},  {"hours", hour},   {"j", day},
     {"jour", day},   {"jours", day},   {"d", day},      {"day", day},      {"days", day},
     {"w", week},     {"week", week},   {"weeks", week}, {"semaine", week}, {"semaines", week}}};

int minutes_of(std::string_view unit) {
  const auto found =
      std::find_if(units.begin(), units.end(), [&](const Unit& one) { return one.name == unit; });
  return found == units.end() ? 0 : found->minutes;
}

// Parts that grow smaller make one duration ("1 h 30 min"); a part that does not starts another.
class Scanner {
 public:
  explicit Scanner(std::string_view text)
      : text_(lower(text)), is_iso_time_(text_.find("pt") != std::string::npos) {
    std::replace(text_.begin(), text_.end(), ',', '.');
  }

  // Of several, the shortest.
  std::optional<int> scan() {
    while (at_ < text_.size()) {
      double count = 0;
      if (read_number(count))
        add(count, unit_of(read_word()));
      else
        ++at_;
    }
    finish();
    return shortest_;
  }

 private:
  int unit_of(std::string_view word) const {
    if (word == "m" && is_iso_time_) return 1;    // elsewhere it may be months
    if (word.empty() && unit_ == hour) return 1;  // "1h30"
    return minutes_of(word);
  }

  void add(double count, int unit) {
    if (unit_ != 0 && unit >= unit_) finish();
    if (unit == 0) return;
    total_ += count * unit;
    unit_ = unit;
  }

  void finish() {
    if (unit_ != 0 && total_ <= max_duration_minutes) {
      const int minutes = static_cast<int>(total_);
      shortest_ = std::min(shortest_.value_or(minutes), minutes);
    }
    total_ = 0;
    unit_ = 0;
  }

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
  bool is_iso_time_;
  std::size_t at_ = 0;
  double total_ = 0;  // of the duration under way
  int unit_ = 0;      // of its last part; 0: none is under way
  std::optional<int> shortest_;
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
