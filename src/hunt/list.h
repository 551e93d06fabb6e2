// Reading the indicators to hunt for, in the form that each source gives them.
//
//   text    one a line, defanged or not; "# ..." is a comment; "account: jdupont" says a kind that
//           the value alone does not tell (kinds of indicator/indicator.h)
//   CSV     with a header, which may stand in a comment: a column of values (value, indicator,
//           ioc...) with a column of types, or columns named after a kind (url, domain, ip,
//           sha256...); comma, semicolon or tab
//   JSON    events of MISP (attributes, in objects too, meant to detect by), bundles of STIX 2.1
//           (indicators whose patterns say no more than a list does), arrays of texts
//
// What is not understood is listed with its reason, never dropped.  Thread-safe.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/sentence.h"
#include "hunt/matcher.h"
#include "indicator/indicator.h"

namespace digue::hunt {

inline constexpr std::size_t max_list_bytes = 512 << 20;
inline constexpr std::size_t max_not_taken_shown = 1000;
inline constexpr std::size_t max_not_taken_bytes = 200;  // of one text that is shown

struct NotTaken {
  std::uint64_t line = 0;  // from 1; 0 when the source has none
  std::string text;
  Message why;
};

class List {
 public:
  // Each once, in the order of the source.
  const std::vector<indicator::Indicator>& indicators() const { return indicators_; }
  const std::vector<NotTaken>& not_taken() const { return not_taken_; }  // the first of them
  std::uint64_t not_taken_count() const { return not_taken_count_; }
  std::uint64_t repeated() const { return repeated_; }

  // Takes it unless it cannot be searched for; says so otherwise.
  void take(indicator::Indicator found, std::uint64_t line);
  void refuse(std::uint64_t line, std::string_view text, const Message& why);

 private:
  // Where one is in indicators_, from 1 (0: nowhere), by half of its hash: others are told apart
  // without a look at them, and a million cost two words each.
  struct Slot {
    std::uint32_t hash = 0, number = 0;
  };
  bool is_new(const indicator::Indicator& found);
  void grow();

  std::vector<indicator::Indicator> indicators_;
  std::vector<Slot> slots_;
  std::vector<NotTaken> not_taken_;
  std::uint64_t not_taken_count_ = 0, repeated_ = 0;
};

// Adds what the bytes list.
void read_list(std::string_view bytes, List& list);

// A value that a source calls by a type of its own ("ip-dst", "FileHash-SHA256", "domaine").
// Adds it, or the reason why not.
void take_typed(std::string_view type, std::string_view value, std::uint64_t line, List& list);
// A value alone.
void take_untyped(std::string_view value, std::uint64_t line, List& list);

}  // namespace digue::hunt
