#include "cacao/check.h"

#include <doctest/doctest.h>

#include <array>
#include <filesystem>

#include "base/file.h"
#include "cacao/export.h"
#include "cacao/import.h"
#include "cacao/testing.h"

namespace digue::cacao {

static std::string sample(const char* name) {
  DiskFiles files;
  auto bytes = files.read(std::filesystem::path(DIGUE_SOURCE_DIR) / "tests" / "cacao" / name);
  REQUIRE(bytes.has_value());
  return std::move(*bytes);
}

static std::string problems_in(std::string_view bytes) {
  return sheet::told_in_english(check_playbook(bytes, "x.json"));
}

TEST_CASE("a playbook with every kind of step, and the smallest one, have no problem") {
  CHECK(problems_in(sample("every-step.json")).empty());
  CHECK(problems_in(sample("smallest.json")).empty());
}

TEST_CASE("the exports of every sheet have no problem, in both profiles and languages") {
  for (const auto& sheet : library().sheets)
    for (const auto profile : {Profile::full, Profile::simple})
      for (const auto language : {Language::french, Language::english}) {
        CAPTURE(sheet.id);
        const auto exported =
            export_playbook(sheet, tree_of(sheet), library(), {profile, language});
        CHECK(problems_in(exported).empty());
      }
}

namespace {

// One change to every-step.json, and what is then said first.
struct Fault {
  const char *from, *to, *said;
};

}  // namespace

static constexpr auto mended = "x.json, line ";

static void check_fault(const std::string& good, const Fault& fault) {
  CAPTURE(fault.to);
  const auto told = problems_in(sheet::changed(good, fault.from, fault.to));
  CAPTURE(told);
  CHECK(told.starts_with(mended));
  CHECK(told.find(fault.said) != std::string::npos);
}

TEST_CASE("each fault in the properties of an object is named with its place") {
  const auto good = sample("every-step.json");
  static constexpr Fault faults[] = {
      {R"("type": "playbook")", R"("type": "recipe")", "line 1, column 1: This is no CACAO"},
      {R"("spec_version": "cacao-2.0")", R"("spec_version": "1.0")", "line 3, column 19: The ver"},
      {R"("id": "playbook--)", R"("id": "sheet--)", "line 4, column 9: The identifier"},
      {R"("id": "playbook--770e)", R"("id": "playbook--77)", "is no identifier"},
      {R"("name": "Lost badge reader",)", "", "property “name” is missing"},
      {R"("name": "Lost badge reader")", R"("name": 7)", "line 5, column 11: A text between"},
      {R"("investigation")", R"("cooking")", "“cooking” is not in the vocabulary"},
      {R"("restrict-access"
  ])",
       R"("restrict-acces"
  ])",
       "“restrict-acces” is not in the vocabulary"},
      {R"("manual_playbook": true)", R"("manual_playbook": "true")", "true or false is needed"},
      {R"("created": "2026-03-01T08:00:00.000Z")", R"("created": "2026-02-30T08:00:00.000Z")",
       "is no timestamp"},
      {R"("created": "2026-03-01T08:00:00.000Z")", R"("created": "2026-03-01T08:00:00Z")",
       "exactly three decimals"},
      {R"("modified": "2026-03-02)", R"("modified": "2026-02-02)", "comes before “2026-03-01"},
      {R"("valid_until": "2027)", R"("valid_until": "2025)", "comes before “2026-03-02"},
      {R"("valid_from": "2026-03-02T08:00:00Z")", R"("valid_from": "2026-03-02T08:00:00+01:00")",
       "is no timestamp"},
      {R"("priority": 2)", R"("priority": 101)", "from 0 to 100"},
      {R"("severity": 60)", R"("severity": "60")", "from 0 to 100"},
      {R"("delay": 1)", R"("delay": -1)", "not negative"},
      {R"("revoked": false)", R"("colour": "red")", "“colour” is no property"},
      {R"("labels": [
    "example"
  ])",
       R"("labels": [])", "A list that is not empty"},
      {R"("description": "How badges are handled.")", R"("url2": "x")", "says more than its name"},
      {R"("__reader_state__": {)", R"("reader_state": {)", "is no name of a variable"},
      {R"("type": "ipv4-addr")", R"("type": "place")", "“place” is not in the vocabulary"},
      {R"("value": "192.0.2.10")", R"("value": 192)", "value of a variable"},
      {R"("command": "lock --door hall")", R"("version": "1")", "says nothing"},
      {R"("command_b64": "dGl0bGU6IHg=")", R"("command_b64": "dGl0b*")", "not base64"},
      {R"("command_b64": "dGl0bGU6IHg=")", R"("version": "1")", "“command_b64” is missing"},
      {R"("type": "bash")", R"("type": "ftp")", "“ftp” is not in the vocabulary"},
      {R"("name": "Guards",)", "", "“name” is missing"},
      {R"("address": {)", R"("addresses": {)", "“address” is missing"},
      {R"("place": "hall")", R"("Place": "hall")", "no name of a property of an extension"},
      {R"("statement": "Public domain.")", R"("text": "Public domain.")", "“statement” is missing"},
      {R"("type": "marking-statement")", R"("type": "marking-stamp")",
       "“marking-stamp” is no type"},
  };
  for (const auto& fault : faults) check_fault(good, fault);
}

