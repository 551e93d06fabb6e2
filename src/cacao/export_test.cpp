#include "cacao/export.h"

#include <doctest/doctest.h>

#include <set>

#include "base/text.h"
#include "cacao/identifier.h"
#include "cacao/testing.h"

namespace digue::cacao {

static YamlNode exported(const char* id, const Settings& settings) {
  const auto& sheet = *library().find(id);
  auto json = parse_json(export_playbook(sheet, tree_of(sheet), library(), settings));
  REQUIRE(json.has_value());
  return std::move(*json);
}

static std::size_t count_of(const YamlNode& playbook, std::string_view type) {
  std::size_t count = 0;
  for (const auto& [id, step] : playbook["workflow"].members)
    count += step["type"].text == type ? 1 : 0;
  return count;
}

TEST_CASE("the same sheet gives the same bytes") {
  const auto& sheet = *library().find("phishing");
  const Settings settings{Profile::full, Language::french};
  CHECK(export_playbook(sheet, tree_of(sheet), library(), settings) ==
        export_playbook(sheet, tree_of(sheet), library(), settings));
}

TEST_CASE("dates are the sheet's own, and a step keeps its UUID in every profile and language") {
  const auto full = exported("mail-account", {Profile::full, Language::french});
  const auto simple = exported("mail-account", {Profile::simple, Language::english});
  CHECK(full["modified"].text == library().find("mail-account")->date + "T00:00:00.000Z");
  CHECK(full["id"].text != simple["id"].text);
  const auto id = "action--" + step_uuid("mail-account", "mail-account/1.a.1");
  CHECK(full["workflow"][id].present());
  CHECK(simple["workflow"][id].present());
  CHECK(uuid_version(step_uuid("a", "b")) == '4');
  CHECK(uuid_version(named_uuid("a")) == '5');
}

TEST_CASE("the full profile says with steps of CACAO what a sheet says") {
  const auto playbook = exported("mail-account", {Profile::full, Language::english, "TLP:GREEN"});
  CHECK(count_of(playbook, "parallel") >= 3);
  CHECK(count_of(playbook, "switch-condition") >= 3);
  CHECK(count_of(playbook, "playbook-action") >= 3);
  CHECK(playbook["markings"].items[1].text == "marking-tlp--bab4a63c-aed9-4cf5-a766-dfca5abac2bb");
  const auto& ask =
      playbook["workflow"]["action--" + step_uuid("mail-account", "mail-account/2.c.3")];
  CHECK(ask["out_args"].items[0].text == "__answer_mail-account_2_c_3__");
  CHECK(ask["step_extensions"][extension_id()]["step"]["title"]["fr"].present());
  // What must be saved comes as a command before what destroys.
  const auto& destroys =
      playbook["workflow"]["action--" + step_uuid("mail-account", "mail-account/2.a.2")];
  REQUIRE(destroys["commands"].items.size() >= 2);
  CHECK(destroys["commands"].items[0]["command"].text.starts_with("Save first: "));
}

TEST_CASE("a link leads to the playbook that the other sheet becomes, if a person wants it") {
  const Settings settings{Profile::full, Language::french};
  std::set<std::string> ids;
  for (const auto& sheet : library().sheets)
    ids.insert(exported(sheet.id.c_str(), settings)["id"].text);
  for (const auto& sheet : library().sheets) {
    const auto playbook = exported(sheet.id.c_str(), settings);
    std::set<std::string> guarded;
    for (const auto& [id, step] : playbook["workflow"].members)
      if (step["type"].text == "if-condition") guarded.insert(step["on_true"].text);
    for (const auto& [id, step] : playbook["workflow"].members) {
      if (step["type"].text != "playbook-action") continue;
      CHECK(ids.contains(step["playbook_id"].text));
      CHECK(guarded.contains(id.text));
    }
  }
}

TEST_CASE("the simple profile has four kinds of steps, three words a condition, and time") {
  for (const auto& sheet : library().sheets) {
    CAPTURE(sheet.id);
    const auto playbook = exported(sheet.id.c_str(), {Profile::simple, Language::french});
    for (const auto& [id, step] : playbook["workflow"].members) {
      const auto& type = step["type"].text;
      CHECK((type == "start" || type == "end" || type == "action" || type == "if-condition"));
      if (type == "if-condition") CHECK(split(step["condition"].text, ' ').size() == 3);
      if (type != "action") continue;
      CHECK(step["timeout"].text == "604800000");
      // The engine runs a command once for each target: without one, never.
      CHECK(step["targets"].items.size() == 1);
      CHECK(playbook["agent_definitions"][step["agent"].text]["name"].text == "soarca-manual");
    }
    CHECK_FALSE(playbook["playbook_extensions"].present());
  }
}

TEST_CASE("what the simple profile loses is counted") {
  const auto& sheet = *library().find("mail-account");
  const auto counted = [&](Profile profile) {
    return carried_natively(sheet, tree_of(sheet), library(), {profile, Language::french});
  };
  const auto full = counted(Profile::full), simple = counted(Profile::simple);
  CHECK(full.values == simple.values);
  CHECK(simple.carried < full.carried);
  CHECK(full.carried < full.values);  // one language of two
}

}  // namespace digue::cacao
