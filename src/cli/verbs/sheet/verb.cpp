#include "cli/verb.h"

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <algorithm>
#include <functional>
#include <iterator>
#include <memory>

#include "cli/verbs/sheet/exchange.h"
#include "cli/verbs/sheet/exchange_sentences.h"
#include "cli/verbs/sheet/reference.h"
#include "cli/verbs/sheet/sentences.h"
#include "cli/verbs/sheet/show.h"
#include "sheet/library.h"

namespace digue::cli::verbs {

namespace {

struct Options {
  std::string folder, sheet, step, word;
  std::vector<std::string> sectors, statuses;
  std::string order = "priority";
  bool strict = false;
  std::vector<std::string> files;
  ExchangeOptions exchange;
};

Result<sheet::Library> library_of(Session& session, const Options& options) {
  if (options.folder.empty()) return sheet::built_in_library();
  return sheet::library_from(session.files, options.folder);
}

Exit list(Session& session, const Options& options) {
  const auto library = library_of(session, options);
  if (!library) return session.failed(library.error());
  list_sheets(session, *library);
  return Exit::done;
}

Exit show(Session& session, const Options& options) {
  const auto library = library_of(session, options);
  if (!library) return session.failed(library.error());
  const auto* found = library->find(options.sheet);
  if (found == nullptr)
    return session.note(tell<sentences::no_such_sheet>(options.sheet)), Exit::failed;
  if (options.step.empty()) {
    show_sheet(session, *found,
               options.order == "theme" ? SheetOrder::theme : SheetOrder::priority);
    return Exit::done;
  }
  const auto* step = found->step(options.step);
  if (step == nullptr)
    return session.note(tell<sentences::no_such_step>(options.step, found->id)), Exit::failed;
  show_step(session, *found, *step);
  show_words(session, library->glossary, *step);
  return Exit::done;
}

Exit glossary(Session& session, const Options& options) {
  const auto library = library_of(session, options);
  if (!library) return session.failed(library.error());
  const auto& glossary = library->glossary;
  if (!glossary.present())
    return session.note(tell<sentences::no_file_of_it>("glossary.yaml")), Exit::failed;
  if (options.word.empty()) return show_glossary(session, glossary), Exit::done;
  const auto* found = glossary.find(options.word);
  if (found == nullptr)
    return session.note(tell<sentences::no_such_word>(options.word)), Exit::failed;
  show_definition(session, *found);
  return Exit::done;
}

Exit contacts(Session& session, const Options& options) {
  const auto library = library_of(session, options);
  if (!library) return session.failed(library.error());
  const auto& directory = library->directory;
  if (!directory.present())
    return session.note(tell<sentences::no_file_of_it>("contacts.yaml")), Exit::failed;
  show_contacts(session, directory, directory.serving({options.sectors, options.statuses}));
  return Exit::done;
}

Result<std::vector<sheet::SheetFile>> files_to_check(Session& session, const Options& options) {
  if (!options.files.empty())
    return sheet::files_at(session.files, {options.files.begin(), options.files.end()});
  if (options.folder.empty()) return sheet::built_in_files();
  return sheet::files_of(session.files, options.folder);
}

Exit lint(Session& session, const Options& options) {
  auto files = files_to_check(session, options);
  if (!files) return session.failed(files.error());
  const auto count = files->size();
  auto of_playbooks = check_playbooks(*files);
  const bool some = !options.files.empty();
  const auto beside = some ? sheet::sheets_beside({options.files.begin(), options.files.end()})
                           : std::vector<std::string>();
  auto linted = sheet::lint(*files, beside);
  std::move(of_playbooks.begin(), of_playbooks.end(), std::back_inserter(linted.problems));
  show_problems(session, linted, count);
  const bool bad = options.strict ? !linted.problems.empty() : sheet::has_error(linted.problems);
  return bad ? Exit::failed : Exit::done;
}

Exit coverage(Session& session, const Options& options) {
  const auto library = library_of(session, options);
  if (!library) return session.failed(library.error());
  const auto lines = sheet::coverage(*library, options.sheet);
  if (lines.empty())
    return session.note(tell<sentences::no_requirement>(options.sheet)), Exit::failed;
  show_coverage(session, lines);
  const bool settled = std::all_of(lines.begin(), lines.end(),
                                   [](const sheet::Covered& line) { return line.settled(); });
  return settled ? Exit::done : Exit::failed;
}

Exit export_one(Session& session, const Options& options) {
  return export_sheet(session, options.exchange, options.folder);
}

Exit import_one(Session& session, const Options& options) {
  return import_sheet(session, options.exchange, options.folder);
}

class SheetVerb final : public Verb {
 public:
  std::string_view name() const override { return "sheet"; }
  const Sentence& summary() const override { return sentences::sheet_summary; }

  Run declare(CLI::App& app, Language language) const override {
    const auto options = std::make_shared<Options>();
    const auto run = std::make_shared<std::function<Exit(Session&)>>();
    const auto text = [&](const Sentence& sentence) { return std::string(sentence.in(language)); };
    const auto add = [&](const char* name, const Sentence& summary,
                         Exit (*what)(Session&, const Options&)) {
      auto* sub = app.add_subcommand(name, text(summary))->fallthrough();
      sub->callback([=] { *run = [=](Session& session) { return what(session, *options); }; });
      return sub;
    };
    app.require_subcommand(1);
    app.add_option("--sheets", options->folder, text(sentences::option_sheets));
    add("list", sentences::sheet_list, list);
    auto* show_app = add("show", sentences::sheet_show, show);
    show_app->add_option("SHEET", options->sheet, text(sentences::option_sheet))->required();
    show_app->add_option("--step", options->step, text(sentences::option_item));
    show_app->add_option("--by", options->order, text(sentences::option_order))
        ->check(CLI::IsMember({"priority", "theme"}));
    auto* lint_app = add("lint", sentences::sheet_lint, lint);
    lint_app->add_option("FILE", options->files, text(sentences::option_files));
    lint_app->add_flag("--strict", options->strict, text(sentences::option_strict));
    add("coverage", sentences::sheet_coverage, coverage)
        ->add_option("SHEET", options->sheet, text(sentences::option_sheet));
    add("glossary", sentences::sheet_glossary, glossary)
        ->add_option("WORD", options->word, text(sentences::option_word));
    auto* contacts_app = add("contacts", sentences::sheet_contacts, contacts);
    contacts_app->add_option("--sector", options->sectors, text(sentences::option_sector))
        ->check(CLI::IsMember(sheet::profile_sectors()));
    contacts_app->add_option("--status", options->statuses, text(sentences::option_status))
        ->check(CLI::IsMember(sheet::profile_statuses()));
    declare_export(*add("export", sentences::sheet_export, export_one), language,
                   options->exchange);
    declare_import(*add("import", sentences::sheet_import, import_one), language,
                   options->exchange);
    return [run](Session& session) { return (*run)(session); };
  }
};

}  // namespace

const Verb& sheet_verb() {
  static const SheetVerb verb;
  return verb;
}

}  // namespace digue::cli::verbs
