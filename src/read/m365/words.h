// The words of the portals' exports, brought to those of Graph, so that a detector meets one form.
#pragma once
#include <string>
#include <string_view>

namespace digue::read::m365 {

// "Device code flow" is "deviceCodeFlow"; a word of Graph stays as it is.
std::string camel_case(std::string_view words);
// Yes, Oui, true, Vrai... are "True", their contraries "False"; "" when it is neither.
std::string_view truth_of(std::string_view word);

}  // namespace digue::read::m365
