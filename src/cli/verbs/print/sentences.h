// What `digue print` says.
#pragma once
#include "base/sentence.h"

namespace digue::cli::verbs::sentences {

inline constexpr Sentence print_summary{"imprime les fiches : un kit papier, en PDF",
                                        "prints the sheets: a kit on paper, as PDF"};
inline constexpr Sentence print_sheets{
    "fiches à imprimer (toutes ; avec --incident, celles qui servent)",
    "sheets to print (all; with --incident, those in use)"};
inline constexpr Sentence print_folder{"dossier de fiches, à la place de celles du programme",
                                       "folder of sheets, in place of those of the program"};
inline constexpr Sentence print_out{"fichier à écrire, .pdf", "file to write, .pdf"};
inline constexpr Sentence print_marking{
    "diffusion : TLP:RED, TLP:AMBER+STRICT, TLP:AMBER, TLP:GREEN ou TLP:CLEAR (avec un incident, "
    "TLP:AMBER)",
    "sharing: TLP:RED, TLP:AMBER+STRICT, TLP:AMBER, TLP:GREEN or TLP:CLEAR (with an incident, "
    "TLP:AMBER)"};
inline constexpr Sentence print_bad_marking{
    "« {0} » n’est pas un marquage. Écrivez TLP:RED, TLP:AMBER+STRICT, TLP:AMBER, TLP:GREEN ou "
    "TLP:CLEAR.",
    "“{0}” is no marking. Write TLP:RED, TLP:AMBER+STRICT, TLP:AMBER, TLP:GREEN or TLP:CLEAR."};
inline constexpr Sentence print_bad_ending{"{0} : l’extension doit être .pdf.",
                                           "{0}: the ending must be .pdf."};
inline constexpr Sentence print_written{"Kit écrit : {0}", "Kit written: {0}"};

}  // namespace digue::cli::verbs::sentences
