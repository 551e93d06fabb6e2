// What the verbs of an incident share: their options, opening the file, and who speaks.
#pragma once
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "cli/verb.h"
#include "incident/acts.h"
#include "logbook/logbook.h"
#include "sheet/library.h"

namespace digue::cli::casework {

struct Options {
  std::string incident, author, occurred, precision, password_file;
  std::optional<std::uint64_t> corrects;
  bool sign = false, despite_damage = false;
};

// --incident; and, for a verb that writes, who speaks and when.
void add_reading(CLI::App& app, Options& options, Language language);
void add_writing(CLI::App& app, Options& options, Language language);

// An incident that is open, and who speaks in it.
struct Case {
  logbook::Logbook logbook;
  std::optional<logbook::SigningKey> key;  // of the author, when they sign themselves
  std::string author;
  std::optional<logbook::Moment> occurred;
  std::optional<std::uint64_t> corrects;

  incident::Speaker speaker() const { return {author, key ? &*key : nullptr, occurred, corrects}; }
};

logbook::Settings settings_of(Session& session, const Options& options);
// Says, as notes, what opening found.
Result<Case> open_case(Session& session, const Options& options);
// Who speaks: the name given, else that of the machine's user.
std::string author_of(const Options& options);

// RFC 3339; "" is unknown.
Result<Instant> moment_of(const std::string& text);
Result<const sheet::Sheet*> sheet_of(const sheet::Library& library, const std::string& id);
// The sheet that a step is of, whichever the incident follows: answers serve any sheet.  The
// incident's own, `followed`, when the step names no sheet that is here.
Result<const sheet::Sheet*> sheet_of_step(const sheet::Library& library, const std::string& step,
                                          const std::string& followed);

// The entry's number: a line, or a `receipt` object.
Exit recorded(Session& session, const Result<logbook::Receipt>& receipt);

// A verb with verbs of its own: which one was asked for.
using Chosen = std::shared_ptr<Run>;
CLI::App* add_part(CLI::App& app, const char* name, std::string_view summary, const Chosen& chosen,
                   Run run);

}  // namespace digue::cli::casework
