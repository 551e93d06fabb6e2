// What `digue report` says.
#pragma once
#include "base/sentence.h"

namespace digue::cli::verbs::sentences {

inline constexpr Sentence report_summary{"écrit le rapport à remettre",
                                         "writes the report to hand over"};
inline constexpr Sentence report_out{
    "fichier à écrire, .html ou .pdf (répétable ; digue-report.html sinon)",
    "file to write, .html or .pdf (may be repeated; digue-report.html if not said)"};
inline constexpr Sentence report_nothing_given{
    "De quoi partir ? Donnez un incident avec --incident, ou des preuves à analyser.",
    "What to start from? Give an incident with --incident, or evidence to analyse."};
inline constexpr Sentence report_bad_ending{"{0} : l’extension doit être .html ou .pdf.",
                                            "{0}: the ending must be .html or .pdf."};
inline constexpr Sentence report_written{"Rapport écrit : {0}", "Report written: {0}"};

}  // namespace digue::cli::verbs::sentences
