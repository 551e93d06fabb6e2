// Small MMDB files, made by hand: for tests and for the fuzzer to start from.
#pragma once
#include <cstdint>
#include <cstring>
#include <string>
#include <utility>
#include <vector>

namespace digue::analysis {

// The smallest MMDB that holds one IPv4 network: a chain of nodes, one bit each.
class TinyMmdb {
 public:
  static std::string text(const std::string& value) {
    return std::string(1, static_cast<char>(0x40 | value.size())) + value;
  }
  static std::string map(const std::vector<std::pair<std::string, std::string>>& members) {
    std::string out(1, static_cast<char>(0xE0 | members.size()));
    for (const auto& [key, value] : members) out += text(key) + value;
    return out;
  }
  static std::string number(int type, std::uint64_t value, int bytes) {
    std::string out(1, static_cast<char>(type < 8 ? type << 5 | bytes : bytes));
    if (type >= 8) out += static_cast<char>(type - 7);
    for (int i = bytes - 1; i >= 0; --i) out += static_cast<char>(value >> (8 * i) & 0xff);
    return out;
  }
  static std::string number(double value) {
    std::uint64_t bits = 0;
    std::memcpy(&bits, &value, sizeof bits);
    return number(3, bits, 8);
  }

  static std::string of(std::uint32_t network, unsigned prefix, const std::string& data,
                        std::uint64_t build_epoch = 1780617600) {
    std::string out;
    const auto record = [&](std::uint32_t value) {
      for (int shift = 16; shift >= 0; shift -= 8) out += static_cast<char>(value >> shift & 0xff);
    };
    for (unsigned bit = 0; bit < prefix; ++bit) {
      const bool last = bit + 1 == prefix;
      const std::uint32_t next = last ? prefix + 16 : bit + 1;
      const bool one = (network >> (31 - bit) & 1) != 0;
      record(one ? prefix : next);
      record(one ? next : prefix);
    }
    out += std::string(16, '\0') + data + "\xab\xcd\xefMaxMind.com";
    out += map({{"node_count", number(6, prefix, 4)},
                {"record_size", number(5, 24, 2)},
                {"ip_version", number(5, 4, 2)},
                {"database_type", text("test")},
                {"languages", number(11, 0, 0).replace(0, 1, 1, '\0')},
                {"binary_format_major_version", number(5, 2, 2)},
                {"binary_format_minor_version", number(5, 0, 2)},
                {"build_epoch", number(9, build_epoch, 8)},
                {"description", map({})}});
    return out;
  }
};

inline std::string city_mmdb() {
  return TinyMmdb::of(
      0xCB007100, 24,
      TinyMmdb::map(
          {{"country", TinyMmdb::map({{"iso_code", TinyMmdb::text("NL")}})},
           {"city", TinyMmdb::map({{"names", TinyMmdb::map({{"en", TinyMmdb::text("Delft")}})}})},
           {"location", TinyMmdb::map({{"latitude", TinyMmdb::number(52.0)},
                                       {"longitude", TinyMmdb::number(4.36)}})}}));
}

inline std::string flat_mmdb() {
  return TinyMmdb::of(0xCB007100, 24,
                      TinyMmdb::map({{"country_code", TinyMmdb::text("BE")},
                                     {"city", TinyMmdb::text("Gand")},
                                     {"latitude", TinyMmdb::number(51.05)},
                                     {"longitude", TinyMmdb::number(3.72)}}));
}

}  // namespace digue::analysis
