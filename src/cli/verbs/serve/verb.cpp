#include "cli/verb.h"

#include <unistd.h>

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <cstdio>
#include <memory>

#include "base/json_writer.h"
#include "base/text.h"
#include "cli/event_logs/rule_files.h"
#include "cli/verbs/serve/qr.h"
#include "cli/verbs/serve/sentences.h"
#include "logbook/logbook.h"
#include "server/serve.h"

namespace digue::cli::verbs {

namespace {

using server::Started;

struct Options {
  std::vector<std::string> webhook_hosts, rules;
  std::string data, organisation, certificate, key, provider, listen = "127.0.0.1:8440";
};

void print_started(Session& session, const Started& started) {
  JsonWriter json;
  json.begin_object()
      .member("type", "serving")
      .member("addresses", started.addresses)
      .member("data", started.data.string())
      .member("fingerprint", started.fingerprint)
      .member("first_start_code", started.first_start_code)
      .member("interface", started.has_interface)
      .end_object();
  session.line(json.bytes());
}

void show_started(Session& session, const Started& started) {
  session.note(tell<sentences::serving_at>(started.addresses.front()));
  const std::vector<std::string> others(started.addresses.begin() + 1, started.addresses.end());
  if (!others.empty()) session.note(tell<sentences::serving_also>(join(others, " ")));
  // Only what another device can reach.
  if (!started.fingerprint.empty() && ::isatty(STDERR_FILENO) != 0)
    std::fputs(qr_for_terminal(started.addresses.front()).c_str(), stderr);
  session.note(tell<sentences::serving_data>(started.data.string()));
  if (!started.fingerprint.empty()) {
    session.note(tell<sentences::serving_fingerprint>());
    session.note(as_message("  " + started.fingerprint.substr(0, 47)));
    session.note(as_message("  " + started.fingerprint.substr(48)));
  }
  if (!started.first_start_code.empty())
    session.note(tell<sentences::serving_first>(started.first_start_code));
  if (!started.has_interface) session.note(tell<sentences::serving_bare>());
  session.note(tell<sentences::serving_stop>());
}

// Ours, and those that were named; null when none were.  Those that do not run are told.
std::shared_ptr<const detect::sigma::Loaded> rules_of(Session& session, const Options& options) {
  if (options.rules.empty()) return nullptr;
  auto rules = event_logs::load_rules(session, options.rules, true, {});
  const auto& loaded = rules.loaded;
  session.note(tell<sentences::serving_rules>(loaded.rules.rules().size(), loaded.left_out.size(),
                                              loaded.refusals.size()));
  return std::make_shared<const detect::sigma::Loaded>(std::move(rules.loaded));
}

Exit run(Session& session, const Options& options) {
  const server::ServeSettings settings{.data = options.data.empty()
                                                   ? server::default_data_folder()
                                                   : std::filesystem::path(options.data),
                                       .state = logbook::default_state_folder(),
                                       .listen = options.listen,
                                       .organisation = options.organisation,
                                       .certificate = options.certificate,
                                       .key = options.key,
                                       .webhook_hosts = options.webhook_hosts,
                                       .provider = options.provider,
                                       .rules = rules_of(session, options),
                                       .version = DIGUE_VERSION,
                                       .clock = &session.clock};
  const auto started = [&](const Started& what) {
    if (session.json)
      print_started(session, what);
    else
      show_started(session, what);
    std::fflush(stdout);
  };
  const auto outcome =
      server::serve(settings, started, [&](const Message& message) { session.note(message); });
  if (!outcome) return session.failed(outcome.error());
  session.note(tell<sentences::served>());
  return Exit::done;
}

class ServeVerb final : public Verb {
 public:
  std::string_view name() const override { return "serve"; }
  const Sentence& summary() const override { return sentences::serve_summary; }

  Run declare(CLI::App& app, Language language) const override {
    const auto options = std::make_shared<Options>();
    app.add_option("--data", options->data, std::string(sentences::option_data.in(language)));
    app.add_option("--org", options->organisation,
                   std::string(sentences::option_serve_organisation.in(language)));
    app.add_option("--listen", options->listen, std::string(sentences::option_listen.in(language)));
    app.add_option("--certificate", options->certificate,
                   std::string(sentences::option_certificate.in(language)));
    app.add_option("--key", options->key, std::string(sentences::option_key.in(language)));
    app.add_option("--oidc", options->provider, std::string(sentences::option_oidc.in(language)));
    app.add_option("--webhook-to", options->webhook_hosts,
                   std::string(sentences::option_webhook_to.in(language)));
    app.add_option("--rules", options->rules,
                   std::string(sentences::option_serve_rules.in(language)))
        ->allow_extra_args(false);
    return [options](Session& session) { return run(session, *options); };
  }
};

}  // namespace

const Verb& serve_verb() {
  static const ServeVerb verb;
  return verb;
}

}  // namespace digue::cli::verbs
