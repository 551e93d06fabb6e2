#include "produce/containment/containment.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "produce/containment/part.h"
#include "produce/containment/script_text.h"

namespace digue::produce::containment {

namespace {
struct Row {
  std::string_view code, file;
  Part (*make)(const Request&);
};
}  // namespace

// In the order of Measure, which is the order of the sheet.
static constexpr std::array<Row, measure_count> rows = {{
    {"C1", "C1-block-account", block_account_part},
    {"C2", "C2-revoke-sessions", revoke_sessions_part},
    {"C3", "C3-reset-password", reset_password_part},
    {"C4", "C4-second-factor", second_factor_part},
    {"C5", "C5-inbox-rules", inbox_rules_part},
    {"C6", "C6-forwarding-permissions", forwarding_part},
    {"C7", "C7-applications-devices", applications_part},
    {"C8", "C8-mail-flow", mail_flow_part},
    {"C9", "C9-audit-logs", audit_logs_part},
}};

static const Row& row_of(Measure measure) {
  return rows[static_cast<std::size_t>(measure)];
}

std::string_view measure_code(Measure measure) {
  return row_of(measure).code;
}

std::string_view measure_file(Measure measure) {
  return row_of(measure).file;
}

std::optional<Measure> measure_from_code(std::string_view code) {
  for (std::size_t i = 0; i < measure_count; ++i)
    if (equal_ignoring_case(rows[i].code, code)) return static_cast<Measure>(i);
  return std::nullopt;
}

std::vector<finding::Subject> subjects_of(std::span<const finding::Finding> findings,
                                          finding::Severity at_least) {
  std::vector<finding::Subject> subjects;
  for (const finding::Finding& finding : findings) {
    if (finding.severity < at_least) continue;
    for (const finding::Subject& subject : finding.subjects)
      if (std::find(subjects.begin(), subjects.end(), subject) == subjects.end())
        subjects.push_back(subject);
  }
  return subjects;
}

std::vector<Script> make_scripts(const Request& request) {
  std::vector<Script> scripts;
  for (const Row& row : rows) {
    const Part part = row.make(request);
    if (!part.actions.empty()) scripts.push_back(script_of(part, request));
  }
  return scripts;
}

}  // namespace digue::produce::containment