TEST_CASE("each name that leads to nothing is told with its place") {
  const auto good = sample("every-step.json");
  static constexpr Fault faults[] = {
      {R"("agent": "group--77)", R"("agent": "group--78)", "is not in agent_definitions"},
      {R"(        "net-address--55)", R"(        "net-address--56)",
       "is not in target_definitions"},
      {R"("in_args": [
        "__reader__")",
       R"("in_args": [
        "__read__")",
       "“__read__” is declared neither"},
      {"Go to __reader__:value", "Go to __read__:value", "uses “__read__”"},
      {R"("authentication_info": "user-auth--)", R"("authentication_info": "http-basic--)",
       "is not in authentication_info_definitions"},
      {R"("step_extensions": {
        "extension-definition--2d)",
       R"("step_extensions": {
        "extension-definition--2e)",
       "is not in extension_definitions"},
      {R"("markings": [
    "marking-statement--)",
       R"("markings": [
    "marking-iep--)",
       "is not in data_marking_definitions"},
      {R"("tlpv2_level": "TLP:GREEN")", R"("tlpv2_level": "TLP:RED")", "has one UUID for everyone"},
      {R"("tlpv2_level": "TLP:GREEN")", R"("tlpv2_level": "TLP:WHITE")", "is no level of TLP"},
      {R"("playbook_activities")", R"("labels2")", "must say one activity at least"},
      {R"(          "playbook_activity": "restrict-access")", R"(          "version": "1")",
       "No command has the activity “restrict-access”"},
      {R"("name": "House rules",
          "external_id")",
       R"("name": "Other rules",
          "external_id")",
       "must also stand in external_references"},
  };
  for (const auto& fault : faults) check_fault(good, fault);
}

TEST_CASE("each fault in the way from start to end is told with its place") {
  const auto good = sample("every-step.json");
  const auto id_of = [&](const char* name) {
    const auto at = good.rfind("\": {", good.find(std::string("\"name\": \"") + name));
    const auto start = good.rfind('"', at - 1) + 1;
    return good.substr(start, at - start);
  };
  const auto look = id_of("Look at the reader"), is_open = id_of("Is it open?"),
             shut = id_of("Shut the door"), end = id_of("End"), call = id_of("Call the guard");
  const auto first = "\"on_completion\": \"" + look + "\"";
  const auto after_look = "\"on_completion\": \"" + is_open + "\"";
  const auto said = [&](const std::string& from, const std::string& to) {
    return problems_in(sheet::changed(good, from, to));
  };
  const auto has = [](const std::string& told, const char* part) {
    CAPTURE(told);
    CHECK(told.find(part) != std::string::npos);
  };
  has(said(first, "\"on_completion\": \"" + call.substr(0, call.size() - 1) + "0\""),
      "is not in the workflow");
  has(said(first, "\"on_success\": \"" + look + "\""), "has on_completion only");
  has(said(first, "\"description\": \"x\""), "Nothing follows this step");
  has(said("\"workflow_start\": \"start", "\"workflow_start\": \"end"), "is not in the workflow");
  has(said(after_look, "\"on_completion\": \"" + look + "\""), "already passed");
  has(said(after_look, "\"on_success\": \"" + is_open + "\", \"on_failure\": \"" + look + "\""),
      "a failure that lasts");
  has(said(after_look, after_look + ", \"on_failure\": \"" + end + "\""), "excludes on_success");
  has(said(after_look, "\"on_completion\": \"" + end + "\""), "never be done");
  has(said("\"on_true\": \"" + shut + "\"", "\"on_true\": \"" + end + "\""), "another branch");
  has(said("\"type\": \"end\",", "\"type\": \"end\", \"on_completion\": \"" + look + "\","),
      "An “end” step leads nowhere");
  has(said("\"" + look + "\": {", "\"action--5e1ddade-115d-5462-84ec-99d35d9519dd\": {"),
      "UUID of version 4");
  has(said("\"silent\": \"" + id_of("Change the battery") + "\",", "\"silent\": 3,"),
      "is no identifier");
  has(said("\"type\": \"start\"", "\"type\": \"begin\""), "“begin” is no type");
}

