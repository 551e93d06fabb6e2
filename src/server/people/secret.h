// What is told to people and machines once, from the system's random source.  Thread-safe.
#pragma once
#include <cstddef>
#include <string>

namespace digue::server {

// `count` bytes, in hex.
std::string random_hex(std::size_t count);
// 80 bits, in letters and digits that nobody takes for others: "k3f9-...".
std::string random_code();

}  // namespace digue::server
