// What people do to an incident: each is checked against the sheet and the state, then becomes one
// entry or several, on disk when the function returns.
//
// Errors: refused when the sheet's own order forbids it (the message says what must come first);
// bad_input for what the sheet does not know.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "incident/state.h"
#include "logbook/logbook.h"
#include "sheet/sheet.h"

namespace digue::incident {

// Who speaks, and when it happened.
struct Speaker {
  std::string author;
  const logbook::SigningKey* key = nullptr;                // else the machine vouches
  std::optional<logbook::Moment> occurred = std::nullopt;  // now, when not given
  std::optional<std::uint64_t> corrects = std::nullopt;    // position of the entry it replaces
};
// The name under which the program speaks for itself.
inline constexpr std::string_view program_author = "Digue";

struct NewIncident {
  std::string title, sheet;
  std::string zone = "UTC";
  std::string id = {};  // new_incident_id(), when it is empty
};
// Makes the file, with its first entries.
Result<logbook::Logbook> open_incident(const std::filesystem::path& path, const NewIncident& what,
                                       const Speaker& speaker, const logbook::Settings& settings);
// "2026-03-08-1f3a9c": the day, and what chance gives.
std::string new_incident_id(Instant now);

Result<logbook::Receipt> withdraw(logbook::Logbook& logbook, std::uint64_t position,
                                  const std::string& why, const Speaker& speaker);
// Takes the content of an entry away for good, and says why in a new one.
Result<logbook::Receipt> redact(logbook::Logbook& logbook, std::uint64_t position,
                                const std::string& why, const Speaker& speaker);
Result<logbook::Receipt> close_incident(logbook::Logbook& logbook, const std::string& conclusion,
                                        const Speaker& speaker);
Result<logbook::Receipt> set_zone(logbook::Logbook& logbook, const std::string& zone,
                                  const std::string& why, const Speaker& speaker);
// The incident follows another sheet from now on; answers and actions stay, whichever they are of.
Result<logbook::Receipt> follow_sheet(logbook::Logbook& logbook, const std::string& sheet,
                                      const std::string& why, const Speaker& speaker);
Result<logbook::Receipt> set_person(logbook::Logbook& logbook, const Person& person,
                                    const Speaker& speaker);
// What somebody is in this incident from now on; an empty role ends it.  Nothing but another of
// these changes it: such an entry can be neither corrected nor redacted.
Result<logbook::Receipt> set_role(logbook::Logbook& logbook, const Participant& participant,
                                  const Speaker& speaker);
Result<logbook::Receipt> set_account(logbook::Logbook& logbook, const Member& account,
                                     const Speaker& speaker);
Result<logbook::Receipt> set_host(logbook::Logbook& logbook, const Member& host,
                                  const Speaker& speaker);
Result<logbook::Receipt> add_evidence(logbook::Logbook& logbook, const Piece& piece,
                                      const Speaker& speaker);
Result<logbook::Receipt> set_indicator(logbook::Logbook& logbook, const Indicator& indicator,
                                       const Speaker& speaker);

// `why` may be empty.  The value must be one that the step offers, when it offers some.
Result<logbook::Receipt> answer(logbook::Logbook& logbook, const sheet::Sheet& sheet,
                                const Target& target, const std::string& value,
                                const std::string& why, const Speaker& speaker);

// A change of state of an action, with what must be said first.
struct Act {
  Target target;
  ActionState state = ActionState::done;
  std::string why = {};  // required but for to-do, in-progress and done
  std::string to = {};   // delegated to whom
  Instant due = Instant::unknown;
  std::string effect = {};                  // seen, and unforeseen
  std::string impact_accepted_by = {};      // a named person accepts the impacts now
  std::vector<std::string> preserved = {};  // SHA-256 of what was saved first
  std::string preserved_by = {};            // or: who says that it was saved
  std::string preservation_waived_by = {};  // or: who decides to do without, and `why`
  bool despite_prerequisites = false;       // with `why`
};
Result<logbook::Receipt> act(logbook::Logbook& logbook, const sheet::Sheet& sheet,
                             const State& state, const Act& act, const Speaker& speaker);

}  // namespace digue::incident
