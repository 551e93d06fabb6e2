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

inline constexpr Sentence usage_unknown{
    "Argument inconnu ({0}). « {1} --help » montre ce qui est possible.",
    "Unknown argument ({0}). “{1} --help” shows what is possible."};
inline constexpr Sentence usage_required{
    "Il manque quelque chose : {0}. « {1} --help » montre ce qui est attendu.",
    "Something is missing: {0}. “{1} --help” shows what is expected."};
inline constexpr Sentence usage_value{
    "La valeur donnée ne convient pas : {0}. « {1} --help » montre ce qui est attendu.",
    "The value given does not fit: {0}. “{1} --help” shows what is expected."};
inline constexpr Sentence unexpected{
    "Une erreur imprévue s’est produite : {0}. Rien de ce qui était enregistré n’est perdu. "
    "Signalez-la avec la commande que vous aviez tapée.",
    "Something unforeseen happened: {0}. Nothing that was recorded is lost. Report it with the "
    "command that you typed."};

}  // namespace digue::cli::sentences
