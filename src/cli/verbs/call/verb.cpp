#include "cli/verb.h"

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>

#include "cli/casework/casework.h"
#include "cli/casework/prepared.h"
#include "cli/casework/sentences.h"
#include "incident/alerts.h"
#include "incident/fold.h"

namespace digue::cli::verbs {

namespace {

namespace sentences = casework::sentences;

struct Options : casework::Options {
  casework::PreparedOptions prepared;
  incident::Calling calling;
};

Result<logbook::Receipt> called(Session& session, const Options& options) {
  DIGUE_TRY(auto open, casework::open_case(session, options));
  DIGUE_TRY(const auto state, incident::state_of(open.logbook));
  DIGUE_TRY(const auto prepared, casework::prepare(session, options.prepared, &state));
  return incident::record_call(open.logbook, prepared.library, state, options.calling,
                               open.speaker());
}

class CallVerb final : public Verb {
 public:
  std::string_view name() const override { return "call"; }
  const Sentence& summary() const override { return sentences::call_summary; }
  Run declare(CLI::App& app, Language language) const override {
    const auto options = std::make_shared<Options>();
    const auto text = [&](const Sentence& sentence) { return std::string(sentence.in(language)); };
    casework::add_writing(app, *options, language);
    casework::add_prepared(app, options->prepared, language);
    auto& calling = options->calling;
    app.add_option("CONTACT", calling.contact, text(sentences::option_called))->required();
    app.add_option("--note", calling.note, text(sentences::option_note));
    app.add_option("--reference", calling.reference, text(sentences::option_case_number));
    return [options](Session& session) {
      return casework::recorded(session, called(session, *options));
    };
  }
};

}  // namespace

const Verb& call_verb() {
  static const CallVerb verb;
  return verb;
}

}  // namespace digue::cli::verbs
