#include "produce/report/compose.h"

#include <algorithm>

#include "produce/report/sentences.h"

namespace digue::produce::report {

Line names(const std::vector<std::string>& texts) {
  Line line;
  for (const std::string& text : texts) {
    if (!line.empty()) line.push_back(plain(", "));
    line.push_back(name(text));
  }
  return line;
}

bool is_serious(const finding::Finding& finding) {
  return finding.severity >= finding::Severity::high;
}

std::vector<const finding::Finding*> in_report_order(const Report& report) {
  std::vector<const finding::Finding*> order;
  for (const finding::Finding& finding : report.findings) order.push_back(&finding);
  const auto rank = [](const finding::Finding* finding) {
    return is_serious(*finding) ? static_cast<int>(finding->severity) : 0;
  };
  std::stable_sort(order.begin(), order.end(),
                   [&](const auto* a, const auto* b) { return rank(a) > rank(b); });
  return order;
}

bool is_owed(StepState state) {
  return state != StepState::done && state != StepState::not_applicable;
}

static std::string title_of(const Writing& writing) {
  const Head& head = writing.report.head;
  if (!head.title.empty()) return head.title;
  if (head.incident.empty()) return writing.say<sentences::no_incident>();
  return writing.say<sentences::untitled>(head.incident);
}

static void add_head(const Writing& writing) {
  const Head& head = writing.report.head;
  Document& document = writing.document;
  document.language = writing.language;
  document.overline = writing.say<sentences::overline>();
  if (!head.organisation.empty()) document.overline += " · " + head.organisation;
  document.title = title_of(writing);
  document.author = head.author;
  document.written = head.written;
  const std::string author = head.author.empty() ? writing.say<sentences::nobody>() : head.author;
  const std::string incident =
      head.incident.empty() ? writing.say<sentences::no_incident>() : head.incident;
  document.byline = {
      plain(writing.say<sentences::byline>(incident, writing.long_time(head.written), author))};
  if (!head.case_numbers.english.empty())
    document.byline.push_back(strong(" " + writing.say(head.case_numbers) + "."));
  const std::string when = writing.table_time(head.written);
  document.footer = writing.report.seal
                        ? writing.say<sentences::footer_sealed>(
                              head.incident, when, writing.report.seal->root.substr(0, 12))
                        : writing.say<sentences::footer>(incident, when);
  document.page_of = writing.say<sentences::page_of>("{0}", "{1}");
}

Document compose(const Report& report, Language language) {
  Document document;
  Writing writing{report, language, document, {}};
  for (const finding::Finding* finding : in_report_order(report))
    writing.numbers.emplace(finding->id, writing.numbers.size() + 1);
  add_head(writing);
  add_first_page(writing);
  add_timeline(writing);
  add_findings(writing);
  add_answers(writing);
  add_plan(writing);
  add_declarations(writing);
  add_logbook(writing);
  add_evidence(writing);
  add_method(writing);
  return document;
}

}  // namespace digue::produce::report
