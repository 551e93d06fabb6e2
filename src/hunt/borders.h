// What must stand before and after an indicator in a text, so that 1.2.3.4 is not found in
// 11.2.3.45, nor evil.example in notevil.example.  Internal to the room.
//
// An escape counts as what it stands for: in "%2Fevil.example" a slash stands before the domain.
#pragma once
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "indicator/indicator.h"

namespace digue::hunt {

// What a border looks at: a letter or a digit of any script, one of .-_@, or something else.
enum class Neighbour : std::uint8_t { none, letter, dot, dash, plus, at };

// The character that ends before `at`, the one that starts there.
Neighbour neighbour_before(std::string_view text, std::size_t at);
Neighbour neighbour_after(std::string_view text, std::size_t at);

// Whether text[begin, end), which reads as such an indicator, stands there by itself.
bool stands_alone(indicator::Kind kind, std::string_view text, std::size_t begin, std::size_t end);

}  // namespace digue::hunt
