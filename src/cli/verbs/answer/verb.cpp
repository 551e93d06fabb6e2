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
  std::string item, value, account, why;
};

Result<logbook::Receipt> answered(Session& session, const Options& options) {
  DIGUE_TRY(auto open, casework::open_case(session, options));
  DIGUE_TRY(const auto state, incident::state_of(open.logbook));
  DIGUE_TRY(const auto prepared, casework::prepare(session, options.prepared, &state));
  const auto& library = prepared.library;
  DIGUE_TRY(const auto* sheet, casework::sheet_of_step(library, options.item, state.sheet));
  DIGUE_TRY(const auto receipt,
            incident::answer(open.logbook, *sheet, {options.item, lower(options.account)},
                             options.value, options.why, open.speaker()));
  DIGUE_TRY(const auto after, incident::state_of(open.logbook));
  casework::tell_new_alerts(session, prepared, state, after);
  return receipt;
}

class AnswerVerb final : public Verb {
 public:
  std::string_view name() const override { return "answer"; }
  const Sentence& summary() const override { return sentences::answer_summary; }
  Run declare(CLI::App& app, Language language) const override {
    const auto options = std::make_shared<Options>();
    const auto text = [&](const Sentence& sentence) { return std::string(sentence.in(language)); };
    casework::add_writing(app, *options, language);
    casework::add_prepared(app, options->prepared, language);
    app.add_option("ITEM", options->item, text(sentences::option_item))->required();
    app.add_option("VALUE", options->value, text(sentences::option_answer))->required();
    app.add_option("--account", options->account, text(sentences::option_account));
    app.add_option("--why", options->why, text(sentences::option_why));
    return [options](Session& session) {
      return casework::recorded(session, answered(session, *options));
    };
  }
};

}  // namespace

const Verb& answer_verb() {
  static const AnswerVerb verb;
  return verb;
}

}  // namespace digue::cli::verbs
