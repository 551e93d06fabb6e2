// digue hunt --indicators FILE PATH...: every sighting of the indicators, of an incident's too.
#include "cli/verb.h"

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <memory>

#include "base/text.h"
#include "cli/casework/prepared.h"
#include "cli/casework/told.h"
#include "cli/verbs/hunt/incident.h"
#include "cli/verbs/hunt/sentences.h"
#include "cli/verbs/hunt/show.h"
#include "incident/fold.h"

namespace digue::cli::verbs {

namespace {

constexpr unsigned max_threads = 64;

struct Options {
  std::vector<std::string> paths, indicators;
  casework::ToldOptions told;
  casework::PreparedOptions prepared;
  casework::Options incident;
  bool write = false;
  std::uint64_t listed = analysis::default_listed;
  unsigned threads = 0;
};

Outcome read_lists(const Options& options, Hunt& hunt) {
  for (const auto& path : options.indicators) {
    DIGUE_TRY(const auto file, MappedFile::open(path));
    hunt::read_list(file.bytes(), hunt.list);
    hunt.sources.push_back(path);
  }
  return {};
}

Result<analysis::HuntRequest> request_of(const Options& options,
                                         const organisation::Organisation& ours) {
  analysis::HuntRequest request;
  DIGUE_CHECK(casework::take_told(options.told, request.told));
  request.told = analysis::told_with_zone(std::move(request.told), ours);
  for (const auto& path : options.paths) request.paths.emplace_back(path);
  request.listed = options.listed;
  request.threads = options.threads;
  return request;
}

// The incident, when there is one, as it stands before the hunt.
struct Beside {
  std::optional<casework::Case> open;
  std::optional<incident::State> state;
};

Result<Beside> open_incident(Session& session, const Options& options) {
  Beside beside;
  if (options.incident.incident.empty()) return beside;
  DIGUE_TRY(beside.open, casework::open_case(session, options.incident));
  DIGUE_TRY(beside.state, incident::state_of(beside.open->logbook));
  return beside;
}

// Without settings, an organisation that shows times in the incident's zone.
Result<organisation::Organisation> ours_of(Session& session, const Options& options,
                                           const Beside& beside) {
  const auto* state = beside.state ? &*beside.state : nullptr;
  DIGUE_TRY(auto ours, casework::organisation_of(session, options.prepared, state));
  if (ours) return std::move(*ours);
  organisation::Organisation none;
  if (state != nullptr) none.zone = state->zone;
  return none;
}

Exit tell_hunt(Session& session, const Options& options, Beside& beside, const Hunt& hunt,
               const Zone& zone) {
  if (session.json)
    print_hunt(session, hunt);
  else
    show_hunt(session, hunt, zone);
  if (options.write) {
    const Exit written = casework::recorded(session, keep_hunt(session, *beside.open, hunt));
    if (written != Exit::done) return written;
  }
  return hunt.result.unreadable.empty() ? Exit::done : Exit::unreadable;
}

Exit wrong(Session& session, const Message& message) {
  session.note(message);
  return Exit::usage;
}

Exit run(Session& session, const Options& options) {
  const bool has_incident = !options.incident.incident.empty();
  if (options.write && !has_incident)
    return wrong(session, tell<sentences::hunt_write_needs_incident>());
  if (options.indicators.empty() && !has_incident)
    return wrong(session, tell<sentences::hunt_nothing_asked>());
  Hunt hunt;
  if (const auto read = read_lists(options, hunt); !read)
    return session.failed(read.error()), Exit::usage;
  auto beside = open_incident(session, options);
  if (!beside) return session.failed(beside.error());
  if (beside->state) {
    take_indicators(*beside->state, hunt.list);
    hunt.sources.push_back(options.incident.incident);
  }
  if (hunt.list.indicators().empty())
    return wrong(session, tell<sentences::hunt_no_indicator>(join(hunt.sources, ", "),
                                                             hunt.list.not_taken_count()));
  const auto ours = ours_of(session, options, *beside);
  if (!ours) return session.failed(ours.error()), Exit::usage;
  const auto request = request_of(options, *ours);
  if (!request) return session.failed(request.error()), Exit::usage;
  if (request->told.zone_is_assumed)
    session.note(tell<sentences::hunt_zone_assumed>(request->told.zone->name()));
  hunt.told = request->told;
  auto result = analysis::hunt_for(hunt.list.indicators(), *request);
  if (!result) return session.failed(result.error());
  hunt.result = std::move(*result);
  if (beside->state) hunt.newcomers = newcomers_of(*beside->state, hunt.result);
  return tell_hunt(session, options, *beside, hunt, ours->zone);
}

class HuntVerb final : public Verb {
 public:
  std::string_view name() const override { return "hunt"; }
  const Sentence& summary() const override { return sentences::hunt_summary; }

  Run declare(CLI::App& app, Language language) const override {
    const auto options = std::make_shared<Options>();
    const auto text = [&](const Sentence& sentence) { return std::string(sentence.in(language)); };
    app.add_option("PATH", options->paths, text(sentences::option_hunt_paths))->required();
    app.add_option("--indicators", options->indicators, text(sentences::option_hunt_indicators))
        ->allow_extra_args(false);
    app.add_option("--incident", options->incident.incident, text(sentences::option_hunt_incident));
    app.add_flag("--write", options->write, text(sentences::option_hunt_write));
    app.add_option("--author", options->incident.author, text(sentences::option_hunt_author));
    app.add_option("--org", options->prepared.organisation,
                   text(sentences::option_hunt_organisation));
    casework::declare_told(app, options->told, language);
    app.add_option("--listed", options->listed, text(sentences::option_hunt_listed));
    app.add_option("--threads", options->threads, text(sentences::option_hunt_threads))
        ->check(CLI::Range(1U, max_threads));
    return [options](Session& session) { return run(session, *options); };
  }
};

}  // namespace

const Verb& hunt_verb() {
  static const HuntVerb verb;
  return verb;
}

}  // namespace digue::cli::verbs
