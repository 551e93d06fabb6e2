// Words that attackers' rules look for and that notices carry, in French and in English.  They only
// add weight to what the structure says.  Texts are compared folded: no case, no accents.
#pragma once
#include <string_view>

namespace digue::detect {

// A word of payments, of security notices or of the help desk stands in the text.
bool has_target_word(std::string_view text);

// A folder where nobody looks: RSS feeds, conversation history, junk... in the languages of
// Outlook.
bool is_hiding_folder(std::string_view folder);
// The bin, in the languages of Outlook.
bool is_bin(std::string_view folder);
// Seldom opened, but used honestly too.
bool is_archive_folder(std::string_view folder);

// The subject of a notice of a new sign-in, method, device or password.
bool is_security_notice(std::string_view subject);

// No letter and no digit, or one character again and again: "." "..", " ", "aaa", "x".
bool is_meaningless_name(std::string_view name);

}  // namespace digue::detect
