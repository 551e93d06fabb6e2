// Applications that thieves of mailboxes are known to bring along.
#pragma once
#include <string_view>

namespace digue::detect {

// The name under which the application is known to be abused, by its id (lower case) or by the
// name it shows; "" when it is not known.  Published by Huntress (rogueapps) and by Microsoft's
// and others' incident reports; an honest use exists for most of them.
std::string_view abused_application(std::string_view id, std::string_view name);

// A tool known by where its registration has the answers sent; "" when none.
std::string_view tool_of_reply(std::string_view url);

// Owned by Microsoft itself, by the tenant that the application comes from.
bool is_first_party(std::string_view owner_organization);

// A right that lets mail, files, contacts or the directory be read, written or sent.
bool is_dangerous_scope(std::string_view scope);
// Of those, one that writes, sends or reaches everything.
bool is_writing_scope(std::string_view scope);

}  // namespace digue::detect
