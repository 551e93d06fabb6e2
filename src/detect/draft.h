// Building a finding out of events: the same way of citing evidence for every detector.
#pragma once
#include <cstdint>
#include <span>
#include <string_view>

#include "detect/detector.h"
#include "detect/scene.h"
#include "finding/finding.h"

namespace digue::detect {

// Rows cited by one finding at most; what lies beyond is counted in `why`, not listed.
inline constexpr std::size_t evidence_cap = 200;

// A finding of that rule, with its id and the items the rule speaks to.
finding::Finding begin_finding(const Detector& detector, std::string_view identity);

// The event is evidence of the finding: its row, its time, its accounts and its address.
void cite(finding::Finding& finding, const Scene& scene, const event::Event& event);

// Cites each event; quick for many that say the same of who and where.
void cite_all(finding::Finding& finding, const Scene& scene,
              std::span<const std::uint32_t> indexes);
// The same, and tells who did it and when in `why`; the first act_lines_cap are told.
void cite_acts(finding::Finding& finding, const Scene& scene,
               std::span<const std::uint32_t> indexes);
inline constexpr std::size_t act_lines_cap = 12;

// Whoever did this event did what the finding tells: its session, token and address become pivots.
void pivot_on(finding::Finding& finding, const Scene& scene, const event::Event& event,
              finding::Pivot::Certainty certainty);
// The same, and it is malicious in itself: its account and time become an act.
void follow(finding::Finding& finding, const Scene& scene, const event::Event& event,
            finding::Pivot::Certainty certainty);

// "ForwardTo=x@y.example": a fact under the evidence's own name, the same in both languages.
Message fact(std::string_view name, std::string_view value);
// "New-InboxRule 2026-03-08T02:11:07Z a@b.example 203.0.113.7 SessionId=...": who, when, from
// where; what the record does not say is left out.
Message act_line(const Scene& scene, const event::Event& event);
// Why the event is held to be the intruder's, for `tie` other than none.
Message tie_line(Tie tie);

// "True" as logs write it.
bool is_true(std::string_view value);
// The account is the platform itself: Exchange's own services, a machine, a deployment job.
bool is_system(std::string_view account);

}  // namespace digue::detect
