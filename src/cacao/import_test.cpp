#include "cacao/import.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <random>

#include "cacao/export.h"
#include "cacao/testing.h"
#include "cacao/yaml_writer.h"
#include "sheet/reading.h"

namespace digue::cacao {

static std::string exported(const sheet::Sheet& sheet, Profile profile, Language language) {
  return export_playbook(sheet, tree_of(sheet), library(), {profile, language});
}

TEST_CASE("every sheet of the program comes back exactly from its full export") {
  for (const auto& sheet : library().sheets)
    for (const auto language : {Language::french, Language::english}) {
      CAPTURE(sheet.id);
      const auto json = exported(sheet, Profile::full, language);
      const auto back = import_playbook(json, "x.json", library());
      REQUIRE_MESSAGE(back.exact, sheet::told_in_english(back.problems));
      const auto again = sheet::read_tree(back.yaml, "back.yaml");
      REQUIRE(again);
      CHECK(same_values(tree_of(sheet), *again));
      // Exported again, it is the same playbook, byte for byte.
      const auto loaded = sheet::load_sheet(back.yaml, "back.yaml");
      REQUIRE(loaded);
      CHECK(export_playbook(*loaded, *again, library(), {Profile::full, language}) == json);
    }
}

TEST_CASE("a simple export comes back as a draft that says what was lost") {
  for (const auto& sheet : library().sheets) {
    CAPTURE(sheet.id);
    const auto back =
        import_playbook(exported(sheet, Profile::simple, Language::english), "x.json", library());
    CHECK_FALSE(back.exact);
    CHECK_FALSE(back.problems.empty());
    CHECK(sheet::load_sheet(back.yaml, "back.yaml").has_value());
  }
}

TEST_CASE("a change made to an export is told, and not taken silently") {
  const auto& sheet = *library().find("mail-malware");
  const auto json = exported(sheet, Profile::full, Language::english);
  const auto told = [&](const char* from, const char* to) {
    const auto back = import_playbook(sheet::changed(json, from, to), "x.json", library());
    CHECK_FALSE(back.exact);
    CHECK_FALSE(back.yaml.empty());
    return sheet::told_in_english(back.problems);
  };
  CHECK(told("\"name\": \"Start\"", "\"name\": \"Go\"").find("> name” has changed") !=
        std::string::npos);
  CHECK(told("\"labels\": [", "\"priority\": 3, \"labels\": [").find("“priority” has changed") !=
        std::string::npos);
}

TEST_CASE("an export without one of its steps gives no sheet") {
  const auto& sheet = *library().find("mail-malware");
  auto json = exported(sheet, Profile::full, Language::english);
  const auto at = json.find("\"step\": {\n");
  REQUIRE(at != std::string::npos);
  json.replace(at, 6, "\"gone\"");
  const auto back = import_playbook(json, "x.json", library());
  CHECK(back.yaml.empty());
  CHECK(sheet::told_in_english(back.problems).find("is no longer in the workflow") !=
        std::string::npos);
}

TEST_CASE("a playbook without the date that a sheet needs is refused at its place") {
  const auto back = import_playbook("\n {\"type\": \"playbook\"}", "x.json", library());
  CHECK(back.yaml.empty());
  CHECK(sheet::told_in_english(back.problems).starts_with("x.json, line 2, column 2: “modified"));
}

TEST_CASE("conditions of another playbook become questions that show their branches") {
  const auto playbook = parse_json(R"({"type": "playbook", "name": "Door", "id": "p",
    "created_by": "me", "modified": "2026-01-02T00:00:00.000Z", "workflow_start": "s",
    "workflow": {
      "s": {"type": "start", "on_completion": "i"},
      "i": {"type": "if-condition", "condition": "__a__:value = 1", "on_true": "t",
            "on_completion": "e"},
      "t": {"type": "action", "commands": [{"type": "bash", "command_b64": "bHMgLWw="}],
            "on_completion": "e2"},
      "e2": {"type": "end"}, "e": {"type": "end"}}})");
  REQUIRE(playbook.has_value());
  JsonWriter json;
  write_json(json, *playbook);
  const auto back = import_playbook(json.bytes(), "x.json", library());
  const auto sheet = sheet::load_sheet(back.yaml, "back.yaml");
  REQUIRE_MESSAGE(sheet.has_value(), sheet::told_in_english(back.problems));
  REQUIRE(sheet->steps.size() == 2);
  CHECK(sheet->id == "door");
  CHECK(sheet->steps[0].title.english == "Is it so: __a__:value = 1?");
  CHECK(sheet->steps[1].hidden);
  CHECK(sheet->steps[1].title.english == "ls -l");
  REQUIRE(sheet->rules.size() == 1);
  CHECK(sheet->rules[0].effects[0].steps == std::vector<std::string>{"door/1.2"});
}

TEST_CASE("branches that lead into each other, or nest without end, are read once") {
  std::string workflow;
  for (int n = 0; n < 500; ++n) {
    workflow += fmt::format(
        R"(,"i{0}":{{"type":"if-condition","condition":"x","on_true":"i{1}","on_false":"i{0}","on_completion":"s"}})",
        n, n + 1);
  }
  const auto back = import_playbook(
      "{\"type\":\"playbook\",\"name\":\"x\",\"created_by\":\"y\",\"id\":\"z\",\"modified\":"
      "\"2026-01-02T00:00:00.000Z\",\"workflow_start\":\"s\",\"workflow\":{\"s\":{\"type\":"
      "\"start\",\"on_completion\":\"i0\"}" +
          workflow + "}}",
      "x.json", library());
  CHECK_MESSAGE(!back.yaml.empty(), sheet::told_in_english(back.problems));
}

// ------------------------------------------------------------------------------------ writing YAML

static YamlNode text_of(std::string text) {
  YamlNode node;
  node.kind = YamlNode::Kind::text;
  node.text = std::move(text);
  return node;
}

TEST_CASE("every text comes back from the YAML that it is written as") {
  static const std::vector<std::string> words{
      "",       " ",      "yes",  "null", "1.10", "a: b", "- x",    "# x",      "\"q\"",   "\\",
      "a\nb",   "\n",     "a  b", " a",   "a ",   "\t",   "%",      "@x",       "é ’ « »", "\u2028",
      "\u0085", "\uFEFF", "~",    "|",    ">",    "{}",   "[a, b]", "a\u00a0:", "---",     "..."};
  std::mt19937 random(7);
  for (int round = 0; round < 400; ++round) {
    std::string text;
    for (auto left = random() % 40; left > 0; --left) text += words[random() % words.size()] + "x ";
    if (round % 3 == 0) text.resize(text.size() / 2);
    while (!is_utf8(text)) text.pop_back();
    YamlNode list, root;
    list.kind = YamlNode::Kind::list;
    list.items = {text_of(text), text_of(words[round % words.size()])};
    root.kind = YamlNode::Kind::mapping;
    root.members = {
        {text_of("fr"), text_of(text)}, {text_of("other"), text_of(text)}, {text_of("list"), list}};
    const auto yaml = write_yaml(root);
    const auto back = parse_yaml(yaml);
    CAPTURE(yaml);
    REQUIRE(back.has_value());
    CHECK(same_values(root, *back));
  }
}

}  // namespace digue::cacao
