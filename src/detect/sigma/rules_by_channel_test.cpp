#include "detect/sigma/rules_by_channel.h"

#include <doctest/doctest.h>

#include "detect/sigma/rule_testing.h"

namespace digue::detect::sigma {

namespace {

constexpr std::string_view documents =
    "title: Process\nid: r-process\nlogsource:\n  product: windows\n  category: process_creation\n"
    "detection:\n  s:\n    Image|endswith: ['\\a.exe', null]\n  condition: s\n"
    "fields: [CommandLine]\ntags: [attack.execution]\nlevel: critical\nstatus: test\n"
    "---\n"
    "title: Anything\nid: r-any\nlogsource:\n  product: windows\ndetection:\n  s: [needle]\n"
    "  condition: s\n"
    "---\n"
    "title: Cleared\nid: r-system\nlogsource:\n  product: windows\n  service: system\ndetection:\n"
    "  s:\n    EventID: 104\n  condition: s\n"
    "---\n"
    "title: Narrow\nlogsource:\n  product: windows\nfilter:\n  rules: [r-process]\n"
    "  ours:\n    ParentImage|endswith: '\\ours.exe'\n  condition: not ours\n";

RuleBook book_of(const Loaded& loaded) {
  return {loaded.rules.rules(), loaded.filters};
}

std::vector<std::string> ids_of(const RuleSet& rules) {
  std::vector<std::string> ids;
  for (const auto& rule : rules.rules()) ids.push_back(rule.id);
  return ids;
}

}  // namespace

TEST_CASE("rules come out of their image as they went in") {
  const auto loaded = testing::load(documents);
  REQUIRE(loaded.refusals.empty());
  const std::string image = image_of(book_of(loaded));
  const auto book = book_in(image);
  REQUIRE(book.has_value());
  CHECK(image_of(*book) == image);
  REQUIRE(book->rules.size() == 3);
  const Rule& rule = book->rules.front();
  CHECK(rule.title == "Process");
  CHECK(rule.level == finding::Severity::critical);
  CHECK(rule.fields == std::vector<std::string>{"CommandLine"});
  CHECK(rule.detections.searches.at(0).alternatives.at(0).at(0).values.at(1).kind ==
        Value::Kind::null);
  CHECK(book->filters.size() == 1);
}

TEST_CASE("an image that is cut or has more behind it is refused") {
  const std::string image = image_of(book_of(testing::load(documents)));
  for (std::size_t size = 0; size < image.size(); ++size)
    CHECK_FALSE(book_in(std::string_view(image).substr(0, size)).has_value());
  CHECK_FALSE(book_in(image + "x").has_value());
  CHECK_FALSE(book_in(std::string(64, '\xff')).has_value());
}

TEST_CASE("a channel has its own rules, those of any channel among them") {
  const auto loaded = testing::load(documents);
  RulesByChannel rules(book_of(loaded));
  CHECK(ids_of(rules.of("Security")) == std::vector<std::string>{"r-process", "r-any"});
  CHECK(ids_of(rules.of("SYSTEM")) == std::vector<std::string>{"r-any", "r-system"});
  CHECK(ids_of(rules.of("Application")) == std::vector<std::string>{"r-any"});
  CHECK(&rules.of("security") == &rules.of("Security"));
  CHECK(&rules.of("Application") == &rules.of("Setup"));
}

TEST_CASE("a record matches the rules of its channel as it does all of them") {
  const auto loaded = testing::load(documents);
  RulesByChannel by_channel(book_of(loaded));
  using Ids = std::vector<std::string>;
  const auto check = [&](std::string_view channel, std::uint32_t event_id,
                         const testing::Record& record, const Ids& wanted) {
    CHECK(testing::matched(loaded.rules, record, channel, event_id) == wanted);
    CHECK(testing::matched(by_channel.of(channel), record, channel, event_id) == wanted);
  };
  check("Security", 4688, {{"NewProcessName", R"(C:\a.exe)"}}, {"r-process"});
  check("Security", 4688,
        {{"NewProcessName", R"(C:\a.exe)"}, {"ParentProcessName", R"(C:\ours.exe)"}}, {});
  check("Setup", 1, {{"A", "a needle"}}, {"r-any"});
  check("System", 104, {{"A", "b"}}, {"r-system"});
}

}  // namespace digue::detect::sigma
