// What goes with the evidence: who the hospital is, where addresses are, the story, the truth.
#include <fmt/core.h>

#include "base/file.h"
#include "exercise/exports.h"
#include "exercise/names.h"

namespace digue::exercise {

static std::string organisation_of(const World& world, const Story& story) {
  std::string text = "# The hospital of the exercise, as it would describe itself.\n";
  text += fmt::format("name: \"{}\"\nzone: Europe/Paris\n", world.hospital);
  text += fmt::format("domains: [{}]\nhome_countries: [FR]\n", world.domain);
  text += "working_hours: {from: \"07:00\", to: \"20:00\", days: [mon, tue, wed, thu, fri]}\n";
  text += fmt::format("known_networks: [{}]\n", world.network(Network::Use::office).cidr);
  text += fmt::format("administrators:\n  - {}\n  - {}\n", world.person(world.administrator).upn,
                      world.person(world.technician).upn);
  for (const auto& consent : story.state.consents)
    if (consent.who == nullptr)
      text += fmt::format("known_applications:\n  - {}\n", consent.app_id);
  return text + "place_databases: [networks.csv]\n";
}

std::string networks_csv(const World& world) {
  std::string text = "network,country,city,latitude,longitude,as_number,as_name\n";
  for (const auto& network : world.networks)
    text +=
        fmt::format("{},{},{},{:.2f},{:.2f},{},{}\n", network.cidr, network.country, network.city,
                    network.latitude, network.longitude, network.as_number, network.as_name);
  return text;
}

static std::string french_story(const World& world, const Story& story) {
  return fmt::format(
      "# Exercice : une boîte prise\n\n"
      "Vous êtes d’astreinte au {0}. Tout est inventé : les noms, les domaines en `.example` et "
      "les adresses réservées à la documentation.\n\n"
      "{1}, à la comptabilité, reçoit des appels : des fournisseurs demandent si le changement de "
      "coordonnées bancaires annoncé par message est vrai. {1} n’a rien annoncé, mais se souvient "
      "d’avoir ouvert, le {2}, un document partagé qui demandait de se connecter.\n\n"
      "Les administrateurs ont exporté les journaux et l’état des boîtes dans `evidence/`, puis "
      "ont bloqué des comptes, révoqué leurs sessions et changé leurs mots de passe. Ils ont fini "
      "le {3} (UTC). Un nouvel export a suivi : il est dans le même dossier.\n\n"
      "À vous de dire :\n\n"
      "1. depuis quand, par où et sur quels comptes l’intrus est entré ;\n"
      "2. ce qu’il a mis en place pour rester et pour cacher ses traces ;\n"
      "3. ce qu’il a lu, envoyé et supprimé, et qui prévenir ;\n"
      "4. ce qu’il reste à fermer, et si l’endiguement tient ;\n"
      "5. qui n’y est pour rien : le directeur général voyage.\n\n"
      "`truth.json` donne la solution. Ne l’ouvrez qu’après.\n",
      world.hospital, world.person(world.accountant).display(), utc_day(story.first_theft),
      rfc3339(story.truth.contained_at));
}

static std::string english_story(const World& world, const Story& story) {
  return fmt::format(
      "# Exercise: a mailbox taken\n\n"
      "You are on call at {0}. Everything is invented: the names, the `.example` domains and the "
      "addresses, which are kept for documentation.\n\n"
      "{1}, in accounting, gets calls: suppliers ask whether the change of bank details announced "
      "by mail is true. {1} announced nothing, but remembers opening, on {2}, a shared document "
      "that asked to sign in.\n\n"
      "The administrators exported the logs and the state of the mailboxes into `evidence/`, then "
      "blocked accounts, revoked their sessions and changed their passwords. They were done at "
      "{3} (UTC). A later export followed: it is in the same folder.\n\n"
      "It is for you to say:\n\n"
      "1. since when, by which way and on which accounts the intruder came in;\n"
      "2. what was put in place to stay and to hide;\n"
      "3. what was read, sent and deleted, and whom to warn;\n"
      "4. what is still to be closed, and whether the containment holds;\n"
      "5. who has nothing to do with it: the director is travelling.\n\n"
      "`truth.json` is the solution. Open it only afterwards.\n",
      world.hospital, world.person(world.accountant).display(), utc_day(story.first_theft),
      rfc3339(story.truth.contained_at));
}

Outcome write_papers(const World& world, const Story& story, const std::filesystem::path& folder) {
  DiskFiles files;
  DIGUE_CHECK(files.write(folder / "organisation.yaml", organisation_of(world, story)));
  DIGUE_CHECK(files.write(folder / "networks.csv", networks_csv(world)));
  DIGUE_CHECK(files.write(folder / "STORY.fr.md", french_story(world, story)));
  DIGUE_CHECK(files.write(folder / "STORY.en.md", english_story(world, story)));
  return files.write(folder / "truth.json",
                     truth_json("mailbox-takeover", story.truth, world.seed));
}

}  // namespace digue::exercise
