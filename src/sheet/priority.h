// When to act.
#pragma once
#include <cstdint>
#include <optional>
#include <string_view>

namespace digue::sheet {

// `before` is what must stand before the first action, `after` what follows once the incident is
// contained.  In order: the smaller comes first.
enum class Priority : std::uint8_t { before, p0, p1, p2, p3, p4, after };
std::string_view priority_name(Priority priority);  // "before", "P0"... "P4", "after"
std::optional<Priority> priority_named(std::string_view name);

}  // namespace digue::sheet
