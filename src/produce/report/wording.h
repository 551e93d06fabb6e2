// How the report writes dates, numbers, severities and states in each language.  Pure functions.
#pragma once
#include <cstdint>
#include <string>

#include "base/sentence.h"
#include "base/time.h"
#include "finding/finding.h"
#include "produce/report/document.h"
#include "produce/report/report.h"

namespace digue::produce::report {

// "8 mars 2026 à 03:11:07 (UTC+01:00)", "8 March 2026, 03:11:07 (UTC+01:00)"; "date inconnue".
std::string long_time(Instant instant, const Zone& zone, Language language);
// "2026-03-08 03:11:07 +01:00": for tables; "" when unknown.
std::string table_time(Instant instant, const Zone& zone);
// "48 112", "48,112"
std::string number_text(std::uint64_t number, Language language);
Span severity_badge(finding::Severity severity, Language language);
Span value_badge(finding::Value value, Language language);
Span state_badge(StepState state, Language language);
// French sets no-break spaces before : ; ? ! » and after «; English text is left as it is.
std::string typeset(std::string_view text, Language language);

}  // namespace digue::produce::report
