// How severe is it, between what is established and what is still possible?
//
// A pure function of the decision table (sheet/severity_table.h) and of what is known of each of
// its inputs.  Every table is monotone, so reading each unknown as no gives the least that it can
// be (the floor), and as yes the worst (the ceiling): both are reached, and nothing is outside.
// Thread-safe.
#pragma once
#include <cstddef>
#include <span>
#include <vector>

#include "finding/finding.h"
#include "sheet/severity_table.h"

namespace digue::incident {

// Ranks on a scale of the table.
struct Bounds {
  std::size_t floor = 0, ceiling = 0;
  bool settled() const { return floor == ceiling; }
  bool operator==(const Bounds&) const = default;
};

// An input that is not known, and what knowing it is worth.
struct OpenInput {
  std::size_t input = 0;
  // In how many of the ways to answer the other open inputs its answer changes the degree.
  std::size_t changes = 0, ways = 0;
  std::size_t if_yes = 0;  // the floor that a yes would establish, the others still open
  std::size_t if_no = 0;   // the ceiling that a no would leave
};

struct Severity {
  Bounds degree;
  std::vector<Bounds> axes;
  // What to work with meanwhile: the ceiling, up to the table's precaution; never under the floor.
  std::size_t working = 0;
  // Inputs known as yes that establish the floor, none of which can be left out; of each axis too.
  std::vector<std::size_t> established;
  std::vector<std::vector<std::size_t>> axis_established;
  // Open inputs that, all yes, would reach the ceiling; none of them can be left out.
  std::vector<std::size_t> to_ceiling;
  std::vector<OpenInput> open;  // the one that narrows most first; then in the table's order
};

// Every axis, then the degree.  `known` has a value for each input of the table, in its order.
std::vector<Bounds> bounds_of(const sheet::SeverityTable& table,
                              std::span<const finding::Value> known);
Severity assess(const sheet::SeverityTable& table, std::span<const finding::Value> known);

}  // namespace digue::incident
