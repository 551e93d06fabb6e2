// What people say of the severity: each becomes one entry, on disk when the function returns.
#pragma once
#include "incident/acts.h"
#include "incident/qualification.h"

namespace digue::incident {

inline constexpr std::uint64_t max_round_minutes = 1440;  // a day

struct Decision {
  std::string degree;   // of the table: "major"
  std::string by, why;  // a named person, and the reason; both required
};
// Confirms the degree or sets another, above or below what the table says.  It answers
// the conclusion of the sheet that the incident follows too, when it has one.
Result<logbook::Receipt> decide_severity(logbook::Logbook& logbook, const sheet::Library& library,
                                         const State& state, const Decision& decision,
                                         const Speaker& speaker);
// `minutes` 0: no time box.  One round at a time.
Result<logbook::Receipt> start_round(logbook::Logbook& logbook, const State& state,
                                     std::uint64_t minutes, const Speaker& speaker);
// Keeps what the table says now.
Result<logbook::Receipt> end_round(logbook::Logbook& logbook, const sheet::Library& library,
                                   const State& state, const Speaker& speaker);

}  // namespace digue::incident
