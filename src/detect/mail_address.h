// Mail addresses as Exchange, Graph and Outlook write them in the values of their logs.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "detect/scene.h"

namespace digue::detect {

// Every mail address of the text, lower case, in order, once: out of "smtp:a@b.example",
// "\"Name\" [SMTP:a@b.example]", "a@b.example;c@d.example", "<a@b.example>".  An Exchange
// directory name ("[EX:/o=...]") holds none.
std::vector<std::string> mail_addresses_in(std::string_view text);
// "" when there is no '@'.
std::string_view domain_of(std::string_view mail_address);
std::string_view local_part_of(std::string_view mail_address);
// Outside the organisation.  With no domain known, outside the domain of `mailbox`.
bool is_outside(const Scene& scene, std::string_view mail_address, std::string_view mailbox);

}  // namespace digue::detect
