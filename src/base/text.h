// Small work on text.  Everything is UTF-8; "lower" means ASCII letters only, which is what mail
// addresses, operations and property names need.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace digue {

bool is_utf8(std::string_view text);
// Each byte that is not part of a valid sequence becomes U+FFFD.
std::string repaired_utf8(std::string_view text);
std::string utf8_from_utf16(std::string_view bytes, bool big_endian);
std::string utf8_from_windows_1252(std::string_view bytes);

std::string_view trimmed(std::string_view text);
std::string lower(std::string_view text);
bool equal_ignoring_case(std::string_view a, std::string_view b);
bool contains_ignoring_case(std::string_view text, std::string_view part);
bool starts_with_ignoring_case(std::string_view text, std::string_view start);
// Empty pieces are kept: "a;;b" is three.
std::vector<std::string_view> split(std::string_view text, char separator);
std::string join(const std::vector<std::string>& parts, std::string_view separator);
// Case, accents and typographic apostrophes folded, for French words: "Déplacé" and "DEPLACE"
// agree.
std::string folded(std::string_view text);

}  // namespace digue
