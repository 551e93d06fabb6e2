#include "cli/verb.h"

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <algorithm>

#include "base/json_writer.h"
#include "base/text.h"
#include "cli/casework/prepared.h"
#include "cli/casework/sentences.h"
#include "cli/verbs/clock/sentences.h"
#include "cli/verbs/clock/show.h"
#include "incident/clock_acts.h"
#include "incident/fold.h"
#include "produce/calendar/calendar.h"

namespace digue::cli::verbs {

namespace {

namespace sentences = clocks::sentences;

struct Options : casework::Options {
  std::string clock, at, why, reference, out;
  casework::PreparedOptions prepared;
  std::optional<std::uint64_t> entry;
  bool all = false;
};

Result<sheet::Library> library_with_clocks() {
  DIGUE_TRY(auto library, sheet::built_in_library());
  if (!library.clocks.present()) return fail<sentences::no_clocks>(Error::Kind::not_found);
  return library;
}

std::vector<std::string> ids_of(const sheet::Library& library) {
  std::vector<std::string> out;
  for (const auto& clock : library.clocks.clocks) out.push_back(clock.id);
  return out;
}

// The clocks that the settings turn on must exist.
Outcome check_switches(const casework::Prepared& prepared) {
  if (prepared.given() == nullptr) return {};
  for (const auto& id : prepared.given()->clocks)
    if (prepared.library.clocks.find(id) == nullptr)
      return fail<sentences::unknown_switch>(Error::Kind::bad_input, prepared.file, id,
                                             join(ids_of(prepared.library), ", "));
  return {};
}

// What `list` and `calendar` look at.
struct Looked {
  casework::Prepared prepared;
  incident::State state;
  std::vector<incident::ClockState> clocks;
  Instant now;
};

// Keeps its place: `clocks` points into the rest.
Result<std::unique_ptr<Looked>> look(Session& session, const Options& options) {
  auto out = std::make_unique<Looked>();
  DIGUE_TRY(const Instant at, casework::moment_of(options.at));
  DIGUE_TRY(const auto open, casework::open_case(session, options));
  DIGUE_TRY(out->state, incident::state_of(open.logbook, at));
  DIGUE_TRY(out->prepared, casework::prepare(session, options.prepared, &out->state));
  if (!out->prepared.library.clocks.present())
    return fail<sentences::no_clocks>(Error::Kind::not_found);
  DIGUE_CHECK(check_switches(out->prepared));
  out->now = at.known() ? at : session.clock.now();
  out->clocks =
      incident::clock_states(out->prepared.library, out->state, out->prepared.given(), out->now);
  return out;
}

Outcome listed(Session& session, const Options& options) {
  DIGUE_TRY(const auto looked, look(session, options));
  const auto& library = looked->prepared.library;
  if (!options.clock.empty() && library.clocks.find(options.clock) == nullptr)
    return fail<sentences::unknown_switch>(Error::Kind::bad_input, "--clock", options.clock,
                                           join(ids_of(library), ", "));
  clocks::show(session, {library, looked->state, looked->clocks, looked->prepared.given(),
                         options.incident, options.clock, options.all, looked->now});
  return {};
}

Outcome calendar_written(Session& session, const Options& options) {
  DIGUE_TRY(const auto looked, look(session, options));
  const auto calendar =
      produce::calendar::calendar_of(looked->state, looked->clocks, looked->now, session.language);
  DIGUE_CHECK(session.files.write(options.out, calendar.bytes));
  if (session.json) {
    JsonWriter json;
    json.begin_object()
        .member("type", "calendar")
        .member("file", options.out)
        .member("events", calendar.events)
        .member("without_end", calendar.without_end)
        .end_object();
    session.line(json.bytes());
    return {};
  }
  session.note(tell<sentences::calendar_written>(calendar.events, options.out));
  if (calendar.without_end > 0) session.note(tell<sentences::without_end>(calendar.without_end));
  return {};
}

using Say = Result<logbook::Receipt> (*)(const Options&, const sheet::Clocks&,
                                         const incident::State&, Instant, Instant, casework::Case&);

Result<logbook::Receipt> said(Session& session, const Options& options, Say say) {
  DIGUE_TRY(const Instant at, casework::moment_of(options.at));
  DIGUE_TRY(const auto library, library_with_clocks());
  DIGUE_TRY(auto open, casework::open_case(session, options));
  DIGUE_TRY(const auto state, incident::state_of(open.logbook));
  return say(options, library.clocks, state, at, session.clock.now(), open);
}

Result<logbook::Receipt> start(const Options& options, const sheet::Clocks& clocks,
                               const incident::State& state, Instant at, Instant now,
                               casework::Case& open) {
  return incident::start_clock(open.logbook, clocks, state,
                               {options.clock, at, options.entry, options.why}, now,
                               open.speaker());
}

Result<logbook::Receipt> meet(const Options& options, const sheet::Clocks& clocks,
                              const incident::State& state, Instant at, Instant now,
                              casework::Case& open) {
  return incident::meet_clock(open.logbook, clocks, state,
                              {options.clock, at, options.reference, options.why}, now,
                              open.speaker());
}

Result<logbook::Receipt> waive(const Options& options, const sheet::Clocks& clocks,
                               const incident::State& state, Instant, Instant,
                               casework::Case& open) {
  return incident::waive_clock(open.logbook, clocks, state, options.clock, options.why,
                               open.speaker());
}

class Declaring {
 public:
  Declaring(CLI::App& app, Language language) : app_(app), language_(language) {}

