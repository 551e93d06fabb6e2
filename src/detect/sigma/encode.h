// The modifiers that rewrite a value before it is looked for.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "detect/sigma/pattern.h"

namespace digue::detect::sigma {

std::string utf16le(std::string_view utf8);
std::string utf16be(std::string_view utf8);

// How the bytes look inside something encoded, at each of the three places where they may begin;
// only the letters that depend on nothing around them.
std::vector<std::string> base64_offsets(std::string_view bytes);

// The value with each dash that begins an option written in the five ways that Windows takes.
// Empty when there are too many such places.
std::vector<Tokens> windash(const Tokens& value);

}  // namespace digue::detect::sigma
