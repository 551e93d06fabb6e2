// The numbers under which others know the incident, to stand in every document: who reads a paper
// can call and be found at once (coverage: sheets 001 to 004, "numéro de dossier").
#pragma once
#include "base/sentence.h"
#include "incident/state.h"

namespace digue::incident {

// "CERT Santé: 2026-114"
Message case_number_line(const CaseNumber& given);
// "Case numbers: CERT Santé: 2026-114 · CNIL: DPO-33"; empty when there is none.  Pure.
Message case_numbers_line(const State& state);

}  // namespace digue::incident
