#include "cli/verb.h"

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>

#include "base/json_writer.h"
#include "cli/casework/casework.h"
#include "cli/casework/sentences.h"
#include "cli/casework/show.h"
#include "cli/verbs/log/add.h"
#include "cli/verbs/log/list.h"
#include "cli/verbs/log/merge.h"
#include "cli/verbs/log/print.h"
#include "logbook/checkpoint.h"
#include "logbook/verify.h"

namespace digue::cli::verbs {

namespace {

namespace sentences = casework::sentences;

using log::Options;

Result<logbook::Verdict> verdict_of(Session& session, const Options& options) {
  logbook::VerifyOptions how;
  for (const auto& path : options.checkpoints) {
    DIGUE_TRY(const std::string notes, session.files.read(path));
    for (auto& note : logbook::split_notes(notes)) how.checkpoints.push_back(std::move(note));
  }
  return logbook::verify(options.incident, how);
}

Exit verify(Session& session, const Options& options) {
  const auto verdict = verdict_of(session, options);
  if (!verdict) return session.failed(verdict.error());
  casework::show_verdict(session, *verdict, !options.checkpoints.empty());
  return verdict->intact() ? Exit::done : Exit::failed;
}

// The note itself, byte for byte: it is the data.
Exit checkpoint(Session& session, const Options& options) {
  const auto open = casework::open_case(session, options);
  if (!open) return session.failed(open.error());
  if (!session.json) {
    session.print(open->logbook.checkpoint());
    return Exit::done;
  }
  JsonWriter json;
  json.begin_object()
      .member("type", "checkpoint")
      .member("note", open->logbook.checkpoint())
      .member("verifier_key", open->logbook.verifier())
      .end_object();
  session.line(json.bytes());
  return Exit::done;
}

Exit redact(Session& session, const Options& options) {
  auto open = casework::open_case(session, options);
  if (!open) return session.failed(open.error());
  return casework::recorded(
      session, incident::redact(open->logbook, options.number, options.why, open->speaker()));
}

Exit withdraw(Session& session, const Options& options) {
  auto open = casework::open_case(session, options);
  if (!open) return session.failed(open.error());
  return casework::recorded(
      session, incident::withdraw(open->logbook, options.number, options.why, open->speaker()));
}

class Declaring {
 public:
  Declaring(CLI::App& app, Language language) : app_(app), language_(language) {}

  Run declare() {
    app_.require_subcommand(1);
    log::declare_add(*part("add", sentences::log_add, log::add), *options_, language_);
    log::declare_filter(*part("list", sentences::log_list, log::list), *options_, language_);
    log::declare_print(*part("print", sentences::log_print, log::print), *options_, language_);
    log::declare_merge(*part("merge", sentences::log_merge, log::merge), *options_, language_);
    auto* verify_app = part("verify", sentences::log_verify, verify);
    casework::add_reading(*verify_app, *options_, language_);
    verify_app->add_option("--checkpoint", options_->checkpoints,
                           text(sentences::option_checkpoint));
    auto* checkpoint_app = part("checkpoint", sentences::log_checkpoint, checkpoint);
    casework::add_reading(*checkpoint_app, *options_, language_);
    declare_numbered("redact", sentences::log_redact, redact);
    declare_numbered("withdraw", sentences::log_withdraw, withdraw);
    return [chosen = chosen_](Session& session) { return (*chosen)(session); };
  }

 private:
  using What = Exit (*)(Session&, const Options&);

  std::string text(const Sentence& sentence) const { return std::string(sentence.in(language_)); }

  CLI::App* part(const char* name, const Sentence& summary, What what) {
    return casework::add_part(
        app_, name, summary.in(language_), chosen_,
        [options = options_, what](Session& session) { return what(session, *options); });
  }

  void declare_numbered(const char* name, const Sentence& summary, What what) {
    auto* app = part(name, summary, what);
    casework::add_writing(*app, *options_, language_);
    app->add_option("NUMBER", options_->number, text(sentences::option_number))->required();
    app->add_option("--why", options_->why, text(sentences::option_why))->required();
  }

  CLI::App& app_;
  Language language_;
  std::shared_ptr<Options> options_ = std::make_shared<Options>();
  casework::Chosen chosen_ = std::make_shared<Run>();
};

class LogVerb final : public Verb {
 public:
  std::string_view name() const override { return "log"; }
  const Sentence& summary() const override { return sentences::log_summary; }
  Run declare(CLI::App& app, Language language) const override {
    return Declaring(app, language).declare();
  }
};

}  // namespace

const Verb& log_verb() {
  static const LogVerb verb;
  return verb;
}

}  // namespace digue::cli::verbs
