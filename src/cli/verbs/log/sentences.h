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
inline constexpr Sentence option_words{
    "mots cherchés : tous, sans casse ni accents, dans l’une des deux langues",
    "words to look for: all of them, without case nor accents, in either language"};
inline constexpr Sentence option_kind{"seulement ce genre de ligne, comme note ou answer-given",
                                      "only that kind of line, such as note or answer-given"};
inline constexpr Sentence option_by{"seulement ce que cette personne a écrit",
                                    "only what that person wrote"};
inline constexpr Sentence option_papers{
    "seulement ce qui est recopié de cette feuille (* : de n’importe laquelle)",
    "only what was copied from that sheet of paper (*: any)"};
inline constexpr Sentence option_since{"à partir de quand (comme --at de log add)",
                                       "from when on (as --at of log add)"};
inline constexpr Sentence option_until{"jusqu’à quand, compris", "until when, inclusive"};
inline constexpr Sentence no_such_kind{"« {0} » n’est pas un genre de ligne. Genres : {1}.",
                                       "“{0}” is not a kind of line. Kinds: {1}."};
inline constexpr Sentence left_out{
    "{0} {0|ligne trouvée|lignes trouvées}, {1} {1|laissée|laissées} de côté.",
    "{0} {0|line found|lines found}, {1} left out."};
inline constexpr Sentence printed{
    "Main courante écrite : {0} ({1} {1|ligne|lignes}, {2} {2|laissée|laissées} de côté).",
    "Logbook written: {0} ({1} {1|line|lines}, {2} left out)."};
inline constexpr Sentence option_other{"fichier de l’incident de l’autre machine",
                                       "file of the incident of the other machine"};
inline constexpr Sentence option_look{"dit ce qui serait repris, sans rien écrire",
                                      "says what would be taken in, and writes nothing"};
inline constexpr Sentence same_file{
    "{0} est le même fichier que --incident : donnez celui de l’autre machine.",
    "{0} is the same file as --incident: give that of the other machine."};
inline constexpr Sentence other_broken{
    "L’autre main courante ne se vérifie pas ({0} {0|problème|problèmes}) : rien n’est repris. "
    "Demandez une copie saine ; « digue log verify --incident {1} » dit ce qui manque.",
    "The other logbook does not verify ({0} {0|problem|problems}): nothing is taken in. Ask for a "
    "sound copy; “digue log verify --incident {1}” says what is wrong."};
inline constexpr Sentence merge_counts{
    "Incident {0} : {1} {1|ligne|lignes}, dont {2} {2|commune|communes} et {3} déjà "
    "{3|reprise|reprises}. À prendre : {4}, dont {5} à lire seulement.",
    "Incident {0}: {1} {1|line|lines}, of which {2} in common and {3} taken in already. To take: "
    "{4}, of which {5} only to be read."};
inline constexpr Sentence merge_conflict{
    "DÉSACCORD sur {0} : là-bas « {1} » (n° {2}), ici « {3} » (n° {4}). Ce qui est ici reste ; "
    "décidez, et écrivez-le.",
    "CONFLICT on {0}: there “{1}” (no. {2}), here “{3}” (no. {4}). What is here stays; decide, and "
    "write it."};
inline constexpr Sentence merge_ahead{
    "{0} {0|ligne est datée|lignes sont datées} après l’heure de cette machine : l’une des deux "
    "horloges est fausse.",
    "{0} {0|line is|lines are} dated after this machine’s time: one of the two clocks is wrong."};
inline constexpr Sentence merge_copied{
    "{0} {0|pièce copiée de là-bas, et relue|pièces copiées de là-bas, et relues}.",
    "{0} {0|piece|pieces} of evidence copied from there, and read back."};
inline constexpr Sentence merge_evidence{
    "{0} {0|pièce n’est|pièces ne sont} que là-bas. Copiez le dossier « .evidence » à côté de "
    "l’autre fichier, ou {0|prenez-la|prenez-les} par « digue evidence add ».",
    "{0} {0|piece of evidence is|pieces of evidence are} only there. Copy the “.evidence” folder "
    "beside the other file, or take {0|it|them} with “digue evidence add”."};
inline constexpr Sentence merge_nothing{"Rien de nouveau : rien n’est écrit.",
                                        "Nothing new: nothing is written."};
inline constexpr Sentence merge_done{"Repris : entrées n° {0} à {1}.",
                                     "Taken in: entries no. {0} to {1}."};
inline constexpr Sentence from_entry{"Relevé dans la ligne : {0}", "Noted in the line: {0}"};

}  // namespace digue::cli::verbs::log::sentences
