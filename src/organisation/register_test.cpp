#include "organisation/register.h"

#include <doctest/doctest.h>

#include <map>

#include "base/text.h"
#include "organisation/csv.h"
#include "organisation/organisation.h"

namespace digue::organisation {

namespace {

struct ManyFiles final : Files {
  std::map<std::string, std::string> bytes;
  Result<std::string> read(const std::filesystem::path& path) override {
    return bytes[path.filename().string()];
  }
  Outcome write(const std::filesystem::path&, std::string_view) override { return {}; }
};

Result<Organisation> loaded(std::string yaml, std::map<std::string, std::string> tables = {}) {
  ManyFiles files;
  files.bytes = std::move(tables);
  files.bytes["org.yaml"] = std::move(yaml);
  return load(files, "etc/org.yaml");
}

Register imported(std::string_view csv, RegisterNotes& notes) {
  Register out;
  REQUIRE(import_csv(csv, "t.csv", out, notes));
  return out;
}
Register imported(std::string_view csv) {
  RegisterNotes notes;
  auto out = imported(csv, notes);
  CHECK(notes.notes.empty());
  return out;
}

std::string notes_of(const std::vector<Message>& notes) {
  std::vector<std::string> lines;
  for (const auto& note : notes) lines.push_back(note.english);
  return join(lines, "\n");
}

constexpr std::string_view yaml = R"(
regulated: [health, ose]
severity: {zones: "3", degraded-mode-hours: "12"}
activities:
  - name: "Urgences"
    vital: yes
    continuity: no
    degraded: "Dossiers papier"
    degraded_holds: "12 h"
    loss_per_day: "50 000 €"
    systems: ["Dossier patient"]
    needs: ["Laboratoire"]
  - {name: "Laboratoire"}
systems:
  - {name: "Dossier patient", type: application, data: [health, personal], backups: [offline, remote], runs_on: [SRV-DPI]}
  - {name: SRV-DPI, type: windows-server, zone: "Métier", role: "Contrôleur de domaine"}
interconnections:
  - {partner: "GHT Nord", contact: "01 02 03 04 05", zones: ["métier"]}
)";

}  // namespace

