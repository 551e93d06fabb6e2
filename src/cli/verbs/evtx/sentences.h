// What `digue evtx` says.
#pragma once
#include "base/sentence.h"

namespace digue::cli::verbs::sentences {

inline constexpr Sentence evtx_summary{
    "les journaux d’événements Windows (.evtx), en JSON Lines ou en XML",
    "Windows event logs (.evtx), as JSON Lines or XML"};
inline constexpr Sentence option_evtx_paths{"journaux, ou dossiers de journaux",
                                            "logs, or folders of logs"};
inline constexpr Sentence option_evtx_xml{"en XML, tel que Windows l’affiche",
                                          "as XML, the way Windows shows it"};
inline constexpr Sentence option_evtx_only{
    "de « system » et de « data », seulement la valeur de ce nom ; à répéter",
    "of “system” and “data”, only the value of that name; repeat it"};

}  // namespace digue::cli::verbs::sentences
