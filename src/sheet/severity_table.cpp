#include "sheet/severity_table.h"

#include <algorithm>

namespace digue::sheet {

bool Formula::holds(std::uint32_t yes, std::span<const std::size_t> axes) const {
  const auto part_holds = [&](const Formula& part) { return part.holds(yes, axes); };
  switch (kind) {
    case Kind::always:
      return true;
    case Kind::all:
      return std::all_of(parts.begin(), parts.end(), part_holds);
    case Kind::any:
      return std::any_of(parts.begin(), parts.end(), part_holds);
    case Kind::input:
      return (yes >> index & 1U) != 0;
    case Kind::axis:
      return index < axes.size() && axes[index] >= at_least;
  }
  return false;
}

std::size_t Scale::rank(std::uint32_t yes, std::span<const std::size_t> axes) const {
  for (std::size_t rank = levels.size(); rank-- > 0;)
    if (levels[rank].when.holds(yes, axes)) return rank;
  return 0;
}

std::optional<std::size_t> Scale::rank_named(std::string_view level) const {
  for (std::size_t rank = 0; rank < levels.size(); ++rank)
    if (levels[rank].id == level) return rank;
  return std::nullopt;
}

std::optional<std::size_t> SeverityTable::input_named(std::string_view id) const {
  for (std::size_t i = 0; i < inputs.size(); ++i)
    if (inputs[i].id == id) return i;
  return std::nullopt;
}

std::vector<std::size_t> SeverityTable::ranks(std::uint32_t yes) const {
  std::vector<std::size_t> out;
  out.reserve(axes.size() + 1);
  for (const auto& axis : axes) out.push_back(axis.rank(yes, out));
  out.push_back(degrees.rank(yes, out));
  return out;
}

}  // namespace digue::sheet
