#include "cli/casework/told.h"

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <filesystem>

#include "base/file.h"
#include "read/mapping/mapping.h"

namespace digue::cli::casework {

namespace {

constexpr Sentence option_zone{
    "fuseau des dates qui n’en portent pas dans les fichiers (Europe/Paris) ; sans lui, elles "
    "restent "
    "telles quelles",
    "zone of the dates that say none in the files (Europe/Paris); without it they stay as they "
    "are"};
constexpr Sentence option_mapping{
    "fichier YAML qui dit le sens des champs de fichiers d’un format que Digue ne connaît pas "
    "(docs/formats.md)",
    "YAML file that says what the fields mean of files in a format that Digue does not know "
    "(docs/formats.md)"};

}  // namespace

void declare_told(CLI::App& app, ToldOptions& options, Language language) {
  app.add_option("--zone", options.zone, std::string(option_zone.in(language)));
  app.add_option("--mapping", options.mapping, std::string(option_mapping.in(language)));
}

Outcome take_told(const ToldOptions& options, read::Told& told) {
  if (!options.zone.empty()) {
    DIGUE_TRY(told.zone, Zone::named(options.zone));
  }
  if (options.mapping.empty()) return {};
  DIGUE_TRY(const auto file, MappedFile::open(options.mapping));
  // The processes that read evidence open it again.
  const auto path = std::filesystem::absolute(options.mapping).string();
  DIGUE_TRY(told.mapping, read::Mapping::read(file.bytes(), path));
  return {};
}

}  // namespace digue::cli::casework
