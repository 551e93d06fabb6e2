#include "detect/sigma/loading.h"

#include <doctest/doctest.h>

#include "detect/sigma/rule_testing.h"

namespace digue::detect::sigma {

using testing::load;
using testing::matched;
using testing::matches;
using testing::refusal_of;
using testing::rule_with;

TEST_CASE(
    "a mapping is all of it, a list of mappings is any, a list of texts is looked for anywhere") {
  const char* all = "  selection:\n    A: x\n    B: y";
  CHECK(matches(all, {{"A", "x"}, {"B", "y"}}));
  CHECK_FALSE(matches(all, {{"A", "x"}}));
  const char* any = "  selection:\n    - A: x\n    - B: y";
  CHECK(matches(any, {{"B", "y"}}));
  CHECK_FALSE(matches(any, {{"B", "x"}}));
  const char* keywords = "  selection:\n    - first\n    - 'sec*d'";
  CHECK(matches(keywords, {{"Any", "the FIRST one"}}));
  CHECK(matches(keywords, {{"Any", "a second one"}}));
  CHECK_FALSE(matches(keywords, {{"Any", "the third"}}));
  const char* all_words = "  selection:\n    '|all': [one, two]";
  CHECK(matches(all_words, {{"A", "one"}, {"B", "two"}}));
  CHECK_FALSE(matches(all_words, {{"A", "one"}}));
}

TEST_CASE("conditions") {
  const std::string searches =
      "  a: {A: x}\n  b: {B: x}\n  filter_1: {C: x}\n  filter_2: {D: x}\n  _hidden: {E: x}\n";
  const auto holds = [&](std::string_view condition, const testing::Record& record) {
    return matches(searches + "  condition: " + std::string(condition), record);
  };
  const testing::Record a = {{"A", "x"}}, both = {{"A", "x"}, {"B", "x"}}, none = {{"Z", "x"}};
  const testing::Record a_c = {{"A", "x"}, {"C", "x"}}, c_d = {{"C", "x"}, {"D", "x"}};
  CHECK(holds("a and b", both));
  CHECK_FALSE(holds("a and b", a));
  CHECK(holds("a or b", a));
  CHECK_FALSE(holds("a or b", none));
  CHECK(holds("not a", none));
  CHECK_FALSE(holds("not a", a));
  CHECK(holds("a or a and b", a));  // and binds tighter
  CHECK_FALSE(holds("(a or a) and b", a));
  CHECK(holds("a and not 1 of filter_*", a));
  CHECK_FALSE(holds("a and not 1 of filter_*", a_c));
  CHECK(holds("a and not all of filter_*", a_c));
  CHECK(holds("all of filter_*", c_d));
  CHECK_FALSE(holds("all of filter_*", a_c));
  CHECK(holds("2 of filter_*", c_d));
  CHECK_FALSE(holds("2 of filter_*", a_c));
  CHECK(holds("any of filter_*", a_c));
  CHECK(holds("1 of them", both));
  CHECK_FALSE(holds("1 of them", {{"E", "x"}}));  // names with an underscore are apart
  CHECK(holds("1 of _hid*", {{"E", "x"}}));
  CHECK(holds("1 of a", a));
  CHECK(holds("NOT b AND a", a));
  CHECK(holds("[a and b, filter_1]", a_c));  // several conditions: any
  CHECK_FALSE(holds("[a and b, filter_1]", a));
}

TEST_CASE("a condition that cannot be read says where and why") {
  const auto why = [](std::string_view condition) {
    return refusal_of("  a: {A: x}\n  condition: " + std::string(condition));
  };
  CHECK(why("a and") == "unreadable condition at letter 6: the condition ends too soon");
  CHECK(why("a b").find("“b” is too much") != std::string::npos);
  CHECK(why("(a").find("not closed") != std::string::npos);
  CHECK(why("a or c").find("letter 6: no search is called “c”") != std::string::npos);
  CHECK(why("1 of x*").find("no search goes by “x*”") != std::string::npos);
  CHECK(why("a | count() > 5").find("write a correlation") != std::string::npos);
  CHECK(why("0 of a").find("too much") != std::string::npos);
  CHECK(why(std::string(100, '(') + "a").find("64 brackets") != std::string::npos);
}

TEST_CASE("what is not whole is refused with its line, and keeps nothing else from loading") {
  const auto loaded = load("title: A\ndetection: {}\n---\n" + rule_with("  selection: {A: x}"));
  REQUIRE(loaded.refusals.size() == 1);
  CHECK(loaded.refusals[0].why.english == "the key “logsource” is missing.");
  CHECK(loaded.refusals[0].line == 1);
  CHECK(loaded.refusals[0].title == "A");
  CHECK(loaded.rules.rules().size() == 1);
  CHECK(load("a: [1").refusals[0].why.english.find("YAML") != std::string::npos);
  CHECK(load("title: A\naction: global\n").refusals[0].why.english.find("action: global") == 3);
  CHECK(load("- a\n").refusals.size() == 1);
  CHECK(refusal_of("  selection: {A: {B: x}}").find("list of values") != std::string::npos);
  CHECK(load(rule_with("  selection: {A: x}") + "level: severe\n").refusals.size() == 1);
}

TEST_CASE("a rule that is there twice is used once, and the second is told") {
  const std::string rule = rule_with("  selection: {A: x}");
  const auto loaded = load(rule + "---\n" + rule);
  CHECK(loaded.rules.rules().size() == 1);
  REQUIRE(loaded.refusals.size() == 1);
  CHECK(loaded.refusals[0].why.english.find("r-1") != std::string::npos);
}

TEST_CASE("rules are narrowed by level and by name, and what no log holds is told") {
  const std::string rule = rule_with("  selection: {A: x}") + "level: low\nname: mine\n";
  Choice choice;
  choice.level = finding::Severity::high;
  CHECK(load(rule, choice).left_out.at(0).why.english == "below the level asked for");
  choice.level = finding::Severity::low;
  choice.rules = {"other"};
  CHECK(load(rule, choice).left_out.size() == 1);
  for (const auto* name : {"r-1", "mine", "r"}) {
    choice.rules = {name};
    CHECK(load(rule, choice).rules.rules().size() == 1);
  }
  const auto linux_rule = load(
      "title: T\nlogsource: {product: linux, service: auditd}\n"
      "detection: {a: {A: x}, condition: a}\n");
  REQUIRE(linux_rule.left_out.size() == 1);
  CHECK(linux_rule.left_out[0].no_log);
  CHECK(linux_rule.left_out[0].why.english == "Digue applies no rules to linux/auditd");
}

TEST_CASE("a rule goes to the channel and the events of its log source") {
  const auto loaded = load(
      "title: T\nid: p\nlogsource: {product: windows, category: process_creation}\n"
      "detection: {s: {Image|endswith: '\\x.exe', IntegrityLevel: High}, condition: s}\n");
  const testing::Record sysmon = {{"Image", "C:\\x.exe"}, {"IntegrityLevel", "High"}};
  const testing::Record security = {{"NewProcessName", "C:\\X.exe"},
                                    {"MandatoryLabel", "S-1-16-12288"}};
  CHECK(matched(loaded, sysmon, "Microsoft-Windows-Sysmon/Operational", 1).size() == 1);
  CHECK(matched(loaded, sysmon, "Microsoft-Windows-Sysmon/Operational", 3).empty());
  CHECK(matched(loaded, security, "Security", 4688).size() == 1);
  CHECK(matched(loaded, sysmon, "Security", 4688).empty());
  CHECK(matched(loaded, security, "Security", 4689).empty());
}

TEST_CASE("only events that a rule can match reach it") {
  const auto loaded =
      load(rule_with("  a: {EventID: [4624, 4625]}\n  b: {EventID: 4625}\n  c: {A: x}\n  "
                     "condition: a and not b and c"));
  CHECK(loaded.rules.bucket("security", 4624) != nullptr);
  CHECK(loaded.rules.bucket("Security", 4634) == nullptr);
  CHECK(loaded.rules.bucket("System", 4624) == nullptr);
  CHECK(matched(loaded, {{"A", "x"}}).size() == 1);
  CHECK(matched(loaded, {{"A", "x"}}, "Security", 4625).empty());
}

TEST_CASE("a filter narrows the rules that it names") {
  const std::string filter =
      "---\ntitle: F\nlogsource: {product: windows}\nfilter:\n  rules: [r-1]\n"
      "  ours: {User: admin}\n  condition: not ours\n";
  const auto loaded = load(rule_with("  selection: {A: x}") + filter + "---\n" +
                           rule_with("  selection: {A: x}", "r-2"));
  CHECK(loaded.filters.size() == 1);
  CHECK(matched(loaded, {{"A", "x"}, {"User", "admin"}}) == std::vector<std::string>{"r-2"});
  CHECK(matched(loaded, {{"A", "x"}, {"User", "eve"}}).size() == 2);
}

TEST_CASE("witnesses change nothing of what matches") {
  std::string rules;
  const std::vector<std::string> detections = {
      "  selection: {A|contains: needle}",
      "  selection: {A|contains: ab}",
      "  selection: {A|startswith: 'the '}",
      "  selection: {A|contains|all: [needle, hay]}",
      "  a: {A|contains: needle}\n  b: {B: x}\n  condition: a or b",
      "  a: {A|contains: needle}\n  b: {B: x}\n  condition: b and not a",
      "  selection:\n    - A|endswith: stack\n    - B: x\n",
      "  selection: [needle, '*hay*ck*']",
      "  selection: {EventID: 4624, A|contains: [é, '⌛', zq]}",
      "  selection: {EventID: [4624, 4625]}"};
  for (std::size_t i = 0; i < detections.size(); ++i)
    rules += "\n---\n" + rule_with(detections[i], "r-" + std::to_string(i));
  const auto loaded = load(rules);
  for (const auto& refusal : loaded.refusals) FAIL_CHECK(refusal.why.english);
  REQUIRE(loaded.rules.rules().size() == detections.size());
  using Ids = std::vector<std::string>;
  CHECK(matched(loaded, {{"A", "a needle in the haystack"}}) ==
        Ids{"r-0", "r-3", "r-4", "r-6", "r-7", "r-9"});
  CHECK(matched(loaded, {{"C", "Needle"}}) == Ids{"r-7", "r-9"});
  CHECK(matched(loaded, {{"A", "the AB"}, {"B", "x"}}) ==
        Ids{"r-1", "r-2", "r-4", "r-5", "r-6", "r-9"});
  CHECK(matched(loaded, {{"A", "need"}}) == Ids{"r-9"});
  CHECK(matched(loaded, {{"A", "need"}}, "Security", 4688).empty());
  CHECK(matched(loaded, {{"A", "wait ⌛"}}) == Ids{"r-8", "r-9"});
  CHECK(matched(loaded, {{"A", "É"}}) == Ids{"r-8", "r-9"});
  CHECK(matched(loaded, {{"A", "qz"}}) == Ids{"r-9"});
}

TEST_CASE("the facts of a match are the values that made it") {
  const auto loaded =
      load(rule_with("  s: {A|contains: x, B: [y, z]}\n  f: {C: w}\n  condition: s and not f"));
  RuleMatcher matcher(loaded.rules);
  const auto& names = loaded.rules.names();
  matcher.record().add(names.find("A"), "axb");
  matcher.record().add(names.find("B"), "z");
  matcher.record().add(names.find("C"), "v");
  const Bucket& bucket = *loaded.rules.bucket("Security", 1);
  REQUIRE(matcher.match(bucket).size() == 1);
  const auto facts = matcher.facts(bucket, 0, 10);
  REQUIRE(facts.size() == 2);
  CHECK(facts[0].value == "axb");
  CHECK(names.name(facts[1].field) == "B");
}

}  // namespace digue::detect::sigma
