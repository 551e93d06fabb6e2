// The kinds of entries of an incident.  docs/logbook.md gives the body of each.
#pragma once
#include <array>
#include <string_view>

namespace digue::incident::kinds {

inline constexpr std::string_view opened = "incident-opened";
inline constexpr std::string_view closed = "incident-closed";
inline constexpr std::string_view zone = "zone-set";
inline constexpr std::string_view organisation = "organisation-set";
inline constexpr std::string_view sheet = "sheet-followed";
inline constexpr std::string_view note = "note";
inline constexpr std::string_view decision = "decision";
inline constexpr std::string_view person = "person-set";
inline constexpr std::string_view role = "role-set";  // of somebody who signs in to the server
inline constexpr std::string_view account = "account-set";
inline constexpr std::string_view host = "host-set";
inline constexpr std::string_view evidence = "evidence-added";
inline constexpr std::string_view analysis = "analysis-run";
inline constexpr std::string_view finding = "finding-taken";
inline constexpr std::string_view evidence_answer = "evidence-answered";
inline constexpr std::string_view answer = "answer-given";
inline constexpr std::string_view action = "action-set";
inline constexpr std::string_view owner = "owner-set";
inline constexpr std::string_view impact = "impact-accepted";
inline constexpr std::string_view preservation = "evidence-preserved";
inline constexpr std::string_view indicator = "indicator-set";
inline constexpr std::string_view severity = "severity-decided";
inline constexpr std::string_view round_start = "round-started";
inline constexpr std::string_view round_end = "round-ended";
inline constexpr std::string_view call = "call-made";
inline constexpr std::string_view clock_start = "clock-started";
inline constexpr std::string_view clock_met = "clock-met";
inline constexpr std::string_view clock_waived = "clock-waived";
inline constexpr std::string_view handover = "handover";
inline constexpr std::string_view handover_accepted = "handover-accepted";
inline constexpr std::string_view withdrawn = "withdrawn";
inline constexpr std::string_view merge = "logbook-merged";  // another logbook was taken in
inline constexpr std::string_view merged = "entry-merged";   // of it, to be read, without effect

inline constexpr std::array all = {
    opened,    closed, zone,        sheet,        note,         decision,        person,
    account,   host,   evidence,    analysis,     finding,      evidence_answer, answer,
    action,    owner,  impact,      preservation, indicator,    severity,        round_start,
    round_end, call,   clock_start, clock_met,    clock_waived, handover,        handover_accepted,
    withdrawn, merge,  merged,      organisation, role};

}  // namespace digue::incident::kinds
