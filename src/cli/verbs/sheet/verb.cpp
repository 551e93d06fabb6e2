#include "cli/verb.h"

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <algorithm>
#include <filesystem>
#include <functional>
#include <iterator>
#include <memory>

#include "cli/casework/prepared.h"
#include "cli/verbs/sheet/exchange.h"
#include "cli/verbs/sheet/exchange_sentences.h"
#include "cli/verbs/sheet/reference.h"
#include "cli/verbs/sheet/sentences.h"
#include "cli/verbs/sheet/show.h"
#include "sheet/library.h"
#include "sheet/overlay.h"

namespace digue::cli::verbs {

namespace {

struct Options {
  casework::PreparedOptions prepared;
  std::string sheet, step, word, file, out;
  std::vector<std::string> sectors, statuses;
  std::string order = "priority";
  bool strict = false;
  std::vector<std::string> files;
  ExchangeOptions exchange;
};

// The sheets as shipped, or those of a folder.
Result<sheet::Library> library_of(Session& session, const Options& options) {
  const auto& folder = options.prepared.sheets;
  if (folder.empty()) return sheet::built_in_library();
  return sheet::library_from(session.files, folder);
}

// The same, as the organisation adapted them.
Result<sheet::Library> adapted_library(Session& session, const Options& options) {
  DIGUE_TRY(auto prepared, casework::prepare(session, options.prepared, nullptr));
  return std::move(prepared.library);
}

Exit list(Session& session, const Options& options) {
  const auto library = library_of(session, options);
  if (!library) return session.failed(library.error());
  list_sheets(session, *library);
  return Exit::done;
}

Exit show(Session& session, const Options& options) {
  const auto library = adapted_library(session, options);
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
  const auto library = adapted_library(session, options);
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
  if (options.prepared.sheets.empty()) return sheet::built_in_files();
  return sheet::files_of(session.files, options.prepared.sheets);
}

// Overlays are checked against the sheets; they are taken out of the files.  While the sheets
// themselves can't be loaded, only those are told of.
std::vector<sheet::Problem> lint_overlays(Session& session, const Options& options,
                                          std::vector<sheet::SheetFile>& files) {
  std::vector<sheet::Problem> problems;
  const auto first = std::stable_partition(
      files.begin(), files.end(), [](const auto& file) { return !sheet::is_overlay(file.bytes); });
  if (first == files.end()) return problems;
  if (const auto library = library_of(session, options))
    for (auto file = first; file != files.end(); ++file) {
      const auto found =
          sheet::problems_of_overlay(file->bytes, file->name, *library, session.clock.now());
      problems.insert(problems.end(), found.begin(), found.end());
    }
  files.erase(first, files.end());
  return problems;
}

Exit lint(Session& session, const Options& options) {
  auto files = files_to_check(session, options);
  if (!files) return session.failed(files.error());
  const auto count = files->size();
  auto of_playbooks = check_playbooks(*files);
  const auto of_overlays = lint_overlays(session, options, *files);
  const bool some = !options.files.empty();
  const auto beside = some ? sheet::sheets_beside({options.files.begin(), options.files.end()})
                           : std::vector<std::string>();
  auto linted = sheet::lint(*files, beside);
  std::move(of_playbooks.begin(), of_playbooks.end(), std::back_inserter(linted.problems));
  linted.problems.insert(linted.problems.end(), of_overlays.begin(), of_overlays.end());
  sheet::sort_problems(linted.problems);
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
  return export_sheet(session, options.exchange, options.prepared.sheets);
}

Exit import_one(Session& session, const Options& options) {
  return import_sheet(session, options.exchange, options.prepared.sheets);
}

Result<std::vector<sheet::Difference>> compared(Session& session, const Options& options) {
  DIGUE_TRY(const auto library, library_of(session, options));
  DIGUE_TRY(const auto bytes, session.files.read(options.file));
  const auto reading = sheet::read_overlay(bytes, options.file);
  if (const auto* problem = sheet::first_error(reading.problems))
    return digue::fail(Error{Error::Kind::bad_input, sheet::told(*problem)});
  auto differences = sheet::differences(reading.overlay, library);
  if (options.out.empty()) return differences;
  const auto updated =
      sheet::brought_up_to_date(bytes, reading.overlay, library, session.clock.now());
  DIGUE_CHECK(session.files.write(options.out, updated));
  return differences;
}

Exit diff(Session& session, const Options& options) {
  const auto differences = compared(session, options);
  if (!differences) return session.failed(differences.error());
  show_differences(session, *differences, options.file);
  if (!options.out.empty()) session.note(tell<sentences::written>(options.out));
  return Exit::done;
}

Outcome begin_overlay(Session& session, const Options& options) {
  DIGUE_TRY(const auto library, library_of(session, options));
  std::vector<const sheet::Sheet*> sheets;
  for (const auto& id : options.files) {
    DIGUE_TRY(const auto* sheet, casework::sheet_of(library, id));
    sheets.push_back(sheet);
  }
  if (sheets.empty())
    for (const auto& sheet : library.sheets) sheets.push_back(&sheet);
  std::error_code error;
  if (std::filesystem::exists(options.out, error))
    return fail<sentences::exists_already>(Error::Kind::refused, options.out);
  return session.files.write(
      options.out, sheet::overlay_to_fill(library, sheets, session.language, session.clock.now()));
}

Exit overlay(Session& session, const Options& options) {
  const auto outcome = begin_overlay(session, options);
  if (!outcome) return session.failed(outcome.error());
  session.note(tell<sentences::overlay_begun>(options.out));
  return Exit::done;
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
    app.add_option("--sheets", options->prepared.sheets, text(sentences::option_sheets));
    add("list", sentences::sheet_list, list);
    auto* show_app = add("show", sentences::sheet_show, show);
    show_app->add_option("SHEET", options->sheet, text(sentences::option_sheet))->required();
    show_app->add_option("--step", options->step, text(sentences::option_item));
    show_app->add_option("--by", options->order, text(sentences::option_order))
        ->check(CLI::IsMember({"priority", "theme"}));
    casework::add_prepared(*show_app, options->prepared, language);
    auto* diff_app = add("diff", sentences::sheet_diff, diff);
    diff_app->add_option("OVERLAY", options->file, text(sentences::option_overlay_file))
        ->required();
    diff_app->add_option("--out", options->out, text(sentences::option_updated));
    auto* overlay_app = add("overlay", sentences::sheet_overlay, overlay);
    overlay_app->add_option("SHEET", options->files, text(sentences::option_adapted));
    overlay_app->add_option("--out", options->out, text(sentences::option_begun))->required();
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
    casework::add_prepared(*contacts_app, options->prepared, language);
    return [run](Session& session) { return (*run)(session); };
  }
};

}  // namespace

const Verb& sheet_verb() {
  static const SheetVerb verb;
  return verb;
}

}  // namespace digue::cli::verbs
