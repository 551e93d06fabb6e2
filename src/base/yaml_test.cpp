#include "base/yaml.h"

#include <doctest/doctest.h>

namespace digue {

static std::string english_error(std::string_view bytes) {
  const auto read = read_yaml(bytes, "s.yaml");
  return read ? "" : read.error().message.english;
}

TEST_CASE("a scalar stays the text that was written, with its place") {
  const auto tree = *read_yaml("a: no\nb:\n  - 1.10\n  - \"x\"\n", "s.yaml");
  CHECK(tree["a"].text == "no");
  CHECK(tree["b"].items[0].text == "1.10");
  CHECK(tree["b"].items[1].line == 4);
  CHECK(tree["b"].items[1].column == 5);
  CHECK(tree["b"].items[0].plain);
  CHECK_FALSE(tree["b"].items[1].plain);
  CHECK_FALSE(tree["c"].present());
}

TEST_CASE("what can mean two things is refused, and the message points at it") {
  CHECK(english_error("a: 1\na: 2\n").starts_with("s.yaml, line 2, column 1: the key “a”"));
  CHECK(english_error("a: &x 1\nb: 2\n").starts_with("s.yaml, line 1, column 4: anchors"));
  CHECK(english_error("a: !!str 1\n").starts_with("s.yaml, line 1, column 4: tags"));
  CHECK(english_error("a: 1\n---\nb: 2\n") ==
        "s.yaml, line 2, column 1: a second document (---) starts. Keep one in a file.");
  CHECK(english_error("a: [1\n").find("unreadable YAML") != std::string::npos);
}

TEST_CASE("nothing and an empty text are two things") {
  const auto tree = *read_yaml("a:\nb: ~\nc: null\nd: ''\ne: 'null'\n", "s.yaml");
  CHECK(tree["a"].null);
  CHECK(tree["b"].null);
  CHECK(tree["c"].null);
  CHECK_FALSE(tree["d"].null);
  CHECK_FALSE(tree["e"].null);
}

TEST_CASE("a file of several documents gives each, and no empty one") {
  const auto documents = *parse_yaml_documents("a: 1\n---\n---\nb: 2\n");
  REQUIRE(documents.size() == 2);
  CHECK(documents[1]["b"].line == 4);
  CHECK(parse_yaml_documents("---\n---\n---\n")->empty());
  CHECK_FALSE(parse_yaml_documents("a: 1\n---\nb: &x 2\n").has_value());
}

TEST_CASE("a sign that begins no document ends the reading, with its place") {
  const auto documents = parse_yaml_documents("a: 1\n---\n  ,elixir`");
  REQUIRE_FALSE(documents.has_value());
  CHECK(documents.error().line == 3);
  CHECK(documents.error().column == 3);
}

TEST_CASE("a key that is lacking is at the place of the mapping that lacks it") {
  const auto root = *read_yaml("a: x\nb:\n  - c: d\n", "f.yaml");
  const auto& item = root["b"].items.at(0);
  CHECK(item.line == 3);
  for (const auto* lacking : {&item["e"], &item["e"]["deeper"]}) {
    CHECK_FALSE(lacking->present());
    CHECK(lacking->line == 3);
    CHECK(lacking->column == 5);
  }
  CHECK(root["a"]["x"].line == 0);
  const auto copy = item;
  CHECK(copy["e"].line == 3);
}

TEST_CASE("depth and line length are bounded") {
  std::string nested;
  for (int i = 0; i < 100; ++i) nested += "- ";
  CHECK(english_error(nested) ==
        "s.yaml, line 1, column 49: this is over the limit of 24 levels. Bring it nearer to the "
        "margin.");
  CHECK(english_error(std::string(15000, '[')).find("over the limit of 24 levels") !=
        std::string::npos);
  CHECK(english_error("b: c\na: " + std::string(max_yaml_line + 1, 'x')) ==
        "s.yaml, line 2, column 20001: this line is over the limit of 20000 bytes. Cut it into "
        "several.");
  std::string big;
  while (big.size() <= max_yaml_bytes) big += "# " + std::string(1000, 'x') + "\n";
  CHECK(english_error(big) ==
        "s.yaml, line 1, column 1: this file is over the limit of 4194304 bytes. Cut it.");
}

}  // namespace digue
