#include "analysis/answers.h"

#include <algorithm>
#include <map>
#include <set>

#include "analysis/sentences.h"
#include "base/text.h"
#include "detect/detector.h"

namespace digue::analysis {

Message family_title(event::Family family) {
  switch (family) {
    case event::Family::none:
      break;
    case event::Family::audit_log:
      return tell<sentences::family_audit_log>();
    case event::Family::sign_ins:
      return tell<sentences::family_sign_ins>();
    case event::Family::directory_audit:
      return tell<sentences::family_directory_audit>();
    case event::Family::inbox_rules:
      return tell<sentences::family_inbox_rules>();
    case event::Family::mailbox_permissions:
      return tell<sentences::family_permissions>();
    case event::Family::forwarding:
      return tell<sentences::family_forwarding>();
    case event::Family::transport_rules:
      return tell<sentences::family_transport_rules>();
    case event::Family::consents:
      return tell<sentences::family_consents>();
    case event::Family::authentication_methods:
      return tell<sentences::family_methods>();
    case event::Family::devices:
      return tell<sentences::family_devices>();
    case event::Family::message_trace:
      return tell<sentences::family_message_trace>();
    case event::Family::windows_log:
      return tell<sentences::family_windows_log>();
    case event::Family::count_:
      break;
  }
  return tell<sentences::family_other>();
}

namespace {

// An item, and what it takes to say no to it.
struct Question {
  std::set<event::Family> needs;
  bool can_be_no = true;             // every detector that speaks to it ran, and says what it needs
  bool proves_absence = true;        // and each would have seen it in its exports
  std::vector<std::string> not_run;  // those that did not
};

// What finds nothing without proving anything asks only where it had something to look at.
bool asks(const detect::Detector& detector, const Coverage& coverage) {
  const auto needs = detector.needs();
  return detector.proves_absence() || std::any_of(needs.begin(), needs.end(), [&](auto family) {
           return coverage.of(family).present;
         });
}

std::map<std::string, Question> questions(const Coverage& coverage,
                                          const std::vector<std::string_view>& not_run) {
  std::map<std::string, Question> by_item;
  for (const auto* detector : detect::detectors()) {
    if (!asks(*detector, coverage)) continue;
    const bool ran = std::find(not_run.begin(), not_run.end(), detector->rule()) == not_run.end();
    for (const auto item : detector->items()) {
      auto& question = by_item[std::string(item)];
      question.needs.insert(detector->needs().begin(), detector->needs().end());
      if (detector->needs().empty() || !ran) question.can_be_no = false;
      if (!detector->proves_absence()) question.proves_absence = question.can_be_no = false;
      if (!ran) question.not_run.emplace_back(detector->rule());
    }
  }
  return by_item;
}

Message joined(const std::vector<Message>& parts) {
  Message all;
  for (const auto& part : parts) {
    const bool first = all.english.empty();
    all.french += (first ? "" : " ; ") + part.french;
    all.english += (first ? "" : "; ") + part.english;
  }
  return all;
}

// One export as the coverage tells it: its period, its holes, or that it was not given.
Message covered_by(event::Family family, const Coverage& coverage) {
  const auto& covered = coverage.of(family);
  const auto title = family_title(family);
  if (!covered.present) return tell<sentences::covered_not_given>(title);
  if (!covered.gaps.empty()) {
    const auto& gap = covered.gaps.front();
    return tell<sentences::covered_with_gap>(title, rfc3339(gap.from), rfc3339(gap.to), gap.reason);
  }
  if (covered.rejected != 0) return tell<sentences::covered_with_rejects>(title, covered.rejected);
  if (!covered.has_times) return tell<sentences::covered_state>(title);
  return tell<sentences::covered_period>(title, rfc3339(covered.first), rfc3339(covered.last));
}

Message coverage_of(const Question& question, finding::Value value, const Coverage& coverage) {
  std::vector<Message> parts;
  for (const auto family : question.needs) parts.push_back(covered_by(family, coverage));
  if (value == finding::Value::no) parts.push_back(tell<sentences::would_refute_no>());
  if (value == finding::Value::yes) parts.push_back(tell<sentences::would_refute_yes>());
  if (value == finding::Value::unknown && !question.proves_absence)
    parts.push_back(tell<sentences::logs_prove_nothing>());
  if (!question.not_run.empty())
    parts.push_back(tell<sentences::rules_without_places>(question.not_run.size(),
                                                          join(question.not_run, ", ")));
  if (parts.empty()) parts.push_back(tell<sentences::never_no>());
  return joined(parts);
}

finding::Value value_of(const Question& question, bool found, const Coverage& coverage) {
  if (found) return finding::Value::yes;
  const bool whole = question.can_be_no && !question.needs.empty() &&
                     std::all_of(question.needs.begin(), question.needs.end(),
                                 [&](auto family) { return coverage.whole(family); });
  return whole ? finding::Value::no : finding::Value::unknown;
}

}  // namespace

std::vector<finding::Answer> answer_items(const std::vector<finding::Finding>& findings,
                                          const Coverage& coverage,
                                          const std::vector<std::string_view>& not_run) {
  std::map<std::string, std::vector<std::string>> because;
  for (const auto& finding : findings)
    if (finding.severity > finding::Severity::info)
      for (const auto& item : finding.items) because[item].push_back(finding.id);
  auto asked = questions(coverage, not_run);
  for (const auto& [item, ids] : because) asked[item];  // a finding may speak to more items
  std::vector<finding::Answer> answers;
  for (const auto& [item, question] : asked) {
    finding::Answer answer;
    answer.item = item;
    answer.because = because[item];
    answer.value = value_of(question, !answer.because.empty(), coverage);
    answer.coverage = coverage_of(question, answer.value, coverage);
    answers.push_back(std::move(answer));
  }
  return answers;
}

void replace_answer(std::vector<finding::Answer>& answers, finding::Answer answer) {
  const auto place = std::lower_bound(
      answers.begin(), answers.end(), answer.item,
      [](const finding::Answer& have, const std::string& item) { return have.item < item; });
  if (place != answers.end() && place->item == answer.item)
    *place = std::move(answer);
  else
    answers.insert(place, std::move(answer));
}

}  // namespace digue::analysis
