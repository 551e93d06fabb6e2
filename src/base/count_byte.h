// How many times a byte stands in a text: lines of gigabytes are counted with it.
#pragma once
#include <cstddef>
#include <string_view>

namespace digue {

std::size_t count_byte(std::string_view text, char byte);

}  // namespace digue
