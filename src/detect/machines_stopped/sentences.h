// What the rule of virtual machines stopped together says.
#pragma once
#include "base/sentence.h"

namespace digue::detect::sentences {

inline constexpr Sentence machines_stopped{
    "{0} {0|machine virtuelle a été arrêtée|machines virtuelles ont été arrêtées} en {1} "
    "{1|minute|minutes}.",
    "{0} {0|virtual machine was|virtual machines were} stopped within {1} {1|minute|minutes}."};
inline constexpr Sentence machines_stopped_share{
    "Ce sont {0} des {1} {1|machine|machines} que ces journaux nomment.",
    "They are {0} of the {1} {1|machine|machines} that these logs name."};
inline constexpr Sentence machines_stopped_by{"Arrêtées par {0}.", "Stopped by {0}."};
inline constexpr Sentence machines_not_restarted{
    "{0} d’entre elles n’ont pas redémarré dans l’heure.",
    "{0} of them did not start again within the hour."};
inline constexpr Sentence machines_killed{"Des commandes les tuent sur l’hyperviseur même : {0}",
                                          "Commands kill them on the hypervisor itself: {0}"};

}  // namespace digue::detect::sentences
