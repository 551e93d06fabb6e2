// Scanning: starts of words, looked up.
#include <algorithm>
#include <bit>
#include <span>

#include "base/hex.h"
#include "base/number.h"
#include "hunt/borders.h"
#include "hunt/byte_classes.h"
#include "hunt/forms.h"
#include "hunt/layout.h"

namespace digue::hunt {

namespace {

using indicator::Kind;

// Of 64 bytes at a time, the last are only looked at for the shapes of the words before them.
constexpr std::size_t step = 64 - shape_bytes;
constexpr std::size_t max_ipv4_bytes = 15;
constexpr std::size_t max_ipv6_bytes = 45;

bool is_digit(char c) {
  return is_decimal(static_cast<unsigned char>(c));
}
bool is_ipv6_byte(char c) {
  return is_hex_digit(c) || c == ':' || c == '.';
}

std::size_t run_of(std::string_view text, std::size_t begin, std::size_t most, auto belongs) {
  std::size_t end = begin;
  while (end < text.size() && end - begin <= most && belongs(text[end])) ++end;
  return end;
}

}  // namespace

class Matcher::Scan {
 public:
  Scan(const Matcher& matcher, std::string_view text, std::vector<Hit>& hits)
      : header_(matcher.header()),
        text_(text),
        hits_(hits),
        literals_(matcher.items<Literal>(header_.literals)),
        texts_(matcher.items<char>(header_.texts)),
        spans_(matcher.items<Span>(header_.spans)),
        shapes_(matcher.items<std::uint8_t>(header_.shapes)) {
    for (std::size_t i = 0; i < tables_.size(); ++i) {
      const Window& window = header_.windows[i];
      tables_[i] = {window.word_shift,
                    window.slot_shift,
                    window.slot_mask,
                    matcher.items<std::uint64_t>(window.bits),
                    matcher.items<std::uint32_t>(window.slots),
                    matcher.items<Group>(window.sorted)};
    }
  }

  void run(std::size_t begin, std::size_t end) {
    bool in_word = begin != 0 && is_word(static_cast<unsigned char>(text_[begin - 1]));
    for (std::size_t at = begin; at < end; at += step) {
      const std::size_t seen = text_.size() - at;
      const ByteClasses classes =
          seen >= 64 ? classes_of_64(text_.data() + at) : classes_of_few(text_.data() + at, seen);
      const std::uint64_t here = (std::uint64_t{1} << std::min(step, end - at)) - 1;
      const std::uint64_t starts = classes.word & ~(classes.word << 1 | std::uint64_t{in_word});
      in_word = (classes.word >> (step - 1) & 1) != 0;
      look_up_words(at, starts & here, classes);
      for (std::uint64_t left = classes.escape & here; left != 0; left &= left - 1)
        after_escape(at + static_cast<std::size_t>(std::countr_zero(left)));
    }
  }

 private:
  struct Table {
    std::uint32_t word_shift = 0, slot_shift = 0, slot_mask = 0;
    const std::uint64_t* bits = nullptr;
    const std::uint32_t* slots = nullptr;
    const Group* groups = nullptr;

    bool may_have(std::uint64_t hash) const {
      const std::uint64_t wanted = window_bits(hash);
      return (bits[hash >> word_shift] & wanted) == wanted;
    }
  };

  std::uint8_t may_start(const ByteClasses& classes, int place) const {
    return shapes_[shape_of(classes.word >> place, classes.digit >> place)];
  }

  // Whether a word may begin something is told for all of them without a branch, first by its
  // shape, then by its window: their places in memory are then fetched side by side.
  void look_up_words(std::size_t at, std::uint64_t starts, const ByteClasses& classes) {
    std::array<std::uint8_t, step> places;
    std::uint8_t* end = places.data();
    for (; starts != 0; starts &= starts - 1) {
      const int place = std::countr_zero(starts);
      *end = static_cast<std::uint8_t>(place);
      end += may_start(classes, place) != 0 ? 1 : 0;
    }
    const std::span likely(places.data(), end);
    const bool has_room = at + step + window_widths[0] <= text_.size();
    const unsigned others = has_room ? shape::all & ~shape::first_window : shape::all;
    if ((header_.present & others) != 0)
      for (const std::uint8_t place : likely)
        look_up(at + place, may_start(classes, place) & others);
    if (has_room) look_up_wide(at, likely);
  }

  void look_up_wide(std::size_t at, std::span<std::uint8_t> places) {
    const Table wide = tables_[0];
    std::uint8_t* end = places.data();
    for (const std::uint8_t place : places) {
      *end = place;
      end += wide.may_have(window_hash(window_key<8>(text_.data() + at + place))) ? 1 : 0;
    }
    for (const std::uint8_t place : std::span(places.data(), end)) probe<8>(wide, at + place);
  }

  // "%2Fevil": a word starts after the escape, whatever its digits look like.
  void after_escape(std::size_t at) {
    const bool percent = text_[at] == '%';
    if (!percent && (at + 1 >= text_.size() || text_[at + 1] != 'u')) return;
    const std::size_t digits = at + (percent ? 1 : 2), start = digits + (percent ? 2 : 4);
    if (start >= text_.size() || !is_word(static_cast<unsigned char>(text_[start]))) return;
    for (std::size_t i = digits; i < start; ++i)
      if (!is_hex_digit(text_[i])) return;
    look_up(start, header_.present);
  }

