#include "detect/sigma/correlating.h"

#include <doctest/doctest.h>

#include "detect/sigma/rule_testing.h"

namespace digue::detect::sigma {

namespace {

using testing::load;
using testing::rule_with;

// Rules that look for a kind of event each: failed, opened, sent.
const std::string rules =
    rule_with("  s: {Kind: failed}\n  condition: s\nname: failed", "id-failed") + "\n---\n" +
    rule_with("  s: {Kind: opened}\n  condition: s\nname: opened", "id-opened") + "\n---\n" +
    rule_with("  s: {Kind: sent}\n  condition: s\nname: sent", "id-sent") + "\n";

std::string correlation(std::string_view body, std::string_view id = "c") {
  return "---\ntitle: C\nid: " + std::string(id) + "\ncorrelation:\n" + std::string(body) + "\n";
}

struct Moment {
  int second;
  std::string_view kind;
  std::string_view user = "";
  std::string_view value = "";
};

// What the correlations come to, as "first-last group:matches", seconds apart from a moment.
std::vector<std::string> outcomes(const Loaded& loaded, const std::vector<Moment>& moments) {
  Correlator correlator(loaded.rules.correlations());
  const auto& names = loaded.rules.names();
  const Bucket& bucket = *loaded.rules.bucket("Security", 1);
  for (const Moment& moment : moments) {
    RuleMatcher matcher(loaded.rules);
    matcher.record().add(names.find("Kind"), moment.kind);
    if (!moment.user.empty()) matcher.record().add(names.find("User"), moment.user);
    if (!moment.user.empty()) matcher.record().add(names.find("Account"), moment.user);
    if (!moment.value.empty()) matcher.record().add(names.find("Value"), moment.value);
    for (const auto rule : matcher.match(bucket)) {
      const auto values = matcher.kept(bucket, rule);
      correlator.add({Instant{0} + moment.second * second_ms, rule, 0, 1, 0, "host", values});
    }
  }
  std::vector<std::string> told;
  for (const Outcome& outcome : correlator.finish()) {
    std::string text = std::to_string(outcome.first.milliseconds / second_ms) + "-" +
                       std::to_string(outcome.last.milliseconds / second_ms) + " ";
    for (const auto& value : outcome.group) text += value;
    told.push_back(text + ":" + std::to_string(outcome.matches));
  }
  return told;
}

std::vector<std::string> outcomes(std::string_view body, const std::vector<Moment>& moments) {
  const Loaded loaded = load(rules + correlation(body));
  for (const auto& refusal : loaded.refusals) FAIL_CHECK(refusal.why.english);
  return outcomes(loaded, moments);
}

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("event_count counts matches by group within the span, one outcome a burst") {
  const char* body =
      "  type: event_count\n  rules: [failed]\n  group-by: [User]\n  timespan: 1m\n"
      "  condition: {gte: 3}";
  CHECK(outcomes(body, {{0, "failed", "a"}, {20, "failed", "a"}, {59, "failed", "a"}}) ==
        Texts{"0-59 a:3"});
  CHECK(outcomes(body, {{0, "failed", "a"}, {20, "failed", "b"}, {59, "failed", "a"}}).empty());
  CHECK(outcomes(body, {{0, "failed", "a"}, {30, "failed", "a"}, {61, "failed", "a"}}).empty());
  CHECK(outcomes(body, {{0, "failed"}, {1, "failed"}, {2, "failed"}}).empty());  // no user
  // In any order, and the burst goes on while it lasts.
  CHECK(outcomes(body, {{50, "failed", "a"},
                        {0, "failed", "a"},
                        {30, "failed", "a"},
                        {80, "failed", "a"},
                        {500, "failed", "a"}}) == Texts{"0-80 a:4"});
}

TEST_CASE("value_count counts values that differ") {
  const char* body =
      "  type: value_count\n  rules: [failed]\n  timespan: 1h\n  condition: {field: User, gt: 1}";
  CHECK(outcomes(body, {{0, "failed", "a"}, {1, "failed", "b"}}) == Texts{"0-1 :2"});
  CHECK(outcomes(body, {{0, "failed", "a"}, {1, "failed", "a"}}).empty());
}

TEST_CASE("temporal wants all the rules within the span, temporal_ordered in their order") {
  const char* any = "  type: temporal\n  rules: [failed, opened, sent]\n  timespan: 30s";
  const std::vector<Moment> straight = {{0, "failed"}, {5, "opened"}, {9, "sent"}};
  const std::vector<Moment> turned = {{0, "sent"}, {5, "opened"}, {9, "failed"}};
  const std::vector<Moment> slow = {{0, "failed"}, {5, "opened"}, {31, "sent"}};
  CHECK(outcomes(any, straight) == Texts{"0-9 :3"});
  CHECK(outcomes(any, turned) == Texts{"0-9 :3"});
  CHECK(outcomes(any, slow).empty());
  CHECK(outcomes(any, {{0, "failed"}, {5, "opened"}, {9, "opened"}}).empty());
  const char* ordered =
      "  type: temporal_ordered\n  rules: [failed, opened, sent]\n  timespan: 30s";
  CHECK(outcomes(ordered, straight) == Texts{"0-9 :3"});
  CHECK(outcomes(ordered, turned).empty());
  CHECK(outcomes(ordered, slow).empty());
  CHECK(
      outcomes(ordered, {{0, "opened"}, {1, "failed"}, {2, "sent"}, {3, "opened"}, {4, "sent"}}) ==
      Texts{"0-4 :5"});
}

TEST_CASE("value_sum, value_avg and value_percentile") {
  const std::vector<Moment> moments = {{0, "sent", "a", "10"},
                                       {1, "sent", "a", "20"},
                                       {2, "sent", "a", "90"},
                                       {3, "sent", "a", "text"}};
  const auto holds = [&](std::string_view type, std::string_view condition) {
    return !outcomes("  type: " + std::string(type) + "\n  rules: [sent]\n  timespan: 1h\n" +
                         "  condition: {field: Value, " + std::string(condition) + "}",
                     moments)
                .empty();
  };
  CHECK(holds("value_sum", "gte: 120"));
  CHECK_FALSE(holds("value_sum", "gt: 120"));
  CHECK(holds("value_avg", "gte: 40"));
  CHECK_FALSE(holds("value_avg", "gt: 40"));
  CHECK(holds("value_avg", "lt: 41"));
  CHECK(holds("value_percentile", "percentile: 50, eq: 20"));
  CHECK(holds("value_percentile", "percentile: 95, eq: 90"));
  CHECK_FALSE(holds("value_percentile", "percentile: 50, eq: 90"));
}

TEST_CASE("a condition that fewer may meet is asked once for each span") {
  const char* body = "  type: event_count\n  rules: [failed]\n  timespan: 1m\n  condition: {lt: 3}";
  CHECK(outcomes(body, {{0, "failed"}, {1, "failed"}, {100, "failed"}}) ==
        Texts{"0-1 :2", "100-100 :1"});
  CHECK(outcomes(body, {{0, "failed"}, {1, "failed"}, {2, "failed"}}).empty());
  CHECK(outcomes(
            "  type: event_count\n  rules: [failed]\n  timespan: 1m\n  condition: {gt: 1, lt: 3}",
            {{0, "failed"}, {1, "failed"}}) == Texts{"0-1 :2"});
}

TEST_CASE("an alias joins what rules call differently") {
  const char* body =
      "  type: temporal\n  rules: [failed, opened]\n  group-by: [who]\n  timespan: 1m\n"
      "  aliases:\n    who:\n      failed: User\n      opened: Account";
  CHECK(outcomes(body, {{0, "failed", "a"}, {1, "opened", "a"}}) == Texts{"0-1 a:2"});
  CHECK(outcomes(body, {{0, "failed", "a"}, {1, "opened", "b"}}).empty());
}

TEST_CASE("a correlation may ask for another, wherever it is written") {
  const std::string outer = correlation(
      "  type: temporal_ordered\n  rules: [many, opened]\n  group-by: [User]\n  timespan: 10m",
      "outer");
  const std::string inner = correlation(
      "  type: event_count\n  rules: [failed]\n  group-by: [User]\n  timespan: 1m\n"
      "  condition: {gte: 2}",
      "many");
  const Loaded loaded = load(rules + outer + inner);
  CHECK(loaded.refusals.empty());
  CHECK(outcomes(loaded, {{0, "failed", "a"}, {1, "failed", "a"}, {9, "opened", "a"}}) ==
        Texts{"1-9 a:2"});
  CHECK(outcomes(loaded, {{0, "failed", "a"}, {1, "failed", "a"}, {9, "opened", "b"}}).empty());
}

TEST_CASE("rules that a correlation asks for are told by it alone, unless it generates") {
  const std::string body =
      "  type: event_count\n  rules: [failed]\n  timespan: 1m\n  condition: {gte: 2}\n";
  CHECK(load(rules + correlation(body)).rules.rules()[0].silent);
  CHECK_FALSE(load(rules + correlation(body)).rules.rules()[1].silent);
  CHECK_FALSE(load(rules + correlation(body + "  generate: true")).rules.rules()[0].silent);
  Choice choice;
  choice.rules = {"c"};  // brings the rule that it needs
  const Loaded chosen = load(rules + correlation(body), choice);
  REQUIRE(chosen.rules.rules().size() == 1);
  CHECK(chosen.rules.rules()[0].silent);
}

TEST_CASE("a correlation that cannot be worked out is refused with the reason") {
  const auto why = [](std::string_view body, std::string_view more = "") {
    const auto loaded = load(rules + correlation(body) + std::string(more));
    return loaded.refusals.empty() ? std::string() : loaded.refusals[0].why.english;
  };
  CHECK(why("  type: sum\n  rules: [failed]\n  timespan: 1m").find("event_count") !=
        std::string::npos);
  CHECK(why("  type: temporal\n  rules: [failed]\n  timespan: soon").find("15m") !=
        std::string::npos);
  CHECK(why("  type: temporal\n  rules: [nobody]\n  timespan: 1m").find("“nobody”") !=
        std::string::npos);
  CHECK(why("  type: temporal\n  rules: [c]\n  timespan: 1m").find("circle") != std::string::npos);
  CHECK(why("  type: event_count\n  rules: [failed]\n  timespan: 1m") ==
        "the key “condition” is missing.");
  CHECK(why("  type: value_sum\n  rules: [failed]\n  timespan: 1m\n  condition: {gt: 1}") ==
        "the key “field” is missing.");
  CHECK(why("  type: event_count\n  rules: [failed]\n  timespan: 1m\n  condition: {more: 1}")
            .find("“more”") != std::string::npos);
}

}  // namespace digue::detect::sigma
