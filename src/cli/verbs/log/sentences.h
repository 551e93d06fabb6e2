// What `digue log` says.
#pragma once
#include "base/sentence.h"

namespace digue::cli::verbs::log::sentences {

inline constexpr Sentence option_text{"texte de la ligne ; - le lit sur l’entrée standard",
                                      "text of the line; - reads it from standard input"};
inline constexpr Sentence option_at{
    "quand cela s’est passé : « 03:11 », « hier 22:40 », « 2026-03-08 », RFC 3339 ; dans le fuseau "
    "de l’incident (sinon, maintenant)",
    "when it happened: “03:11”, “yesterday 22:40”, “2026-03-08”, RFC 3339; in the incident’s zone "
    "(else now)"};
inline constexpr Sentence option_paper{"numéro de la feuille de papier recopiée (avec --at)",
                                       "number of the sheet of paper that is copied (with --at)"};
inline constexpr Sentence option_paper_line{"numéro de la ligne sur cette feuille",
                                            "number of the line on that sheet"};
inline constexpr Sentence option_written_by{"qui a écrit cette ligne sur le papier",
                                            "who wrote that line on paper"};
inline constexpr Sentence option_late{"pourquoi c’est noté si tard",
                                      "why it is written down so late"};
inline constexpr Sentence option_again{"ajoute même une ligne de papier déjà recopiée",
                                       "adds even a line of paper that is there already"};
inline constexpr Sentence option_no_indicators{"ne garde rien de ce qui est reconnu dans le texte",
                                               "keeps nothing of what is recognised in the text"};
inline constexpr Sentence option_observe{
    "met aussi sous surveillance les indicateurs reconnus (jamais les vôtres)",
    "also puts the indicators recognised under observation (never your own)"};
inline constexpr Sentence option_organisation{
    "réglages de l’organisation : ce qui est à vous n’est pas un indicateur",
    "settings of the organisation: what is yours is no indicator"};
inline constexpr Sentence from_entry{"Relevé dans la ligne : {0}", "Noted in the line: {0}"};

}  // namespace digue::cli::verbs::log::sentences