TEST_CASE("a register is read from the organisation’s file, and what is absent stays unknown") {
  const auto org = loaded(std::string(yaml));
  REQUIRE_MESSAGE(org, org.error().message.english);
  CHECK(notes_of(org->notes) == "");
  CHECK(org->regulated == std::vector<std::string>{"health", "ose"});
  CHECK(org->severity_settings.at("zones") == 3);
  const auto& urgences = *org->registry.activity("URGENCES");
  CHECK(urgences.vital == true);
  CHECK(urgences.continuity.none());
  CHECK(urgences.degraded.how == "Dossiers papier");
  CHECK(urgences.degraded_minutes == 720);
  CHECK(urgences.loss_per_day == 50'000);
  const auto& laboratory = *org->registry.activity("Laboratoire");
  CHECK_FALSE(laboratory.vital.has_value());
  CHECK_FALSE(laboratory.continuity.known);
  CHECK_FALSE(laboratory.degraded_minutes.has_value());
  CHECK(org->registry.host("srv-dpi.ch-valmont.example")->administers());
  CHECK(org->registry.system("dossier PATIENT")->backups ==
        std::vector<std::string>{"offline", "remote"});
  CHECK(org->registry.interconnections[0].zones[0] == "métier");
}

TEST_CASE("a mistake of structure is refused with its place; a cell that can’t be read is told") {
  const auto message = [](std::string text) {
    return loaded(std::move(text)).error().message.english;
  };
  CHECK(message("systems: {name: a}").starts_with("etc/org.yaml, line 1, column 10"));
  CHECK(message("systems:\n  - {name: a, colour: red}").find("“colour”") != std::string::npos);
  CHECK(message("systems:\n  - {name: a, data: [{b: c}]}").starts_with("etc/org.yaml, line 2"));
  CHECK(message("regulated: [hospital]").find("nis2-essential") != std::string::npos);
  CHECK(message("severity: {zones: many}").find("1 to 1000") != std::string::npos);
  const auto org = loaded(
      "activities:\n  - {name: A, vital: perhaps, degraded_holds: long, loss_per_day: lots}\n"
      "systems:\n  - {name: S, backups: [floppy]}\n  - {type: x}\n");
  REQUIRE(org);
  const auto notes = notes_of(org->notes);
  for (const auto* expected :
       {"line 2, column 5: vital “perhaps” is not understood", "degraded_holds “long”",
        "loss_per_day “lots”", "backups “floppy”", "line 5, column 5: the name is missing"})
    CHECK_MESSAGE(notes.find(expected) != std::string::npos, notes);
  CHECK_FALSE(org->registry.activities[0].vital.has_value());
}

TEST_CASE("names that nothing bears, and names borne twice, are told") {
  const auto org = loaded(
      "activities:\n  - {name: A, systems: [S, T], needs: [B]}\nsystems:\n  - {name: s}\n  - "
      "{name: "
      "S}\n");
  REQUIRE(org);
  CHECK(notes_of(org->notes) ==
        "The register names “S” twice: the first one counts. Merge them.\n"
        "“A” needs “T”, which is not in the register. Add it, or correct.\n"
        "“A” needs “B”, which is not in the register. Add it, or correct.");
}

TEST_CASE("tables beside the file are read, by their header, in French and in English") {
  const auto org = loaded(
      "register: [activites.csv, systems.csv]",
      {{"activites.csv",
        "Activité;Vitale;Continuité;Mode dégradé;Durée du mode dégradé;Perte par jour;Systèmes\n"
        "Urgences;oui;non;Papier;12 h;50 000 €;\"Dossier patient, Imagerie\"\n"
        "Paie;non;;;2 jours;;\n"},
       {"systems.csv",
        "system,type,zone,role,backups,data,runs on\n"
        "Dossier patient,application,,,offline,\"health,personal\",srv-dpi|srv-bdd\n"
        "Imagerie,,,,none,,\n"
        "srv-dpi,windows-server,Business,,,,\nsrv-bdd,,,,,,\n"}});
  REQUIRE_MESSAGE(org, org.error().message.english);
  CHECK(notes_of(org->notes) == "");
  const auto& urgences = *org->registry.activity("urgences");
  CHECK(urgences.systems == std::vector<std::string>{"Dossier patient", "Imagerie"});
  CHECK(urgences.vital == true);
  CHECK(urgences.continuity.none());
  CHECK(org->registry.activity("paie")->degraded_minutes == 2880);
  CHECK(org->registry.activity("paie")->vital == false);
  CHECK(org->registry.system("dossier patient")->runs_on ==
        std::vector<std::string>{"srv-dpi", "srv-bdd"});
  CHECK(org->registry.system("dossier patient")->data ==
        std::vector<std::string>{"health", "personal"});
}

TEST_CASE("a table saved by a French spreadsheet, in Windows-1252, reads the same") {
  const auto out =
      imported("Syst\xe8me;R\xf4le;Sauvegardes\r\nServeur n\xb0 1;D\xe9p\xf4t;hors ligne\r\n");
  REQUIRE(out.systems.size() == 1);
  CHECK(out.systems[0].name == "Serveur n° 1");
  CHECK(out.systems[0].role == "Dépôt");
  CHECK(out.systems[0].backups == std::vector<std::string>{"offline"});
}

TEST_CASE("a byte order mark, quotes, line ends in cells and empty lines change nothing") {
  const auto out = imported(
      "\xef\xbb\xbfpartner,contact,zones\n\n\"GHT \"\"Nord\"\"\",\"01 02\n03 04\",\"a\nb\"\n,,\n");
  REQUIRE(out.interconnections.size() == 1);
  CHECK(out.interconnections[0].partner == "GHT \"Nord\"");
  CHECK(out.interconnections[0].contact == "01 02\n03 04");
  CHECK(out.interconnections[0].zones == std::vector<std::string>{"a", "b"});
}

TEST_CASE("a table of nothing we know is refused; a column of nothing we know is told") {
  Register out;
  RegisterNotes notes;
  CHECK(import_csv("colour,size\nred,2\n", "t.csv", out, notes)
            .error()
            .message.english.find("Name a column “activity”") != std::string::npos);
  CHECK_FALSE(import_csv("", "t.csv", out, notes));
  (void)imported("machine;couleur\na;rouge\n", notes);
  CHECK(notes_of(notes.notes) == "t.csv: the column “couleur” is not read.");
}

TEST_CASE("what a hostile table holds is bounded") {
  std::string rows = "machine\n";
  for (std::size_t i = 0; i < max_csv_rows + 5; ++i) rows += "m" + std::to_string(i) + "\n";
  RegisterNotes notes;
  CHECK(imported(rows, notes).systems.size() == max_csv_rows);
  CHECK(notes_of(notes.notes).find("too big") != std::string::npos);
  const auto csv = read_csv("machine\n\"" + std::string(1 << 20, 'x'));
  CHECK(csv.cut);
  CHECK(csv.rows.at(0).cells.at(0).size() == max_csv_cell);
  CHECK(read_csv(std::string(10'000, ';')).rows.empty());
}

TEST_CASE("hosts are found by their first label, addresses whole") {
  CHECK(host_key("SRV-DPI.hopital.example") == "srv-dpi");
  CHECK(host_key("192.0.2.7") == "192.0.2.7");
}

}  // namespace digue::organisation
