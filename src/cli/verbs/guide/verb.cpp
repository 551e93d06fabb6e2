#include "cli/verb.h"

#include <fmt/format.h>

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <cstdlib>

#include "base/text.h"
#include "cli/casework/prepared.h"
#include "cli/casework/sentences.h"
#include "cli/verbs/guide/acting.h"
#include "cli/verbs/guide/beginning.h"
#include "cli/verbs/guide/sentences.h"
#include "incident/fold.h"
#include "incident/kept_organisation.h"

namespace digue::cli::verbs {

namespace {

struct Options : casework::Options {
  std::string sheet;
  bool reader = false;
  casework::PreparedOptions prepared;
};

// "incident-2026-11-22-0310.digue", in UTC.
std::string file_name_for(Instant now) {
  const auto text = rfc3339(now);
  return fmt::format("incident-{}-{}{}.digue", text.substr(0, 10), text.substr(11, 2),
                     text.substr(14, 2));
}

// The account or the machine that was named: an address is an account, a bare name a machine.
Outcome add_first(logbook::Logbook& book, const std::string& name,
                  const incident::Speaker& speaker) {
  if (name.empty()) return {};
  const incident::Member member{.name = lower(name), .standing = incident::Standing::suspected};
  const auto receipt = name.find('@') != std::string::npos
                           ? incident::set_account(book, member, speaker)
                           : incident::set_host(book, member, speaker);
  if (!receipt) return digue::fail(receipt.error());
  return {};
}

// $DIGUE_ORG, else digue.yaml in this folder; empty when there is neither.
std::string usual_settings() {
  static constexpr const char* usual_name = "digue.yaml";
  const char* set = std::getenv("DIGUE_ORG");
  if (set != nullptr) return set;
  std::error_code error;
  return std::filesystem::exists(usual_name, error) ? usual_name : "";
}

class Guide {
 public:
  Guide(Session& session, Options options)
      : session_(session), options_(std::move(options)), dialogue_(session) {}

  Outcome run() {
    const bool exists = !options_.incident.empty() && std::filesystem::exists(options_.incident);
    return exists ? go_on() : begin();
  }

 private:
  Outcome go_on() {
    DIGUE_TRY(auto open, casework::open_case(session_, options_));
    DIGUE_TRY(const auto state, incident::state_of(open.logbook));
    DIGUE_TRY(const auto prepared, casework::prepare(session_, options_.prepared, &state));
    dialogue_.say(tell<sentences::guide_resume>(options_.incident, state.title));
    return act(prepared, open.logbook, open.speaker());
  }

  Outcome begin() {
    const auto kept = find_settings();
    DIGUE_TRY(const auto prepared, casework::prepare(session_, options_.prepared, nullptr));
    const auto& library = prepared.library;
    const auto sheet =
        options_.sheet.empty() ? find_sheet(dialogue_, library) : std::optional(options_.sheet);
    if (!sheet) return {};
    DIGUE_TRY(const auto* followed, casework::sheet_of(library, *sheet));
    dialogue_.gap();
    dialogue_.heading(followed->title);
    dialogue_.say(followed->when);
    const auto usual = casework::author_of(options_);
    const auto name = dialogue_.ask(tell<sentences::your_name>(usual), usual);
    if (!name) return {};
    const auto hit = dialogue_.ask(tell<sentences::who_is_hit>());
    if (!hit) return {};
    return open(prepared, kept, *followed, *name, *hit);
  }

  // What was prepared and lies where it is expected is taken without asking; a mistake in it stops
  // nobody.
  std::optional<incident::KeptOrganisation> find_settings() {
    auto& file = options_.prepared.organisation;
    const bool asked_for = !file.empty();
    if (!asked_for) file = usual_settings();
    if (file.empty()) return std::nullopt;
    auto kept = casework::gather(session_, file);
    if (kept) return std::move(*kept);
    if (!asked_for) {
      session_.failed(kept.error());
      file.clear();
    }
    return std::nullopt;
  }

  Outcome open(const casework::Prepared& prepared,
               const std::optional<incident::KeptOrganisation>& kept, const sheet::Sheet& sheet,
               const std::string& name, const std::string& hit) {
    if (options_.incident.empty()) options_.incident = file_name_for(session_.clock.now());
    const auto* organisation = prepared.given();
    const auto zone = organisation != nullptr && organisation->zone_is_set
                          ? std::string(organisation->zone.name())
                          : machine_zone(session_.files);
    const incident::Speaker speaker{.author = name};
    DIGUE_TRY(auto book, incident::open_incident(
                             options_.incident, {sheet.title.in(session_.language), sheet.id, zone},
                             speaker, casework::settings_of(session_, options_)));
    if (kept) {
      DIGUE_CHECK(incident::keep_organisation(book, *kept, speaker));
      dialogue_.say(tell<sentences::guide_settings>(options_.prepared.organisation));
    }
    DIGUE_CHECK(add_first(book, hit, speaker));
    dialogue_.say(tell<sentences::guide_opened>(options_.incident, zone));
    return act(prepared, book, speaker);
  }

  Outcome act(const casework::Prepared& prepared, logbook::Logbook& book,
              const incident::Speaker& speaker) {
    Acting acting(session_, prepared, book, speaker, options_.incident);
    if (options_.reader) acting.read_aloud();
    return acting.run();
  }

  Session& session_;
  Options options_;
  Dialogue dialogue_;
};

class GuideVerb final : public Verb {
 public:
  std::string_view name() const override { return "guide"; }
  const Sentence& summary() const override { return sentences::guide_summary; }
  Run declare(CLI::App& app, Language language) const override {
    const auto options = std::make_shared<Options>();
    const auto text = [&](const Sentence& sentence) { return std::string(sentence.in(language)); };
    app.add_option("--incident", options->incident, text(sentences::guide_file));
    app.add_option("--sheet", options->sheet, text(sentences::guide_sheet));
    app.add_flag("--reader", options->reader, text(sentences::guide_reader));
    casework::add_prepared(app, options->prepared, language);
    app.add_option("--author", options->author, text(casework::sentences::option_author));
    return [options](Session& session) {
      const auto outcome = Guide(session, *options).run();
      return outcome ? Exit::done : session.failed(outcome.error());
    };
  }
};

}  // namespace

const Verb& guide_verb() {
  static const GuideVerb verb;
  return verb;
}

}  // namespace digue::cli::verbs
