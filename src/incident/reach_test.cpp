#include "incident/reach.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "sheet/library.h"

namespace digue::incident {

namespace {

organisation::Register hospital() {
  organisation::Register out;
  organisation::RegisterNotes notes;
  REQUIRE(organisation::import_csv(
      "machine;zone;role;repose sur;données\n"
      "srv-dpi;Métier;;esx1;\nesx1;Administration;hyperviseur;;\nsrv-paie;metier;;;\n"
      "Dossier patient;;;srv-dpi;santé\nPaie;;;srv-paie;personnelles\nborne;Accueil;;;\n",
      "s.csv", out, notes));
  REQUIRE(
      organisation::import_csv("activité;vitale;continuité;mode dégradé;durée;systèmes;dépend de\n"
                               "Soins;oui;;Papier;12 h;Dossier patient;\n"
                               "Bloc opératoire;oui;non;non;;;Soins\n"
                               "Salaires;non;;;;Paie;\nAccueil;non;;;;borne;\n",
                               "a.csv", out, notes));
  REQUIRE(organisation::import_csv("partenaire;zones\nGHT;METIER\nFacultés;Ailleurs\n", "i.csv",
                                   out, notes));
  REQUIRE(notes.notes.empty());
  return out;
}

const sheet::SeverityTable& table() {
  static const auto library = *sheet::built_in_library();
  return library.severity;
}

std::string proposed(const Reach& reach, const std::string& input) {
  for (const auto& proposal : proposals_of(reach, table()))
    if (table().inputs[proposal.input].id == input)
      return std::string(value_name(proposal.value)) + ": " + proposal.reason.english;
  return "";
}

std::vector<std::string> names(const Reach& reach) {
  std::vector<std::string> out;
  for (const auto& hit : reach.activities) out.push_back(hit.activity->name);
  return out;
}

}  // namespace

TEST_CASE("what runs on a machine hit is hit, and what needs it, up to the activities") {
  const auto registry = hospital();
  const auto reach = reach_of(registry, {"ESX1.ch.example", "inconnue"});
  CHECK(reach.unknown == std::vector<std::string>{"inconnue"});
  REQUIRE(reach.systems.size() == 3);
  CHECK(reach.systems[2].system->name == "Dossier patient");
  CHECK(names(reach) == std::vector<std::string>{"Soins", "Bloc opératoire"});
  CHECK(reach.activities[0].through == "Dossier patient");
  CHECK(reach.activities[0].host == "ESX1.ch.example");
  CHECK(reach.activities[1].through == "Soins");
  CHECK(reach.data == std::vector<std::string>{"health"});
  REQUIRE(reach.partners.size() == 1);
  CHECK(reach.partners[0]->partner == "GHT");
}

TEST_CASE("the register proposes the answers that it can give, each with its reason") {
  const auto registry = hospital();
  const auto reach = reach_of(registry, {"esx1"});
  CHECK(proposed(reach, "q4") == "yes: esx1 is hit, and is used to administer: hyperviseur.");
  CHECK(proposed(reach, "q5") ==
        "yes: The machines hit are in several zones: Administration, Métier.");
  CHECK(proposed(reach, "q7") == "yes: Connected to what is hit: GHT.");
  CHECK(proposed(reach, "q8") == "yes: “Soins” is vital, and needs “Dossier patient” (esx1).");
  CHECK(proposed(reach, "q11") ==
        "yes: “Bloc opératoire” is vital and hit; the register gives it neither continuity nor "
        "degraded mode.");
  CHECK(proposed(reach, "q12") == "yes: The degraded mode of “Soins” holds 12 h, less than 24 h.");
  CHECK(proposed(reach, "q1") == "");
}

TEST_CASE("a no is proposed only when the register knows every machine, and what is vital") {
  auto registry = hospital();
  CHECK(proposed(reach_of(registry, {"borne", "srv-paie"}), "q8") ==
        "no: The register knows the 2 machines hit; no vital activity depends on them.");
  CHECK(proposed(reach_of(registry, {"borne", "inconnue"}), "q8") == "");
  CHECK(proposed(reach_of(registry, {}), "q8") == "");
  registry.activities[2].vital.reset();
  CHECK(proposed(reach_of(registry, {"srv-paie"}), "q8") == "");
}

TEST_CASE("what the register does not know of a degraded mode proposes nothing") {
  auto registry = hospital();
  registry.activities[1].vital = false;
  CHECK(proposed(reach_of(registry, {"srv-dpi"}), "q11") == "");
  registry.activities[0].degraded_minutes = 48 * 60;
  CHECK(proposed(reach_of(registry, {"srv-dpi"}), "q12") ==
        "no: The degraded mode of the vital activities hit holds 24 h or more, says the register.");
  registry.activities[0].degraded_minutes.reset();
  CHECK(proposed(reach_of(registry, {"srv-dpi"}), "q12") == "");
}

TEST_CASE("a register that goes round in circles is walked once") {
  organisation::Register registry;
  registry.systems = {{"a", "", "", "", {}, {}, {"b"}}, {"b", "", "", "", {}, {}, {"a", "b"}}};
  registry.activities.resize(2);
  registry.activities[0] = {"x", true, {}, {}, {}, {}, {"a"}, {"y"}};
  registry.activities[1] = {"y", true, {}, {}, {}, {}, {}, {"x", "y"}};
  const auto reach = reach_of(registry, {"a"});
  CHECK(reach.systems.size() == 2);
  CHECK(reach.activities.size() == 2);
}

}  // namespace digue::incident
