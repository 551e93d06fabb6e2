// digue evidence add|list|verify: copies go to the vault beside the incident, custody to its
// logbook.
#include "cli/verb.h"

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>

#include "base/json_writer.h"
#include "cli/casework/casework.h"
#include "cli/layout.h"
#include "cli/verbs/evidence/sentences.h"
#include "evidence/vault.h"
#include "evidence/walk.h"
#include "incident/fold.h"
#include "incident/json.h"

namespace digue::cli::verbs {

namespace {

using evidence::Check;
using evidence::Soundness;
using evidence::Vault;

struct Options : casework::Options {
  std::vector<std::string> paths;
  std::string origin, how;
};

void say(Session& session, const Message& message) {
  session.print(wrapped(message.in(session.language), 0, 2));
}

// ---- add

void show_piece(Session& session, const incident::Piece& piece, bool known) {
  if (session.json) return session.line(incident::piece_json(piece));
  say(session, known ? tell<sentences::piece_known>(piece.name, piece.said.entry, piece.sha256)
                     : tell<sentences::piece_added>(piece.name, piece.bytes, piece.sha256,
                                                    piece.said.entry));
}

// The copy is on disk before the logbook speaks of it.
Outcome add_file(Session& session, casework::Case& open, const Options& options, const Vault& vault,
                 const evidence::FoundFile& file) {
  DIGUE_TRY(const auto stored, vault.add(file.path));
  if (stored.changed_meanwhile) session.note(tell<sentences::piece_alive>(file.name));
  DIGUE_TRY(const auto state, incident::state_of(open.logbook));
  if (const auto known = state.evidence.find(stored.sha256); known != state.evidence.end()) {
    show_piece(session, known->second, true);
    return {};
  }
  incident::Piece piece;
  piece.sha256 = stored.sha256;
  piece.name = file.name;
  piece.origin = options.origin;
  piece.how = options.how;
  piece.bytes = stored.bytes;
  DIGUE_TRY(const auto receipt, incident::add_evidence(open.logbook, piece, open.speaker()));
  DIGUE_TRY(const auto after, incident::state_of(open.logbook));
  piece.said.entry = receipt.position;
  const auto said = after.evidence.find(stored.sha256);
  show_piece(session, said == after.evidence.end() ? piece : said->second, false);
  return {};
}

Exit add(Session& session, const Options& options) {
  auto open = casework::open_case(session, options);
  if (!open) return session.failed(open.error());
  const Vault vault = Vault::of_incident(options.incident);
  const auto walk = evidence::walk(
      std::vector<std::filesystem::path>(options.paths.begin(), options.paths.end()));
  bool lost = false;
  for (const auto& skipped : walk.skipped) {
    session.note(tell<sentences::left_out>(skipped.name, skipped.why));
    lost = lost || !skipped.junk;
  }
  for (const auto& file : walk.files)
    if (const auto added = add_file(session, *open, options, vault, file); !added)
      return session.failed(added.error());
  return lost ? Exit::unreadable : Exit::done;
}

// ---- list

std::string or_not_said(Session& session, const std::string& text) {
  return text.empty() ? std::string(session.text(sentences::not_said)) : text;
}

Exit list(Session& session, const Options& options) {
  const auto open = casework::open_case(session, options);
  if (!open) return session.failed(open.error());
  const auto state = incident::state_of(open->logbook);
  if (!state) return session.failed(state.error());
  if (state->evidence.empty() && !session.json) session.note(tell<sentences::no_pieces>());
  for (const auto& [sha256, piece] : state->evidence) {
    if (session.json) {
      session.line(incident::piece_json(piece));
      continue;
    }
    say(session, tell<sentences::piece_listed>(sha256, piece.bytes, piece.name));
    session.print(wrapped(tell<sentences::piece_custody>(
                              piece.said.author, state->zone.show(piece.said.occurred),
                              or_not_said(session, piece.origin), or_not_said(session, piece.how))
                              .in(session.language),
                          2, 4));
  }
  return Exit::done;
}

// ---- verify

std::string_view soundness_name(Soundness soundness) {
  switch (soundness) {
    case Soundness::sound:
      return "sound";
    case Soundness::altered:
      return "altered";
    case Soundness::missing:
      return "missing";
    case Soundness::not_logged:
      return "not-logged";
  }
  return "";
}

Message check_message(const Check& check, const std::string& name) {
  switch (check.soundness) {
    case Soundness::sound:
      return tell<sentences::check_sound>(name, check.sha256);
    case Soundness::altered:
      return tell<sentences::check_altered>(name, check.sha256);
    case Soundness::missing:
      return tell<sentences::check_missing>(name, check.sha256);
    case Soundness::not_logged:
      break;
  }
  return tell<sentences::check_not_logged>(check.sha256);
}

void show_check(Session& session, const Check& check, const std::string& name) {
  if (!session.json) return say(session, check_message(check, name));
  JsonWriter json;
  json.begin_object().member("type", "piece-check").member("sha256", check.sha256);
  json.member("name", name).member("bytes", check.bytes);
  json.member("soundness", soundness_name(check.soundness)).end_object();
  session.line(json.bytes());
}

Exit verify(Session& session, const Options& options) {
  const auto open = casework::open_case(session, options);
  if (!open) return session.failed(open.error());
  const auto state = incident::state_of(open->logbook);
  if (!state) return session.failed(state.error());
  std::vector<std::string> logged;
  for (const auto& [sha256, piece] : state->evidence) logged.push_back(sha256);
  const auto checks = Vault::of_incident(options.incident).verify(std::move(logged));
  if (!checks) return session.failed(checks.error());
  bool sound = true;
  for (const Check& check : *checks) {
    const auto piece = state->evidence.find(check.sha256);
    show_check(session, check, piece == state->evidence.end() ? "" : piece->second.name);
    sound = sound && check.soundness == Soundness::sound;
  }
  return sound ? Exit::done : Exit::failed;
}

class EvidenceVerb final : public Verb {
 public:
  std::string_view name() const override { return "evidence"; }
  const Sentence& summary() const override { return sentences::evidence_summary; }

  Run declare(CLI::App& app, Language language) const override {
    const auto options = std::make_shared<Options>();
    const auto chosen = std::make_shared<Run>();
    app.require_subcommand(1);
    const auto part = [&](const char* name, const Sentence& what, auto run) {
      return casework::add_part(
          app, name, what.in(language), chosen,
          [options, run](Session& session) { return run(session, *options); });
    };
    auto* add_app = part("add", sentences::evidence_add, add);
    casework::add_writing(*add_app, *options, language);
    const auto text = [&](const Sentence& sentence) { return std::string(sentence.in(language)); };
    add_app->add_option("PATH", options->paths, text(sentences::option_evidence_paths))->required();
    add_app->add_option("--origin", options->origin, text(sentences::option_origin));
    add_app->add_option("--how", options->how, text(sentences::option_how));
    auto* list_app = part("list", sentences::evidence_list, list);
    casework::add_reading(*list_app, *options, language);
    auto* verify_app = part("verify", sentences::evidence_verify, verify);
    casework::add_reading(*verify_app, *options, language);
    return [chosen](Session& session) { return (*chosen)(session); };
  }
};

}  // namespace

const Verb& evidence_verb() {
  static const EvidenceVerb verb;
  return verb;
}

}  // namespace digue::cli::verbs
