// Sheets and what goes with them as JSON Lines, one object each (docs/command-line.md).
#pragma once
#include <string>

#include "base/json_writer.h"
#include "sheet/contacts.h"
#include "sheet/glossary.h"
#include "sheet/sheet.h"

namespace digue::sheet {

std::string sheet_json(const Sheet& sheet, Language language);  // without its steps
// The member `local`: what the organisation put beside a step, or null.
void write_local(JsonWriter& json, const Step& step, Language language);
std::string step_json(const Sheet& sheet, const Step& step, Language language);
std::string definition_json(const Definition& definition, Language language);
std::string contact_json(const Contact& contact, Language language);

}  // namespace digue::sheet
