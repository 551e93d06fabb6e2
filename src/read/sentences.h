// What the readers say of damaged or doubtful evidence.
#pragma once
#include "base/sentence.h"

namespace digue::read::sentences {

inline constexpr Sentence quote_never_closes{"guillemet ouvert et jamais refermé",
                                             "a quote opens and never closes"};
inline constexpr Sentence record_too_long{"enregistrement de plus de {0} octets",
                                          "a record of more than {0} bytes"};
inline constexpr Sentence too_many_columns{"ligne de {0} colonnes, plus que la limite de {1}",
                                           "a row of {0} columns, over the limit of {1}"};
inline constexpr Sentence columns_differ{"ligne de {0} colonnes au lieu de {1}",
                                         "a row of {0} columns instead of {1}"};
inline constexpr Sentence cut_short{
    "fin du fichier au milieu d’un enregistrement : fichier tronqué",
    "the file ends within a record: it is cut short"};
inline constexpr Sentence object_never_closes{"objet JSON ouvert et jamais refermé",
                                              "a JSON object opens and never closes"};
inline constexpr Sentence between_records{"texte illisible entre deux enregistrements",
                                          "unreadable text between records"};
inline constexpr Sentence json_broken{"JSON illisible ({0})", "unreadable JSON ({0})"};
inline constexpr Sentence not_an_object{"ce n’est pas un objet JSON", "not a JSON object"};
inline constexpr Sentence nothing_usable{"ni opération, ni date, ni compte : rien d’exploitable",
                                         "no operation, no date, no account: nothing usable"};
inline constexpr Sentence kept_from_columns{
    "{0} {0|ligne dont AuditData est vide ou illisible est gardée d’après ses|lignes dont "
    "AuditData est vide ou illisible sont gardées d’après leurs} colonnes seules.",
    "{0} {0|row whose AuditData is empty or unreadable is kept from its|rows whose AuditData is "
    "empty or unreadable are kept from their} columns alone."};
inline constexpr Sentence undecided_dates{
    "{0} {0|date|dates} comme « {1} » {0|reste|restent} sans heure : rien dans le fichier ne dit "
    "si le jour ou le mois vient en premier. Indiquez-le et relancez l’analyse.",
    "{0} {0|date|dates} such as “{1}” {0|stays|stay} without a time: nothing in the file says "
    "whether the day or the month comes first. Say which and run the analysis again."};
inline constexpr Sentence unreadable_dates{
    "{0} {0|date illisible|dates illisibles}, par exemple « {1} ».",
    "{0} {0|unreadable date|unreadable dates}, such as “{1}”."};
inline constexpr Sentence year_deduced{
    "{0} {0|date|dates} sans année : l’année ({1}) est déduite de la date du fichier ({2}) et de "
    "l’ordre des lignes. Si le fichier a plus d’un an, elle est fausse.",
    "{0} {0|date|dates} without a year: the year ({1}) is deduced from the date of the file ({2}) "
    "and the order of the lines. If the file is more than a year old, it is wrong."};
inline constexpr Sentence year_unknown{
    "{0} {0|date sans année reste|dates sans année restent} sans heure : la date du fichier est "
    "inconnue.",
    "{0} {0|date without a year stays|dates without a year stay} without a time: the date of the "
    "file is unknown."};
inline constexpr Sentence zone_told{
    "{0} {0|date sans fuseau est lue|dates sans fuseau sont lues} dans celui qui a été indiqué : "
    "{1}.",
    "{0} {0|date without a zone is|dates without a zone are} read in the one that was told: {1}."};
inline constexpr Sentence zone_assumed{
    "{0} {0|date sans fuseau est lue|dates sans fuseau sont lues} dans celui de l’organisation : "
    "{1}. Si c’en est un autre, indiquez-le (--zone).",
    "{0} {0|date without a zone is|dates without a zone are} read in the organisation’s: {1}. If "
    "it is another, tell it (--zone)."};
inline constexpr Sentence zone_unknown{
    "{0} {0|date sans fuseau est gardée telle quelle : indiquez son fuseau (--zone) pour qu’elle "
    "serve|dates sans fuseau sont gardées telles quelles : indiquez leur fuseau (--zone) pour "
    "qu’elles servent}.",
    "{0} {0|date without a zone is kept as it is: tell its zone (--zone) for it to serve|dates "
    "without a zone are kept as they are: tell their zone (--zone) for them to serve}."};
inline constexpr Sentence no_temporary{
    "Impossible de créer un fichier temporaire dans {0} : {1}. Libérez de la place ou choisissez "
    "un autre dossier (TMPDIR).",
    "Cannot make a temporary file in {0}: {1}. Free some space or choose another folder (TMPDIR)."};
inline constexpr Sentence other_line{"ligne d’un autre format que {0}",
                                     "a line of another format than {0}"};

}  // namespace digue::read::sentences