  void look_up(std::size_t at, unsigned may) {
    if ((may & shape::first_window) != 0) probe<8>(tables_[0], at);
    if ((may & shape::first_window << 1) != 0) probe<4>(tables_[1], at);
    if ((may & shape::first_window << 2) != 0) probe<2>(tables_[2], at);
    if ((may & shape::ipv4) != 0) read_ipv4(at);
    if ((may & shape::ipv6) != 0 && is_hex_digit(text_[at])) read_ipv6(at);
  }

  template <std::size_t width>
  void probe(const Table& table, std::size_t at) {
    if (at + width > text_.size()) return;
    const std::uint64_t key = window_key<width>(text_.data() + at);
    const std::uint64_t hash = window_hash(key);
    if (table.may_have(hash)) find_group(table, hash, key, at);
  }

  void find_group(const Table& table, std::uint64_t hash, std::uint64_t key, std::size_t at) {
    for (std::size_t slot = hash >> table.slot_shift; table.slots[slot] != 0;
         slot = (slot + 1) & table.slot_mask) {
      const Group& group = table.groups[table.slots[slot] - 1];
      if (group.key != key) continue;
      compare_group(group, at);
      return;
    }
  }

  std::string_view tail_of(const Literal& literal) const {
    return {texts_ + literal.text + literal.anchor,
            static_cast<std::size_t>(literal.length - literal.anchor)};
  }

  char folded_at(std::size_t at) const {
    return folded_byte(at == 0 ? '\0' : text_[at - 1], text_[at]);
  }

  // How much of the tail stands at `at`; `less` tells whether the text comes before it.
  std::size_t common(std::string_view tail, std::size_t at, bool& less) const {
    const std::size_t most = std::min(tail.size(), text_.size() - at);
    for (std::size_t i = 0; i < most; ++i) {
      const char c = folded_at(at + i);
      if (c == tail[i]) continue;
      less = static_cast<unsigned char>(c) < static_cast<unsigned char>(tail[i]);
      return i;
    }
    less = most < tail.size();
    return most;
  }

  // Tails are in order, so those that stand at `at` are found from the longest to the shortest:
  // each time, everything after the common part can be left out.
  void compare_group(const Group& group, std::size_t at) {
    const Literal* begin = literals_ + group.first;
    std::size_t limit = text_.size() - at;  // how much of the text still counts
    for (const Literal* end = begin + group.count; begin != end;) {
      end = std::partition_point(begin, end, [&](const Literal& literal) {
        bool less = false;
        const std::size_t same = common(tail_of(literal), at, less);
        return same >= limit ? tail_of(literal).size() <= limit : !less;
      });
      if (end == begin) return;
      const std::string_view tail = tail_of(end[-1]);
      bool less = false;
      limit = std::min(limit, common(tail, at, less));
      if (limit != tail.size()) continue;
      for (; end != begin && tail_of(end[-1]) == tail; --end) compare_start(end[-1], at);
      --limit;
    }
  }

  // What comes before the anchor, and the borders.
  void compare_start(const Literal& literal, std::size_t anchor) {
    if (literal.anchor > anchor) return;
    const std::size_t begin = anchor - literal.anchor;
    for (std::size_t i = 0; i < literal.anchor; ++i)
      if (folded_at(begin + i) != texts_[literal.text + i]) return;
    if (stands_alone(literal.kind, text_, begin, begin + literal.length))
      hits_.push_back({begin, literal.indicator});
  }

  void read_ipv4(std::size_t at) {
    const std::size_t end =
        run_of(text_, at, max_ipv4_bytes, [](char c) { return is_digit(c) || c == '.'; });
    std::size_t length = end - at;
    if (length < 7) return;
    if (text_[end - 1] == '.') --length;  // a full stop after it
    const auto address = indicator::parse_ipv4(text_.substr(at, length));
    if (address && stands_alone(Kind::address, text_, at, at + length))
      find_spans(address_bytes(*address), at);
  }

  void read_ipv6(std::size_t at) {
    // It begins with its first digits, or with the colons before them.
    std::size_t begin = at;
    if (at >= 2 && text_[at - 1] == ':' && text_[at - 2] == ':') begin = at - 2;
    if (begin != 0 && is_ipv6_byte(text_[begin - 1])) return;
    std::size_t end = run_of(text_, begin, max_ipv6_bytes, is_ipv6_byte);
    if (begin == at && std::find(text_.begin() + static_cast<std::ptrdiff_t>(at),
                                 text_.begin() + static_cast<std::ptrdiff_t>(end),
                                 ':') == text_.begin() + static_cast<std::ptrdiff_t>(end))
      return;
    while (end > begin && (text_[end - 1] == '.' || text_[end - 1] == ':') &&
           text_.substr(end - 2, 2) != "::")
      --end;
    const auto address = indicator::parse_ipv6(text_.substr(begin, end - begin));
    if (address && stands_alone(Kind::address, text_, begin, end))
      find_spans(address_bytes(*address), begin);
  }

  void find_spans(const AddressBytes& address, std::size_t at) {
    const Span* span = std::upper_bound(
        spans_, spans_ + header_.span_count, address,
        [](const AddressBytes& value, const Span& other) { return value < other.low; });
    while (span != spans_ && !((--span)->highest < address))
      if (!(span->high < address)) hits_.push_back({at, span->indicator});
  }

  const Header& header_;
  std::string_view text_;
  std::vector<Hit>& hits_;
  const Literal* literals_;
  const char* texts_;
  const Span* spans_;
  const std::uint8_t* shapes_;
  std::array<Table, window_widths.size()> tables_;
};

void Matcher::scan(std::string_view text, std::size_t begin, std::size_t end,
                   std::vector<Hit>& hits) const {
  Scan(*this, text, hits).run(begin, end);
}

}  // namespace digue::hunt
