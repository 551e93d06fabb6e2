// What we accept of Sigma rules; over it, the rule is listed as not loaded.
#pragma once
#include <cstddef>
#include <cstdint>

namespace digue::detect::sigma {

inline constexpr std::size_t max_rules = 100'000;
inline constexpr std::size_t max_condition_bytes = 16 << 10;
inline constexpr std::size_t max_condition_depth = 64;
inline constexpr std::size_t max_values_of_item = 100'000;  // once modifiers multiplied them
inline constexpr std::size_t max_windash_places = 4;        // of one value: 5 to that power
inline constexpr std::size_t max_regex_bytes = 8 << 10;
inline constexpr std::uint32_t max_regex_steps = 1'000'000;     // of one match: PCRE2's match limit
inline constexpr std::uint32_t max_regex_memory_kib = 4 << 10;  // of one match
inline constexpr std::size_t max_values_of_record = 4096;       // further ones are not looked at
inline constexpr std::size_t max_occurrences = 2'000'000;       // matches kept for correlations
inline constexpr std::size_t max_examples = 20;                 // of one outcome of a correlation

}  // namespace digue::detect::sigma
