// What `digue organisation` says.
#pragma once
#include "base/sentence.h"

namespace digue::cli::verbs::organisation_sentences {

inline constexpr Sentence summary{
    "les réglages de l’organisation : vérifier avant d’en avoir besoin",
    "the organisation’s settings: check before they are needed"};
inline constexpr Sentence check{"lit le fichier et ses tables, et dit ce qui est à corriger",
                                "reads the file and its tables, and says what to correct"};
inline constexpr Sentence option_file{"fichier de l’organisation", "file of the organisation"};
inline constexpr Sentence heading{"{0}", "{0}"};
inline constexpr Sentence nameless{"Organisation sans nom", "Organisation with no name"};
inline constexpr Sentence counts{
    "Activités : {0}, dont vitales : {1}. Systèmes et machines : {2}. Interconnexions : {3}.",
    "Activities: {0}, vital ones: {1}. Systems and machines: {2}. Interconnections: {3}."};
inline constexpr Sentence missing{
    "Activités vitales dont on ne sait pas combien de temps tient le mode dégradé : {0}.",
    "Vital activities for which it is not known how long the degraded mode holds: {0}."};
inline constexpr Sentence no_systems{"Activités vitales sans système connu : {0}.",
                                     "Vital activities with no known system: {0}."};
inline constexpr Sentence no_register{
    "Pas de registre. docs/organisation.md dit comment le préparer.",
    "No register. docs/organisation.md says how to prepare one."};
inline constexpr Sentence fine{"Rien à corriger.", "Nothing to correct."};

}  // namespace digue::cli::verbs::organisation_sentences
