#include "cli/verb.h"

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>

#include "base/json_writer.h"
#include "cli/verbs/exercise/sentences.h"
#include "exercise/exercise.h"

namespace digue::cli::verbs {

namespace {

struct Options {
  std::string name, folder;
  exercise::Options make;
  bool list = false;
};

Exit list(Session& session) {
  for (const auto& one : exercise::exercises()) {
    if (!session.json) {
      session.line(std::string(one.name) + "  " + std::string(session.text(one.summary)));
      continue;
    }
    JsonWriter json;
    json.begin_object().member("type", "exercise").member("name", one.name);
    json.member("summary", session.text(one.summary)).end_object();
    session.line(json.bytes());
  }
  return Exit::done;
}

Exit make(Session& session, const Options& options) {
  const auto made = exercise::make(options.name, options.folder, options.make);
  if (!made) return session.failed(made.error());
  if (session.json) {
    JsonWriter json;
    json.begin_object().member("type", "exercise").member("name", options.name);
    json.member("seed", std::to_string(options.make.seed)).member("folder", options.folder);
    json.member("audit_rows", made->audit_rows).member("sign_ins", made->sign_ins);
    json.member("messages", made->messages).member("records", made->records).end_object();
    session.line(json.bytes());
  }
  session.note(made->records != 0
                   ? tell<sentences::exercise_of_network_made>(options.folder, made->records)
                   : tell<sentences::exercise_made>(options.folder, made->audit_rows,
                                                    made->sign_ins, made->messages));
  return Exit::done;
}

class ExerciseVerb final : public Verb {
 public:
  std::string_view name() const override { return "exercise"; }
  const Sentence& summary() const override { return sentences::exercise_summary; }

  Run declare(CLI::App& app, Language language) const override {
    const auto options = std::make_shared<Options>();
    const auto text = [&](const Sentence& sentence) { return std::string(sentence.in(language)); };
    app.require_subcommand(1);
    app.add_subcommand("list", text(sentences::exercise_list_summary))->callback([options] {
      options->list = true;
    });
    auto* maker = app.add_subcommand("make", text(sentences::exercise_make_summary));
    maker->add_option("NAME", options->name, text(sentences::option_exercise_name))->required();
    maker->add_option("--seed", options->make.seed, text(sentences::option_seed));
    maker->add_option("--out", options->folder, text(sentences::option_out))->required();
    maker->add_option("--rows", options->make.rows, text(sentences::option_rows));
    maker->add_flag("--single-format", options->make.single_format, text(sentences::option_single));
    return [options](Session& session) {
      return options->list ? list(session) : make(session, *options);
    };
  }
};

}  // namespace

const Verb& exercise_verb() {
  static const ExerciseVerb verb;
  return verb;
}

}  // namespace digue::cli::verbs
