#include "detect/containment.h"

#include <algorithm>
#include <map>

#include "base/text.h"
#include "detect/containment_sentences.h"
#include "detect/draft.h"

namespace digue::detect {

using event::Action;
using event::Event;
using event::Verdict;
using finding::Finding;
using finding::Severity;
using finding::Value;

static constexpr std::string_view item = "mail-account/end";
static constexpr std::size_t rows_told = 20;

namespace {

// What the intruder did since the containment.
struct Since {
  std::vector<std::uint32_t> successes, doubtful;
  std::map<std::int32_t, std::size_t> failures;  // by error code
};

bool is_success(const Event& event) {
  return event.action == Action::sign_in ? event.verdict == Verdict::success
                                         : event.verdict != Verdict::failure;
}

// Clearing away what the intruder left is the responders' work, though it bears his marks.
bool is_cleaning(Action action) {
  switch (action) {
    case Action::inbox_rule_removed:
    case Action::mailbox_permission_removed:
    case Action::send_permission_removed:
    case Action::folder_permission_removed:
    case Action::transport_rule_removed:
    case Action::role_member_removed:
    case Action::authentication_method_removed:
    case Action::user_removed:
    case Action::user_disabled:
    case Action::password_changed:
    case Action::sessions_revoked:
      return true;
    default:
      return false;
  }
}

Since since_containment(const Scene& scene) {
  Since since;
  const auto after = std::upper_bound(
      scene.by_time.begin(), scene.by_time.end(), scene.contained,
      [&](Instant contained, auto index) { return contained < scene.event(index).time; });
  for (auto at = after; at != scene.by_time.end(); ++at) {
    const auto& event = scene.event(*at);
    if (event.time_is_local || is_cleaning(event.action)) continue;
    const auto tie = scene.tie(event);
    if (tie == Tie::none) continue;
    if (is_success(event))
      (tie == Tie::proven ? since.successes : since.doubtful).push_back(*at);
    else if (event.action == Action::sign_in && event.verdict == Verdict::failure)
      ++since.failures[event.error_code];
  }
  return since;
}

// Why this export can't tell; nothing when it covers the time after the containment.
std::optional<Message> lack_of(const Reach& reach, Instant contained, const Message& name) {
  if (!reach.last.known() || reach.last - contained < shortest_watch)
    return tell<sentences::export_not_after>(name, reach.last.known() ? rfc3339(reach.last) : "-");
  if (reach.first > contained)
    return tell<sentences::export_starts_after>(name, rfc3339(reach.first));
  for (const auto& gap : reach.gaps)
    if (gap.to > contained)
      return tell<sentences::export_has_hole>(name, rfc3339(gap.from), rfc3339(gap.to));
  return std::nullopt;
}

Message failures_line(const Since& since) {
  std::size_t count = 0;
  std::vector<std::string> codes;
  for (const auto& [code, times] : since.failures) {
    count += times;
    codes.push_back(std::to_string(code) + " ×" + std::to_string(times));
  }
  return count == 0 ? tell<sentences::no_failures_since>()
                    : tell<sentences::failures_since>(count, join(codes, ", "));
}

Message lines_of(const Scene& scene, const std::vector<std::uint32_t>& events) {
  std::vector<std::string> lines;
  for (const auto index : events)
    if (lines.size() < rows_told) lines.push_back(act_line(scene, scene.event(index)).english);
  return as_message(join(lines, " ; "));
}

Finding refutation(const Scene& scene, const Since& since) {
  Finding finding;
  finding.rule = "containment";
  finding.id = finding::make_id(finding.rule, rfc3339(scene.contained));
  finding.severity = Severity::critical;
  finding.items.emplace_back(item);
  finding.title =
      tell<sentences::containment_refuted>(rfc3339(scene.contained), since.successes.size());
  for (std::size_t i = 0; i < since.successes.size(); ++i) {
    const auto& event = scene.event(since.successes[i]);
    cite(finding, scene, event);
    if (i < rows_told) finding.why.push_back(act_line(scene, event));
  }
  finding.why.push_back(failures_line(since));
  finding::tidy(finding);
  return finding;
}

}  // namespace

Containment check_containment(const Scene& scene, const Reach& sign_ins, const Reach& audit_log) {
  Containment out;
  out.answer.item = item;
  if (!scene.contained.known()) {
    out.answer.coverage = tell<sentences::containment_not_told>();
    return out;
  }
  const auto since = since_containment(scene);
  if (!since.successes.empty()) {
    out.finding = refutation(scene, since);
    out.answer.value = Value::yes;
    out.answer.because = {out.finding->id};
    out.answer.coverage =
        tell<sentences::containment_refuted_by>(since.successes.size(), rfc3339(scene.contained));
    return out;
  }
  const auto no_sign_ins = lack_of(sign_ins, scene.contained, tell<sentences::the_sign_ins>());
  const auto no_audit = lack_of(audit_log, scene.contained, tell<sentences::the_audit_log>());
  if (scene.intruder.empty()) {
    out.answer.coverage = tell<sentences::no_intruder_known>();
  } else if (no_sign_ins || no_audit) {
    out.answer.coverage = no_sign_ins ? *no_sign_ins : *no_audit;
  } else if (!since.doubtful.empty()) {
    out.answer.coverage =
        tell<sentences::doubtful_since>(since.doubtful.size(), lines_of(scene, since.doubtful));
  } else {
    out.answer.value = Value::no;
    out.answer.coverage = tell<sentences::containment_holds>(
        rfc3339(scene.contained), rfc3339(std::min(sign_ins.last, audit_log.last)),
        failures_line(since));
  }
  return out;
}

}  // namespace digue::detect
