#include "incident/json.h"

#include "base/hash.h"
#include "base/json_writer.h"
#include "finding/json.h"
#include "indicator/indicator.h"
#include "sheet/json.h"

namespace digue::incident {

static void write_member(JsonWriter& json, const Member& member) {
  json.begin_object()
      .member("name", member.name)
      .member("standing", standing_name(member.standing))
      .member("owner", member.owner)
      .member("entry", member.said.entry)
      .end_object();
}

static void write_indicator(JsonWriter& json, const Indicator& indicator) {
  json.begin_object()
      .member("value", indicator.value)
      .member("kind", indicator.kind)
      .member("treatment", treatment_name(indicator.treatment));
  finding::write_time(json, "expires", indicator.expires);
  json.member("entry", indicator.said.entry).end_object();
}

std::string member_json(const Member& member) {
  JsonWriter json;
  write_member(json, member);
  return json.take();
}

std::string indicator_json(const Indicator& indicator) {
  JsonWriter json;
  write_indicator(json, indicator);
  return json.take();
}

static void write_members(JsonWriter& json, std::string_view name,
                          const std::map<std::string, Member>& members) {
  json.key(name).begin_array();
  for (const auto& [key, member] : members) write_member(json, member);
  json.end_array();
}

static void write_indicators(JsonWriter& json, const State& state) {
  json.key("indicators").begin_array();
  for (const auto& [value, indicator] : state.indicators) write_indicator(json, indicator);
  json.end_array();
}

static void write_named(JsonWriter& json, const State& state) {
  json.key("named").begin_array();
  for (const auto& [value, entries] : state.named) {
    json.begin_object()
        .member("value", value)
        .member("kind", indicator::kind_name(indicator::read_indicator(value).kind))
        .key("entries")
        .begin_array();
    for (const auto entry : entries) json.number(static_cast<std::int64_t>(entry));
    json.end_array().end_object();
  }
  json.end_array();
}

static void write_actions(JsonWriter& json, const State& state) {
  json.key("actions").begin_array();
  for (const auto& [target, action] : state.actions) {
    json.begin_object()
        .member("item", target.item)
        .member("account", target.account)
        .member("state", state_name(action.state))
        .member("who", action.said.author);
    finding::write_time(json, "when", action.said.occurred);
    json.member("why", action.why).member("entry", action.said.entry).end_object();
  }
  json.end_array();
}

static void write_answers(JsonWriter& json, const State& state) {
  json.key("answers").begin_array();
  for (const auto& [target, answer] : state.answers)
    json.begin_object()
        .member("item", target.item)
        .member("account", target.account)
        .member("value", answer.value)
        .member("who", answer.said.author)
        .member("entry", answer.said.entry)
        .end_object();
  json.end_array();
}

// What the organisation prepared, as it is kept; null when nothing is.
static void write_kept(JsonWriter& json, const State& state) {
  json.key("organisation");
  if (state.organisation == nullptr) {
    json.null();
    return;
  }
  const auto& kept = *state.organisation;
  json.begin_object()
      .member("name", kept.name)
      .member("file", kept.file)
      .member("sha256", kept.sha256)
      .member("files", kept.files.size())
      .member("entry", kept.said.entry)
      .end_object();
}

static void write_case_numbers(JsonWriter& json, const State& state) {
  json.key("case_numbers").begin_array();
  for (const auto& given : state.case_numbers)
    json.begin_object().member("from", given.from).member("number", given.number).end_object();
  json.end_array();
}

void write_heading(JsonWriter& json, const State& state) {
  json.member("id", state.id)
      .member("title", state.title)
      .member("sheet", state.sheet)
      .member("zone", state.zone.name());
  finding::write_time(json, "opened", state.opened);
  finding::write_time(json, "closed", state.closed);
  json.member("severity", state.severity.empty() ? "" : state.severity.back().degree);
}

std::string incident_json(const State& state) {
  JsonWriter json;
  json.begin_object().member("type", "incident");
  write_heading(json, state);
  write_kept(json, state);
  write_case_numbers(json, state);
  json.member("entries", state.log.size()).member("unreadable", state.unreadable);
  write_members(json, "accounts", state.accounts);
  write_members(json, "hosts", state.hosts);
  std::vector<std::string> findings, evidence;
  for (const auto& [id, taken] : state.findings) findings.push_back(id);
  for (const auto& [sha256, piece] : state.evidence) evidence.push_back(sha256);
  json.member("findings", findings).member("evidence", evidence);
  write_answers(json, state);
  write_actions(json, state);
  write_indicators(json, state);
  write_named(json, state);
  json.end_object();
  return json.take();
}

std::string piece_json(const Piece& piece) {
  JsonWriter json;
  json.begin_object().member("type", "piece").member("sha256", piece.sha256);
  json.member("name", piece.name).member("bytes", piece.bytes);
  json.member("origin", piece.origin).member("how", piece.how);
  json.member("who", piece.said.author).member("when", rfc3339(piece.said.occurred));
  json.member("entry", piece.said.entry).end_object();
  return json.take();
}

std::string receipt_json(const logbook::Receipt& receipt) {
  JsonWriter json;
  json.begin_object()
      .member("type", "receipt")
      .member("entry", receipt.position)
      .member("leaf", to_hex(receipt.leaf))
      .end_object();
  return json.take();
}

// Null for what was written here.
static void write_from(JsonWriter& json, const MergedFrom& from) {
  if (from.incident.empty()) {
    json.null();
    return;
  }
  json.begin_object()
      .member("incident", from.incident)
      .member("entry", from.entry)
      .member("inert", from.inert);
  finding::write_time(json, "recorded", from.recorded);
  json.end_object();
}

std::string log_line_json(const LogLine& line, Language language) {
  JsonWriter json;
  json.begin_object()
      .member("type", "log-entry")
      .member("entry", line.position)
      .member("kind", line.kind)
      .member("author", line.author);
  finding::write_time(json, "occurred", line.occurred);
  json.member("occurred_offset_minutes", line.offset_minutes)
      .member("occurred_precision", line.precision);
  finding::write_time(json, "recorded", line.recorded);
  json.member("text", line.text.in(language))
      .member("accounts", line.accounts)
      .member("hosts", line.hosts)
      .member("indicators", line.indicators)
      .member("evidence", line.evidence)
      .member("items", line.items)
      .member("paper_sheet", line.paper.sheet)
      .member("paper_line", line.paper.line)
      .member("written_by", line.paper.written_by)
      .member("late", line.late)
      .key("from");
  write_from(json, line.from);
  json.member("leaf", line.leaf).member("redacted", line.redacted).key("corrected_by");
  if (line.corrected_by)
    json.number(static_cast<std::int64_t>(*line.corrected_by));
  else
    json.null();
  json.end_object();
  return json.take();
}

std::string verdict_json(const logbook::Verdict& verdict) {
  JsonWriter json;
  json.begin_object()
      .member("type", "log-verdict")
      .member("incident", verdict.incident)
      .member("intact", verdict.intact())
      .member("entries", verdict.entries)
      .member("root", to_hex(verdict.root))
      .member("signed_by_author", verdict.own_signatures)
      .member("signed_by_machine", verdict.vouched)
      .member("redacted", verdict.redacted)
      .member("checkpoints", verdict.checkpoints)
      .member("problems", verdict.problems.size() + verdict.problems_left_out)
      .end_object();
  return json.take();
}

std::string problem_json(const logbook::Problem& problem, Language language) {
  JsonWriter json;
  json.begin_object()
      .member("type", "log-problem")
      .member("fault", logbook::fault_name(problem.fault))
      .member("number", problem.number)
      .member("message", problem.message.in(language))
      .end_object();
  return json.take();
}

std::string plan_line_json(const PlanLine& line, Language language) {
  JsonWriter json;
  json.begin_object()
      .member("type", "plan-step")
      .member("item", line.step->id)
      .member("kind", sheet::kind_name(line.step->kind))
      .member("account", line.account)
      .member("priority", sheet::priority_name(line.priority))
      .member("theme", line.step->theme)
      .member("title", line.step->title.in(language))
      .member("state", state_name(line.state))
      .member("who", line.said.author);
  finding::write_time(json, "when",
                      line.said.author.empty() ? Instant::unknown : line.said.occurred);
  json.member("why", line.why).member("to", line.to).member("owner", line.owner);
  finding::write_time(json, "due", line.due);
  json.member("answer", line.answer)
      .member("asked_again", line.asked_again)
      .member("evidence", line.evidence)
      .member("findings", line.findings)
      .member("hidden", line.hidden);
  json.key("blockers").begin_array();
  for (const auto& blocker : line.blockers)
    json.begin_object()
        .member("kind", blocker_name(blocker.kind))
        .member("step", blocker.step)
        .member("message", blocker.message.in(language))
        .end_object();
  json.end_array();
  finding::write_messages(json, "reasons", line.reasons, language);
  finding::write_messages(json, "warnings", line.warnings, language);
  sheet::write_local(json, *line.step, language);
  json.end_object();
  return json.take();
}

}  // namespace digue::incident
