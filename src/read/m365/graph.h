// What the pages of Microsoft Graph say around their records.
#pragma once
#include <string>
#include <string_view>

namespace digue::read::m365 {

// The user of a page about one user, lower case, out of its "@odata.context"
// (".../$metadata#users('a.martin%40ch.example')/authentication/methods"); "" when it names none.
std::string user_of_page(std::string_view text);

// The page's "@odata.context" holds that path ("/messageRules", "#devices"): a page without any
// record is known by nothing else.
bool is_page_of(std::string_view text, std::string_view path);

}  // namespace digue::read::m365
