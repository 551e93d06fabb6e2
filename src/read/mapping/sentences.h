// What is wrong with a mapping file.
#pragma once
#include "base/sentence.h"

namespace digue::read::sentences {

inline constexpr Sentence mapping_header{
    "« digue-mapping » en tête (format: digue-mapping, version: 1)",
    "“digue-mapping” at its head (format: digue-mapping, version: 1)"};
inline constexpr Sentence mapping_shape{"une forme parmi csv, json, w3c, key-values, cef, leef",
                                        "one of the shapes csv, json, w3c, key-values, cef, leef"};
inline constexpr Sentence mapping_part{
    "une partie parmi time, day, clock, zone, account, target, object, address, device, session, "
    "application, agent, operation, host, outcome, code",
    "one of the parts time, day, clock, zone, account, target, object, address, device, session, "
    "application, agent, operation, host, outcome, code"};
inline constexpr Sentence mapping_action{"une action de docs/events.md",
                                         "an action of docs/events.md"};
inline constexpr Sentence mapping_verdict{"success, failure ou interrupted",
                                          "success, failure or interrupted"};
inline constexpr Sentence mapping_dates{"utc ou local", "utc or local"};
inline constexpr Sentence mapping_order{"day-first ou month-first", "day-first or month-first"};
inline constexpr Sentence mapping_names{"un nom de champ, ou une liste de noms",
                                        "a name of a field, or a list of them"};
inline constexpr Sentence mapping_when{"un ou deux champs avec leurs valeurs",
                                       "one or two fields with their values"};
inline constexpr Sentence mapping_fewer{"moins de {0} éléments", "fewer than {0} of them"};

}  // namespace digue::read::sentences
