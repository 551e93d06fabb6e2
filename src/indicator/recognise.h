// Recognising indicators in what a person typed: accounts, addresses, domains, URLs, hashes, files
// and known hosts, defanged or not, among French and English typography.
//
// What is plain is found; what may be chance (a full stop without its space, a version number) is
// found and said not to be sure.  Matches never overlap; the longest at a place wins, and the text
// is read from left to right.  Linear in the text, times the caps below.  Thread-safe.
#pragma once
#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "indicator/indicator.h"

namespace digue::indicator {

inline constexpr std::size_t max_text_bytes = 1 << 20;  // what is after is not read
inline constexpr std::size_t max_matches = 2000;
inline constexpr std::size_t max_url_bytes = 2048;
inline constexpr std::size_t max_domain_bytes = 253;  // RFC 1035
inline constexpr std::size_t max_label_bytes = 63;
inline constexpr std::size_t max_local_part_bytes = 64;  // RFC 5321
inline constexpr std::size_t max_file_name_bytes = 255;

// Names that nothing but knowledge makes recognisable.  Lower case.
struct KnownNames {
  std::set<std::string, std::less<>> hosts;
  std::set<std::string, std::less<>> accounts;
};

struct Match {
  Indicator indicator;
  std::size_t offset = 0, length = 0;  // bytes of the text
  bool defanged = false;
  bool sure = true;
};

struct Recognised {
  std::vector<Match> matches;  // by offset
  std::size_t unread = 0;      // bytes after max_text_bytes, or after the last match that was kept
};

Recognised recognise(std::string_view text, const KnownNames& known = {});

}  // namespace digue::indicator
