// What the command line says by itself; each verb has its own beside it.
#pragma once
#include "base/sentence.h"

namespace digue::cli::sentences {

inline constexpr Sentence program_summary{
    "Digue : réponse à incident, guidée par les fiches réflexes. Aucun réseau n’est utilisé.",
    "Digue: incident response led by the French reflex sheets. No network is used."};
inline constexpr Sentence option_language{"langue : fr ou en (sinon, celle du système)",
                                          "language: fr or en (else the system’s)"};
inline constexpr Sentence option_json{"JSON Lines sur la sortie standard",
                                      "JSON Lines on standard output"};
inline constexpr Sentence option_help{"affiche cette aide", "shows this help"};
inline constexpr Sentence option_version{"affiche la version", "shows the version"};
inline constexpr Sentence label_usage{"Usage", "Usage"};
inline constexpr Sentence label_options{"Options", "Options"};
inline constexpr Sentence label_positionals{"Arguments", "Arguments"};
inline constexpr Sentence label_subcommands{"Verbes", "Verbs"};
inline constexpr Sentence label_verb{"VERBE", "VERB"};
inline constexpr Sentence label_required{"OBLIGATOIRE", "REQUIRED"};

inline constexpr Sentence usage_unknown{"En trop : {0}. « {1} --help » montre ce qui est possible.",
                                        "One too many: {0}. “{1} --help” shows what is possible."};
inline constexpr Sentence usage_unknown_option{
    "Option inconnue : {0}. « {1} --help » montre celles qui existent.",
    "Unknown option: {0}. “{1} --help” shows those that there are."};
inline constexpr Sentence usage_option_near{
    "Option inconnue : {0}. La plus proche est {1} ; « {2} --help » les montre toutes.",
    "Unknown option: {0}. The nearest is {1}; “{2} --help” shows them all."};
inline constexpr Sentence usage_unknown_verb{
    "Verbe inconnu : {0}. « {1} --help » montre ceux qui existent.",
    "Unknown verb: {0}. “{1} --help” shows those that there are."};
inline constexpr Sentence usage_verb_near{
    "Verbe inconnu : {0}. Le plus proche est {1} ; « {2} --help » les montre tous.",
    "Unknown verb: {0}. The nearest is {1}; “{2} --help” shows them all."};
inline constexpr Sentence usage_no_value{"{0} attend une valeur. « {1} --help » montre laquelle.",
                                         "{0} wants a value. “{1} --help” shows which."};
inline constexpr Sentence usage_twice{
    "{0} est donné {1} fois, une seule est possible. « {2} --help » montre ce qui est attendu.",
    "{0} is given {1} times, once is possible. “{2} --help” shows what is expected."};
inline constexpr Sentence usage_choice{
    "« {0} » ne convient pas à {1}, qui peut être : {2}. « {3} --help » montre ce qui est attendu.",
    "“{0}” does not fit {1}, which can be: {2}. “{3} --help” shows what is expected."};
inline constexpr Sentence usage_not_taken{
    "« {0} » ne convient pas à {1}. « {2} --help » montre ce qui est attendu.",
    "“{0}” does not fit {1}. “{2} --help” shows what is expected."};
inline constexpr Sentence usage_needs{
    "{0} ne va pas sans {1}. « {2} --help » montre ce qui est attendu.",
    "{0} does not go without {1}. “{2} --help” shows what is expected."};
inline constexpr Sentence usage_no_verb{"« {0} » attend un de ces mots : {1}.",
                                        "“{0}” wants one of these words: {1}."};
inline constexpr Sentence usage_required{"Il manque {0}. « {1} --help » montre ce qui est attendu.",
                                         "{0} is missing. “{1} --help” shows what is expected."};
inline constexpr Sentence usage_value{
    "La valeur donnée ne convient pas : {0}. « {1} --help » montre ce qui est attendu.",
    "The value given does not fit: {0}. “{1} --help” shows what is expected."};
inline constexpr Sentence unexpected{
    "Une erreur imprévue s’est produite : {0}. Rien de ce qui était enregistré n’est perdu. "
    "Signalez-la avec la commande que vous aviez tapée.",
    "Something unforeseen happened: {0}. Nothing that was recorded is lost. Report it with the "
    "command that you typed."};

}  // namespace digue::cli::sentences
