// Each serious finding with its facts and rows; the lesser ones in a table.
#include <algorithm>

#include "produce/report/compose.h"
#include "produce/report/sentences.h"

namespace digue::produce::report {

using finding::Finding;

static std::string period(const Writing& writing, const Finding& finding) {
  if (!finding.time.known()) return writing.say<sentences::not_dated>();
  if (!finding.time_end.known() || finding.time_end == finding.time)
    return writing.long_time(finding.time, finding.time_is_local);
  return writing.say<sentences::from_to>(
      writing.long_time(finding.time, finding.time_is_local),
      writing.long_time(finding.time_end, finding.time_is_local));
}

static Line place_of(const Writing& writing, const event::Place& place) {
  const auto& sources = writing.report.sources;
  const std::string file = place.source < sources.size() ? sources[place.source].file : "?";
  const std::string text =
      place.line > 0 ? writing.say<sentences::place_line>(file, place.record, place.line)
                     : writing.say<sentences::place_offset>(file, place.record, place.offset);
  return {plain(text)};
}

static std::vector<Line> rows_of(const Writing& writing, const Finding& finding) {
  std::vector<Line> lines;
  for (const finding::EvidenceRow& row : finding.evidence) {
    if (lines.size() == most_evidence_rows) {
      lines.push_back({quiet(writing.say<sentences::rows_more>(
          writing.number(finding.evidence.size() - most_evidence_rows)))});
      break;
    }
    lines.push_back(place_of(writing, row.place));
  }
  return lines;
}

static Line subject_line(const finding::Subject& subject) {
  Line line{name(subject.name.empty() ? subject.identity : subject.name)};
  if (!subject.mailbox.empty()) line.push_back(quiet(" (" + subject.mailbox + ")"));
  for (const auto& [key, value] : subject.state) {
    line.push_back(plain(&key == &subject.state.front().first ? " — " : ", "));
    line.push_back(quiet(key + " "));
    line.push_back(name(value));
  }
  return line;
}

static std::vector<Line> reasons_of(const Writing& writing, const Finding& finding) {
  std::vector<Line> lines;
  for (const Message& reason : finding.why) {
    if (lines.size() == most_reasons) {
      lines.push_back({quiet(
          writing.say<sentences::facts_more>(writing.number(finding.why.size() - most_reasons)))});
      break;
    }
    lines.push_back({plain(writing.say(reason))});
  }
  return lines;
}

static Facts facts_of(const Writing& writing, const Finding& finding) {
  Facts facts;
  const auto add = [&](const Sentence& label, std::vector<Line> lines) {
    if (!lines.empty() && !lines.front().empty())
      facts.facts.push_back(
          {typeset(label.in(writing.language), writing.language), std::move(lines)});
  };
  add(sentences::label_when, {{plain(period(writing, finding))}});
  add(sentences::label_accounts, {names(finding.accounts)});
  add(sentences::label_addresses, {names(finding.addresses)});
  add(sentences::label_why, reasons_of(writing, finding));
  std::vector<Line> subjects;
  for (const finding::Subject& subject : finding.subjects)
    subjects.push_back(subject_line(subject));
  add(sentences::label_objects, std::move(subjects));
  add(sentences::label_indicators, {names(finding.indicators)});
  add(sentences::label_evidence, rows_of(writing, finding));
  add(sentences::label_rule,
      {{quiet(writing.say<sentences::rule_text>(finding.rule, finding.rule_version, finding.id))}});
  return facts;
}

static void add_in_full(const Writing& writing, const Finding& finding) {
  const std::string title = writing.number_of(finding.id) + ". " + writing.say(finding.title);
  writing.add(Heading{3,
                      {plain(title + " "), severity_badge(finding.severity, writing.language)},
                      finding.id,
                      false});
  writing.add(facts_of(writing, finding));
}

static void add_lesser(const Writing& writing, const std::vector<const Finding*>& lesser) {
  if (lesser.empty()) return;
  writing.add(Heading{3, {plain(writing.say<sentences::sub_lesser>())}, "lesser-findings", false});
  Table table;
  table.caption = writing.say<sentences::sub_lesser>();
  table.columns = {{writing.say<sentences::column_time>(), 6},
                   {writing.say<sentences::column_severity>(), 3},
                   {writing.say<sentences::column_fact>(), 15}};
  for (std::size_t i = 0; i < std::min(lesser.size(), most_lesser_findings); ++i)
    table.rows.push_back(
        {{plain(lesser[i]->time.known() ? writing.table_time(lesser[i]->time)
                                        : writing.say<sentences::not_dated>())},
         {severity_badge(lesser[i]->severity, writing.language)},
         {plain(writing.number_of(lesser[i]->id) + ". " + writing.say(lesser[i]->title)),
          quiet(" (" + lesser[i]->rule + ", " + lesser[i]->id + ")")}});
  writing.add(std::move(table));
  if (lesser.size() > most_lesser_findings)
    writing.add(Paragraph{{plain(writing.say<sentences::list_cut>(
                              writing.number(lesser.size() - most_lesser_findings)))},
                          Paragraph::Role::note});
}

void add_findings(const Writing& writing) {
  writing.add(Heading{2, {plain(writing.say<sentences::section_findings>())}, "findings", false});
  if (writing.report.findings.empty())
    writing.add(Paragraph{{plain(writing.say<sentences::no_findings>())}});
  std::vector<const Finding*> lesser;
  for (const Finding* finding : in_report_order(writing.report)) {
    if (is_serious(*finding))
      add_in_full(writing, *finding);
    else
      lesser.push_back(finding);
  }
  add_lesser(writing, lesser);
}

}  // namespace digue::produce::report