TEST_CASE("what is no JSON is told at its place, and nothing else is") {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 12> broken{{
      {"", "line 1, column 1: This is not JSON"},
      {"{\n  \"type\": \"playbook\",\n  \"name\": tru\n}", "line 3, column 11: This is not JSON"},
      {"{\"type\": \"playbook\",}", "This is not JSON"},
      {"{\"a\": [1,]}", "This is not JSON"},
      {"{\"a\": [1 2]}", "This is not JSON"},
      {"{\"type\": \"playbook\"} {}", "line 1, column 22: Something follows"},
      {"{\"a\": 1,\n \"a\": 2}", "line 2, column 2: The key “a” is written twice"},
      {"{\n\"a\": \"\xE9t\xE9\"}", "line 2, column 7: This byte is not UTF-8"},
      {"{\"a\": \"\\uD800\"}", "This is not JSON"},
      {"{\"a\": 01}", "This is not JSON"},
      {"{\"a\": \"\t\"}", "This is not JSON"},
      {"[\"playbook\"]", "This is no CACAO playbook"},
  }};
  for (const auto& [bytes, said] : broken) {
    CAPTURE(bytes);
    const auto told = problems_in(bytes);
    CAPTURE(told);
    CHECK(told.find(said) != std::string::npos);
  }
}

TEST_CASE("hostile files are refused by their caps") {
  CHECK(problems_in(std::string(max_json_bytes + 1, ' ')).find("at most") != std::string::npos);
  const std::string deep(100000, '[');
  CHECK(problems_in(deep).find("64 levels of nesting") != std::string::npos);
  std::string many = "[0";
  for (std::size_t i = 0; i < max_json_values; ++i) many += ",0";
  CHECK(problems_in(many + "]").find("values. Cut") != std::string::npos);
  std::string utf16 = "\xFF\xFE{";
  CHECK(problems_in(utf16).find("not UTF-8") != std::string::npos);
}

TEST_CASE("a long chain of steps is followed to its end") {
  static constexpr int steps = 20000;
  const auto id = [](int n) {
    auto digits = std::to_string(n);
    return "end--00000000-0000-4000-8000-" + std::string(12 - digits.size(), '0') + digits;
  };
  std::string workflow;
  for (int n = 0; n < steps; ++n)
    workflow += (n == 0 ? "" : ",") + ("\"" + id(n)) + "\":{\"type\":\"end\",\"on_completion\":\"" +
                id(n + 1) + "\"}";
  const auto told = problems_in("{\"type\":\"playbook\",\"workflow\":{" + workflow + "}}");
  CHECK(told.find("leads nowhere") != std::string::npos);
}

// ---------------------------------------------------------------------------- published examples

namespace {

struct Published {
  const char* name;
  std::size_t errors, warnings;
};

}  // namespace

// As published by the OASIS technical committee and by an engine; docs/cacao.md says why.
TEST_CASE("the published examples are judged by the text of the specification") {
  const char* folder = std::getenv("DIGUE_REAL_DATA");
  const auto root = std::filesystem::path(folder == nullptr ? "" : folder) / "cacao";
  if (folder == nullptr || !std::filesystem::is_directory(root)) {
    MESSAGE("skipped: DIGUE_REAL_DATA has no folder cacao");
    return;
  }
  static constexpr Published published[] = {
      {"basic-example-1.json", 0, 0},
      {"spec-3.1-example.json", 0, 1},
      {"locky-bart-mbc-examples.json", 5, 18},
      {"playbook--aa1898b6-5251-49b4-aeb7-fd5e912583ff.json", 9, 1},
      {"powershell-playbook.json", 0, 3},
      {"http-playbook.json", 3, 1},
  };
  DiskFiles files;
  for (const auto& example : published) {
    CAPTURE(example.name);
    const auto bytes = files.read(root / example.name);
    if (!bytes) {
      MESSAGE("skipped: no " << example.name);
      continue;
    }
    const auto problems = check_playbook(*bytes, example.name);
    std::size_t errors = 0;
    for (const auto& problem : problems)
      errors += problem.level == sheet::Problem::Level::error ? 1 : 0;
    CHECK(errors == example.errors);
    CHECK(problems.size() - errors == example.warnings);
    const auto imported = import_playbook(*bytes, example.name, library());
    CHECK_MESSAGE(!imported.yaml.empty(), sheet::told_in_english(imported.problems));
    CHECK_FALSE(imported.exact);
  }
}

}  // namespace digue::cacao
