// How the texts of a sheet must read.
#pragma once
#include <cstddef>
#include <string>
#include <string_view>

namespace digue::sheet {

// A tired person loses a longer sentence; counted between . ! ? ; and :.  What is acted upon must
// be shorter than what is read once.
inline constexpr std::size_t max_sentence_words = 20;
inline constexpr std::size_t max_step_sentence_words = 15;  // of measures, actions and steps

// The words of the longest sentence.
std::size_t longest_sentence(std::string_view text);
// Puts the no-break spaces of French: before : ; ! ? » % and after «.
std::string french_spaced(std::string_view text);
// True when there is a control character other than a line's end.
bool has_control(std::string_view text);

}  // namespace digue::sheet
