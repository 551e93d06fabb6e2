// Finds up to a million indicators in a text in one pass, each by itself (hunt/borders.h), case
// ignored.
//
// Every indicator is known by a window of 8, 4 or 2 bytes at the start of one of its words.  The
// text is cut into words some 60 bytes at a time, and only the starts of words are looked up: their
// shape first (letters, digits, others), then their window in a set of bits.  Nearly all of the
// text costs that and no more, whatever the number of indicators. Networks and IPv6, which have
// several spellings, are read as numbers.
//
// A compiled matcher is one block of bytes without pointers, so that the processes that read
// evidence share it.  Immutable; thread-safe.
#pragma once
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "indicator/indicator.h"

namespace digue::hunt {

inline constexpr std::size_t max_indicators = 4'000'000;
inline constexpr std::size_t max_indicator_bytes = 2048;
// One byte would be found everywhere.
inline constexpr std::size_t min_indicator_bytes = 2;

struct Hit {
  std::uint64_t offset = 0;     // of its first byte in the text
  std::uint32_t indicator = 0;  // index among those that were compiled
  auto operator<=>(const Hit&) const = default;
};

class Matcher {
 public:
  // Indicators in the form that compares (indicator/indicator.h).
  static Matcher compile(std::span<const indicator::Indicator> indicators);
  // The same from image(), aligned to 8 bytes, which must outlive it.  Only of our own making.
  static std::optional<Matcher> from_image(std::string_view image);
  std::string_view image() const { return image_; }

  // Whether an indicator can be searched for: no longer and no shorter than above, with a letter
  // or a digit in it.
  static bool can_find(const indicator::Indicator& indicator);

  // Adds, in no order, what is known by a word that starts in text[begin, end).  What is around is
  // looked at, so that pieces of a text need no overlap.
  void scan(std::string_view text, std::size_t begin, std::size_t end,
            std::vector<Hit>& hits) const;

 private:
  struct Header;
  struct Window;
  struct Group;
  struct Literal;
  struct Span;
  class Compiler;
  class Scan;
  Matcher() = default;

  const Header& header() const;
  template <class Item>
  const Item* items(std::uint64_t offset) const {
    return reinterpret_cast<const Item*>(image_.data() + offset);
  }

  std::shared_ptr<const std::vector<std::uint64_t>> owned_;
  std::string_view image_;
};

}  // namespace digue::hunt
