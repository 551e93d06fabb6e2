// digue hunt --indicators FILE PATH...: every sighting of the indicators.
#include "cli/verb.h"

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <memory>

#include "base/text.h"
#include "cli/casework/prepared.h"
#include "cli/verbs/hunt/sentences.h"
#include "cli/verbs/hunt/show.h"

namespace digue::cli::verbs {

namespace {

constexpr unsigned max_threads = 64;

struct Options {
  std::vector<std::string> paths, indicators;
  casework::PreparedOptions prepared;
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

analysis::HuntRequest request_of(const Options& options) {
  analysis::HuntRequest request;
  for (const auto& path : options.paths) request.paths.emplace_back(path);
  request.listed = options.listed;
  request.threads = options.threads;
  return request;
}

Exit run(Session& session, const Options& options) {
  Hunt hunt;
  if (const auto read = read_lists(options, hunt); !read)
    return session.failed(read.error()), Exit::usage;
  if (hunt.list.indicators().empty()) {
    session.note(
        tell<sentences::hunt_no_indicator>(join(hunt.sources, ", "), hunt.list.not_taken_count()));
    return Exit::usage;
  }
  const auto organisation = casework::organisation_of(session, options.prepared, nullptr);
  if (!organisation) return session.failed(organisation.error()), Exit::usage;
  auto result = analysis::hunt_for(hunt.list.indicators(), request_of(options));
  if (!result) return session.failed(result.error());
  hunt.result = std::move(*result);
  if (session.json)
    print_hunt(session, hunt);
  else
    show_hunt(session, hunt,
              *organisation ? (*organisation)->zone : organisation::Organisation{}.zone);
  return hunt.result.unreadable.empty() ? Exit::done : Exit::unreadable;
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
        ->required()
        ->allow_extra_args(false);
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
