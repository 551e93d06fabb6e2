// What the organisation prepared, kept in the incident, so that it stands alone on another machine:
// its settings, the tables of its register and its own version of the sheets.
//
// The files are kept as they were, in one entry of the logbook; said again, the last one holds.
// Cap: the body of an entry (logbook/entry.h).  Databases of places are too big and stay outside.
#pragma once
#include <filesystem>
#include <string>

#include "base/file.h"
#include "incident/acts.h"
#include "incident/body.h"
#include "incident/state.h"

namespace digue::incident {

inline constexpr std::size_t max_kept_files = 64;

// `said` is not looked at.  Refused: more than fits in an entry.
Result<logbook::Receipt> keep_organisation(logbook::Logbook& logbook,
                                           const KeptOrganisation& organisation,
                                           const Speaker& speaker);
// From the body of that entry.  Nothing when the settings themselves are not among the files.
std::optional<KeptOrganisation> read_kept_organisation(const Body& body);

// The files that are kept, by their names; nothing can be written.
class KeptFiles final : public Files {
 public:
  // Keeps a reference.
  explicit KeptFiles(const KeptOrganisation& organisation) : organisation_(organisation) {}
  Result<std::string> read(const std::filesystem::path& path) override;
  Outcome write(const std::filesystem::path& path, std::string_view bytes) override;

 private:
  const KeptOrganisation& organisation_;
};

// Reads through `files`, and keeps all that was read under the names that a reader of the kept
// files will ask for: relative to the folder of the settings.
class KeepingFiles final : public Files {
 public:
  KeepingFiles(Files& files, const std::filesystem::path& folder)
      : files_(files), folder_(folder) {}
  Result<std::string> read(const std::filesystem::path& path) override;
  Outcome write(const std::filesystem::path& path, std::string_view bytes) override;
  std::vector<KeptFile> take() { return std::move(kept_); }

 private:
  Files& files_;
  std::filesystem::path folder_;
  std::vector<KeptFile> kept_;
};

}  // namespace digue::incident
