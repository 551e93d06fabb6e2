#include "incident/severity.h"

#include <algorithm>
#include <bit>

namespace digue::incident {

namespace {

using finding::Value;
using Bits = std::uint32_t;

constexpr Bits bit(std::size_t input) {
  return Bits{1} << input;
}

std::vector<std::size_t> inputs_of(Bits bits) {
  std::vector<std::size_t> out;
  for (; bits != 0; bits &= bits - 1)
    out.push_back(static_cast<std::size_t>(std::countr_zero(bits)));
  return out;
}

class Assessing {
 public:
  Assessing(const sheet::SeverityTable& table, std::span<const Value> known) : table_(table) {
    for (std::size_t i = 0; i < table.inputs.size() && i < known.size(); ++i) {
      if (known[i] == Value::yes) yes_ |= bit(i);
      if (known[i] == Value::unknown) open_ |= bit(i);
    }
  }

  std::vector<Bounds> bounds() const {
    const auto floor = table_.ranks(yes_), ceiling = table_.ranks(yes_ | open_);
    std::vector<Bounds> out;
    for (std::size_t scale = 0; scale < floor.size(); ++scale)
      out.push_back({floor[scale], ceiling[scale]});
    return out;
  }

  Severity assess() const {
    Severity out;
    out.axes = bounds();
    out.degree = out.axes.back();
    out.axes.pop_back();
    const std::size_t degree = out.axes.size();
    for (std::size_t axis = 0; axis < degree; ++axis)
      out.axis_established.push_back(inputs_of(fewest(yes_, 0, axis)));
    out.working = std::max(out.degree.floor, std::min(out.degree.ceiling, table_.precaution));
    out.established = inputs_of(fewest(yes_, 0, degree));
    out.to_ceiling = inputs_of(fewest(open_, yes_, degree));
    for (const auto input : inputs_of(open_)) out.open.push_back(look_at(input));
    std::stable_sort(out.open.begin(), out.open.end(),
                     [](const OpenInput& a, const OpenInput& b) { return a.changes > b.changes; });
    return out;
  }

 private:
  std::size_t rank(Bits yes, std::size_t scale) const { return table_.ranks(yes)[scale]; }
  std::size_t degree(Bits yes) const { return table_.ranks(yes).back(); }

  // Of `candidates`, those that must stay yes, beside `given`, for the scale to keep its rank: the
  // later ones are dropped first.
  Bits fewest(Bits candidates, Bits given, std::size_t scale) const {
    const std::size_t wanted = rank(candidates | given, scale);
    Bits kept = candidates;
    for (std::size_t input = table_.inputs.size(); input-- > 0;)
      if ((kept & bit(input)) != 0 && rank((kept & ~bit(input)) | given, scale) == wanted)
        kept &= ~bit(input);
    return kept;
  }

  OpenInput look_at(std::size_t input) const {
    OpenInput out;
    out.input = input;
    out.if_yes = degree(yes_ | bit(input));
    const Bits others = open_ & ~bit(input);
    out.if_no = degree(yes_ | others);
    // Every subset of the other open inputs, from all of them down to none.
    for (Bits more = others;; more = (more - 1) & others) {
      ++out.ways;
      if (degree(yes_ | more) != degree(yes_ | more | bit(input))) ++out.changes;
      if (more == 0) return out;
    }
  }

  const sheet::SeverityTable& table_;
  Bits yes_ = 0, open_ = 0;
};

}  // namespace

std::vector<Bounds> bounds_of(const sheet::SeverityTable& table, std::span<const Value> known) {
  return Assessing(table, known).bounds();
}

Severity assess(const sheet::SeverityTable& table, std::span<const finding::Value> known) {
  return Assessing(table, known).assess();
}

}  // namespace digue::incident
