// What people do to an incident: each becomes an entry, on disk before the answer is sent.
#include "base/json_writer.h"
#include "incident/alerts.h"
#include "incident/clock_acts.h"
#include "incident/json.h"
#include "incident/severity_acts.h"
#include "server/api/fields.h"
#include "server/api/routes.h"
#include "server/sentences.h"

namespace digue::server {

using http::Response;
using incident::State;
using logbook::Logbook;

namespace {

constexpr std::size_t max_bulk_actions = 100;
constexpr std::size_t words_bytes = 20'000, name_bytes = 300, item_bytes = 128, account_bytes = 320;

Instant instant_of(const std::optional<logbook::Moment>& moment) {
  return moment ? moment->at : Instant::unknown;
}

// The sheet that a step is of, whichever the incident follows; else the incident's own.
const sheet::Sheet* sheet_of(const Call& call, const State& state, const std::string& item) {
  const auto* own = call.library().find(item.substr(0, item.find('/')));
  return own != nullptr ? own : call.library().find(state.sheet);
}

incident::Target target_of(Fields& fields) {
  return {fields.text("item", item_bytes, Fields::required), fields.text("account", account_bytes)};
}

// 412: what changed since, and the tag of what is there now.
Response changed_response(const Call& call, const OpenIncident::Changes& changes) {
  std::vector<std::string> lines;
  for (const auto& line : changes.lines)
    lines.push_back(incident::log_line_json(line, call.language));
  Trouble trouble{412, tell<sentences::changed_meanwhile>(), "If-Match"};
  trouble.more = ",\"etag\":\"" + changes.root + "\",\"changed\":" + json_array(lines);
  auto response = call.problem(trouble);
  response.with("ETag", "\"" + changes.root + "\"");
  return response;
}

// With If-Match, only if nobody changed anything since: else `refusal` says what.
Result<Written> write_if_same(const Call& call, const OpenIncident::Act& act,
                              std::optional<Response>& refusal) {
  const auto tag = call.request.field("if-match");
  if (tag.empty()) return call.incident->write(act);
  if (tag.size() != 66 || tag.front() != '"' || tag.back() != '"') {
    refusal = call.problem({400, tell<sentences::bad_tag>(), "If-Match"});
    return fail<sentences::bad_tag>(Error::Kind::bad_input);
  }
  std::optional<OpenIncident::Changes> changes;
  auto written = call.incident->write(act, std::string(tag.substr(1, 64)), changes);
  if (changes) refusal = changed_response(call, *changes);
  return written;
}

Response decided(const Call& call, const OpenIncident::Act& act) {
  std::optional<Response> refusal;
  const auto written = write_if_same(call, act, refusal);
  return refusal ? std::move(*refusal) : receipt_response(call, written);
}

// `say`, of the step's own sheet.
template <class Say>
OpenIncident::Act of_step(const Call& call, const std::string& item, const Say& say) {
  return [&call, item, say](Logbook& logbook, const State& state) -> Result<logbook::Receipt> {
    const auto* sheet = sheet_of(call, state, item);
    if (sheet == nullptr)
      return fail<sentences::no_such_sheet>(Error::Kind::not_found, state.sheet);
    return say(logbook, *sheet, state);
  };
}

incident::Act act_of(Fields& fields) {
  static constexpr std::string_view states[] = {"to-do",     "in-progress", "done",
                                                "partial",   "impossible",  "not-applicable",
                                                "delegated", "postponed"};
  incident::Act act;
  act.target = target_of(fields);
  act.state = incident::state_named(fields.word("state", states, Fields::required))
                  .value_or(incident::ActionState::to_do);
  act.why = fields.text("why", words_bytes);
  act.to = fields.text("to", name_bytes);
  act.due = instant_of(fields.moment("due"));
  act.effect = fields.text("effect", words_bytes);
  act.impact_accepted_by = fields.text("accept_impact", name_bytes);
  act.preserved_by = fields.text("preserved_by", name_bytes);
  act.preservation_waived_by = fields.text("waived_by", name_bytes);
  act.despite_prerequisites = fields.flag("despite");
  return act;
}

}  // namespace

namespace {

struct Doing {
  incident::Act act;
  std::optional<logbook::Moment> occurred;
};

Doing doing_of(Fields& fields) {
  return {act_of(fields), fields.moment("occurred")};
}

OpenIncident::Act done(const Call& call, const Doing& doing) {
  return of_step(call, doing.act.target.item,
                 [&call, doing](Logbook& logbook, const sheet::Sheet& sheet, const State& state) {
                   return incident::act(logbook, sheet, state, doing.act,
                                        call.speaker(doing.occurred));
                 });
}

// What became of one of several.
std::string outcome_json(const Call& call, const Doing& doing, const Result<Written>& written) {
  JsonWriter json;
  json.begin_object()
      .member("item", doing.act.target.item)
      .member("account", doing.act.target.account)
      .end_object();
  auto out = json.take();
  const auto more = written ? ",\"receipt\":" + receipt_json(*written)
                            : ",\"problem\":" + call.problem(written.error()).body;
  out.insert(out.size() - 1, more);
  return out;
}

}  // namespace

Response write_action(const Call& call) {
  Fields fields(call.request.body);
  const auto doing = doing_of(fields);
  if (const auto trouble = fields.trouble()) return call.problem(*trouble);
  return decided(call, done(call, doing));
}

// Each by itself, in their order: one that is refused keeps none of the others.  What changed
// meanwhile is looked for once, when the first is written.
Response write_actions(const Call& call) {
  Fields fields(call.request.body);
  std::vector<Doing> all;
  for (auto& part : fields.parts("actions", max_bulk_actions)) {
    all.push_back(doing_of(part));
    fields.take(part);
  }
  if (const auto trouble = fields.trouble()) return call.problem(*trouble);
  std::vector<std::string> outcomes;
  for (const auto& doing : all) {
    std::optional<Response> refusal;
    const auto act = done(call, doing);
    const auto written =
        outcomes.empty() ? write_if_same(call, act, refusal) : call.incident->write(act);
    if (refusal) return std::move(*refusal);
    outcomes.push_back(outcome_json(call, doing, written));
  }
  return json_response(200, "{\"items\":" + json_array(outcomes) + "}");
}

Response close_incident(const Call& call) {
  Fields fields(call.request.body);
  const auto conclusion = fields.text("conclusion", words_bytes, Fields::required);
  if (const auto trouble = fields.trouble()) return call.problem(*trouble);
  return decided(call, [&](Logbook& logbook, const State&) {
    return incident::close_incident(logbook, conclusion, call.speaker());
  });
}

Response write_answer(const Call& call) {
  Fields fields(call.request.body);
  const auto target = target_of(fields);
  const auto value = fields.text("value", words_bytes, Fields::required);
  const auto why = fields.text("why", words_bytes);
  const auto occurred = fields.moment("occurred");
  if (const auto trouble = fields.trouble()) return call.problem(*trouble);
  return decided(
      call,
      of_step(call, target.item, [&](Logbook& logbook, const sheet::Sheet& sheet, const State&) {
        return incident::answer(logbook, sheet, target, value, why, call.speaker(occurred));
      }));
}

Response write_call(const Call& call) {
  Fields fields(call.request.body);
  const incident::Calling calling{fields.text("contact", 64, Fields::required),
                                  fields.text("note", words_bytes),
                                  fields.text("reference", words_bytes)};
  const auto occurred = fields.moment("occurred");
  if (const auto trouble = fields.trouble()) return call.problem(*trouble);
  return receipt_response(call, call.incident->write([&](Logbook& logbook, const State& state) {
    return incident::record_call(logbook, call.library(), state, calling, call.speaker(occurred));
  }));
}

Response decide_severity(const Call& call) {
  Fields fields(call.request.body);
  const incident::Decision decision{fields.text("degree", 64, Fields::required),
                                    fields.text("by", name_bytes, Fields::required),
                                    fields.text("why", words_bytes, Fields::required)};
  if (const auto trouble = fields.trouble()) return call.problem(*trouble);
  if (!call.library().severity.present()) return call.problem({404, tell<sentences::no_table>()});
  return decided(call, [&](Logbook& logbook, const State& state) {
    return incident::decide_severity(logbook, call.library(), state, decision, call.speaker());
  });
}

// Without a time box told, the one that the sheet suggests.
Response start_round(const Call& call) {
  Fields fields(call.request.body);
  const auto minutes = fields.count("time_box", incident::max_round_minutes);
  if (const auto trouble = fields.trouble()) return call.problem(*trouble);
  return receipt_response(call, call.incident->write([&](Logbook& logbook, const State& state) {
    const auto* sheet = call.library().find(state.sheet);
    const auto suggested = sheet == nullptr ? 0 : sheet->time_box_minutes;
    return incident::start_round(
        logbook, state, minutes.value_or(static_cast<std::uint64_t>(suggested)), call.speaker());
  }));
}

Response end_round(const Call& call) {
  const Fields fields(call.request.body);
  if (const auto trouble = fields.trouble()) return call.problem(*trouble);
  if (!call.library().severity.present()) return call.problem({404, tell<sentences::no_table>()});
  return receipt_response(call, call.incident->write([&](Logbook& logbook, const State& state) {
    return incident::end_round(logbook, call.library(), state, call.speaker());
  }));
}

Response say_clock(const Call& call) {
  static constexpr std::string_view steps[] = {"start", "met", "waive"};
  const auto& clock = call.arguments[1];
  const auto& clocks = call.library().clocks;
  if (clocks.find(clock) == nullptr)
    return call.problem({404, tell<sentences::no_such_clock>(clock)});
  Fields fields(call.request.body);
  const auto step = fields.word("step", steps, Fields::required);
  const auto at = instant_of(fields.moment("at"));
  const auto entry = fields.count("entry", UINT32_MAX);
  const auto why = fields.text("why", words_bytes);
  const auto reference = fields.text("reference", name_bytes);
  if (const auto trouble = fields.trouble()) return call.problem(*trouble);
  const Instant now = call.services.clock.now();
  return receipt_response(call, call.incident->write([&](Logbook& logbook, const State& state) {
    const auto speaker = call.speaker();
    if (step == "start")
      return incident::start_clock(logbook, clocks, state, {clock, at, entry, why}, now, speaker);
    if (step == "met")
      return incident::meet_clock(logbook, clocks, state, {clock, at, reference, why}, now,
                                  speaker);
    return incident::waive_clock(logbook, clocks, state, clock, why, speaker);
  }));
}

}  // namespace digue::server
