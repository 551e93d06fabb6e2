#include "cli/verb.h"

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>

#include "cli/casework/handover.h"
#include "cli/casework/prepared.h"
#include "cli/casework/sentences.h"
#include "incident/fold.h"
#include "incident/handover.h"

namespace digue::cli::verbs {

namespace {

namespace sentences = casework::sentences;

struct Options : casework::Options {
  incident::HandingOver what;
  std::string at;
  bool accept = false;
};

Outcome write(Session& session, const Options& options, const sheet::Library& library,
              casework::Case& open) {
  DIGUE_TRY(const auto state, incident::state_of(open.logbook));
  const auto receipt = options.accept
                           ? incident::accept_handover(open.logbook, state, open.speaker())
                           : incident::hand_over(open.logbook, library, state, options.what,
                                                 session.clock.now(), open.speaker());
  if (!receipt) return digue::fail(receipt.error());
  casework::recorded(session, receipt);
  return {};
}

// What is shown is what the one who comes reads: as it stands once it is written.
Outcome handed_over(Session& session, const Options& options) {
  DIGUE_TRY(const auto at, casework::moment_of(options.at));
  DIGUE_TRY(auto open, casework::open_case(session, options));
  DIGUE_TRY(const auto before, incident::state_of(open.logbook));
  DIGUE_TRY(const auto prepared, casework::prepare(session, {}, &before));
  const auto& library = prepared.library;
  if (options.accept || !options.what.to.empty())
    DIGUE_CHECK(write(session, options, library, open));
  DIGUE_TRY(const auto state, incident::state_of(open.logbook, at));
  const auto now = at.known() ? at : session.clock.now();
  casework::show_handover(session, incident::handover_summary(library, state, now), state,
                          options.incident);
  return {};
}

class HandoverVerb final : public Verb {
 public:
  std::string_view name() const override { return "handover"; }
  const Sentence& summary() const override { return sentences::handover_summary; }
  Run declare(CLI::App& app, Language language) const override {
    const auto options = std::make_shared<Options>();
    const auto text = [&](const Sentence& sentence) { return std::string(sentence.in(language)); };
    casework::add_writing(app, *options, language);
    auto* to = app.add_option("--to", options->what.to, text(sentences::option_handover_to));
    app.add_option("--note", options->what.text, text(sentences::option_handover_note))->needs(to);
    app.add_flag("--move", options->what.move, text(sentences::option_move))->needs(to);
    app.add_flag("--accept", options->accept, text(sentences::option_accept))->excludes(to);
    app.add_option("--at", options->at, text(sentences::option_at))->excludes(to);
    return [options](Session& session) {
      const auto outcome = handed_over(session, *options);
      return outcome ? Exit::done : session.failed(outcome.error());
    };
  }
};

}  // namespace

const Verb& handover_verb() {
  static const HandoverVerb verb;
  return verb;
}

}  // namespace digue::cli::verbs
