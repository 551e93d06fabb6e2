// One record as rules see it: values under the names that rules use, each looked up by number.
//
// Used again for each record; not thread-safe.  Texts are UTF-8 and must live until clear().
#pragma once
#include <cstdint>
#include <limits>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "detect/sigma/limits.h"

namespace digue::detect::sigma {

using FieldId = std::uint32_t;
// A value that no rule asks for by name: keywords are still looked for in it.
inline constexpr FieldId no_field = std::numeric_limits<FieldId>::max();

// Names of fields to numbers.  Case matters, blanks don't: Defender writes "Threat Name", and rules
// ThreatName as well.  Filled while rules are compiled, then shared.
class FieldNames {
 public:
  FieldId add(std::string_view name);
  FieldId find(std::string_view name) const;  // no_field when no rule reads it
  const std::string& name(FieldId field) const { return names_[field]; }
  std::size_t size() const { return names_.size(); }

 private:
  std::map<std::string, FieldId, std::less<>> ids_;
  std::vector<std::string> names_;
};

class RecordView {
 public:
  static constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();

  explicit RecordView(std::size_t fields) : first_(fields, none) {}

  void clear();
  // A second value of a field stands beside the first.
  void add(FieldId field, std::string_view text, bool null = false);

  // Indexes of values: the first of a field, the next of the same; `none` at the end.
  std::uint32_t first(FieldId field) const { return first_[field]; }
  std::uint32_t next(std::uint32_t value) const { return slots_[value].next; }
  std::uint32_t count() const { return static_cast<std::uint32_t>(used_); }
  FieldId field(std::uint32_t value) const { return slots_[value].field; }
  bool is_null(std::uint32_t value) const { return slots_[value].null; }
  std::string_view text(std::uint32_t value) const { return slots_[value].text; }
  // Without its case; worked out once.
  std::string_view folded(std::uint32_t value);
  // The first value's text; empty when there is none.
  std::string_view text_of(FieldId field) const;

 private:
  struct Slot {
    FieldId field = no_field;
    std::uint32_t next = none;
    std::string_view text;
    bool null = false, is_folded = false;
    std::string folded;
  };
  std::vector<std::uint32_t> first_;
  std::vector<Slot> slots_;  // the first `used_` are the record's
  std::size_t used_ = 0;
};

}  // namespace digue::detect::sigma
