#include "cli/verb.h"

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <memory>
#include <optional>

#include "base/hash.h"
#include "base/text.h"
#include "cli/casework/paper.h"
#include "cli/casework/prepared.h"
#include "cli/casework/sentences.h"
#include "cli/verbs/print/sentences.h"
#include "incident/alerts.h"
#include "incident/fold.h"
#include "logbook/checkpoint.h"
#include "produce/print/kit.h"

namespace digue::cli::verbs {

namespace {

struct Options {
  casework::Options casework;  // the incident, and who prints
  std::vector<std::string> sheets;
  casework::PreparedOptions prepared;
  std::string marking, out = "digue-kit.pdf";
};

// What a kit points at.
struct Material {
  casework::Prepared prepared;
  std::optional<incident::State> state;
  std::string root;
};

Result<Material> gather(Session& session, const Options& options) {
  Material material;
  if (!options.casework.incident.empty()) {
    DIGUE_TRY(const auto open, casework::open_case(session, options.casework));
    DIGUE_TRY(material.state, incident::state_of(open.logbook));
    if (const auto note = logbook::read_checkpoint(open.logbook.checkpoint()))
      material.root = to_hex(note->checkpoint.root);
  }
  const auto* state = material.state ? &*material.state : nullptr;
  DIGUE_TRY(material.prepared, casework::prepare(session, options.prepared, state));
  return material;
}

// Those named; else those that the incident uses; else all.
Result<std::vector<const sheet::Sheet*>> chosen(const Material& material, const Options& options) {
  std::vector<const sheet::Sheet*> out;
  for (const std::string& id : options.sheets) {
    DIGUE_TRY(const auto* sheet, casework::sheet_of(material.prepared.library, id));
    out.push_back(sheet);
  }
  if (!out.empty()) return out;
  if (material.state) return incident::sheets_in_play(material.prepared.library, *material.state);
  for (const auto& sheet : material.prepared.library.sheets) out.push_back(&sheet);
  return out;
}

Result<produce::print::Kit> kit_of(Session& session, const Options& options,
                                   const Material& material) {
  produce::print::Kit kit;
  kit.language = session.language;
  kit.library = &material.prepared.library;
  DIGUE_TRY(const auto sheets, chosen(material, options));
  for (const auto* sheet : sheets) kit.sheets.push_back({sheet, sheet->sha256});
  if (const auto* organisation = material.prepared.given()) {
    kit.organisation = organisation;
    kit.zone = organisation->zone;
  }
  kit.marking = options.marking;
  if (material.state) {
    kit.state = &*material.state;
    kit.zone = material.state->zone;
    kit.root = material.root;
    if (kit.marking.empty()) kit.marking = "TLP:AMBER";
  }
  kit.author = casework::author_of(options.casework);
  kit.product = "Digue " DIGUE_VERSION;
  kit.written = session.clock.now();
  return kit;
}

Outcome print(Session& session, const Options& options) {
  DIGUE_TRY(const auto material, gather(session, options));
  DIGUE_TRY(const auto kit, kit_of(session, options, material));
  DIGUE_TRY(const auto bytes, produce::print::print_kit(kit));
  DIGUE_CHECK(session.files.write(options.out, bytes));
  casework::tell_paper(session, "print-kit", options.out, bytes);
  session.note(tell<sentences::print_written>(options.out));
  return {};
}

Exit run(Session& session, const Options& options) {
  if (!options.marking.empty() && !produce::print::is_marking(options.marking))
    return session.note(tell<sentences::print_bad_marking>(options.marking)), Exit::usage;
  if (!lower(options.out).ends_with(".pdf"))
    return session.note(tell<sentences::print_bad_ending>(options.out)), Exit::usage;
  const auto outcome = print(session, options);
  return outcome ? Exit::done : session.failed(outcome.error());
}

class PrintVerb final : public Verb {
 public:
  std::string_view name() const override { return "print"; }
  const Sentence& summary() const override { return sentences::print_summary; }

  Run declare(CLI::App& app, Language language) const override {
    const auto options = std::make_shared<Options>();
    const auto text = [&](const Sentence& sentence) { return std::string(sentence.in(language)); };
    app.add_option("SHEET", options->sheets, text(sentences::print_sheets));
    app.add_option("--incident", options->casework.incident,
                   text(casework::sentences::option_incident));
    app.add_option("--author", options->casework.author, text(casework::sentences::option_author));
    casework::add_prepared(app, options->prepared, language);
    app.add_option("--sheets", options->prepared.sheets, text(sentences::print_folder));
    app.add_option("--marking", options->marking, text(sentences::print_marking));
    app.add_option("--out", options->out, text(sentences::print_out));
    return [options](Session& session) { return run(session, *options); };
  }
};

}  // namespace

const Verb& print_verb() {
  static const PrintVerb verb;
  return verb;
}

}  // namespace digue::cli::verbs
