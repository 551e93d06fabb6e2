// Which endings make a domain, and which make a file: "evil.example" against "rapport.docx".
//
// Top-level domains are those of ISO 3166 and the generic ones in use, as the root zone of the DNS
// has them (IANA), but for a few hundred brands that nobody types in a logbook.  Thread-safe.
#pragma once
#include <string_view>

namespace digue::indicator {

// All take lower case.
bool is_top_level_domain(std::string_view label);
// Of the names that only a local network knows: .local, .lan, .internal...
bool is_local_domain(std::string_view label);
bool is_file_extension(std::string_view extension);
// An ending that is both, and that people type as a file's: .zip, .sh, .md...
bool is_rather_file(std::string_view extension);
// A country's ending that is also a word of French or English, so that a full stop without its
// space looks like a domain: "bloqué.je rappelle".
bool is_also_word(std::string_view label);

}  // namespace digue::indicator
