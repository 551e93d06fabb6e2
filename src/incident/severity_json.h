// How severe the incident is held to be, with its reasons, as one line of JSON
// (docs/command-line.md).
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "incident/qualification.h"
#include "incident/reach.h"

namespace digue::incident {

// What the organisation's register says; nothing proposed of what is known already.
struct JoinedRegister {
  Reach reach;
  std::vector<RegisterProposal> proposals;
};
// The hosts of the perimeter, suspected ones too, looked up in the register, which must outlive it.
JoinedRegister join_register(const organisation::Register& registry,
                             const sheet::SeverityTable& table, const State& state,
                             const Qualification& qualification);

// The severity at a moment.  What it refers to must outlive it.
struct QualificationView {
  const sheet::Library& library;
  const State& state;
  const Qualification& qualification;
  Instant now;
  const JoinedRegister* joined = nullptr;  // when there is a register

  const sheet::SeverityTable& table() const { return library.severity; }
  // Nothing when no round with a time box is under way; below zero when it is over time.
  std::optional<std::int64_t> minutes_left() const;
};

// Until when the degraded mode of an activity holds, counted from when the host that it depends on
// was put in the perimeter; unknown when the register does not say how long.
Instant degraded_until(const State& state, const HitActivity& hit);

std::string severity_json(const QualificationView& view, Language language);

}  // namespace digue::incident
