#include "cli/casework/prepared.h"

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>

#include "cli/casework/sentences.h"

namespace digue::cli::casework {

static incident::Preparing preparing(Session& session, const PreparedOptions& options) {
  return {session.files, [&session](const Message& note) { session.note(note); },
          options.organisation, options.overlay};
}

void add_prepared(CLI::App& app, PreparedOptions& options, Language language) {
  app.add_option("--org", options.organisation,
                 std::string(sentences::option_organisation.in(language)));
  app.add_option("--overlay", options.overlay, std::string(sentences::option_overlay.in(language)));
}

Result<Prepared> prepare(Session& session, const PreparedOptions& options,
                         const incident::State* state) {
  DIGUE_TRY(auto library, options.sheets.empty()
                              ? sheet::built_in_library()
                              : sheet::library_from(session.files, options.sheets));
  return incident::prepare(preparing(session, options), std::move(library), state);
}

Result<std::optional<organisation::Organisation>> organisation_of(Session& session,
                                                                  const PreparedOptions& options,
                                                                  const incident::State* state) {
  return incident::organisation_of(preparing(session, options), state);
}

Result<incident::KeptOrganisation> gather(Session& session, const std::string& organisation) {
  return incident::gather(preparing(session, {organisation, {}, {}}));
}

}  // namespace digue::cli::casework
