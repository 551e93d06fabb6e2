// Plain text for a terminal: 80 columns, no colour needed, readable aloud.
#pragma once
#include <string>
#include <string_view>

namespace digue::cli {

inline constexpr std::size_t terminal_columns = 80;

// Wraps at spaces so that no line is wider than the terminal; continuation lines start with
// `indent` spaces.  Width counts letters, not bytes; control characters are shown as U+FFFD so that
// evidence can't drive the terminal.
std::string wrapped(std::string_view text, std::size_t first_indent, std::size_t indent);
// How many columns the text takes.
std::size_t width_of(std::string_view text);
// The text, then spaces up to `columns`.
std::string padded(std::string_view text, std::size_t columns);
// Control characters and what turns text around (bidirectional marks) made visible.
std::string harmless(std::string_view text);

}  // namespace digue::cli
