// What the pages of Microsoft Graph say around their records.
#pragma once
#include <string>
#include <string_view>

namespace digue::read::m365 {

// The user of a page about one user, lower case, out of its "@odata.context"
// (".../$metadata#users('a.martin%40ch.example')/authentication/methods"); "" when it names none.
std::string user_of_page(std::string_view text);

}  // namespace digue::read::m365
