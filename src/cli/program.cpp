#include <CLI/CLI.hpp>
#include <algorithm>
#include <clocale>
#include <cstdio>
#include <cstdlib>
#include <optional>
#include <string>
#include <vector>

#include "base/text.h"
#include "cli/sentences.h"
#include "cli/usage.h"
#include "cli/verb.h"

namespace digue::cli {

void Session::print(std::string_view text) {
  std::fwrite(text.data(), 1, text.size(), stdout);
}

void Session::line(std::string_view text) {
  print(text);
  print("\n");
}

void Session::note(const Message& message) {
  std::fflush(stdout);
  std::fprintf(stderr, "%s\n", message.in(language).c_str());
}

Exit Session::failed(const Error& error) {
  note(error.message);
  return Exit::failed;
}

// --lang wins; then the locale's variables in their order of precedence; then English.
static Language choose_language(int argc, const char* const* argv) {
  for (int i = 1; i < argc; ++i) {
    const std::string_view word = argv[i];
    if (word == "--lang" && i + 1 < argc)
      return std::string_view(argv[i + 1]) == "fr" ? Language::french : Language::english;
    if (word.starts_with("--lang="))
      return word.substr(7) == "fr" ? Language::french : Language::english;
  }
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const char* value = std::getenv(name);
    if (value != nullptr && *value != '\0')
      return starts_with_ignoring_case(value, "fr") ? Language::french : Language::english;
  }
  return Language::english;
}

static void label(CLI::App& app, Language language) {
  const auto formatter = app.get_formatter();
  const auto text = [&](const Sentence& sentence) { return std::string(sentence.in(language)); };
  formatter->label("Usage", text(sentences::label_usage));
  formatter->label("OPTIONS", text(sentences::label_options));
  formatter->label("SUBCOMMAND", text(sentences::label_verb));
  formatter->label("Options", text(sentences::label_options));
  formatter->label("Positionals", text(sentences::label_positionals));
  formatter->label("Subcommands", text(sentences::label_subcommands));
  formatter->label("REQUIRED", text(sentences::label_required));
  formatter->column_width(34);
  app.set_help_flag("-h,--help", text(sentences::option_help));
}

namespace {

struct Common {
  std::string language;
  bool json = false;
};

struct Declared {
  CLI::App* app;
  Run run;
};

}  // namespace

static void add_common(CLI::App& app, Common& common, Language language) {
  app.add_option("--lang", common.language, std::string(sentences::option_language.in(language)))
      ->check(CLI::IsMember({"fr", "en"}))
      ->type_name("fr|en");
  app.add_flag("--json", common.json, std::string(sentences::option_json.in(language)));
}

// --lang, --json and --help may stand anywhere after the verb, the words of a verb too ("log add").
static void finish_verb(CLI::App& app, Common& common, Language language) {
  label(app, language);
  add_common(app, common, language);
  for (auto* word : app.get_subcommands([](const CLI::App*) { return true; })) {
    word->group(std::string(sentences::label_subcommands.in(language)));
    finish_verb(*word, common, language);
  }
}

static std::vector<Declared> declare_verbs(CLI::App& app, Common& common, Language language) {
  std::vector<Declared> declared;
  for (const Verb* verb : verbs::verbs()) {
    auto* sub =
        app.add_subcommand(std::string(verb->name()), std::string(verb->summary().in(language)));
    sub->group(std::string(sentences::label_subcommands.in(language)));
    declared.push_back({sub, verb->declare(*sub, language)});
    finish_verb(*sub, common, language);
  }
  return declared;
}

static int run_verb(const std::vector<Declared>& declared, Session& session) {
  const auto run = [&](auto is_it) -> std::optional<int> {
    const auto found = std::find_if(declared.begin(), declared.end(), is_it);
    if (found == declared.end()) return std::nullopt;
    return static_cast<int>(found->run(session));
  };
  if (const auto code = run([](const Declared& verb) { return verb.app->parsed(); })) return *code;
  // Without a verb, the server: what a person types who knows none.
  return run([](const Declared& verb) { return verb.app->get_name() == "serve"; })
      .value_or(static_cast<int>(Exit::usage));
}

int run_program(int argc, const char* const* argv) {
  const Language language = choose_language(argc, argv);
  SystemClock clock;
  DiskFiles files;
  Session session{language, false, clock, files};
  Common common;
  CLI::App app(std::string(sentences::program_summary.in(language)), "digue");
  label(app, language);
  add_common(app, common, language);
  app.set_version_flag("--version", "digue " DIGUE_VERSION,
                       std::string(sentences::option_version.in(language)));
  try {
    const auto declared = declare_verbs(app, common, language);
    const std::vector<std::string> words(argv + std::min(argc, 1), argv + argc);
    if (const auto wrong = missing_value(app, words)) {
      session.note(*wrong);
      return static_cast<int>(Exit::usage);
    }
    try {
      app.parse(argc, argv);
    } catch (const CLI::Success& success) {  // --help, --version
      return app.exit(success);
    } catch (const CLI::ParseError& error) {
      session.note(explained(error, app, words));
      return static_cast<int>(Exit::usage);
    }
    session.json = common.json;
    const int code = run_verb(declared, session);
    std::fflush(stdout);
    return code;
  } catch (const std::exception& error) {
    session.note(tell<sentences::unexpected>(error.what()));
    return static_cast<int>(Exit::failed);
  }
}

}  // namespace digue::cli
