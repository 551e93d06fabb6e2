// Answers, plan, logbook: what the people on the incident know and did.
#include "base/text.h"
#include "produce/report/compose.h"
#include "produce/report/sentences.h"

namespace digue::produce::report {

static Line coverage_of(const Writing& writing, const Question& question) {
  Line line{plain(writing.say(question.answer.coverage))};
  std::vector<std::string> numbers;
  for (const std::string& id : question.answer.because) numbers.push_back(writing.number_of(id));
  if (!numbers.empty())
    line.push_back(strong(" " + writing.say<sentences::rests_on>(join(numbers, ", "))));
  if (!question.answered_by.empty())
    line.push_back(quiet(" (" + writing.say<sentences::answered_by>(question.answered_by) + ")"));
  return line;
}

static Span answer_badge(const Writing& writing, const Question& question) {
  if (question.decided == Message{}) return value_badge(question.answer.value, writing.language);
  return strong(writing.say(question.decided));
}

void add_answers(const Writing& writing) {
  writing.add(Heading{2, {plain(writing.say<sentences::section_answers>())}, "answers", false});
  if (writing.report.questions.empty()) {
    writing.add(Paragraph{{plain(writing.say<sentences::no_answers>())}});
    return;
  }
  Table table;
  table.caption = writing.say<sentences::section_answers>();
  table.columns = {{writing.say<sentences::column_question>(), 8},
                   {writing.say<sentences::column_answer>(), 4},
                   {writing.say<sentences::column_coverage>(), 10}};
  for (const Question& question : writing.report.questions)
    table.rows.push_back({{plain(writing.say(question.text)), quiet(" " + question.answer.item)},
                          {answer_badge(writing, question)},
                          coverage_of(writing, question)});
  writing.add(std::move(table));
}

static Line account_of(const Writing& writing, const Step& step) {
  std::string text = step.who;
  const auto add = [&](const std::string& part) {
    if (!part.empty()) (text += text.empty() ? "" : ", ") += part;
  };
  add(writing.table_time(step.when));
  add(step.why);
  return {plain(text)};
}

static Line action_of(const Writing& writing, const Step& step) {
  Line line{strong(writing.say(step.priority) + " "), plain(writing.say(step.title)),
            quiet(" " + step.id)};
  if (step.accounts.empty()) return line;
  line.push_back(plain(" "));
  for (Span& span : names(step.accounts)) line.push_back(std::move(span));
  return line;
}

static void add_steps(const Writing& writing, const Sentence& title, bool owed) {
  Table table;
  table.caption = typeset(title.in(writing.language), writing.language);
  table.columns = {{writing.say<sentences::column_action>(), 10},
                   {writing.say<sentences::column_state>(), 3},
                   {writing.say<sentences::column_who>(), 8}};
  for (const Step& step : writing.report.plan)
    if (is_owed(step.state) == owed)
      table.rows.push_back({action_of(writing, step),
                            {state_badge(step.state, writing.language)},
                            account_of(writing, step)});
  if (table.rows.empty()) return;
  writing.add(Heading{3, {plain(table.caption)}, owed ? "owed" : "settled", false});
  writing.add(std::move(table));
}

void add_plan(const Writing& writing) {
  writing.add(Heading{2, {plain(writing.say<sentences::section_plan>())}, "plan", false});
  if (writing.report.plan.empty())
    writing.add(Paragraph{{plain(writing.say<sentences::no_plan>())}});
  add_steps(writing, sentences::sub_owed, true);
  add_steps(writing, sentences::sub_settled, false);
}

static void add_seal(const Writing& writing, const Seal& seal) {
  writing.add(Paragraph{{plain(writing.say<sentences::seal_intro>())}});
  writing.add(
      Facts{{{writing.say<sentences::seal_entries>(), {{plain(writing.number(seal.entries))}}},
             {writing.say<sentences::seal_root>(), {{name(seal.root)}}},
             {writing.say<sentences::seal_head>(), {{name(seal.head)}}}}});
  writing.add(Code{seal.checkpoint.empty() ? seal.root : seal.checkpoint,
                   writing.say<sentences::seal_code>()});
}

static Line words_of(const Writing& writing, const Entry& entry) {
  Line line = {plain(writing.say(entry.text))};
  for (const Message& detail : entry.details) line.push_back(quiet(" " + writing.say(detail)));
  line.push_back(quiet(" " + entry.leaf.substr(0, 12)));
  return line;
}

void add_logbook(const Writing& writing) {
  writing.add(Heading{2, {plain(writing.say<sentences::section_logbook>())}, "logbook", false});
  if (writing.report.seal) add_seal(writing, *writing.report.seal);
  if (writing.report.logbook.empty()) {
    writing.add(Paragraph{{plain(writing.say<sentences::no_logbook>())}});
    return;
  }
  Table table;
  table.caption = writing.say<sentences::section_logbook>();
  table.columns = {{writing.say<sentences::column_position>(), 1},
                   {writing.say<sentences::column_time>(), 5},
                   {writing.say<sentences::column_author>(), 3},
                   {writing.say<sentences::column_entry>(), 12}};
  for (const Entry& entry : writing.report.logbook)
    table.rows.push_back(
        {{plain(std::to_string(entry.position))},
         {plain(entry.when.empty() ? writing.table_time(entry.occurred) : entry.when)},
         {plain(entry.author)},
         words_of(writing, entry)});
  writing.add(std::move(table));
}

}  // namespace digue::produce::report
