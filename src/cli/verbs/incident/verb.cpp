#include "cli/verb.h"

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <algorithm>

#include "base/json_writer.h"
#include "cli/casework/follow_up.h"
#include "cli/casework/prepared.h"
#include "cli/casework/sentences.h"
#include "cli/casework/show.h"
#include "incident/fold.h"
#include "incident/kept_organisation.h"
#include "indicator/indicator.h"

namespace digue::cli::verbs {

namespace {

namespace sentences = casework::sentences;

struct Options : casework::Options {
  std::string title, sheet = "mail-account", zone;
  std::vector<std::string> accounts;
  casework::PreparedOptions prepared;
  std::string folder = ".", at;
  std::string name, standing = "suspected", owner, why;
  std::string role, contact, kind, treatment = "observe", expires, conclusion;
};

// What was asked for, else the organisation's, else UTC.
Result<std::string> zone_of(Session& session, const Options& options) {
  if (!options.zone.empty()) return options.zone;
  DIGUE_TRY(const auto ours, casework::organisation_of(session, options.prepared, nullptr));
  return std::string(ours && ours->zone_is_set ? ours->zone.name() : "UTC");
}

Result<logbook::Logbook> opened_incident(Session& session, const Options& options) {
  DIGUE_TRY(const auto library, sheet::built_in_library());
  DIGUE_CHECK(casework::sheet_of(library, options.sheet));
  DIGUE_TRY(const auto zone, zone_of(session, options));
  std::optional<incident::KeptOrganisation> kept;
  if (!options.prepared.organisation.empty()) {
    DIGUE_TRY(kept, casework::gather(session, options.prepared.organisation));
  }
  const incident::Speaker speaker{.author = casework::author_of(options)};
  DIGUE_TRY(auto book,
            incident::open_incident(options.incident, {options.title, options.sheet, zone}, speaker,
                                    casework::settings_of(session, options)));
  if (kept) DIGUE_CHECK(incident::keep_organisation(book, *kept, speaker));
  for (const auto& account : options.accounts)
    DIGUE_CHECK(incident::set_account(
        book, {.name = account, .standing = incident::Standing::compromised}, speaker));
  return book;
}

Exit open_new(Session& session, const Options& options) {
  const auto book = opened_incident(session, options);
  if (!book) return session.failed(book.error());
  const auto state = incident::state_of(*book);
  if (!state) return session.failed(state.error());
  session.note(tell<sentences::opened>(book->incident(), options.incident));
  if (session.json) casework::show_incident(session, *state);
  return Exit::done;
}

// Every file of the folder that holds an incident, by name; the others are passed over.
Exit list(Session& session, const Options& options) {
  std::error_code error;
  std::vector<std::filesystem::path> paths;
  for (const auto& file : std::filesystem::directory_iterator(options.folder, error))
    if (file.path().extension() == ".digue") paths.push_back(file.path());
  std::sort(paths.begin(), paths.end());
  for (const auto& path : paths) {
    const auto book = logbook::Logbook::open(path, casework::settings_of(session, options));
    const auto state =
        book ? incident::state_of(*book) : Result<incident::State>(digue::fail(book.error()));
    if (!state) {
      session.note(state.error().message);
      continue;
    }
    if (session.json)
      casework::show_incident(session, *state);
    else
      session.line(
          tell<sentences::listed>(path.string(), state->id, state->title, state->log.size())
              .in(session.language));
  }
  if (paths.empty()) session.note(tell<sentences::none_listed>(options.folder));
  return Exit::done;
}

Exit show(Session& session, const Options& options) {
  const auto at = casework::moment_of(options.at);
  if (!at) return session.failed(at.error()), Exit::usage;
  const auto open = casework::open_case(session, options);
  if (!open) return session.failed(open.error());
  const auto state = incident::state_of(open->logbook, *at);
  if (!state) return session.failed(state.error());
  casework::show_incident(session, *state);
  const auto prepared = casework::prepare(session, options.prepared, &*state);
  if (!prepared) return session.failed(prepared.error());
  casework::show_clocks(session, *prepared, *state, at->known() ? *at : session.clock.now());
  return Exit::done;
}

incident::Member member_of(const Options& options) {
  return {.name = options.name,
          .standing =
              incident::standing_named(options.standing).value_or(incident::Standing::suspected),
          .owner = options.owner,
          .why = as_message(options.why)};
}

// Runs `write` on the open incident and says the entry's number.
template <class Write>
Exit write_to(Session& session, const Options& options, Write write) {
  auto open = casework::open_case(session, options);
  if (!open) return session.failed(open.error());
  return casework::recorded(session, write(open->logbook, open->speaker()));
}

Exit account(Session& session, const Options& options) {
  return write_to(session, options, [&](auto& book, const auto& speaker) {
    return incident::set_account(book, member_of(options), speaker);
  });
}

Exit organisation(Session& session, const Options& options) {
  const auto kept = casework::gather(session, options.prepared.organisation);
  if (!kept) return session.failed(kept.error());
  return write_to(session, options, [&](auto& book, const auto& speaker) {
    return incident::keep_organisation(book, *kept, speaker);
  });
}

Exit host(Session& session, const Options& options) {
  return write_to(session, options, [&](auto& book, const auto& speaker) {
    return incident::set_host(book, member_of(options), speaker);
  });
}

Exit person(Session& session, const Options& options) {
  return write_to(session, options, [&](auto& book, const auto& speaker) {
    return incident::set_person(book, {options.name, options.role, options.contact, {}}, speaker);
  });
}

Exit indicator(Session& session, const Options& options) {
  const auto expires = casework::moment_of(options.expires);
  if (!expires) return session.failed(expires.error()), Exit::usage;
  const auto what = indicator::read_indicator(options.name);
  return write_to(session, options, [&](auto& book, const auto& speaker) {
    return incident::set_indicator(
        book,
        {.value = what.value,
         .kind = options.kind.empty() ? std::string(indicator::kind_name(what.kind)) : options.kind,
         .treatment =
             incident::treatment_named(options.treatment).value_or(incident::Treatment::observe),
         .why = as_message(options.why),
         .expires = *expires},
        speaker);
  });
}

Exit close(Session& session, const Options& options) {
  return write_to(session, options, [&](auto& book, const auto& speaker) {
    return incident::close_incident(book, options.conclusion, speaker);
  });
}

// Declares the parts of the verb over one set of options.
class Declaring {
 public:
  Declaring(CLI::App& app, Language language) : app_(app), language_(language) {}

