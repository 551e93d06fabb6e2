#include "cli/verbs/sheet/exchange.h"

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <algorithm>

#include "base/json_writer.h"
#include "cacao/check.h"
#include "cacao/export.h"
#include "cacao/import.h"
#include "cacao/json_tree.h"
#include "cli/layout.h"
#include "cli/verbs/sheet/exchange_sentences.h"
#include "cli/verbs/sheet/sentences.h"
#include "cli/verbs/sheet/show.h"
#include "sheet/tree.h"

namespace digue::cli::verbs {

void declare_export(CLI::App& app, Language language, ExchangeOptions& options) {
  const auto text = [&](const Sentence& sentence) { return std::string(sentence.in(language)); };
  app.add_option("SHEET", options.sheet, text(sentences::option_sheet))->required();
  app.add_option("--format", options.format, text(sentences::option_format))
      ->check(CLI::IsMember({"cacao"}));
  app.add_option("--profile", options.profile, text(sentences::option_profile))
      ->check(CLI::IsMember({"full", "simple"}));
  app.add_option("--marking", options.marking, text(sentences::option_marking))
      ->check(CLI::IsMember(cacao::markings()));
  app.add_option("--out", options.out, text(sentences::option_out_playbook));
}

void declare_import(CLI::App& app, Language language, ExchangeOptions& options) {
  const auto text = [&](const Sentence& sentence) { return std::string(sentence.in(language)); };
  app.add_option("FILE", options.file, text(sentences::option_playbook))->required();
  app.add_option("--out", options.out, text(sentences::option_out_sheet));
}

static Result<std::vector<sheet::SheetFile>> files_in(Session& session, const std::string& folder) {
  if (folder.empty()) return sheet::built_in_files();
  return sheet::files_of(session.files, folder);
}

static Result<sheet::Library> library_in(Session& session, const std::string& folder) {
  if (folder.empty()) return sheet::built_in_library();
  return sheet::library_from(session.files, folder);
}

// Data: in a file when one is named, else on standard output.
static Outcome deliver(Session& session, const std::string& out, const std::string& bytes) {
  if (!out.empty()) return session.files.write(out, bytes);
  session.print(bytes);
  return {};
}

static Result<YamlNode> tree_of(const std::vector<sheet::SheetFile>& files,
                                const sheet::Sheet& sheet) {
  for (const auto& file : files) {
    if (file.name != sheet.file) continue;
    auto tree = sheet::read_tree(file.bytes, file.name);
    if (tree) return std::move(*tree);
    return digue::fail(Error{Error::Kind::bad_input, told(tree.error())});
  }
  return fail<sentences::no_such_sheet>(Error::Kind::not_found, sheet.id);
}

static void report_export(Session& session, const ExchangeOptions& options,
                          const cacao::Carried& native) {
  const bool full = options.profile == "full";
  session.note(
      full ? tell<sentences::exported_full>(options.sheet, native.values, native.carried)
           : tell<sentences::exported_simple>(options.sheet, native.values, native.carried));
  if (!session.json || options.out.empty()) return;
  JsonWriter json;
  json.begin_object().member("type", "playbook").member("file", options.out);
  json.member("sheet", options.sheet).member("profile", options.profile);
  json.member("language", language_code(session.language));
  json.member("values", native.values).member("native", native.carried).end_object();
  session.line(json.bytes());
}

Exit export_sheet(Session& session, const ExchangeOptions& options, const std::string& folder) {
  const auto files = files_in(session, folder);
  if (!files) return session.failed(files.error());
  const auto library = library_in(session, folder);
  if (!library) return session.failed(library.error());
  const auto* found = library->find(options.sheet);
  if (found == nullptr)
    return session.note(tell<sentences::no_such_sheet>(options.sheet)), Exit::failed;
  const auto tree = tree_of(*files, *found);
  if (!tree) return session.failed(tree.error());
  const auto profile = options.profile == "full" ? cacao::Profile::full : cacao::Profile::simple;
  const cacao::Settings settings{profile, session.language, options.marking};
  const auto json = cacao::export_playbook(*found, *tree, *library, settings);
  if (const auto written = deliver(session, options.out, json); !written)
    return session.failed(written.error());
  report_export(session, options, cacao::carried_natively(*found, *tree, *library, settings));
  return Exit::done;
}

// Problems go with the data when that is JSON, else with the messages.
static void report_problems(Session& session, const std::vector<sheet::Problem>& problems) {
  for (const auto& problem : problems) {
    if (session.json)
      print_problem(session, problem);
    else
      session.note(told(problem));
  }
}

static void report_import(Session& session, const ExchangeOptions& options,
                          const cacao::Imported& imported) {
  session.note(imported.exact
                   ? tell<sentences::imported_exact>(imported.sheet)
                   : tell<sentences::imported_partly>(imported.sheet, imported.problems.size()));
  report_problems(session, imported.problems);
  if (!session.json) return;
  JsonWriter json;
  json.begin_object().member("type", "import").member("file", options.file);
  json.member("sheet", imported.sheet).member("exact", imported.exact);
  if (options.out.empty())
    json.member("yaml", imported.yaml);
  else
    json.member("out", options.out);
  json.end_object();
  session.line(json.bytes());
}

Exit import_sheet(Session& session, const ExchangeOptions& options, const std::string& folder) {
  const auto library = library_in(session, folder);
  if (!library) return session.failed(library.error());
  std::error_code unknown;
  if (const auto size = std::filesystem::file_size(options.file, unknown);
      !unknown && size > cacao::max_json_bytes)
    return session.note(tell<sentences::file_too_big>(options.file, size, cacao::max_json_bytes)),
           Exit::failed;
  const auto bytes = session.files.read(options.file);
  if (!bytes) return session.failed(bytes.error());
  const auto imported = cacao::import_playbook(*bytes, options.file, *library);
  if (imported.yaml.empty()) {
    report_problems(session, imported.problems);
    const auto errors = std::count_if(
        imported.problems.begin(), imported.problems.end(),
        [](const auto& problem) { return problem.level == sheet::Problem::Level::error; });
    return session.note(tell<sentences::not_imported>(errors)), Exit::failed;
  }
  if (!session.json || !options.out.empty())
    if (const auto written = deliver(session, options.out, imported.yaml); !written)
      return session.failed(written.error());
  report_import(session, options, imported);
  return imported.exact ? Exit::done : Exit::unreadable;
}

static bool is_playbook(const sheet::SheetFile& file) {
  if (file.too_big != 0) return false;
  const auto extension = std::filesystem::path(file.name).extension();
  if (extension == ".json" || extension == ".yaml") return extension == ".json";
  const auto first = file.bytes.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
  return first != std::string::npos && file.bytes[first] == '{';
}

std::vector<sheet::Problem> check_playbooks(std::vector<sheet::SheetFile>& files) {
  std::vector<sheet::Problem> out;
  for (const auto& file : files)
    if (is_playbook(file))
      for (auto& problem : cacao::check_playbook(file.bytes, file.name))
        out.push_back(std::move(problem));
  std::erase_if(files, is_playbook);
  return out;
}

}  // namespace digue::cli::verbs
