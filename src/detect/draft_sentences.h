// What several detectors say.
#pragma once
#include "base/sentence.h"

namespace digue::detect::sentences {

inline constexpr Sentence tied_proven{
    "Fait depuis une session, une adresse ou un appareil tenu pour celui de l’intrus.",
    "Done from a session, an address or a device held to be the intruder’s."};
inline constexpr Sentence tied_probable{
    "Probable : rien d’autre ne le relie à l’intrus que le compte et le moment, ou un indice "
    "partagé.",
    "Probable: only the account and the time, or a shared sign, tie it to the intruder."};
inline constexpr Sentence domains_guessed{
    "Vos domaines n’ont pas été donnés : ils sont devinés d’après les comptes ({0}).",
    "Your domains were not given: they are guessed from the accounts ({0})."};
inline constexpr Sentence and_more{"… et {0} {0|autre|autres}.", "… and {0} more."};
inline constexpr Sentence state_without_date{
    "Vu dans l’état exporté, qui ne dit ni quand ni par qui.",
    "Seen in the exported state, which tells neither when nor by whom."};

}  // namespace digue::detect::sentences
