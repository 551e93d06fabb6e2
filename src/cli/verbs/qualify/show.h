// The severity of an incident: for a person at a terminal, or as one line of JSON.
#pragma once
#include <string>

#include "cli/verb.h"
#include "incident/follow_up.h"
#include "incident/qualification.h"
#include "incident/reach.h"

namespace digue::cli::verbs::qualifying {

// What the organisation's register says; nothing proposed of what is known already.
struct Joined {
  incident::Reach reach;
  std::vector<incident::RegisterProposal> proposals;
};

struct View {
  const sheet::Library& library;
  const incident::State& state;
  const incident::Qualification& qualification;
  std::string file;  // the incident's, for the commands
  Instant now;
  std::vector<incident::Conclusion> conclusions;  // of the sheets in play
  const Joined* joined = nullptr;                 // when there is a register

  const sheet::SeverityTable& table() const { return library.severity; }
  // Nothing when no round with a time box is under way; below zero when it is over time.
  std::optional<std::int64_t> minutes_left() const;
};

// Until when the degraded mode of an activity holds, counted from when the host that it depends on
// was put in the perimeter; unknown when the register does not say how long.
Instant degraded_until(const incident::State& state, const incident::HitActivity& hit);

void show(Session& session, const View& view);
std::string severity_json(const View& view, Language language);

}  // namespace digue::cli::verbs::qualifying
