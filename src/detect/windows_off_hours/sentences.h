// What the rule of administrators at unusual hours says.
#pragma once
#include "base/sentence.h"

namespace digue::detect::sentences {

inline constexpr Sentence administrator_off_hours{
    "{0} a ouvert des sessions d’administrateur hors des heures de travail ({1}).",
    "{0} opened an administrator’s sessions outside of working hours ({1})."};
inline constexpr Sentence hours_told{"Heures de travail : celles de l’organisation.",
                                     "Working hours: the organisation’s."};
inline constexpr Sentence hours_assumed{
    "Heures de travail non données : du lundi au vendredi, de 7 h à 20 h, sont supposées.",
    "Working hours not given: Monday to Friday, from 7:00 to 20:00, is assumed."};
inline constexpr Sentence off_hours_session{"{0}, sur {1}, {2}", "{0}, on {1}, {2}"};
inline constexpr Sentence off_hours_session_from{"{0}, sur {1}, depuis {3}, {2}",
                                                 "{0}, on {1}, from {3}, {2}"};
inline constexpr Sentence why_holiday{"jour férié", "a public holiday"};
inline constexpr Sentence why_day{"jour non travaillé", "a day that is not worked"};
inline constexpr Sentence why_hour{"la nuit", "at night"};
inline constexpr Sentence off_hours_hosts{"En une nuit ou un jour, sur {0} {0|machine|machines}.",
                                          "In one night or day, on {0} {0|host|hosts}."};
inline constexpr Sentence off_hours_more{"et {0} {0|autre session|autres sessions}",
                                         "and {0} {0|other session|other sessions}"};

}  // namespace digue::detect::sentences
