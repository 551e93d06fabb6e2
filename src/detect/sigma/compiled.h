// A rule ready to be asked: its searches with fields by number, its condition as a tree.
//
// A rule that reads two logs with names of their own is compiled once for each.  Immutable:
// threads may share it.
#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <tl/expected.hpp>
#include <vector>

#include "detect/sigma/condition.h"
#include "detect/sigma/log_sources.h"
#include "detect/sigma/modifiers.h"

namespace digue::detect::sigma {

struct Search {
  std::string name;
  std::vector<std::vector<Test>> alternatives;  // any of them, each whole
  bool holds(Matching& matching) const;
};

struct Compiled {
  std::vector<Search> searches;
  Expression condition;

  bool matches(Matching& matching) const;
};

tl::expected<Compiled, Message> compile(const Detections& detections, const Dialect* dialect,
                                        const Placeholders& placeholders, FieldNames& names);

// What that log calls a field of a rule.
FieldId field_in(const Dialect* dialect, std::string_view name, FieldNames& names);

// Both hold.
Compiled narrowed(Compiled rule, Compiled filter);

// The numbers of events that can match, sorted; nothing when any may.
std::optional<std::vector<std::uint32_t>> required_event_ids(const Compiled& rule,
                                                             FieldId event_id);

// Values of the record that made it match: what stands in the searches that hold.
struct Fact {
  FieldId field = no_field;
  std::string_view value;  // of the record
};
std::vector<Fact> facts_of(const Compiled& rule, Matching& matching, std::size_t most);

}  // namespace digue::detect::sigma
