#include "cli/casework/prepared.h"

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>

#include "base/hash.h"
#include "cli/casework/sentences.h"
#include "incident/kept_organisation.h"
#include "sheet/overlay.h"

namespace digue::cli::casework {

namespace {

// The settings, and the files that they are read through: those of the disk, or those kept.
struct Settings {
  std::optional<organisation::Organisation> organisation;
  std::string file;
  std::unique_ptr<incident::KeptFiles> kept;
};

// A database of places is looked for where it stood; on another machine it may not be there.
void find_databases(Session& session, const incident::KeptOrganisation& kept,
                    organisation::Organisation& organisation) {
  std::vector<std::filesystem::path> found;
  for (const auto& database : organisation.place_databases) {
    const auto path = std::filesystem::path(kept.folder) / database;
    std::error_code error;
    if (std::filesystem::exists(path, error))
      found.push_back(path);
    else
      session.note(tell<sentences::database_not_here>(path.string()));
  }
  organisation.place_databases = std::move(found);
}

Result<Settings> settings_of(Session& session, const PreparedOptions& options,
                             const incident::State* state) {
  Settings out;
  if (!options.organisation.empty()) {
    out.file = options.organisation;
    DIGUE_TRY(out.organisation, organisation::load(session.files, out.file));
  } else if (state != nullptr && state->organisation != nullptr) {
    const auto& kept = *state->organisation;
    out.file = kept.file;
    out.kept = std::make_unique<incident::KeptFiles>(kept);
    DIGUE_TRY(out.organisation, organisation::load(*out.kept, kept.file));
  }
  return out;
}

Result<sheet::Overlay> overlay_at(Files& files, const std::filesystem::path& path) {
  DIGUE_TRY(const auto bytes, files.read(path));
  auto reading = sheet::read_overlay(bytes, path.string());
  if (const auto* problem = sheet::first_error(reading.problems))
    return digue::fail(Error{Error::Kind::bad_input, sheet::told(*problem)});
  return std::move(reading.overlay);
}

Outcome adapt(Session& session, Files& files, const std::filesystem::path& path,
              sheet::Library& library) {
  DIGUE_TRY(const auto overlay, overlay_at(files, path));
  for (const auto& problem : sheet::adapt(library, overlay))
    session.note(tell<sentences::left_out>(sheet::told(problem)));
  return {};
}

}  // namespace

void add_prepared(CLI::App& app, PreparedOptions& options, Language language) {
  app.add_option("--org", options.organisation,
                 std::string(sentences::option_organisation.in(language)));
  app.add_option("--overlay", options.overlay, std::string(sentences::option_overlay.in(language)));
}

Result<Prepared> prepare(Session& session, const PreparedOptions& options,
                         const incident::State* state) {
  Prepared out;
  DIGUE_TRY(out.library, options.sheets.empty()
                             ? sheet::built_in_library()
                             : sheet::library_from(session.files, options.sheets));
  DIGUE_TRY(auto settings, settings_of(session, options, state));
  out.from_incident = settings.kept != nullptr;
  if (!options.overlay.empty()) {
    DIGUE_CHECK(adapt(session, session.files, options.overlay, out.library));
  } else if (settings.organisation && !settings.organisation->overlay.empty()) {
    Files& files = settings.kept ? static_cast<Files&>(*settings.kept) : session.files;
    DIGUE_CHECK(adapt(session, files, settings.organisation->overlay, out.library));
  }
  if (settings.kept) find_databases(session, *state->organisation, *settings.organisation);
  out.organisation = std::move(settings.organisation);
  out.file = std::move(settings.file);
  return out;
}

Result<std::optional<organisation::Organisation>> organisation_of(Session& session,
                                                                  const PreparedOptions& options,
                                                                  const incident::State* state) {
  DIGUE_TRY(auto settings, settings_of(session, options, state));
  if (settings.kept) find_databases(session, *state->organisation, *settings.organisation);
  return std::move(settings.organisation);
}

Result<incident::KeptOrganisation> gather(Session& session, const std::string& organisation) {
  const std::filesystem::path path(organisation);
  const auto folder = path.parent_path();
  incident::KeepingFiles files(session.files, folder);
  DIGUE_TRY(const auto settings, organisation::load(files, path));
  if (!settings.overlay.empty()) {
    DIGUE_TRY(auto library, sheet::built_in_library());
    DIGUE_CHECK(adapt(session, files, settings.overlay, library));
  }
  for (const auto& note : settings.notes) session.note(tell<sentences::warning>(note));
  std::error_code error;
  incident::KeptOrganisation out{settings.name, path.filename().string(), {}, {}, files.take(), {}};
  out.sha256 = to_hex(sha256(out.files.front().bytes));
  const auto here = folder.empty() ? std::filesystem::path(".") : folder;
  out.folder = std::filesystem::absolute(here, error).lexically_normal().string();
  return out;
}

}  // namespace digue::cli::casework
