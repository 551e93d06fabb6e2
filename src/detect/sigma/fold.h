// Letters without their case, the way Sigma compares: simple case folding of Unicode.  Thread-safe.
#pragma once
#include <string>
#include <string_view>

namespace digue::detect::sigma {

// UTF-16 of UTF-8; what is not UTF-8 becomes U+FFFD.
std::u16string utf16_from_utf8(std::string_view utf8);

// Replaces `out`.
void fold(std::string_view text, std::string& out);
std::string folded(std::string_view text);

}  // namespace digue::detect::sigma
