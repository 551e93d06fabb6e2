// How severe is it?  The decision table of sheets/severity.yaml, as plain values.
//
// Inputs are questions answered yes (adverse), no or unknown, from the answers that people and the
// evidence gave to any sheet.  Scales rank the situation: several axes, then the degree.  A scale's
// levels are tried from the worst; the first whose formula holds is the one.
//
// A formula is made of inputs, of levels reached on an axis, of all and any; there is no negation,
// and an axis looks only at those before it.  So one more yes can't lower anything: whatever table
// reads, reads monotone, and reading every unknown as no, then as yes, bounds it exactly.
//
// The format is docs/sheets.md.  Values; thread-safe to read.
#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/sentence.h"
#include "sheet/problem.h"
#include "sheet/rule.h"
#include "sheet/sheet.h"

namespace digue::sheet {

// 2^inputs situations are told apart: few enough to look at them all.
inline constexpr std::size_t max_inputs = 16;
inline constexpr std::size_t max_scales = 8;
inline constexpr std::size_t max_levels = 8;

// A threshold, which the organisation may set otherwise.
struct Setting {
  std::string id;
  int value = 0;
  Message title;
};

// An answer compared with a setting: a yes, a no, or nothing when it can't be told.
struct Threshold {
  enum class Kind : std::uint8_t {
    count,  // yes when so many names are given, or more
    hours,  // yes when what is given lasts less
  };
  Kind kind = Kind::count;
  std::string step;
  std::size_t setting = 0;  // index
};

// What the organisation's register can say of an input, from the machines that are hit.
enum class RegisterFact : std::uint8_t {
  none,
  zones,           // they are in several zones
  administration,  // one is an administration resource
  interconnected,  // a partner is connected to them
  vital_hit,       // a vital activity depends on them
  vital_stopped,   // one has neither continuity nor degraded mode
  degraded_short,  // one has a degraded mode that does not hold long enough
};

struct SeverityInput {
  std::string id;  // "q4"
  Message title;   // as a question
  Condition yes, no;
  std::vector<Threshold> thresholds;
  RegisterFact fact = RegisterFact::none;
  std::vector<std::string> ask;  // the steps that answer it, the best first
};

struct Formula {
  enum class Kind : std::uint8_t { always, all, any, input, axis };
  Kind kind = Kind::always;
  std::vector<Formula> parts;  // of all and any
  std::size_t index = 0;       // of the input, or of the axis
  std::size_t at_least = 0;    // rank on the axis

  // `yes` has bit i set when input i is yes; `axes` the rank on each axis before this one.
  bool holds(std::uint32_t yes, std::span<const std::size_t> axes) const;
};

struct Level {
  std::string id;
  Message title;
  Message meaning;  // may be empty
  Formula when;
};

// Levels by rank: 0 is the least, which always holds.
struct Scale {
  std::string id;
  Message title;
  std::vector<Level> levels;

  std::size_t rank(std::uint32_t yes, std::span<const std::size_t> axes) const;
  std::optional<std::size_t> rank_named(std::string_view level) const;
};

struct SeverityTable {
  std::string file, version, date;
  Message note;  // what it rests on
  std::vector<Setting> settings;
  std::vector<SeverityInput> inputs;
  std::vector<Scale> axes;
  Scale degrees;
  std::size_t precaution = 0;  // rank up to which an unknown is taken as a yes
  // Steps whose options are degrees: where the sheets conclude.
  std::vector<std::string> conclusions;

  bool present() const { return !inputs.empty(); }
  std::optional<std::size_t> input_named(std::string_view id) const;
  // Every axis, then the degree.
  std::vector<std::size_t> ranks(std::uint32_t yes) const;
};

// An answer that the table looks at, to be checked against the sheets once they are all read.
struct TableReference {
  std::string step;
  std::vector<std::string> values;  // that it waits for; may be empty
  Place place;
};

struct TableReading {
  SeverityTable table;
  std::vector<TableReference> references;
  std::vector<Problem> problems;  // by line
};

// Strict, as reading_sheet(): every problem is noted, with its place.  `file` is how messages call
// it.
TableReading read_severity_table(std::string_view bytes, const std::string& file);

// The steps that it names must exist, when their sheet does, and offer the answers it waits for.
std::vector<Problem> check_table(const TableReading& reading, const std::vector<Sheet>& sheets);

}  // namespace digue::sheet
