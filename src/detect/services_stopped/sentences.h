// What the rule of services stopped together says.
#pragma once
#include "base/sentence.h"

namespace digue::detect::sentences {

inline constexpr Sentence services_stopped{
    "{0} {0|service a été arrêté|services ont été arrêtés} ensemble sur {1}.",
    "{0} {0|service was|services were} stopped together on {1}."};
inline constexpr Sentence services_stopped_hosts{
    "{0} {0|service a été arrêté|services ont été arrêtés} ensemble sur {1} {1|machine|machines}.",
    "{0} {0|service was|services were} stopped together on {1} {1|host|hosts}."};
inline constexpr Sentence services_guards{
    "Parmi eux, des services de sauvegarde, de protection ou de données : {0}",
    "Among them, services that back up, protect or hold data: {0}"};
inline constexpr Sentence services_named{"Services : {0}", "Services: {0}"};
inline constexpr Sentence services_by_commands{"Par des commandes : {0}", "By commands: {0}"};
inline constexpr Sentence services_no_shutdown{
    "Aucun arrêt de la machine n’est écrit autour de ce moment.",
    "No shutdown of the machine is logged around that moment."};

}  // namespace digue::detect::sentences
