// Names made to be read as another: "rnicrosoft", "paypa1", "m1crosoft", Cyrillic letters.
#pragma once
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "detect/scene.h"

namespace digue::detect {

// What the eye reads: case, accents, look-alike letters, digits and "rn" put into one form.
std::string skeleton(std::string_view text);

// The name reads like one of `known` and is not it: the known name, else "".
std::string_view imitated(std::string_view name, std::span<const std::string> known);

// The domains that mail is exchanged with, as the message trace shows them, and the organisation's
// own: those that a look-alike would imitate.  To be asked for by Scene::once, and not before one
// is to be compared: a mail server's log has them by the ten thousand.
struct KnownDomains {
  explicit KnownDomains(const Scene& scene);
  std::vector<std::string> all;  // sorted, lower case
};

// A brand that a word of the name misspells by one letter ("Outlok"); "" when none.
std::string_view misspelt_brand(std::string_view name);
// The name claims to be of the provider ("Microsoft ...", "Office 365").
bool claims_provider(std::string_view name);

// A word of trust ("microsoft", "company", "support"...) that stands in the name only for the eye;
// "" when none.
std::string_view imitated_word(std::string_view name);

}  // namespace digue::detect
