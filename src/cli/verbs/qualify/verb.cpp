#include "cli/verb.h"

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <algorithm>

#include "base/text.h"
#include "cli/casework/casework.h"
#include "cli/casework/prepared.h"
#include "cli/casework/sentences.h"
#include "cli/verbs/qualify/sentences.h"
#include "cli/verbs/qualify/show.h"
#include "incident/beside.h"
#include "incident/fold.h"
#include "incident/severity_acts.h"
#include "organisation/organisation.h"
#include "sheet/sentences.h"

namespace digue::cli::verbs {

namespace {

namespace sentences = qualifying::sentences;

struct Options : casework::Options {
  std::string round, degree, by, why, at;
  casework::PreparedOptions prepared;
  std::uint64_t time_box = 0;
};

// What is asked for, in the order that makes sense: a round starts before a decision and ends
// after.
// Empty without settings.
const organisation::Register& register_of(const casework::Prepared& prepared) {
  static const organisation::Register none;
  return prepared.organisation ? prepared.organisation->registry : none;
}

class Qualifying {
 public:
  Qualifying(Session& session, const Options& options, const casework::Prepared& prepared,
             casework::Case& open)
      : session_(session),
        options_(options),
        library_(prepared.library),
        organisation_(prepared.given()),
        registry_(register_of(prepared)),
        open_(open) {}

  Outcome write() {
    if (options_.round == "start") DIGUE_CHECK(start());
    if (!options_.degree.empty()) DIGUE_CHECK(decide());
    if (options_.round == "end") DIGUE_CHECK(end());
    return {};
  }

  Outcome show(Instant at) {
    DIGUE_TRY(const auto state, incident::state_of(open_.logbook, at));
    const auto qualification = incident::qualify(library_, state);
    const auto joined = incident::join_register(registry_, library_.severity, state, qualification);
    const Instant now = at.known() ? at : session_.clock.now();
    qualifying::show(
        session_,
        {{library_, state, qualification, now, registry_.empty() ? nullptr : &joined},
         options_.incident,
         incident::beside_plan(library_, state, now, organisation_).follow_up.conclusions});
    return {};
  }

 private:
  Outcome told(const Result<logbook::Receipt>& receipt) {
    if (!receipt) return digue::fail(receipt.error());
    casework::recorded(session_, receipt);
    return {};
  }

  Outcome start() {
    DIGUE_TRY(const auto state, incident::state_of(open_.logbook));
    const auto* sheet = library_.find(state.sheet);
    const auto suggested = sheet == nullptr ? 0 : sheet->time_box_minutes;
    const auto minutes =
        options_.time_box != 0 ? options_.time_box : static_cast<std::uint64_t>(suggested);
    return told(incident::start_round(open_.logbook, state, minutes, open_.speaker()));
  }

  Outcome decide() {
    DIGUE_TRY(const auto state, incident::state_of(open_.logbook));
    return told(incident::decide_severity(open_.logbook, library_, state,
                                          {options_.degree, options_.by, options_.why},
                                          open_.speaker()));
  }

  Outcome end() {
    DIGUE_TRY(const auto state, incident::state_of(open_.logbook));
    return told(incident::end_round(open_.logbook, library_, state, open_.speaker()));
  }

  Session& session_;
  const Options& options_;
  const sheet::Library& library_;
  const organisation::Organisation* organisation_;
  const organisation::Register& registry_;
  casework::Case& open_;
};

Outcome qualified(Session& session, const Options& options) {
  DIGUE_TRY(const Instant at, casework::moment_of(options.at));
  DIGUE_TRY(auto open, casework::open_case(session, options));
  DIGUE_TRY(const auto state, incident::state_of(open.logbook));
  DIGUE_TRY(auto prepared, casework::prepare(session, options.prepared, &state));
  if (!prepared.library.severity.present())
    return fail<sheet::sentences::no_table>(Error::Kind::not_found);
  if (const auto* organisation = prepared.given()) {
    for (const auto& note : organisation->notes)
      session.note(tell<sentences::organisation_note>(note));
  }
  DIGUE_CHECK(incident::apply_thresholds(prepared));
  Qualifying qualifying(session, options, prepared, open);
  DIGUE_CHECK(qualifying.write());
  return qualifying.show(at);
}

Exit run(Session& session, const Options& options) {
  const auto misused = [&](const Message& message) {
    session.note(message);
    return Exit::usage;
  };
  if (options.time_box != 0 && options.round != "start")
    return misused(tell<sentences::time_box_alone>());
  if (!options.by.empty() && options.degree.empty())
    return misused(tell<sentences::decide_alone>());
  const bool writes = !options.round.empty() || !options.degree.empty();
  if (writes && !options.at.empty()) return misused(tell<sentences::at_alone>());
  const auto outcome = qualified(session, options);
  return outcome ? Exit::done : session.failed(outcome.error());
}

class QualifyVerb final : public Verb {
 public:
  std::string_view name() const override { return "qualify"; }
  const Sentence& summary() const override { return sentences::summary; }
  Run declare(CLI::App& app, Language language) const override {
    const auto options = std::make_shared<Options>();
    const auto text = [&](const Sentence& sentence) { return std::string(sentence.in(language)); };
    casework::add_writing(app, *options, language);
    app.add_option("--round", options->round, text(sentences::option_round))
        ->check(CLI::IsMember({"start", "end"}));
    app.add_option("--time-box", options->time_box, text(sentences::option_time_box))
        ->check(CLI::Range(std::uint64_t{1}, incident::max_round_minutes));
    app.add_option("--decide", options->degree, text(sentences::option_decide));
    app.add_option("--by", options->by, text(sentences::option_by));
    app.add_option("--why", options->why, text(casework::sentences::option_why));
    casework::add_prepared(app, options->prepared, language);
    app.add_option("--at", options->at, text(casework::sentences::option_at));
    return [options](Session& session) { return run(session, *options); };
  }
};

}  // namespace

const Verb& qualify_verb() {
  static const QualifyVerb verb;
  return verb;
}

}  // namespace digue::cli::verbs