  Run declare() {
    app_.require_subcommand(1);
    declare_list();
    declare_start();
    declare_met();
    declare_waive();
    declare_calendar();
    return [chosen = chosen_](Session& session) { return (*chosen)(session); };
  }

 private:
  std::string text(const Sentence& sentence) const { return std::string(sentence.in(language_)); }

  CLI::App* part(const char* name, const Sentence& summary, Run run) {
    return casework::add_part(app_, name, summary.in(language_), chosen_, std::move(run));
  }

  CLI::App* looking(const char* name, const Sentence& summary,
                    Outcome (*what)(Session&, const Options&)) {
    auto* app = part(name, summary, [options = options_, what](Session& session) {
      const auto outcome = what(session, *options);
      return outcome ? Exit::done : session.failed(outcome.error());
    });
    casework::add_reading(*app, *options_, language_);
    app->add_option("--at", options_->at, text(casework::sentences::option_at));
    casework::add_prepared(*app, options_->prepared, language_);
    return app;
  }

  CLI::App* saying(const char* name, const Sentence& summary, Say say) {
    auto* app = part(name, summary, [options = options_, say](Session& session) {
      return casework::recorded(session, said(session, *options, say));
    });
    casework::add_writing(*app, *options_, language_);
    app->add_option("--clock", options_->clock, text(sentences::option_clock))->required();
    return app;
  }

  void declare_list() {
    auto* app = looking("list", sentences::list_summary, listed);
    app->add_option("--clock", options_->clock, text(sentences::option_clock));
    app->add_flag("--all", options_->all, text(sentences::option_all));
  }
  void declare_start() {
    auto* app = saying("start", sentences::start_summary, start);
    app->add_option("--at", options_->at, text(sentences::option_start_at));
    app->add_option("--entry", options_->entry, text(sentences::option_entry));
    app->add_option("--why", options_->why, text(casework::sentences::option_why))->required();
  }
  void declare_met() {
    auto* app = saying("met", sentences::met_summary, meet);
    app->add_option("--at", options_->at, text(sentences::option_met_at));
    app->add_option("--reference", options_->reference, text(sentences::option_reference));
    app->add_option("--why", options_->why, text(casework::sentences::option_why));
  }
  void declare_waive() {
    auto* app = saying("waive", sentences::waive_summary, waive);
    app->add_option("--why", options_->why, text(casework::sentences::option_why))->required();
  }
  void declare_calendar() {
    auto* app = looking("calendar", sentences::calendar_summary, calendar_written);
    app->add_option("--out", options_->out, text(sentences::option_out))->required();
  }

  CLI::App& app_;
  Language language_;
  std::shared_ptr<Options> options_ = std::make_shared<Options>();
  casework::Chosen chosen_ = std::make_shared<Run>();
};

class ClockVerb final : public Verb {
 public:
  std::string_view name() const override { return "clock"; }
  const Sentence& summary() const override { return sentences::summary; }
  Run declare(CLI::App& app, Language language) const override {
    return Declaring(app, language).declare();
  }
};

}  // namespace

const Verb& clock_verb() {
  static const ClockVerb verb;
  return verb;
}

}  // namespace digue::cli::verbs
