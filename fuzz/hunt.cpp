// Any text, searched whole and in two pieces: the same is found.
#include <algorithm>
#include <cstdlib>
#include <vector>

#include "hunt/matcher.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using digue::indicator::Indicator;
  using digue::indicator::Kind;
  static const std::vector<Indicator> list = {
      {Kind::domain, "a.fr"},         {Kind::address, "1.2.3.4"},
      {Kind::range, "2.0.0.0/8"},     {Kind::url, "http://a.fr/b?c=1"},
      {Kind::range, "2001:db8::/32"}, {Kind::mail, "a@a.fr"},
      {Kind::account, "jo"},          {Kind::file, "relevé.doc"}};
  static const auto matcher = digue::hunt::Matcher::compile(list);
  const std::vector<char> bytes(data, data + size);
  const std::string_view text(bytes.data(), size);
  std::vector<digue::hunt::Hit> whole, pieces;
  matcher.scan(text, 0, size, whole);
  matcher.scan(text, 0, size / 3, pieces);
  matcher.scan(text, size / 3, size, pieces);
  std::sort(whole.begin(), whole.end());
  std::sort(pieces.begin(), pieces.end());
  if (whole != pieces) std::abort();
  return 0;
}
