// What the reader says of a Windows event log.
#pragma once
#include "base/sentence.h"

namespace digue::read::evtx::sentences {

inline constexpr Sentence cannot_read{"illisible à cet endroit : {0}", "cannot be read here: {0}"};
inline constexpr Sentence bad_header{
    "L’en-tête du journal est absent ou faux ; ses enregistrements sont lus quand même.",
    "The header of the log is missing or wrong; its records are read all the same."};
inline constexpr Sentence missing_chunks{
    "Il manque {0} {0|bloc|blocs} sur ceux que l’en-tête compte : le journal a été coupé.",
    "{0} of the chunks that the header counts {0|is|are} missing: the log was cut."};
inline constexpr Sentence bad_checksums{
    "Sommes de contrôle fausses : {0} {0|en-tête|en-têtes} de bloc et les enregistrements de {1} "
    "{1|bloc|blocs}, sur {2} {2|bloc|blocs}. Le journal était en usage, est abîmé, ou a été "
    "modifié.",
    "Wrong checksums: the {0|header|headers} of {0} {0|chunk|chunks} and the records of {1} "
    "{1|chunk|chunks}, out of {2}. The log was in use, is damaged, or was altered."};
inline constexpr Sentence recovered{
    "{0} {0|enregistrement est récupéré|enregistrements sont récupérés} hors de ce que le journal "
    "dit contenir : plus {0|ancien, ou effacé|anciens, ou effacés}.",
    "{0} {0|record was|records were} recovered outside of what the log says to hold: {0|an older "
    "one, or erased|older ones, or erased}."};
inline constexpr Sentence remains{
    "{0} {0|reste d’enregistrement était trop recouvert pour être lu|restes d’enregistrements "
    "étaient trop recouverts pour être lus}.",
    "{0} {0|remnant of a record had too much written over it|remains of records had too much "
    "written over them} to be read."};

}  // namespace digue::read::evtx::sentences
