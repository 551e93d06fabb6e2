// Values as their bytes in a Windows log.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

#include "exercise/evtx/event.h"

namespace digue::exercise::evtx {

// The lowest bytes of a number, the lowest first.
std::string little(std::uint64_t number, int bytes);
// 100 ns since 1601.
std::uint64_t filetime(Instant time);
// The bytes of a value written as in Event::values; empty for an empty text.
std::string bytes_of(Type type, std::string_view written);
// Of the format's checksums (ISO 3309, as zlib's).
std::uint32_t crc32(std::string_view bytes, std::uint32_t before = 0);

}  // namespace digue::exercise::evtx
