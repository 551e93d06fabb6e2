// The page for who reads one page: what happened, since when, who, how sure, what now, what not
// known.
#include <algorithm>
#include <array>
#include <set>

#include "produce/report/compose.h"
#include "produce/report/sentences.h"

namespace digue::produce::report {

// As many as a page holds beside the rest.
static constexpr std::size_t most_facts = 5, most_steps = 6, most_unknown = 5, most_names = 6;

using finding::Finding;
using finding::Severity;
using Panel = Panels::Panel;

static std::vector<const Finding*> serious_findings(const Report& report) {
  std::vector<const Finding*> found;
  for (const Finding& finding : report.findings)
    if (is_serious(finding)) found.push_back(&finding);
  std::stable_sort(found.begin(), found.end(), [](const Finding* a, const Finding* b) {
    return std::tuple(a->severity == Severity::critical ? 0 : 1, a->time) <
           std::tuple(b->severity == Severity::critical ? 0 : 1, b->time);
  });
  return found;
}

// Accounts that serious findings are about, beside those held compromised.
static std::vector<std::string> other_accounts(const Report& report,
                                               const std::vector<const Finding*>& findings) {
  std::set<std::string> others;
  for (const Finding* finding : findings)
    others.insert(finding->accounts.begin(), finding->accounts.end());
  for (const std::string& account : report.compromised) others.erase(account);
  return {others.begin(), others.end()};
}

static std::string verdict(const Writing& writing, const std::vector<const Finding*>& serious) {
  const auto& taken = writing.report.compromised;
  if (taken.size() == 1) return writing.say<sentences::verdict_intruder>(taken.front());
  if (!taken.empty()) return writing.say<sentences::verdict_intruder_several>(taken.size());
  if (!serious.empty()) return writing.say<sentences::verdict_suspect>();
  return writing.say<sentences::verdict_nothing>();
}

static Panel what_happened(const Writing& writing, const std::vector<const Finding*>& serious) {
  Panel panel{writing.say<sentences::what_happened>(), {}, {}, false, true, true};
  panel.lines.push_back({strong(verdict(writing, serious))});
  auto shown = serious;
  shown.resize(std::min(shown.size(), most_facts));
  std::stable_sort(shown.begin(), shown.end(),
                   [](const Finding* a, const Finding* b) { return a->time < b->time; });
  for (const Finding* finding : shown) {
    Line line{plain(writing.say(finding->title))};
    if (finding->time.known())
      line.push_back(Span{Span::Kind::time,
                          " " + writing.table_time(finding->time, finding->time_is_local),
                          Span::Tone::none});
    panel.lines.push_back(std::move(line));
  }
  if (serious.size() > most_facts)
    panel.note = {quiet(writing.say<sentences::and_more>(serious.size() - most_facts))};
  return panel;
}

namespace {
struct Period {
  Instant first, last;
  bool is_local = false;  // one of them is as a file wrote it, in a zone nobody told
  void add(Instant from, Instant to, bool local) {
    is_local = is_local || (from.known() && local);
    if (from.known() && (!first.known() || from < first)) first = from;
    const Instant end = to.known() ? to : from;
    if (end.known() && (!last.known() || last < end)) last = end;
  }
};
}  // namespace

static Period span_of_sources(const Report& report) {
  Period span;
  for (const finding::Source& source : report.sources)
    span.add(source.first, source.last, source.times_are_local());
  return span;
}

static Panel since_when(const Writing& writing, const std::vector<const Finding*>& serious) {
  Panel panel{writing.say<sentences::since_when>(), {}, {}, false, false, false};
  Period acts;
  for (const Finding* finding : serious)
    acts.add(finding->time, finding->time_end, finding->time_is_local);
  const Period evidence = span_of_sources(writing.report);
  if (acts.first.known()) {
    panel.lines.push_back(
        {strong(writing.say<sentences::first_act>(writing.long_time(acts.first, acts.is_local)))});
    panel.lines.push_back(
        {plain(writing.say<sentences::last_act>(writing.long_time(acts.last, acts.is_local)))});
    if (evidence.first.known() && acts.first - evidence.first < day_ms)
      panel.lines.push_back({plain(writing.say<sentences::start_may_be_earlier>())});
  } else {
    panel.lines.push_back({plain(writing.say<sentences::no_dated_fact>())});
  }
  if (evidence.first.known())
    panel.lines.push_back({quiet(writing.say<sentences::evidence_spans>(
        writing.long_time(evidence.first, evidence.is_local),
        writing.long_time(evidence.last, evidence.is_local)))});
  return panel;
}

static void add_names(const Writing& writing, Panel& panel, std::string label,
                      std::vector<std::string> texts, std::size_t most = most_names) {
  if (texts.empty()) return;
  const std::size_t count = texts.size();
  texts.resize(std::min(count, most));
  Line line{plain(std::move(label) + " ")};
  for (Span& span : names(texts)) line.push_back(std::move(span));
  if (count > most)
    line.push_back(quiet(" (" + writing.say<sentences::and_more>(count - most) + ")"));
  panel.lines.push_back(std::move(line));
}

static Panel who(const Writing& writing, const std::vector<const Finding*>& serious) {
  Panel panel{writing.say<sentences::who>(), {}, {}, false, true, false};
  const Report& report = writing.report;
  add_names(writing, panel, writing.say<sentences::label_compromised>(), report.compromised);
  add_names(writing, panel, writing.say<sentences::label_concerned>(),
            other_accounts(report, serious), 3);
  if (panel.lines.empty()) panel.lines.push_back({plain(writing.say<sentences::no_account>())});
  add_names(writing, panel, writing.say<sentences::label_intruder_addresses>(),
            report.intruder_addresses);
  return panel;
}

static Panel how_sure(const Writing& writing) {
  Panel panel{writing.say<sentences::how_sure>(), {}, {}, false, false, false};
  std::array<std::uint64_t, 5> counts{};
  for (const Finding& finding : writing.report.findings)
    ++counts[static_cast<std::size_t>(finding.severity)];
  panel.lines.push_back({plain(writing.say<sentences::count_findings>(
      writing.number(writing.report.findings.size()), counts[4], counts[3], counts[2],
      counts[1] + counts[0]))});
  std::uint64_t rows = 0;
  for (const finding::Source& source : writing.report.sources) rows += source.rows;
  panel.lines.push_back({plain(
      writing.say<sentences::certainty_read>(writing.number(rows), writing.report.sources.size(),
                                             writing.number(writing.report.unreadable.size())))});
  panel.lines.push_back({quiet(writing.say<sentences::certainty_rule>())});
  return panel;
}

static Panel what_next(const Writing& writing) {
  Panel panel{writing.say<sentences::what_next>(), {}, {}, true, false, true};
  std::size_t owed = 0;
  for (const Step& step : writing.report.plan) {
    if (!is_owed(step.state) || step.waits || ++owed > most_steps) continue;
    Line line{plain(writing.say(step.title))};
    if (step.accounts.size() == 1) line.push_back(quiet(" (" + step.accounts.front() + ")"));
    if (step.accounts.size() > 1)
      line.push_back(quiet(" " + writing.say<sentences::for_accounts>(step.accounts.size())));
    if (step.state != StepState::to_do) {
      line.push_back(plain(" "));
      line.push_back(state_badge(step.state, writing.language));
    }
    panel.lines.push_back(std::move(line));
  }
  if (owed == 0) {
    panel.ordered = panel.is_list = false;
    panel.lines.push_back(
        {plain(writing.report.plan.empty() ? writing.say<sentences::no_plan>()
                                           : writing.say<sentences::nothing_owed>())});
  }
  if (owed > most_steps) panel.note = {quiet(writing.say<sentences::and_more>(owed - most_steps))};
  return panel;
}

static void add_gaps(const Writing& writing, Panel& panel) {
  std::size_t gaps = 0;
  for (const finding::Source& source : writing.report.sources) gaps += source.gaps.size();
  if (gaps > 0) panel.lines.push_back({plain(writing.say<sentences::unknown_gaps>(gaps))});
  if (!writing.report.unreadable.empty())
    panel.lines.push_back({plain(writing.say<sentences::unknown_unreadable>(
        writing.number(writing.report.unreadable.size())))});
}

static bool is_unknown(const Question& question) {
  return question.answer.value == finding::Value::unknown && question.decided == Message{};
}

static Panel what_is_unknown(const Writing& writing) {
  Panel panel{writing.say<sentences::what_is_unknown>(), {}, {}, false, false, true};
  std::size_t unknown = 0;
  for (const Question& question : writing.report.questions)
    if (is_unknown(question) && ++unknown <= most_unknown)
      panel.lines.push_back({plain(writing.say(question.text))});
  if (unknown > most_unknown)
    panel.note = {quiet(writing.say<sentences::and_more>(unknown - most_unknown))};
  if (writing.report.questions.empty())
    panel.lines.push_back({plain(writing.say<sentences::no_question_asked>())});
  add_gaps(writing, panel);
  if (panel.lines.empty())
    panel.lines.push_back({plain(writing.say<sentences::nothing_unknown>())});
  return panel;
}

void add_first_page(const Writing& writing) {
  const auto serious = serious_findings(writing.report);
  Panels panels;
  panels.panels = {
      what_happened(writing, serious), since_when(writing, serious), how_sure(writing),
      who(writing, serious),           what_next(writing),           what_is_unknown(writing)};
  writing.add(std::move(panels));
}

}  // namespace digue::produce::report
