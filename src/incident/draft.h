// Writing the bodies of the incident's entries.
#pragma once
#include <functional>
#include <string>
#include <string_view>

#include "base/json_writer.h"
#include "incident/acts.h"

namespace digue::incident {

// An object with the members that `write` adds.
std::string body_of(const std::function<void(JsonWriter&)>& write);
// A person's words as a text, the program's as both its languages.
void write_said(JsonWriter& json, std::string_view name, const Message& words);
// The program's words, in both languages.
void write_words(JsonWriter& json, std::string_view name, const Message& words);
// Refused for an entry that no other may undo: who has which role.
Outcome check_replaceable(const logbook::Entry& entry);
// The leaf of the entry that the speaker corrects is looked up.
Result<logbook::Draft> draft_of(const logbook::Logbook& logbook, std::string_view kind,
                                std::string body, const Speaker& speaker,
                                logbook::References references = {});
Result<logbook::Receipt> say(logbook::Logbook& logbook, std::string_view kind, std::string body,
                             const Speaker& speaker, logbook::References references = {});
std::string member_body(const Member& member);
std::string indicator_body(const Indicator& indicator);
Result<logbook::Draft> indicator_draft(const logbook::Logbook& logbook, const Indicator& indicator,
                                       const Speaker& speaker);
logbook::References references_of(const Target& target);

}  // namespace digue::incident
