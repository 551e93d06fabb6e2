#include "cli/verbs/log/add.h"

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <algorithm>
#include <iostream>

#include "base/text.h"
#include "cli/casework/mention_sentences.h"
#include "cli/casework/mentions.h"
#include "cli/casework/prepared.h"
#include "cli/casework/sentences.h"
#include "cli/verbs/log/sentences.h"
#include "incident/draft.h"
#include "incident/fold.h"
#include "incident/notes.h"
#include "indicator/indicator.h"

namespace digue::cli::verbs::log {

namespace {

using incident::Mention;

// One byte more than a line holds, so that what is too long is told.
std::string read_input() {
  std::string text(incident::max_note_bytes + 1, '\0');
  std::cin.read(text.data(), static_cast<std::streamsize>(text.size()));
  text.resize(static_cast<std::size_t>(std::cin.gcount()));
  return std::string(trimmed(text));
}

// What a person names after an option counts whatever we would make of it; only its dress goes.
logbook::References plain_references(logbook::References references) {
  for (auto& value : references.indicators) value = indicator::read_indicator(value).value;
  for (auto* names : {&references.accounts, &references.hosts})
    for (auto& name : *names) name = lower(trimmed(name));
  return references;
}

// The words as a reason: the first of them.
std::string start_of(const std::string& text) {
  static constexpr std::size_t most = 120;
  return text.size() <= most ? text : repaired_utf8(text.substr(0, most)) + "…";
}

class Adding {
 public:
  Adding(Session& session, const Options& options) : session_(session), options_(options) {}

  Result<Exit> run() {
    DIGUE_TRY(auto open, casework::open_case(session_, options_));
    DIGUE_TRY(const auto state, incident::state_of(open.logbook));
    DIGUE_TRY(const auto note, read_note(state));
    const auto speaker = open.speaker();
    DIGUE_TRY(const auto draft, incident::note_draft(open.logbook, state, note, speaker));
    std::vector<logbook::Draft> drafts = {draft};
    DIGUE_CHECK(add_observed(open.logbook, state, note, speaker, drafts));
    DIGUE_TRY(const auto receipts, open.logbook.append_all(drafts, speaker.key));
    for (const auto& receipt : receipts) casework::recorded(session_, receipt);
    show(receipts.front().position, receipts.size() - 1);
    return Exit::done;
  }

 private:
  Result<incident::Note> read_note(const incident::State& state) {
    incident::Note note{.text = options_.text == "-" ? read_input() : options_.text,
                        .decision = options_.decision,
                        .references = plain_references(options_.references),
                        .paper = {options_.paper, options_.paper_line, options_.written_by},
                        .late = options_.late,
                        .once_more = options_.once_more};
    if (options_.no_indicators || note.text.size() > incident::max_note_bytes) return note;
    casework::PreparedOptions prepared;
    prepared.organisation = options_.organisation;
    DIGUE_TRY(const auto ours, casework::organisation_of(session_, prepared, &state));
    mentions_ = incident::mentions_in(note.text, state, ours ? &*ours : nullptr);
    incident::keep_mentions(mentions_, note.references);
    return note;
  }

  // What is under observation or blocked already stays as it was decided.
  Outcome add_observed(const logbook::Logbook& book, const incident::State& state,
                       const incident::Note& note, incident::Speaker speaker,
                       std::vector<logbook::Draft>& drafts) const {
    if (!options_.observe) return {};
    speaker.corrects.reset();
    speaker.occurred.reset();  // watching begins now, whenever it was seen
    for (const auto& value : note.references.indicators) {
      if (state.indicators.contains(value)) continue;
      const auto what = indicator::read_indicator(value);
      const incident::Indicator observed{.value = value,
                                         .kind = std::string(indicator::kind_name(what.kind)),
                                         .why = tell<sentences::from_entry>(start_of(note.text))};
      DIGUE_TRY(auto draft, incident::indicator_draft(book, observed, speaker));
      drafts.push_back(std::move(draft));
    }
    return {};
  }

  void show(std::uint64_t entry, std::size_t observed) {
    for (const auto& mention : mentions_)
      if (session_.json) session_.line(casework::mention_json(mention, entry));
    if (session_.json || mentions_.empty()) return;
    session_.note(tell<casework::sentences::recognised_kept>());
    for (const auto& line : casework::mention_lines(mentions_))
      session_.note({"  " + line.french, "  " + line.english});
    if (options_.observe)
      session_.note(tell<casework::sentences::recognised_observed>(observed));
    else if (casework::any_kept_indicator(mentions_))
      session_.note(tell<casework::sentences::recognised_next>(options_.incident, entry));
  }

  Session& session_;
  const Options& options_;
  std::vector<Mention> mentions_;
};

}  // namespace

void declare_add(CLI::App& app, Options& options, Language language) {
  const auto text = [&](const Sentence& sentence) { return std::string(sentence.in(language)); };
  casework::add_writing(app, options, language);
  auto& about = options.references;
  app.add_option("TEXT", options.text, text(sentences::option_text))->required();
  app.add_option("--at", options.occurred, text(sentences::option_at));
  app.add_flag("--decision", options.decision, text(casework::sentences::option_decision));
  app.add_option("--paper", options.paper, text(sentences::option_paper));
  app.add_option("--paper-line", options.paper_line, text(sentences::option_paper_line));
  app.add_option("--written-by", options.written_by, text(sentences::option_written_by));
  app.add_option("--late", options.late, text(sentences::option_late));
  app.add_flag("--again", options.once_more, text(sentences::option_again));
  app.add_flag("--no-indicators", options.no_indicators, text(sentences::option_no_indicators));
  app.add_flag("--observe", options.observe, text(sentences::option_observe));
  app.add_option("--org", options.organisation, text(sentences::option_organisation));
  app.add_option("--account", about.accounts, text(casework::sentences::option_account));
  app.add_option("--host", about.hosts, text(casework::sentences::option_host));
  app.add_option("--indicator", about.indicators, text(casework::sentences::option_indicator));
  app.add_option("--evidence", about.evidence, text(casework::sentences::option_evidence));
  app.add_option("--item", about.items, text(casework::sentences::option_item));
}

Exit add(Session& session, const Options& options) {
  const auto exit = Adding(session, options).run();
  return exit ? *exit : session.failed(exit.error());
}

}  // namespace digue::cli::verbs::log
