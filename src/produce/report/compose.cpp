#include "produce/report/compose.h"

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

bool is_owed(StepState state) {
  return state != StepState::done && state != StepState::not_applicable;
}

static std::string title_of(const Writing& writing) {
  const Head& head = writing.report.head;
  return head.title.empty() ? writing.say<sentences::untitled>(head.incident) : head.title;
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
  document.byline = {plain(
      writing.say<sentences::byline>(head.incident, writing.long_time(head.written), author))};
  const std::string when = writing.table_time(head.written);
  document.footer = writing.report.seal
                        ? writing.say<sentences::footer_sealed>(
                              head.incident, when, writing.report.seal->root.substr(0, 12))
                        : writing.say<sentences::footer>(head.incident, when);
  document.page_of = writing.say<sentences::page_of>("{0}", "{1}");
}

Document compose(const Report& report, Language language) {
  Document document;
  const Writing writing{report, language, document};
  add_head(writing);
  add_first_page(writing);
  add_timeline(writing);
  add_findings(writing);
  add_answers(writing);
  add_plan(writing);
  add_logbook(writing);
  add_evidence(writing);
  add_method(writing);
  return document;
}

}  // namespace digue::produce::report
