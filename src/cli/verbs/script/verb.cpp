#include "cli/verb.h"

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <algorithm>
#include <filesystem>
#include <memory>

#include "base/hash.h"
#include "base/json_writer.h"
#include "cli/dossier.h"
#include "cli/layout.h"
#include "cli/verbs/script/sentences.h"
#include "produce/containment/containment.h"

namespace digue::cli::verbs {

namespace {

using produce::containment::Script;

struct Options {
  DossierOptions dossier;
  std::vector<std::string> only, block;
  std::string level = "high", folder = "digue-scripts";
};

finding::Severity severity_named(const std::string& name) {
  for (int i = 0; i < 5; ++i)
    if (finding::severity_name(static_cast<finding::Severity>(i)) == name)
      return static_cast<finding::Severity>(i);
  return finding::Severity::high;
}

produce::containment::Request request_of(const Session& session, const Dossier& dossier,
                                         const Options& options) {
  const auto& report = dossier.report;
  produce::containment::Request request;
  request.incident = !report.head.incident.empty() ? report.head.incident : report.head.title;
  if (request.incident.empty()) request.incident = session.text(sentences::script_no_incident);
  request.author = report.head.author;
  request.written = report.head.written;
  request.zone = report.zone;
  request.language = session.language;
  request.accounts = report.compromised;
  request.subjects =
      produce::containment::subjects_of(report.findings, severity_named(options.level));
  request.blocked = dossier.blocked;
  request.blocked.insert(request.blocked.end(), options.block.begin(), options.block.end());
  request.own_domains = dossier.own_domains;
  return request;
}

bool is_wanted(const Options& options, const Script& script) {
  if (options.only.empty()) return true;
  return std::any_of(options.only.begin(), options.only.end(), [&](const std::string& code) {
    return produce::containment::measure_from_code(code) == script.measure;
  });
}

Outcome write_new(Session& session, const std::filesystem::path& path, const std::string& text) {
  if (session.files.read(path))
    return fail<sentences::script_exists>(Error::Kind::refused, path.string());
  return session.files.write(path, text);
}

Outcome write_script(Session& session, const std::filesystem::path& folder, const Script& script) {
  DIGUE_CHECK(write_new(session, folder / script.file, script.text));
  if (script.reverse_file.empty()) return {};
  return write_new(session, folder / script.reverse_file, script.reverse_text);
}

void show_json(Session& session, const std::filesystem::path& folder, const Script& script) {
  const auto path = [&](const std::string& file) {
    return file.empty() ? std::string() : (folder / file).string();
  };
  std::vector<std::string> by_hand;
  for (const Message& task : script.by_hand) by_hand.push_back(task.in(session.language));
  JsonWriter json;
  json.begin_object().member("type", "script");
  json.member("measure", produce::containment::measure_code(script.measure));
  json.member("title", script.title.in(session.language)).member("file", path(script.file));
  json.member("sha256", to_hex(sha256(script.text)));
  json.member("reverse_file", path(script.reverse_file));
  json.member("actions", script.actions).member("by_hand", by_hand).end_object();
  session.line(json.bytes());
}

void show(Session& session, const std::filesystem::path& folder, const Script& script) {
  if (session.json) return show_json(session, folder, script);
  const std::string code(produce::containment::measure_code(script.measure));
  session.print(wrapped(code + "  " + script.title.in(session.language), 0, 4));
  std::string line =
      (folder / script.file).string() + " : " +
      tell<sentences::script_counts>(script.actions, script.by_hand.size()).in(session.language);
  if (!script.reverse_file.empty())
    line += ", " + tell<sentences::script_undone_by>(script.reverse_file).in(session.language);
  session.print(wrapped(line, 4, 6));
  for (const Message& task : script.by_hand)
    session.print(wrapped("- " + task.in(session.language), 4, 6));
}

Exit write_all(Session& session, const Options& options, const std::vector<Script>& scripts) {
  const std::filesystem::path folder = options.folder;
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  if (error) {
    session.note(tell<sentences::script_no_folder>(folder.string(), error.message()));
    return Exit::failed;
  }
  for (const Script& script : scripts) {
    if (const auto written = write_script(session, folder, script); !written)
      return session.failed(written.error());
    show(session, folder, script);
  }
  session.note(tell<sentences::script_review>());
  return Exit::done;
}

Exit run(Session& session, const Options& options) {
  if (options.dossier.names_nothing() && options.block.empty()) {
    session.note(tell<sentences::script_nothing_given>());
    return Exit::usage;
  }
  const auto dossier = make_dossier(session, options.dossier);
  if (!dossier) return session.failed(dossier.error());
  auto scripts = produce::containment::make_scripts(request_of(session, *dossier, options));
  std::erase_if(scripts, [&](const Script& script) { return !is_wanted(options, script); });
  if (scripts.empty()) {
    session.note(tell<sentences::script_nothing_to_do>());
    return dossier->some_unreadable ? Exit::unreadable : Exit::done;
  }
  const Exit exit = write_all(session, options, scripts);
  return exit == Exit::done && dossier->some_unreadable ? Exit::unreadable : exit;
}

class ScriptVerb final : public Verb {
 public:
  std::string_view name() const override { return "script"; }
  const Sentence& summary() const override { return sentences::script_summary; }

  Run declare(CLI::App& app, Language language) const override {
    const auto options = std::make_shared<Options>();
    const auto text = [&](const Sentence& sentence) { return std::string(sentence.in(language)); };
    declare_dossier(app, options->dossier, language);
    app.add_option("--only", options->only, text(sentences::script_only))
        ->check(CLI::IsMember({"C1", "C2", "C3", "C4", "C5", "C6", "C7", "C8", "C9"},
                              CLI::ignore_case));
    app.add_option("--block", options->block, text(sentences::script_block));
    app.add_option("--level", options->level, text(sentences::script_level))
        ->check(CLI::IsMember({"info", "low", "medium", "high", "critical"}));
    app.add_option("--out", options->folder, text(sentences::script_out));
    return [options](Session& session) { return run(session, *options); };
  }
};

}  // namespace

const Verb& script_verb() {
  static const ScriptVerb verb;
  return verb;
}

}  // namespace digue::cli::verbs
