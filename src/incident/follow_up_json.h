// What stands beside the plan, as JSON Lines (docs/command-line.md).
#pragma once
#include <string>

#include "incident/alerts.h"
#include "incident/follow_up.h"

namespace digue::incident {

std::string call_json(const sheet::Directory& directory, const sheet::Profile& profile,
                      const Call& call, Language language);
std::string clock_json(const ProposedClock& clock, Language language);
std::string temporary_json(const TemporaryMeasure& measure, Language language);
std::string proof_json(const EffectProof& proof, Language language);
std::string conclusion_json(const Conclusion& conclusion, Language language);

}  // namespace digue::incident
