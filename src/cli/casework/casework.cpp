#include "cli/casework/casework.h"

#include <pwd.h>
#include <termios.h>
#include <unistd.h>

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <cstdio>
#include <iostream>

#include "base/text.h"
#include "cli/casework/sentences.h"
#include "incident/fold.h"
#include "incident/json.h"
#include "incident/when.h"

namespace digue::cli::casework {

void add_reading(CLI::App& app, Options& options, Language language) {
  app.add_option("--incident", options.incident,
                 std::string(sentences::option_incident.in(language)))
      ->required();
}

void add_writing(CLI::App& app, Options& options, Language language) {
  const auto text = [&](const Sentence& sentence) { return std::string(sentence.in(language)); };
  add_reading(app, options, language);
  app.add_option("--author", options.author, text(sentences::option_author));
  app.add_option("--occurred", options.occurred, text(sentences::option_occurred));
  app.add_option("--precision", options.precision, text(sentences::option_precision))
      ->check(CLI::IsMember({"second", "minute", "hour", "day"}));
  app.add_option("--corrects", options.corrects, text(sentences::option_corrects));
  app.add_flag("--sign", options.sign, text(sentences::option_sign));
  app.add_option("--password-file", options.password_file, text(sentences::option_password_file));
  app.add_flag("--despite-damage", options.despite_damage, text(sentences::option_despite_damage));
}

logbook::Settings settings_of(Session& session, const Options& options) {
  return {.state_folder = logbook::default_state_folder(),
          .clock = &session.clock,
          .despite_damage = options.despite_damage};
}

std::string author_of(const Options& options) {
  if (!trimmed(options.author).empty()) return std::string(trimmed(options.author));
  const auto* user = ::getpwuid(::getuid());
  if (user == nullptr) return "?";
  const std::string full = split(user->pw_gecos == nullptr ? "" : user->pw_gecos, ',').empty()
                               ? std::string()
                               : std::string(split(user->pw_gecos, ',').front());
  return full.empty() ? user->pw_name : full;
}

// Typed without being shown.
static std::string typed_password(Session& session, const std::string& author) {
  if (::isatty(STDIN_FILENO) == 0) return {};
  std::fputs(tell<sentences::ask_password>(author).in(session.language).c_str(), stderr);
  termios shown{};
  ::tcgetattr(STDIN_FILENO, &shown);
  termios hidden = shown;
  hidden.c_lflag &= ~static_cast<tcflag_t>(ECHO);
  ::tcsetattr(STDIN_FILENO, TCSANOW, &hidden);
  std::string password;
  std::getline(std::cin, password);
  ::tcsetattr(STDIN_FILENO, TCSANOW, &shown);
  std::fputs("\n", stderr);
  return password;
}

static Result<std::string> password_of(Session& session, const Options& options,
                                       const std::string& author) {
  if (options.password_file.empty()) {
    auto typed = typed_password(session, author);
    if (typed.empty()) return fail<sentences::no_password>(Error::Kind::bad_input);
    return typed;
  }
  DIGUE_TRY(const std::string text, session.files.read(options.password_file));
  std::string line(text.substr(0, text.find('\n')));
  if (line.empty())
    return fail<sentences::empty_file>(Error::Kind::bad_input, options.password_file);
  return line;
}

static Result<logbook::SigningKey> key_of(Session& session, const Options& options,
                                          logbook::Logbook& book, const std::string& author) {
  DIGUE_TRY(const std::string password, password_of(session, options, author));
  return book.has_key(author) ? book.unlock(author, password) : book.make_key(author, password);
}

// In the incident's zone when it says none.
static Result<std::optional<logbook::Moment>> occurred_of(Session& session, const Options& options,
                                                          const logbook::Logbook& book) {
  if (options.occurred.empty()) return std::optional<logbook::Moment>();
  DIGUE_TRY(const auto state, incident::state_of(book));
  DIGUE_TRY(auto moment, incident::read_when(options.occurred, state.zone, session.clock.now()));
  if (const auto precision = logbook::precision_named(options.precision))
    moment.precision = *precision;
  return std::optional(moment);
}

Result<Case> open_case(Session& session, const Options& options) {
  DIGUE_TRY(auto book, logbook::Logbook::open(options.incident, settings_of(session, options)));
  for (const auto& notice : book.opening().notices) session.note(notice);
  for (const auto& problem : book.opening().problems)
    session.note(tell<sentences::warning>(problem));
  DIGUE_TRY(const auto occurred, occurred_of(session, options, book));
  Case out{std::move(book), std::nullopt, author_of(options), occurred, options.corrects};
  if (options.sign) {
    DIGUE_TRY(out.key, key_of(session, options, out.logbook, out.author));
  }
  return out;
}

Result<Instant> moment_of(const std::string& text) {
  if (text.empty()) return Instant::unknown;
  if (const auto instant = parse_rfc3339(text)) return *instant;
  return fail<sentences::bad_moment>(Error::Kind::bad_input, text);
}

Result<const sheet::Sheet*> sheet_of(const sheet::Library& library, const std::string& id) {
  const auto* found = library.find(id);
  if (found == nullptr) return fail<sentences::no_sheet>(Error::Kind::not_found, id);
  return found;
}

Result<const sheet::Sheet*> sheet_of_step(const sheet::Library& library, const std::string& step,
                                          const std::string& followed) {
  const auto* own = library.find(step.substr(0, step.find('/')));
  if (own != nullptr) return own;
  return sheet_of(library, followed);
}

Exit recorded(Session& session, const Result<logbook::Receipt>& receipt) {
  if (!receipt) return session.failed(receipt.error());
  if (session.json) {
    session.line(incident::receipt_json(*receipt));
  } else {
    session.note(tell<sentences::recorded>(receipt->position));
  }
  return Exit::done;
}

CLI::App* add_part(CLI::App& app, const char* name, std::string_view summary, const Chosen& chosen,
                   Run run) {
  auto* part = app.add_subcommand(name, std::string(summary))->fallthrough();
  part->callback([chosen, run = std::move(run)] { *chosen = run; });
  return part;
}

}  // namespace digue::cli::casework
