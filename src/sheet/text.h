// How the texts of a sheet must read.
#pragma once
#include <cstddef>
#include <string>
#include <string_view>

namespace digue::sheet {

// A tired person loses a longer sentence; counted between . ! ? ; and :.
inline constexpr std::size_t max_sentence_words = 20;

// The words of the longest sentence.
std::size_t longest_sentence(std::string_view text);
// Puts the no-break spaces of French: before : ; ! ? » % and after «.
std::string french_spaced(std::string_view text);
// True when there is a control character other than a line's end.
bool has_control(std::string_view text);

}  // namespace digue::sheet
