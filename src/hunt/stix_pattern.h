// Patterns of STIX 2.1 (Part 9) that say no more than a list does: comparisons by = or IN, joined
// by OR.  Anything else (AND, NOT, LIKE, qualifiers...) is more than one value can say: refused.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace digue::hunt {

inline constexpr std::size_t max_pattern_bytes = 1 << 20;

struct PatternValue {
  std::string path;  // "domain-name:value", "file:hashes.'SHA-256'"
  std::string value;
};

// In the order of the pattern; nothing when it is not that simple.
std::optional<std::vector<PatternValue>> read_stix_pattern(std::string_view pattern);
// The word of a list for what the path holds: "domain", "sha256"; "" when we hunt for none such.
std::string_view type_of_path(std::string_view path);

}  // namespace digue::hunt
