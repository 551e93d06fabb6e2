#include "sheet/overlay.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "base/yaml.h"
#include "sheet/testing.h"

namespace digue::sheet {

static const Instant today = *parse_rfc3339("2026-11-22T10:00:00Z");

static const Library& shipped() {
  static const auto library = built_in_library();
  REQUIRE(library.has_value());
  return *library;
}

// An overlay that has nothing to be said of it, of the mail-account sheet as shipped.
static std::string overlay_with(const std::string& more) {
  const auto& sheet = shipped_sheet("mail-account");
  return fmt::format(
      "format: \"1\"\noverlay: \"CH de Valmont\"\nlanguage: fr\n"
      "base: [{{sheet: mail-account, version: \"{}\", hash: \"{}\"}}]\n"
      "reviewed: {{date: 2026-11-01, by: \"M. Durand\"}}\n"
      "tested: {{date: 2026-10-12, by: \"Exercice du directeur\"}}\n{}",
      sheet.version, sheet.sha256.substr(0, sheet_hash_digits), more);
}

static std::string told(const std::string& bytes) {
  return told_in_english(problems_of_overlay(bytes, "o.yaml", shipped(), today));
}

static Library adapted(const std::string& bytes) {
  auto library = shipped();
  const auto reading = read_overlay(bytes, "o.yaml");
  REQUIRE_MESSAGE(!has_error(reading.problems), told_in_english(reading.problems));
  const auto left_out = adapt(library, reading.overlay);
  CHECK_MESSAGE(left_out.empty(), told_in_english(left_out));
  return library;
}

static const Step& step_in(const Library& library, std::string_view id) {
  const auto* sheet = library.find(sheet_id_of(id));
  REQUIRE(sheet != nullptr);
  const auto* step = sheet->step(id);
  REQUIRE_MESSAGE(step != nullptr, id);
  return *step;
}

TEST_CASE("an overlay puts names, phones, owners and consoles where they serve") {
  const auto bytes = overlay_with(R"(
platforms: [zimbra]
contacts:
  - contact: insurer
    name: "Mutuelle du Nord"
    phones: [{number: "01 23 45 67 89", where: "jour et nuit"}]
  - contact: org.prefecture
    title: "La préfecture"
    phones: [{number: "02 00 00 00 00"}]
steps:
  - step: mail-account/1.a.1
    owners: ["Astreinte réseau"]
    console:
      - {platform: zimbra, path: "Gérer > Comptes", address: "admin.valmont.example"}
      - {platform: microsoft-365, path: "Centre d’administration"}
    note: "Prévenir la direction d’abord."
)");
  CHECK(told(bytes) ==
        "o.yaml, line 17, column 11: “microsoft-365” is not among the platforms in use (zimbra): "
        "this console will not be shown.");
  const auto library = adapted(bytes);
  const auto* insurer = library.directory.find("insurer");
  REQUIRE(insurer != nullptr);
  CHECK(insurer->name == "Mutuelle du Nord");
  CHECK(library.directory.told_to_call("insurer", {}).english ==
        "Your insurer: Mutuelle du Nord, on 01 23 45 67 89");
  CHECK(library.directory.find("org.prefecture") != nullptr);
  const auto lines = local_lines(step_in(library, "mail-account/1.a.1"));
  REQUIRE(lines.size() == 3);
  CHECK(lines[0].french == "Qui s’en charge : Astreinte réseau");
  CHECK(lines[1].french == "Où le faire (zimbra) : Gérer > Comptes – admin.valmont.example");
  CHECK(lines[2].english == "Here: Prévenir la direction d’abord.");
  // The scripts are for a platform that is not in use here.
  CHECK(step_in(library, "mail-account/1.a.1").scripts.empty());
  CHECK(library.find("mail-account")->adaptation->organisation == "CH de Valmont");
}

TEST_CASE("a step of the organisation's own stands beside the one that it names") {
  const auto bytes = overlay_with(R"(
own_steps:
  - after: mail-account/1.a.1
    owners: ["Standard"]
    step:
      id: mail-account/org.call
      kind: do
      title: "Prévenir le standard"
  - before: mail-account/org.call
    priority: P2
    step:
      id: mail-account/org.ask
      kind: ask
      title: "Est-ce un compte de la direction ?"
)");
  CHECK(told(bytes).empty());
  const auto library = adapted(bytes);
  const auto& steps = library.find("mail-account")->steps;
  const auto at = std::find_if(steps.begin(), steps.end(),
                               [](const Step& step) { return step.id == "mail-account/1.a.1"; });
  CHECK((at + 1)->id == "mail-account/org.ask");
  CHECK((at + 1)->priority == Priority::p2);
  CHECK((at + 1)->options.size() == 3);
  CHECK((at + 2)->id == "mail-account/org.call");
  CHECK((at + 2)->priority == at->priority);
  CHECK((at + 2)->theme == at->theme);
  CHECK((at + 2)->action == at->action);
  CHECK((at + 2)->local.own);
  CHECK(base_of(*library.find("mail-account")).steps.size() ==
        shipped_sheet("mail-account").steps.size());
}

TEST_CASE("what the organisation hides stays hidden, and says why") {
  const auto bytes =
      overlay_with("hidden: [{step: mail-account/9.d.1, reason: \"Le support s’en charge.\"}]\n");
  const auto library = adapted(bytes);
  const auto& sheet = *library.find("mail-account");
  const auto standing = sheet::standing(sheet, step_in(library, "mail-account/9.d.1"), Situation{});
  CHECK(standing.hidden);
  REQUIRE(standing.reasons.size() == 1);
  CHECK(standing.reasons[0].english == "Hidden by the organisation: Le support s’en charge.");
  CHECK(hidden_by_organisation(sheet).size() == 1);
}

TEST_CASE("hiding what is urgent, or what saves evidence, is warned of") {
  const auto& sheet = shipped_sheet("mail-account");
  const auto saves = std::find_if(sheet.steps.begin(), sheet.steps.end(), [](const Step& step) {
    return step.priority == Priority::p0 && !step.preservation.empty();
  });
  REQUIRE(saves != sheet.steps.end());
  const auto said =
      told(overlay_with("hidden:\n  - {step: " + saves->id + ", reason: \"Non.\"}\n"));
  CHECK(said.find("o.yaml, line 8, column 12: “" + saves->id + "” is to be done in P0") !=
        std::string::npos);
  CHECK(said.find("asks to save evidence") != std::string::npos);
}

TEST_CASE("an overlay that names what is not there is told where, and what to do") {
  CHECK(told(overlay_with("steps: [{step: mail-account/99, owners: [\"A\"]}]\n")) ==
        "o.yaml, line 7, column 16: there is no step “mail-account/99” in the sheet mail-account. "
        "Correct the id; if a new version did away with it, “digue sheet diff” says so.");
  CHECK(
      told(overlay_with("contacts: [{contact: nobody, name: \"A\"}]\n"))
          .find("o.yaml, line 7, column 22: there is no contact “nobody”. Write one of these: ") ==
      0);
  CHECK(told(overlay_with("hidden: [{step: nowhere/1, reason: \"A.\"}]\n"))
            .find("o.yaml, line 7, column 17: there is no sheet “nowhere”.") == 0);
  CHECK(told(overlay_with("hidden: [{step: phishing/1.a, reason: \"A.\"}]\n"))
            .find("“base” does not say which version of phishing") != std::string::npos);
}

static std::string own_step(const std::string& id, const std::string& more) {
  return overlay_with("own_steps:\n  - after: mail-account/1.a.1\n    step: {id: " + id +
                      ", kind: do, title: \"Prévenir\"" + more + "}\n");
}

TEST_CASE("a step of one's own keeps to the rules of a sheet, and to its own ids") {
  CHECK(told(own_step("mail-account/1.a.1", ""))
            .find("o.yaml, line 9, column 16: “mail-account/1.a.1” is a step of the sheet "
                  "mail-account already.") == 0);
  CHECK(told(own_step("mail-account/x", ""))
            .find("“mail-account/x” does not begin with “mail-account/org.”") != std::string::npos);
  CHECK(told(own_step("mail-account/org.1", ", prerequisites: [mail-account/none]"))
            .find("mail-account/none") != std::string::npos);
  CHECK_FALSE(told(own_step("mail-account/org.1", ", destructive: yes")).empty());
  const std::string rule =
      ", rules: [{when: {accounts: \"1\"}, effects: [{do: hide, steps: [mail-account/1.a.1]}], "
      "reason: \"Non.\"}]";
  CHECK(told(own_step("mail-account/org.1", rule))
            .find("this rule acts on “mail-account/1.a.1”, which is not yours") !=
        std::string::npos);
}

TEST_CASE("an overlay for another version is told, with both versions") {
  const auto& sheet = shipped_sheet("mail-account");
  const auto bytes = changed(overlay_with(""), "version: \"" + sheet.version, "version: \"0.1");
  CHECK(told(bytes) == fmt::format("o.yaml, line 4, column 39: written for version 0.1 ({0}) of "
                                   "mail-account, which is now {1} ({0}). Run “digue sheet diff "
                                   "o.yaml”, look at what changed, then add “--out o.yaml”.",
                                   sheet.sha256.substr(0, sheet_hash_digits), sheet.version));
}

TEST_CASE("a review that is a year old, or was never made, is told") {
  CHECK(told(changed(overlay_with(""), "2026-11-01", "2025-11-01")) ==
        "o.yaml, line 5, column 18: reviewed on 2025-11-01, more than a year ago. Check the names, "
        "the numbers and the consoles, then change the date.");
  CHECK(told(changed(overlay_with(""), "tested: {date: 2026-10-12, by: \"Exercice du directeur\"}",
                     ""))
            .find("no exercise has tried this file") != std::string::npos);
}

TEST_CASE("texts are in both languages, unless one is said to be enough") {
  const auto hidden = [](const std::string& reason) {
    return overlay_with("hidden: [{step: mail-account/9.d.1, reason: " + reason + "}]\n");
  };
  CHECK(told(hidden("\"Le support.\"")).empty());
  CHECK(told(hidden("{fr: \"Le support.\"}")).empty());
  CHECK(told(hidden("{en: \"Support.\"}")).find("the French (fr) text is missing") !=
        std::string::npos);
  const auto both = [&](const std::string& reason) {
    return told(changed(hidden(reason), "language: fr\n", ""));
  };
  CHECK(both("{fr: \"Le support.\", en: \"Support.\"}").empty());
  CHECK(both("{fr: \"Le support.\"}").find("the English (en) text is missing") !=
        std::string::npos);
  CHECK_FALSE(both("\"Le support.\"").empty());
}

// ---- an updated sheet

// The library with one step gone, one new, one reworded, one moved; under another version.
static Library updated_library() {
  auto library = shipped();
  auto& sheet = *std::find_if(library.sheets.begin(), library.sheets.end(),
                              [](const Sheet& one) { return one.id == "mail-account"; });
  sheet.version = "99";
  sheet.sha256 = std::string(64, 'a');
  const auto at = [&](std::string_view id) {
    return std::find_if(sheet.steps.begin(), sheet.steps.end(),
                        [&](const Step& step) { return step.id == id; });
  };
  at("mail-account/1.a.1")->text.english += " Now.";
  at("mail-account/2.a.2")->priority = Priority::p3;
  at("mail-account/9.d.1")->id = "mail-account/9.d.1.new";
  return library;
}

static std::string overlay_of_three() {
  return "# ours\n" + overlay_with(R"(
steps:
  # said by Paul
  - step: mail-account/1.a.1
    owners: ["Paul"]
  - owners: ["Anne"]
    step: mail-account/2.a.2
hidden:
  - step: mail-account/9.d.1
    reason: "Le support."
)");
}

static std::string with_base(const std::string& bytes, const Library& library) {
  const auto reading = read_overlay(bytes, "o.yaml");
  return brought_up_to_date(bytes, reading.overlay, library, today);
}

TEST_CASE("an update is told step by step, and says where the overlay is touched") {
  const auto bytes = with_base(overlay_of_three(), shipped());
  CHECK_FALSE(has_error(problems_of_overlay(bytes, "o.yaml", shipped(), today)));
  const auto overlay = read_overlay(bytes, "o.yaml").overlay;
  CHECK(differences(overlay, shipped()).empty());
  std::vector<std::string> seen;
  for (const auto& one : differences(overlay, updated_library()))
    seen.push_back(fmt::format("{} {} {} {} {}", difference_name(one.kind), one.step, one.before,
                               one.after, one.touched));
  const auto version = shipped_sheet("mail-account").version;
  CHECK(join(seen, "\n") == "version  " + version +
                                " 99 false\nchanged mail-account/1.a.1   true\n"
                                "moved mail-account/2.a.2 P0 P3 true\n"
                                "added mail-account/9.d.1.new   false\n"
                                "gone mail-account/9.d.1   true");
}

TEST_CASE("an overlay brought up to date keeps what was written, and marks where to look") {
  const auto before = with_base(overlay_of_three(), shipped());
  const auto after = with_base(before, updated_library());
  CHECK(after.find("# ours\n") == 0);
  CHECK(after.find("  # said by Paul\n  # 2026-11-22 : le texte de l’étape a changé.") !=
        std::string::npos);
  CHECK(after.find("# 2026-11-22: the step went from P0 to P3.") != std::string::npos);
  CHECK(after.find("#   - step: mail-account/9.d.1\n#     reason: \"Le support.\"\n") !=
        std::string::npos);
  CHECK(told_in_english(problems_of_overlay(after, "o.yaml", updated_library(), today)).empty());
  CHECK(with_base(after, updated_library()) == after);
}

TEST_CASE("an overlay that is begun reads, and asks only to be reviewed and tried") {
  std::vector<const Sheet*> sheets;
  for (const auto& sheet : shipped().sheets) sheets.push_back(&sheet);
  const auto bytes = overlay_to_fill(shipped(), sheets, Language::french, today);
  const auto problems = problems_of_overlay(bytes, "o.yaml", shipped(), today);
  CHECK_FALSE(has_error(problems));
  CHECK(problems.size() == 2);
  CHECK(differences(read_overlay(bytes, "o.yaml").overlay, shipped()).empty());
  // What stands in its comments is an overlay too, once names are written in.
  auto filled = bytes;
  for (std::size_t at = 0; (at = filled.find("\n#", at)) != std::string::npos; ++at)
    filled.erase(at + 1, 1);
  for (std::size_t at = 0; (at = filled.find("\"\"", at)) != std::string::npos;)
    filled.replace(at, 2, "\"1\"");
  CHECK_FALSE(has_error(problems_of_overlay(filled, "o.yaml", shipped(), today)));
  const auto reading = read_overlay(filled, "o.yaml");
  CHECK_MESSAGE(!has_error(reading.problems), told_in_english(reading.problems));
  CHECK(reading.overlay.contacts.size() >= 8);
  CHECK(reading.overlay.steps.size() >= 10);
}

// ---- hostile ones

static std::string first_error_of(const std::string& bytes) {
  const auto reading = read_overlay(bytes, "o.yaml");
  const auto* problem = first_error(reading.problems);
  REQUIRE(problem != nullptr);
  CHECK(problem->place.line > 0);
  return told(*problem).english;
}

TEST_CASE("a hostile overlay is refused with its place") {
  CHECK(
      first_error_of("overlay: \"" + std::string(10 << 20, 'a') + "\"\n").find("o.yaml, line 1") ==
      0);
  CHECK(first_error_of("overlay: &a [x]\nbase: *a\n").find("o.yaml, line 1") == 0);
  CHECK(first_error_of("overlay: a\noverlay: b\n").find("o.yaml, line 2") == 0);
  CHECK(first_error_of(overlay_with("colour: red\n")).find("o.yaml, line 7, column 1") == 0);
  std::string deep = "overlay: ";
  for (int i = 0; i < 100; ++i) deep += "[";
  CHECK(first_error_of(deep).find("o.yaml, line 1") == 0);
  CHECK(told(overlay_with("hidden:\n  - {step: mail-account/9.d.1, reason: \"A.\"}\n"
                          "  - {step: mail-account/9.d.1, reason: \"B.\"}\n"))
            .find("o.yaml, line 9, column 12: “mail-account/9.d.1” is already written on line 8") ==
        0);
}

TEST_CASE("only a file with the key at its head means to be an overlay") {
  CHECK(is_overlay(overlay_with("")));
  CHECK_FALSE(is_overlay("format: \"1\"\nsheet: x\n"));
  CHECK_FALSE(is_overlay("title: {overlay: x}\n"));
}

}  // namespace digue::sheet
