// UTF-16 to UTF-8, escaped for where it goes, sixteen letters at a time while they are plain.
//
// Half a surrogate pair, and a control character in XML, become U+FFFD.
#pragma once
#include <string_view>

#include "read/evtx/buffer.h"

namespace digue::read::evtx {

enum class Escape : unsigned char { none, json, xml };

// `utf16`: little-endian, an odd last byte is left out.  Bytes up to `readable_end` may be looked
// at (and are not written): it lets a short text be taken in one step.
void write_utf16(Buffer& out, Escape escape, std::string_view utf16, const char* readable_end);
// The same for UTF-8 that is valid.
void write_utf8(Buffer& out, Escape escape, std::string_view text);

}  // namespace digue::read::evtx
