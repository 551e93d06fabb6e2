#include "incident/severity_acts.h"

#include "base/text.h"
#include "incident/draft.h"
#include "incident/kinds.h"
#include "incident/sentences.h"

namespace digue::incident {

// Degrees are written by their ids, which the state reads back, and in words for the log's reader.
static void write_view(JsonWriter& json, const SeverityView& view) {
  json.member("table", view.table)
      .member("floor", view.floor)
      .member("ceiling", view.ceiling)
      .member("working", view.working);
  json.key("inputs").begin_array();
  for (const auto& [input, value] : view.inputs)
    json.begin_object().member("input", input).member("value", value).end_object();
  json.end_array().key("settings").begin_array();
  for (const auto& [setting, value] : view.settings)
    json.begin_object().member("setting", setting).member("value", value).end_object();
  json.end_array();
}

static void write_title(JsonWriter& json, std::string_view name, const sheet::SeverityTable& table,
                        std::size_t rank) {
  const auto& title = table.degrees.levels[rank].title;
  json.key(name).begin_object().member("fr", title.french).member("en", title.english).end_object();
}

static Result<std::size_t> rank_of(const sheet::SeverityTable& table, const std::string& degree) {
  if (const auto rank = table.degrees.rank_named(degree)) return *rank;
  std::vector<std::string> possible;
  for (const auto& level : table.degrees.levels) possible.push_back(level.id);
  return fail<sentences::no_such_degree>(Error::Kind::bad_input, degree, join(possible, ", "));
}

static Outcome check(const Decision& decision) {
  if (trimmed(decision.by).empty()) return fail<sentences::who_decides>(Error::Kind::bad_input);
  if (trimmed(decision.why).empty()) return fail<sentences::why_decided>(Error::Kind::bad_input);
  return {};
}

static std::string decision_body(const sheet::SeverityTable& table, std::size_t rank,
                                 const Qualification& qualification, const Decision& decision,
                                 const std::string& conclusion) {
  return body_of([&](JsonWriter& json) {
    json.member("degree", decision.degree)
        .member("by", trimmed(decision.by))
        .member("why", decision.why)
        .member("item", conclusion)
        .member("before", table.degrees.levels[qualification.degree].id);
    write_title(json, "title", table, rank);
    write_title(json, "title_before", table, qualification.degree);
    write_view(json, view_of(table, qualification));
  });
}

// The conclusion of the incident's own sheet; "" when it has none.
static std::string conclusion_of(const sheet::Library& library, const State& state) {
  const auto* sheet = library.find(state.sheet);
  if (sheet == nullptr) return {};
  for (const auto& step : library.severity.conclusions)
    if (sheet->step(step) != nullptr) return step;
  return {};
}

Result<logbook::Receipt> decide_severity(logbook::Logbook& logbook, const sheet::Library& library,
                                         const State& state, const Decision& decision,
                                         const Speaker& speaker) {
  DIGUE_TRY(const auto rank, rank_of(library.severity, decision.degree));
  DIGUE_CHECK(check(decision));
  const auto step = conclusion_of(library, state);
  const auto body = decision_body(library.severity, rank, qualify(library, state), decision, step);
  return say(logbook, kinds::severity, body, speaker,
             step.empty() ? logbook::References{} : references_of({step, ""}));
}

Result<logbook::Receipt> start_round(logbook::Logbook& logbook, const State& state,
                                     std::uint64_t minutes, const Speaker& speaker) {
  if (const auto* open = state.open_round())
    return fail<sentences::round_open>(Error::Kind::refused, open->number);
  if (minutes > max_round_minutes)
    return fail<sentences::bad_time_box>(Error::Kind::bad_input, max_round_minutes);
  return say(logbook, kinds::round_start,
             body_of([&](JsonWriter& json) { json.member("minutes", minutes); }), speaker);
}

Result<logbook::Receipt> end_round(logbook::Logbook& logbook, const sheet::Library& library,
                                   const State& state, const Speaker& speaker) {
  if (state.open_round() == nullptr) return fail<sentences::no_round_open>(Error::Kind::refused);
  const auto& table = library.severity;
  const auto now = qualify(library, state);
  return say(logbook, kinds::round_end, body_of([&](JsonWriter& json) {
               write_title(json, "title_floor", table, now.severity.degree.floor);
               write_title(json, "title_ceiling", table, now.severity.degree.ceiling);
               write_view(json, view_of(table, now));
             }),
             speaker);
}

}  // namespace digue::incident
