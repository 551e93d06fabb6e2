// digue sigma --rules DIR PATH...: what Sigma rules find in Windows event logs.
#include "cli/verb.h"

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <memory>

#include "cli/event_logs/decode.h"
#include "cli/event_logs/ending.h"
#include "cli/event_logs/sentences.h"
#include "cli/verbs/sigma/matching.h"
#include "cli/verbs/sigma/rules.h"
#include "cli/verbs/sigma/sentences.h"
#include "cli/verbs/sigma/show.h"

namespace digue::cli::verbs {

namespace sigma {
namespace {

using event_logs::Ended;
using event_logs::Log;
using read::evtx::Facts;

// Adds up the pieces; with --json, hands their lines on.
class Collector final : public event_logs::Receiver {
 public:
  explicit Collector(Session& session) : session_(session) {}

  void begin(const Log&) override { told_ = 0; }

  bool piece(const Log& log, event_logs::Work& work) override {
    auto& made = static_cast<MatchWork&>(work);
    totals.asked += made.asked;
    totals.given_up += made.given_up();
    for (std::uint32_t rule = 0; rule < made.counts.size(); ++rule) {
      if (made.counts[rule] == 0) continue;
      totals.rules[rule].matches += made.counts[rule];
      totals.matches += made.counts[rule];
    }
    for (auto& match : made.matches) take(log, match);
    return text(made.lines);
  }

  void damage(const Log& log, const read::evtx::Damage& damage) override {
    if (++told_ > event_logs::max_damage_told) return;
    if (session_.json)
      line(event_logs::damage_json(log, damage, session_.language));
    else
      session_.note(event_logs::damage_message(log, damage));
  }

  void end(const Log& log, const Facts& facts) override {
    ++totals.logs;
    totals.records += facts.records;
    lost = lost || event_logs::is_lacking(log, facts);
    if (session_.json) line(event_logs::facts_json(log, facts));
  }

  void line(std::string_view json) { text(std::string(json) + "\n"); }
  bool text(std::string_view text) {
    if (error_ == 0 && std::fwrite(text.data(), 1, text.size(), stdout) != text.size())
      error_ = errno;
    return error_ == 0;
  }
  // 0, or why standard output failed.
  int finish() {
    if (error_ == 0 && std::fflush(stdout) != 0) error_ = errno;
    return error_;
  }

  Totals totals;
  bool lost = false;

 private:
  void take(const Log& log, Match& match) {
    Tally& tally = totals.rules[match.rule];
    if (!tally.first.known() || match.time < tally.first) tally.first = match.time;
    tally.last = std::max(tally.last, match.time);
    const bool known =
        std::find(tally.hosts.begin(), tally.hosts.end(), match.host) != tally.hosts.end();
    if (!known && tally.hosts.size() < hosts_shown)
      tally.hosts.push_back(match.host);
    else
      tally.more_hosts |= !known;
    if (tally.examples.size() < examples_shown && !match.example.id.empty())
      tally.examples.push_back({log.name, std::move(match.example)});
  }

  Session& session_;
  std::uint64_t told_ = 0;
  int error_ = 0;
};

bool has_matches_at(const Rules& rules, const Totals& totals, const std::string& level) {
  return std::any_of(totals.rules.begin(), totals.rules.end(), [&](const auto& one) {
    return rules.loaded.rules.rules()[one.first].level >= severity_of(level);
  });
}

Exit run(Session& session, const Options& options) {
  const auto rules = load_rules(session, options);
  if (!rules) return session.failed(rules.error());
  const auto& loaded = rules->loaded;
  Collector collector(session);
  if (session.json) (void)collector.text(rules_json(loaded, session.language));
  Ended ended = Ended::done;
  if (loaded.rules.rules().empty()) {
    session.note(tell<sentences::no_rule>());
  } else {
    const auto found = event_logs::find_logs(session, options.paths);
    collector.lost = found.lost;
    if (found.logs.empty()) session.note(tell<event_logs::sentences::no_log>());
    ended = decode(
        found.logs, event_logs::threads_for(options.threads),
        [&] { return std::make_unique<MatchWork>(loaded.rules, session.json, session.language); },
        collector);
  }
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
        ->required()
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
