// What the printed logbook says.
#pragma once
#include "base/sentence.h"

namespace digue::produce::print::sentences {

inline constexpr Sentence log_title{"Main courante", "Logbook"};
inline constexpr Sentence log_incident{"Incident {0} : {1}", "Incident {0}: {1}"};
inline constexpr Sentence log_printed{"Imprimé le {0} par {1}. Heures du fuseau {2}.",
                                      "Printed {0} by {1}. Times of the zone {2}."};
inline constexpr Sentence log_whole{"Toute la main courante : {0} {0|ligne|lignes}.",
                                    "The whole logbook: {0} {0|line|lines}."};
inline constexpr Sentence log_extract{
    "EXTRAIT : {0} {0|ligne|lignes} sur {1}. Les autres ne sont pas imprimées. Demandé : {2}",
    "EXTRACT: {0} {0|line|lines} of {1}. The others are not printed. Asked for: {2}"};
inline constexpr Sentence log_root{"Racine de la chaîne ({0} {0|entrée|entrées}) : {1}",
                                   "Root of the chain ({0} {0|entry|entries}): {1}"};
inline constexpr Sentence log_none{"Aucune ligne ne répond à ce qui est demandé.",
                                   "No line matches what was asked for."};
inline constexpr Sentence log_column_number{"N°", "No."};
inline constexpr Sentence log_column_when{"Quand", "When"};
inline constexpr Sentence log_column_who{"Qui", "Who"};
inline constexpr Sentence log_column_what{"Quoi", "What"};
inline constexpr Sentence log_column_hash{"Empreinte", "Hash"};
inline constexpr Sentence log_continued{"{0} (suite)", "{0} (cont.)"};
inline constexpr Sentence log_replaced{"Ne compte plus : remplacée par le n° {0}.",
                                       "Counts no more: replaced by no. {0}."};
inline constexpr Sentence log_proof{"Ce qui prouve que rien n’a changé",
                                    "What proves that nothing was changed"};
inline constexpr Sentence log_proof_how{
    "Gardez cette page hors du système. « digue log verify --checkpoint FICHIER », avec le texte "
    "ci-dessous (le code le porte aussi) dans FICHIER, dit si la main courante est encore "
    "celle-ci.",
    "Keep this page outside the system. “digue log verify --checkpoint FILE”, with the text below "
    "(the code has it too) in FILE, says whether the logbook is still this one."};
inline constexpr Sentence log_proof_code{"Code : le même texte, à lire avec un téléphone.",
                                         "Code: the same text, to read with a telephone."};

}  // namespace digue::produce::print::sentences
