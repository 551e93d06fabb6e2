#include "cli/verb.h"

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>

#include "base/text.h"
#include "cli/casework/prepared.h"
#include "cli/casework/sentences.h"
#include "incident/fold.h"
#include "incident/owners.h"

namespace digue::cli::verbs {

namespace {

namespace sentences = casework::sentences;

struct Options : casework::Options {
  std::string due;
  bool nobody = false;
  incident::Assignment assignment;
};

Result<logbook::Receipt> assigned(Session& session, const Options& options) {
  incident::Assignment assignment = options.assignment;
  if (options.nobody == !trimmed(assignment.to).empty())
    return fail<sentences::to_or_nobody>(Error::Kind::bad_input);
  assignment.target.account = lower(assignment.target.account);
  DIGUE_TRY(assignment.until, casework::moment_of(options.due));
  DIGUE_TRY(auto open, casework::open_case(session, options));
  DIGUE_TRY(const auto state, incident::state_of(open.logbook));
  DIGUE_TRY(const auto prepared, casework::prepare(session, {}, &state));
  DIGUE_TRY(const auto* sheet,
            casework::sheet_of_step(prepared.library, assignment.target.item, state.sheet));
  return incident::assign(open.logbook, *sheet, state, assignment, open.speaker());
}

class AssignVerb final : public Verb {
 public:
  std::string_view name() const override { return "assign"; }
  const Sentence& summary() const override { return sentences::assign_summary; }
  Run declare(CLI::App& app, Language language) const override {
    const auto options = std::make_shared<Options>();
    const auto text = [&](const Sentence& sentence) { return std::string(sentence.in(language)); };
    casework::add_writing(app, *options, language);
    auto& assignment = options->assignment;
    app.add_option("ITEM", assignment.target.item, text(sentences::option_item))->required();
    app.add_option("--to", assignment.to, text(sentences::option_assigned_to));
    app.add_flag("--nobody", options->nobody, text(sentences::option_nobody));
    app.add_option("--account", assignment.target.account, text(sentences::option_account));
    app.add_option("--due", options->due, text(sentences::option_due));
    app.add_option("--why", assignment.why, text(sentences::option_why));
    return [options](Session& session) {
      return casework::recorded(session, assigned(session, *options));
    };
  }
};

}  // namespace

const Verb& assign_verb() {
  static const AssignVerb verb;
  return verb;
}

}  // namespace digue::cli::verbs
