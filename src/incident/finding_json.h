// Findings and answers as the bodies of entries: whole, in both languages, so that what was taken
// over reads the same once the evidence is gone.
#pragma once
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "finding/finding.h"
#include "finding/sign_in_counts.h"

namespace digue::incident {

std::string finding_body(const finding::Finding& finding, std::span<const finding::Source> sources);
std::string answer_body(const finding::Answer& answer);
std::string analysis_body(std::span<const finding::Source> sources, std::uint64_t unreadable,
                          const finding::SignInCounts& sign_ins);

// Places of the evidence count in `sources`, where files that are not there yet are added.
struct ReadFinding {
  finding::Finding finding;
  std::uint64_t evidence_rows = 0;
};
std::optional<ReadFinding> read_finding(std::string_view body,
                                        std::vector<finding::Source>& sources);
std::optional<finding::Answer> read_answer(std::string_view body);
bool read_analysis(std::string_view body, std::vector<finding::Source>& sources);
// What an analysis counted of the sign-ins; nothing when it saw none.
std::optional<finding::SignInCounts> read_sign_ins(std::string_view body);

}  // namespace digue::incident
