#include "cli/verb.h"

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>

#include "cli/casework/casework.h"
#include "cli/casework/follow_up.h"
#include "cli/casework/prepared.h"
#include "cli/casework/sentences.h"
#include "cli/casework/show.h"
#include "incident/alerts.h"
#include "incident/fold.h"
#include "incident/owners.h"
#include "incident/plan.h"

namespace digue::cli::verbs {

namespace {

namespace sentences = casework::sentences;

struct Options : casework::Options {
  std::string by = "priority", at, only, sheet, person;
  casework::PreparedOptions prepared;
  bool all = false;
  std::size_t next = 0;
};

// What somebody has of another sheet is theirs to do too.
incident::Plan plan_by_person(const sheet::Library& library, const sheet::Sheet& sheet,
                              const incident::State& state) {
  std::vector<const sheet::Sheet*> sheets = {&sheet};
  for (const auto* other : incident::sheets_in_play(library, state))
    if (other != &sheet) sheets.push_back(other);
  return incident::plan_by_person(sheets, state);
}

incident::Plan plan_of(const sheet::Library& library, const sheet::Sheet& sheet,
                       const incident::State& state, const Options& options) {
  const auto order = incident::order_named(options.by).value_or(incident::PlanOrder::priority);
  if (order != incident::PlanOrder::person && options.person.empty())
    return incident::make_plan(sheet, state, order);
  auto plan = plan_by_person(library, sheet, state);
  if (!options.person.empty()) {
    const auto name = incident::known_name(state, options.person);
    std::erase_if(plan.lines, [&](const auto& line) { return line.owner != name; });
  }
  return plan;
}

casework::PlanView view_of(const Options& options, Instant now) {
  casework::PlanView view{options.all, options.next, options.only, options.incident};
  view.now = now;
  view.by_person = options.by == "person" || !options.person.empty();
  return view;
}

Outcome planned(Session& session, const Options& options) {
  DIGUE_TRY(const Instant at, casework::moment_of(options.at));
  DIGUE_TRY(const auto open, casework::open_case(session, options));
  DIGUE_TRY(const auto state, incident::state_of(open.logbook, at));
  DIGUE_TRY(const auto prepared, casework::prepare(session, options.prepared, &state));
  const auto& library = prepared.library;
  const auto& wanted = options.sheet.empty() ? state.sheet : options.sheet;
  DIGUE_TRY(const auto* sheet, casework::sheet_of(library, wanted));
  const Instant now = at.known() ? at : session.clock.now();
  const auto view = view_of(options, now);
  const auto beside = incident::beside_plan(library, state, now, prepared.given());
  casework::show_alerts(session, beside, view);
  casework::show_plan(session, plan_of(library, *sheet, state, options), state, view);
  casework::show_follow_up(session, beside, state, view);
  return {};
}

class PlanVerb final : public Verb {
 public:
  std::string_view name() const override { return "plan"; }
  const Sentence& summary() const override { return sentences::plan_summary; }
  Run declare(CLI::App& app, Language language) const override {
    const auto options = std::make_shared<Options>();
    const auto text = [&](const Sentence& sentence) { return std::string(sentence.in(language)); };
    casework::add_reading(app, *options, language);
    casework::add_prepared(app, options->prepared, language);
    app.add_option("--by", options->by, text(sentences::option_by))
        ->check(CLI::IsMember({"priority", "theme", "person"}));
    app.add_option("--person", options->person, text(sentences::option_person));
    app.add_option("--sheet", options->sheet, text(sentences::option_plan_sheet));
    app.add_option("--at", options->at, text(sentences::option_at));
    app.add_flag("--all", options->all, text(sentences::option_all));
    app.add_option("--priority", options->only, text(sentences::option_priority))
        ->check(CLI::IsMember({"before", "P0", "P1", "P2", "P3", "P4", "after"}));
    app.add_option("--next", options->next, text(sentences::option_next));
    return [options](Session& session) {
      const auto outcome = planned(session, *options);
      return outcome ? Exit::done : session.failed(outcome.error());
    };
  }
};

}  // namespace

const Verb& plan_verb() {
  static const PlanVerb verb;
  return verb;
}

}  // namespace digue::cli::verbs
