// What stands beside the plan, as JSON Lines (docs/command-line.md).
#pragma once
#include <string>

#include "incident/alerts.h"
#include "incident/follow_up.h"

namespace digue::cli::casework {

std::string call_json(const sheet::Directory& directory, const incident::Call& call,
                      Language language);
std::string clock_json(const incident::ProposedClock& clock, Language language);
std::string temporary_json(const incident::TemporaryMeasure& measure, Language language);
std::string proof_json(const incident::EffectProof& proof, Language language);
std::string conclusion_json(const incident::Conclusion& conclusion, Language language);

}  // namespace digue::cli::casework
