// The folder of an exercise that tells of a site.
#include <fmt/core.h>

#include "base/file.h"
#include "exercise/exports.h"
#include "exercise/logs/pens.h"
#include "exercise/site_story.h"

namespace digue::exercise {

static std::string organisation_of(const Site& site) {
  const World& world = site.world;
  std::string text = "# The organisation of the exercise, as it would describe itself.\n";
  text += fmt::format("name: \"{}\"\nzone: Europe/Paris\n", world.hospital);
  text += fmt::format("domains: [{}]\nhome_countries: [FR]\n", world.domain);
  text += "working_hours: {from: \"07:00\", to: \"20:00\", days: [mon, tue, wed, thu, fri]}\n";
  text += fmt::format("known_networks: [{}, 10.20.0.0/16, 10.99.0.0/24]\n",
                      world.network(Network::Use::office).cidr);
  text += fmt::format("administrators:\n  - {}\n  - {}\n", world.person(world.administrator).upn,
                      world.person(world.technician).upn);
  return text + "place_databases: [networks.csv]\n";
}

Result<std::uint64_t> write_site(SiteStory& story, std::string_view exercise,
                                 const std::filesystem::path& folder) {
  const World& world = story.site.world;
  const auto evidence = folder / "evidence";
  DIGUE_TRY(const auto records, story.fleet.save(evidence / "windows"));
  DIGUE_TRY(const auto lines, logs::write_logs(story.site, std::move(story.facts), evidence));
  DiskFiles files;
  DIGUE_CHECK(files.write(folder / "organisation.yaml", organisation_of(story.site)));
  DIGUE_CHECK(files.write(folder / "networks.csv", networks_csv(world)));
  DIGUE_CHECK(files.write(folder / "STORY.fr.md", story.french));
  DIGUE_CHECK(files.write(folder / "STORY.en.md", story.english));
  DIGUE_CHECK(files.write(folder / "truth.json", truth_json(exercise, story.truth, world.seed)));
  return records + lines;
}

}  // namespace digue::exercise
