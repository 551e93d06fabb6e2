// digue sigma --rules DIR PATH...: what Sigma rules find in Windows event logs (or in JSON that was
// made of one) and in exports of Microsoft 365 and Entra.
#include "cli/verb.h"

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <algorithm>
#include <memory>

#include "cli/event_logs/decode.h"
#include "cli/event_logs/ending.h"
#include "cli/event_logs/sentences.h"
#include "cli/verbs/sigma/collector.h"
#include "cli/verbs/sigma/exports.h"
#include "cli/verbs/sigma/matching.h"
#include "cli/verbs/sigma/rules.h"
#include "cli/verbs/sigma/sentences.h"
#include "cli/verbs/sigma/show.h"

namespace digue::cli::verbs {

namespace sigma {
namespace {

using event_logs::Ended;

bool has_matches_at(const event_logs::Rules& rules, const Totals& totals,
                    const std::string& level) {
  const auto wanted = severity_of(level);
  const auto& set = rules.loaded.rules;
  const auto is_grave = [&](const auto& all, const auto& of) {
    return std::any_of(all.begin(), all.end(),
                       [&](const auto& one) { return of(one.first) >= wanted; });
  };
  return is_grave(totals.rules, [&](auto rule) { return set.rules()[rule].level; }) ||
         is_grave(totals.correlations,
                  [&](auto one) { return set.correlations()[one].written.level; });
}

Exit run(Session& session, const Options& options) {
  const auto rules = load_rules(session, options);
  if (!rules) return session.failed(rules.error());
  const auto& loaded = rules->loaded;
  Collector collector(session, loaded.rules);
  if (session.json) (void)collector.text(event_logs::rules_json(loaded, session.language));
  Ended ended = Ended::done;
  if (loaded.rules.rules().empty()) {
    session.note(tell<sentences::no_rule>());
  } else {
    const auto found =
        event_logs::find_logs(session, options.paths, event_logs::Asked::exports_too);
    collector.lost = found.lost;
    if (found.logs.empty() && found.exports.empty())
      session.note(tell<event_logs::sentences::no_log>());
    ended = decode(
        found.logs, event_logs::threads_for(options.threads),
        [&] { return std::make_unique<MatchWork>(loaded.rules, session.json, session.language); },
        collector);
    if (ended == Ended::done) match_exports(found.exports, loaded.rules, session, collector);
  }
  collector.correlate();
  if (session.json)
    collector.line(summary_json(loaded, collector.totals));
  else
    show(session, loaded, collector.totals);
  const int error = collector.finish();
  const bool nothing = collector.totals.logs == 0;
  const bool lost = collector.lost || rules->lost || nothing || !loaded.refusals.empty();
  const Exit exit = exit_of(session, ended, error, lost);
  const bool grave =
      !options.fail_on.empty() && has_matches_at(*rules, collector.totals, options.fail_on);
  return grave && exit != Exit::failed ? Exit::findings : exit;
}

class SigmaVerb final : public Verb {
 public:
  std::string_view name() const override { return "sigma"; }
  const Sentence& summary() const override { return sentences::summary; }

  Run declare(CLI::App& app, Language language) const override {
    const auto options = std::make_shared<Options>();
    const auto text = [&](const Sentence& sentence) { return std::string(sentence.in(language)); };
    const CLI::IsMember level({"info", "low", "medium", "high", "critical"});
    app.add_option("PATH", options->paths, text(sentences::option_paths))->required();
    app.add_option("--rules", options->rules, text(sentences::option_rules))
        ->allow_extra_args(false);
    app.add_option("--level", options->level, text(sentences::option_level))->check(level);
    app.add_option("--rule", options->only, text(sentences::option_only))->allow_extra_args(false);
    app.add_option("--fail-on", options->fail_on, text(sentences::option_fail_on))->check(level);
    app.add_option("--placeholders", options->placeholders, text(sentences::option_placeholders));
    app.add_option("--threads", options->threads, text(event_logs::sentences::option_threads))
        ->check(CLI::Range(1U, event_logs::max_threads));
    return [options](Session& session) { return run(session, *options); };
  }
};

}  // namespace
}  // namespace sigma

const Verb& sigma_verb() {
  static const sigma::SigmaVerb verb;
  return verb;
}

}  // namespace digue::cli::verbs
