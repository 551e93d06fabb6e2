// What stands behind the sheets.  Inside the room only.
#pragma once
#include <string>

#include "produce/print/press.h"

namespace digue::produce::print {

// Where they begin, for the contents.
inline constexpr const char *annex_contacts = "annex/contacts",
                            *annex_deadlines = "annex/deadlines",
                            *annex_complaint = "annex/complaint",
                            *annex_glossary = "annex/glossary", *annex_log = "annex/log";

void start_annex(Press& press, const std::string& id, const std::string& title);
// Nothing, when the library has no such file.
void add_directory(Press& press);
void add_deadlines(Press& press);
void add_glossary(Press& press);

void add_complaint(Press& press);
// Blank, whether the kit is filled in or not.
void add_log_pages(Press& press);

}  // namespace digue::produce::print
