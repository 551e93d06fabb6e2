#include "cli/verb.h"

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>

#include "base/text.h"
#include "cli/casework/casework.h"
#include "cli/casework/follow_up.h"
#include "cli/casework/prepared.h"
#include "cli/casework/sentences.h"
#include "incident/fold.h"

namespace digue::cli::verbs {

namespace {

namespace sentences = casework::sentences;

struct Options : casework::Options {
  casework::PreparedOptions prepared;
  std::string state = "done", due;
  incident::Act act;
};

Result<logbook::Receipt> acted(Session& session, const Options& options) {
  incident::Act act = options.act;
  act.target.account = lower(act.target.account);
  act.state = incident::state_named(options.state).value_or(incident::ActionState::done);
  DIGUE_TRY(act.due, casework::moment_of(options.due));
  DIGUE_TRY(auto open, casework::open_case(session, options));
  DIGUE_TRY(const auto state, incident::state_of(open.logbook));
  DIGUE_TRY(const auto prepared, casework::prepare(session, options.prepared, &state));
  const auto& library = prepared.library;
  DIGUE_TRY(const auto* sheet, casework::sheet_of_step(library, act.target.item, state.sheet));
  DIGUE_TRY(const auto receipt, incident::act(open.logbook, *sheet, state, act, open.speaker()));
  DIGUE_TRY(const auto after, incident::state_of(open.logbook));
  casework::tell_new_alerts(session, prepared, state, after);
  return receipt;
}

void add_conditions(CLI::App& app, Options& options, Language language) {
  const auto text = [&](const Sentence& sentence) { return std::string(sentence.in(language)); };
  auto& act = options.act;
  app.add_option("--accept-impact", act.impact_accepted_by, text(sentences::option_accept_impact));
  app.add_option("--preserved", act.preserved, text(sentences::option_evidence));
  app.add_option("--preserved-by", act.preserved_by, text(sentences::option_preserved_by));
  app.add_option("--waived-by", act.preservation_waived_by, text(sentences::option_waived_by));
  app.add_flag("--despite-prerequisites", act.despite_prerequisites,
               text(sentences::option_despite));
}

class ActVerb final : public Verb {
 public:
  std::string_view name() const override { return "act"; }
  const Sentence& summary() const override { return sentences::act_summary; }
  Run declare(CLI::App& app, Language language) const override {
    const auto options = std::make_shared<Options>();
    const auto text = [&](const Sentence& sentence) { return std::string(sentence.in(language)); };
    casework::add_writing(app, *options, language);
    casework::add_prepared(app, options->prepared, language);
    app.add_option("ITEM", options->act.target.item, text(sentences::option_item))->required();
    app.add_option("STATE", options->state, text(sentences::option_state))
        ->required()
        ->check(CLI::IsMember({"to-do", "in-progress", "done", "partial", "impossible",
                               "not-applicable", "delegated", "postponed"}));
    app.add_option("--account", options->act.target.account, text(sentences::option_account));
    app.add_option("--why", options->act.why, text(sentences::option_why));
    app.add_option("--to", options->act.to, text(sentences::option_to));
    app.add_option("--due", options->due, text(sentences::option_due));
    app.add_option("--effect", options->act.effect, text(sentences::option_effect));
    add_conditions(app, *options, language);
    return [options](Session& session) {
      return casework::recorded(session, acted(session, *options));
    };
  }
};

}  // namespace

const Verb& act_verb() {
  static const ActVerb verb;
  return verb;
}

}  // namespace digue::cli::verbs
