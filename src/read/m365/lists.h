// Lists as PowerShell writes them into one field: "{a, b}", "a, b", "a; b", with quotes and
// brackets around names that hold separators themselves: "\"Martin, Anne\" [SMTP:a@b.example], c".
#pragma once
#include <string_view>
#include <vector>

namespace digue::read::m365 {

// The elements, trimmed, without empty ones.  A separator (", ", ";" or a line end) counts
// only outside quotes, brackets and parentheses.
std::vector<std::string_view> elements_of(std::string_view list);

// What stands between occurrences of a separator, trimmed, without empty pieces.
std::vector<std::string_view> between(std::string_view list, std::string_view separator);

// "Anne Martin (a.martin@ch.example)" gives "a.martin@ch.example"; a text without an address in
// its last parentheses is given back whole.
std::string_view address_in_parentheses(std::string_view text);

}  // namespace digue::read::m365
