// Every rule that the product carries, on samples of what it must match and of what it must not:
// rules/samples/<rule>.jsonl, a case a line, its records in the shape that `digue evtx` writes.
#include "detect/sigma/own_rules.h"

#include <doctest/doctest.h>
#include <simdjson.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <regex>
#include <set>

#include "base/yaml.h"

namespace digue::detect::sigma {

namespace {

namespace dom = simdjson::dom;
namespace fs = std::filesystem;

const fs::path rules_folder = fs::path(DIGUE_SOURCE_DIR) / "rules";

std::string text_of(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::string text_in(dom::element value) {
  if (value.is_string()) return std::string(std::string_view(value));
  return simdjson::minify(value);
}

// What one case comes to: the ids of the rules, and of the correlations, that match it.
std::set<std::string> matched_in(const Loaded& loaded, dom::array records) {
  std::set<std::string> ids;
  Correlator correlator(loaded.rules.correlations());
  const auto& names = loaded.rules.names();
  std::uint32_t number = 0;
  for (const auto record : records) {
    std::vector<std::pair<std::string, std::string>> values = {
        {"EventID", text_in(record["event_id"])},
        {"Channel", text_in(record["channel"])},
        {"Provider_Name", text_in(record["provider"])},
        {"Computer", text_in(record["computer"])}};
    for (const auto [name, value] : dom::object(record["data"]))
      values.emplace_back(name, text_in(value));
    const auto event_id = static_cast<std::uint32_t>(std::stoul(values[0].second));
    const Bucket* bucket = loaded.rules.bucket(values[1].second, event_id);
    ++number;
    if (bucket == nullptr) continue;
    RuleMatcher matcher(loaded.rules);
    for (const auto& [name, value] : values) matcher.record().add(names.find(name), value);
    const auto time = parse_rfc3339(text_in(record["time"]));
    REQUIRE(time);
    for (const auto rule : matcher.match(*bucket)) {
      ids.insert(loaded.rules.rules()[rule].id);
      const auto kept = matcher.kept(*bucket, rule);
      correlator.add({*time, rule, 0, number, 0, values[3].second, kept});
    }
  }
  for (const Outcome& outcome : correlator.finish())
    ids.insert(loaded.rules.correlations()[outcome.correlation].written.id);
  return ids;
}

struct Cases {
  int matching = 0, others = 0;
};

Cases check_samples(const std::string& name, const std::string& id) {
  Cases cases;
  std::ifstream lines(rules_folder / "samples" / (name + ".jsonl"));
  dom::parser parser;
  for (std::string line; std::getline(lines, line);) {
    const dom::element one = parser.parse(line);
    const bool wanted = std::string_view(one["expect"]) == "match";
    ++(wanted ? cases.matching : cases.others);
    CAPTURE(name);
    CAPTURE(std::string(std::string_view(one["why"])));
    CHECK(matched_in(own_rules(), one["records"]).contains(id) == wanted);
  }
  return cases;
}

std::set<std::string> lines_of_the_sheets() {
  std::set<std::string> ids;
  std::ifstream in(fs::path(DIGUE_SOURCE_DIR) / "sheets" / "requirements.tsv");
  for (std::string line; std::getline(in, line);) ids.insert(line.substr(0, line.find('\t')));
  return ids;
}

}  // namespace

TEST_CASE("our rules load whole, and none is left out") {
  for (const auto& refusal : own_rules().refusals)
    FAIL_CHECK(refusal.file << ":" << refusal.line << " " << refusal.why.english);
  for (const auto& rule : own_rules().left_out) FAIL_CHECK(rule.file << " " << rule.why.english);
  CHECK(own_rules().rules.rules().size() >= 40);
}

TEST_CASE("each of our rules matches its positive samples and none of its negative ones") {
  std::size_t rules = 0;
  for (const EmbeddedFile& file : embedded_files()) {
    if (file.name == "rules/words.yaml") continue;
    const auto root = parse_yaml(file.bytes);
    REQUIRE(root);
    const std::string name = fs::path(std::string(file.name)).stem();
    const auto cases = check_samples(name, (*root)["id"].text);
    CAPTURE(name);
    CHECK(cases.matching >= 1);
    CHECK(cases.others >= 1);
    ++rules;
  }
  const auto samples = std::distance(fs::directory_iterator(rules_folder / "samples"), {});
  CHECK(static_cast<std::size_t>(samples) == rules);  // no sample without its rule
}

TEST_CASE("each of our rules says all that a reader of it needs") {
  const std::regex uuid("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
  const std::regex day("20[0-9]{2}-[0-9]{2}-[0-9]{2}");
  const std::regex tag(R"([a-z0-9-]+\.[a-z0-9.-]+)");
  for (const EmbeddedFile& file : embedded_files()) {
    if (file.name == "rules/words.yaml") continue;
    CAPTURE(file.name);
    const auto root = parse_yaml(file.bytes);
    REQUIRE(root);
    CHECK(std::regex_match((*root)["id"].text, uuid));
    CHECK(std::regex_match((*root)["date"].text, day));
    for (const auto* key : {"title", "name", "description", "author", "status", "level"})
      CHECK_MESSAGE(!(*root)[key].text.empty(), key);
    CHECK(!(*root)["falsepositives"].items.empty());
    CHECK(!(*root)["tags"].items.empty());
    for (const auto& one : (*root)["tags"].items) CHECK(std::regex_match(one.text, tag));
  }
}

TEST_CASE("each of our rules has its French sentences, and answers lines that the sheets have") {
  const auto lines = lines_of_the_sheets();
  std::set<std::string> ids;
  for (const auto& rule : own_rules().rules.rules()) ids.insert(rule.id);
  for (const auto& one : own_rules().rules.correlations()) ids.insert(one.written.id);
  for (const auto& id : ids) {
    CAPTURE(id);
    const OwnWords* words = own_words(id);
    REQUIRE(words != nullptr);
    CHECK(!words->title.empty());
    CHECK(!words->description.empty());
    for (const auto& item : words->items) CHECK_MESSAGE(lines.contains(item), item);
  }
  const auto root = parse_yaml(text_of(rules_folder / "words.yaml"));
  REQUIRE(root);
  CHECK(root->items.size() == ids.size());  // no words without a rule
  for (const auto& row : root->items) CHECK(ids.contains(row["id"].text));
}

TEST_CASE("a rule of somebody else's is told as it is written") {
  Rule rule;
  rule.id = "r-1";
  rule.title = "Title";
  CHECK(own_words("r-1") == nullptr);
  CHECK(title_of(rule).french == "Title");
  CHECK(items_of("r-1").empty());
}

}  // namespace digue::detect::sigma
