// Defanging: writing an indicator so that nothing makes a link of it, hxxps://evil[.]example; and
// reading back what others defanged: hxxp, [.], (.), [dot], [point], [at], [arobase], [:]//, spaces
// around included.  There is no standard; these are the forms of MISP, of CERT-FR and of mails.
// Thread-safe.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indicator/indicator.h"

namespace digue::indicator {

// Text with its defanged marks read, and where each byte of it was.
struct Refanged {
  std::string text;
  // Of each byte of `text`, and of its end: the offset in the original.
  std::vector<std::uint32_t> origins;
  std::vector<bool> marks;  // of each byte of `text`: it stood for a defanged mark
};
// At most 4 GiB.  A mark within brackets of its own, "[[.]]", is read through all of them.
Refanged refanged(std::string_view text);
// The same, of one value: hxxp becomes http too.
std::string refanged_value(std::string_view value);

// Of an indicator in the form that compares.  refanged_value() gives it back.  Host names, files
// and hashes are left as they are: nothing makes a link of them.
std::string defanged(const Indicator& indicator);

}  // namespace digue::indicator
