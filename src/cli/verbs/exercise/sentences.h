// What `digue exercise` says.
#pragma once
#include "base/sentence.h"

namespace digue::cli::verbs::sentences {

inline constexpr Sentence exercise_summary{
    "fabrique des pièces d’exercice, avec leur solution : formation, démonstration, essais",
    "makes evidence for an exercise, with its solution: training, demonstration, tests"};
inline constexpr Sentence exercise_list_summary{"dit quels exercices existent",
                                                "says which exercises there are"};
inline constexpr Sentence exercise_make_summary{"écrit un exercice dans un dossier",
                                                "writes an exercise into a folder"};
inline constexpr Sentence option_exercise_name{"nom de l’exercice", "name of the exercise"};
inline constexpr Sentence option_seed{
    "numéro de la variante : le même numéro donne les mêmes octets (1)",
    "number of the variant: the same number gives the same bytes (1)"};
inline constexpr Sentence option_out{"dossier à remplir, vide ou fait par un exercice précédent",
                                     "folder to fill, empty or made by an earlier exercise"};
inline constexpr Sentence option_rows{"nombre approximatif de lignes du journal d’audit",
                                      "about how many rows the audit log shall have"};
inline constexpr Sentence option_single{
    "un seul format du journal et des connexions (pour les mesures)",
    "one format only of the log and of the sign-ins (for measurements)"};
inline constexpr Sentence exercise_made{
    "Exercice écrit dans {0} : {1} {1|ligne d’audit|lignes d’audit}, {2} {2|connexion|connexions}, "
    "{3} {3|message tracé|messages tracés}. Lisez STORY.fr.md ; truth.json est la solution.",
    "Exercise written into {0}: {1} {1|audit row|audit rows}, {2} {2|sign-in|sign-ins}, {3} "
    "{3|traced message|traced messages}. Read STORY.en.md; truth.json is the solution."};
inline constexpr Sentence exercise_of_network_made{
    "Exercice écrit dans {0} : {1} événements Windows et lignes de journaux. Lisez STORY.fr.md ; "
    "truth.json est la solution.",
    "Exercise written into {0}: {1} Windows events and lines of logs. Read STORY.en.md; truth.json "
    "is the solution."};

}  // namespace digue::cli::verbs::sentences