  Run declare() {
    app_.require_subcommand(1);
    declare_new();
    auto* list_app = part("list", sentences::incident_list, list);
    list_app->add_option("DIR", options_->folder, text(sentences::option_folder));
    auto* show_app = part("show", sentences::incident_show, show);
    casework::add_reading(*show_app, *options_, language_);
    show_app->add_option("--at", options_->at, text(sentences::option_at));
    casework::add_prepared(*show_app, options_->prepared, language_);
    declare_member("account", sentences::incident_account, account);
    declare_member("host", sentences::incident_host, host);
    declare_person();
    declare_indicator();
    auto* kept_app = writing("organisation", sentences::incident_organisation, organisation);
    add_kept(*kept_app)->required();
    auto* close_app = writing("close", sentences::incident_close, close);
    close_app->add_option("CONCLUSION", options_->conclusion, text(sentences::option_conclusion))
        ->required();
    return [chosen = chosen_](Session& session) { return (*chosen)(session); };
  }

 private:
  using What = Exit (*)(Session&, const Options&);

  std::string text(const Sentence& sentence) const { return std::string(sentence.in(language_)); }

  CLI::App* part(const char* name, const Sentence& summary, What what) {
    return casework::add_part(
        app_, name, summary.in(language_), chosen_,
        [options = options_, what](Session& session) { return what(session, *options); });
  }
  CLI::App* writing(const char* name, const Sentence& summary, What what) {
    auto* app = part(name, summary, what);
    casework::add_writing(*app, *options_, language_);
    return app;
  }

  CLI::Option* add_kept(CLI::App& app) {
    return app.add_option("--org", options_->prepared.organisation,
                          text(sentences::option_kept_organisation));
  }

  void declare_new() {
    auto* app = part("new", sentences::incident_new, open_new);
    casework::add_reading(*app, *options_, language_);
    app->add_option("TITLE", options_->title, text(sentences::option_title))->required();
    app->add_option("--sheet", options_->sheet, text(sentences::option_sheet));
    app->add_option("--zone", options_->zone, text(sentences::option_zone));
    add_kept(*app);
    app->add_option("--author", options_->author, text(sentences::option_author));
    app->add_option("--account", options_->accounts, text(sentences::option_account));
  }

  void declare_member(const char* name, const Sentence& summary, What what) {
    auto* app = writing(name, summary, what);
    app->add_option("NAME", options_->name, text(sentences::option_name))->required();
    app->add_option("--standing", options_->standing, text(sentences::option_standing))
        ->check(CLI::IsMember({"compromised", "suspected", "cleared"}));
    app->add_option("--owner", options_->owner, text(sentences::option_owner));
    app->add_option("--why", options_->why, text(sentences::option_why));
  }

  void declare_person() {
    auto* app = writing("person", sentences::incident_person, person);
    app->add_option("NAME", options_->name, text(sentences::option_name))->required();
    app->add_option("--role", options_->role, text(sentences::option_role));
    app->add_option("--contact", options_->contact, text(sentences::option_contact));
  }

  void declare_indicator() {
    auto* app = writing("indicator", sentences::incident_indicator, indicator);
    app->add_option("VALUE", options_->name, text(sentences::option_value))->required();
    app->add_option("--kind", options_->kind, text(sentences::option_kind))
        ->check(CLI::IsMember({"address", "range", "domain", "mail", "url", "md5", "sha1", "sha256",
                               "sha512", "file", "other"}));
    app->add_option("--treatment", options_->treatment, text(sentences::option_treatment))
        ->check(CLI::IsMember({"observe", "block"}));
    app->add_option("--expires", options_->expires, text(sentences::option_expires));
    app->add_option("--why", options_->why, text(sentences::option_why));
  }

  CLI::App& app_;
  Language language_;
  std::shared_ptr<Options> options_ = std::make_shared<Options>();
  casework::Chosen chosen_ = std::make_shared<Run>();
};

class IncidentVerb final : public Verb {
 public:
  std::string_view name() const override { return "incident"; }
  const Sentence& summary() const override { return sentences::incident_summary; }
  Run declare(CLI::App& app, Language language) const override {
    return Declaring(app, language).declare();
  }
};

}  // namespace

const Verb& incident_verb() {
  static const IncidentVerb verb;
  return verb;
}

}  // namespace digue::cli::verbs
