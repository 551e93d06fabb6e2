// How the glossary and the directory are printed.
#pragma once
#include <string_view>
#include <vector>

#include "cli/verb.h"
#include "sheet/contacts.h"
#include "sheet/glossary.h"
#include "sheet/sheet.h"

namespace digue::cli::verbs {

// Days from a date (YYYY-MM-DD, UTC) to now; 0 for one to come, or that is no date.
int days_since(std::string_view date, Instant now);

void show_glossary(Session& session, const sheet::Glossary& glossary);
void show_definition(Session& session, const sheet::Definition& definition);
// The definitions of the words of one step.
void show_words(Session& session, const sheet::Glossary& glossary, const sheet::Step& step);

void show_contacts(Session& session, const sheet::Directory& directory,
                   const std::vector<const sheet::Contact*>& contacts);

}  // namespace digue::cli::verbs
