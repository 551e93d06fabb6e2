#include "indicator/recognise.h"

#include <algorithm>
#include <array>
#include <optional>

#include "base/text.h"
#include "indicator/fang.h"
#include "indicator/scanner.h"

namespace digue::indicator {

// What others could not read back as the same is not offered: text made to confuse.
static bool reads_back(const Match& match) {
  switch (match.indicator.kind) {
    case Kind::mail:
    case Kind::address:
    case Kind::range:
    case Kind::domain:
    case Kind::url:
      return refanged_value(defanged(match.indicator)) == match.indicator.value;
    default:
      return true;
  }
}

Recognised recognise(std::string_view text, const KnownNames& known) {
  const auto read = text.substr(0, max_text_bytes);
  Recognised out{{}, text.size() - read.size()};
  const Refanged plain = refanged(read);
  const Scanner scanner(plain.text, plain.marks, known);
  std::size_t at = 0;
  while (at < plain.text.size()) {
    const auto found = scanner.at(at);
    if (!found) {
      ++at;
      continue;
    }
    const std::size_t offset = plain.origins[at];
    Match match{found->indicator, offset, plain.origins[found->end] - offset, found->defanged,
                found->sure};
    at = found->end;
    if (!reads_back(match)) continue;
    if (out.matches.size() >= max_matches) {
      out.unread = text.size() - offset;
      break;
    }
    out.matches.push_back(std::move(match));
  }
  return out;
}

}  // namespace digue::indicator
