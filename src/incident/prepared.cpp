#include "incident/prepared.h"

#include <algorithm>

#include "base/hash.h"
#include "base/text.h"
#include "incident/kept_organisation.h"
#include "incident/sentences.h"
#include "sheet/overlay.h"

namespace digue::incident {

namespace {

// The settings, and the files that they are read through: those of the disk, or those kept.
struct Settings {
  std::optional<organisation::Organisation> organisation;
  std::string file;
  std::unique_ptr<KeptFiles> kept;
};

// A database of places is looked for where it stood; on another machine it may not be there.
void find_databases(const Preparing& how, const KeptOrganisation& kept,
                    organisation::Organisation& organisation) {
  std::vector<std::filesystem::path> found;
  for (const auto& database : organisation.place_databases) {
    const auto path = std::filesystem::path(kept.folder) / database;
    std::error_code error;
    if (std::filesystem::exists(path, error))
      found.push_back(path);
    else
      how.tell(tell<sentences::database_not_here>(path.string()));
  }
  organisation.place_databases = std::move(found);
}

Result<Settings> settings_of(const Preparing& how, const State* state) {
  Settings out;
  if (!how.organisation.empty()) {
    out.file = how.organisation;
    DIGUE_TRY(out.organisation, organisation::load(how.files, out.file));
  } else if (state != nullptr && state->organisation != nullptr) {
    const auto& kept = *state->organisation;
    out.file = kept.file;
    out.kept = std::make_unique<KeptFiles>(kept);
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

Outcome adapt(const Preparing& how, Files& files, const std::filesystem::path& path,
              sheet::Library& library) {
  DIGUE_TRY(const auto overlay, overlay_at(files, path));
  for (const auto& problem : sheet::adapt(library, overlay))
    how.tell(tell<sentences::left_out>(sheet::told(problem)));
  return {};
}

}  // namespace

Result<Prepared> prepare(const Preparing& how, sheet::Library library, const State* state) {
  Prepared out;
  out.library = std::move(library);
  DIGUE_TRY(auto settings, settings_of(how, state));
  out.from_incident = settings.kept != nullptr;
  if (!how.overlay.empty()) {
    DIGUE_CHECK(adapt(how, how.files, how.overlay, out.library));
  } else if (settings.organisation && !settings.organisation->overlay.empty()) {
    Files& files = settings.kept ? static_cast<Files&>(*settings.kept) : how.files;
    DIGUE_CHECK(adapt(how, files, settings.organisation->overlay, out.library));
  }
  if (settings.kept) find_databases(how, *state->organisation, *settings.organisation);
  out.organisation = std::move(settings.organisation);
  out.file = std::move(settings.file);
  return out;
}

Result<std::optional<organisation::Organisation>> organisation_of(const Preparing& how,
                                                                  const State* state) {
  DIGUE_TRY(auto settings, settings_of(how, state));
  if (settings.kept) find_databases(how, *state->organisation, *settings.organisation);
  return std::move(settings.organisation);
}

Outcome apply_thresholds(Prepared& prepared) {
  if (!prepared.organisation) return {};
  auto& settings = prepared.library.severity.settings;
  for (const auto& [name, value] : prepared.organisation->severity_settings) {
    const auto found = std::find_if(settings.begin(), settings.end(),
                                    [&](const sheet::Setting& one) { return one.id == name; });
    if (found != settings.end()) {
      found->value = value;
      continue;
    }
    std::vector<std::string> known;
    for (const auto& setting : settings) known.push_back(setting.id);
    return fail<sentences::unknown_threshold>(Error::Kind::bad_input, prepared.file, name,
                                              join(known, ", "));
  }
  return {};
}

Result<KeptOrganisation> gather(const Preparing& how) {
  const std::filesystem::path path(how.organisation);
  const auto folder = path.parent_path();
  KeepingFiles files(how.files, folder);
  DIGUE_TRY(const auto settings, organisation::load(files, path));
  if (!settings.overlay.empty()) {
    DIGUE_TRY(auto library, sheet::built_in_library());
    DIGUE_CHECK(adapt(how, files, settings.overlay, library));
  }
  for (const auto& note : settings.notes) how.tell(tell<sentences::prepared_warning>(note));
  std::error_code error;
  KeptOrganisation out{settings.name, path.filename().string(), {}, {}, files.take(), {}};
  out.sha256 = to_hex(sha256(out.files.front().bytes));
  const auto here = folder.empty() ? std::filesystem::path(".") : folder;
  out.folder = std::filesystem::absolute(here, error).lexically_normal().string();
  return out;
}

}  // namespace digue::incident
