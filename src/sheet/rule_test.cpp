#include "sheet/rule.h"

#include <doctest/doctest.h>

#include <map>

#include "sheet/sheet.h"

namespace digue::sheet {
namespace {

struct KnownFacts final : Facts {
  std::map<std::string, std::string, std::less<>> answers, states, evidence_answers;
  int accounts = 0;

  static std::string find(const auto& map, std::string_view key) {
    const auto found = map.find(key);
    return found == map.end() ? "" : found->second;
  }
  std::string answer(std::string_view step) const override { return find(answers, step); }
  std::string state(std::string_view step) const override { return find(states, step); }
  std::string evidence(std::string_view item) const override {
    return find(evidence_answers, item);
  }
  int compromised_accounts() const override { return accounts; }
};

Condition answer_is(std::string item, std::vector<std::string> values) {
  return {Condition::Kind::answer, {}, std::move(item), std::move(values), 0};
}

Rule rule(Condition when, Effect::Kind kind, Priority to, std::string reason) {
  return {"s/rule", std::move(when), {{kind, {"s/1"}, to}}, {reason, reason}};
}

Step step_one() {
  Step step;
  step.id = "s/1";
  step.priority = Priority::p2;
  return step;
}

}  // namespace

TEST_CASE("no answer is not the answer unknown") {
  KnownFacts facts;
  CHECK_FALSE(answer_is("s/q", {"unknown"}).holds(facts));
  CHECK(answer_is("s/q", {"none"}).holds(facts));
  facts.answers["s/q"] = "unknown";
  CHECK(answer_is("s/q", {"yes", "unknown"}).holds(facts));
  CHECK_FALSE(answer_is("s/q", {"none"}).holds(facts));
}

TEST_CASE("one of several values given is enough") {
  KnownFacts facts;
  facts.answers["s/q"] = "owa imap";
  CHECK(answer_is("s/q", {"imap"}).holds(facts));
  CHECK_FALSE(answer_is("s/q", {"ima"}).holds(facts));
}

TEST_CASE("all, any and not combine; accounts are counted") {
  KnownFacts facts;
  facts.accounts = 2;
  facts.evidence_answers["s/q"] = "yes";
  const Condition seen{Condition::Kind::evidence, {}, "s/q", {"yes"}, 0};
  const Condition two{Condition::Kind::accounts, {}, "", {}, 2};
  const Condition three{Condition::Kind::accounts, {}, "", {}, 3};
  CHECK(Condition{Condition::Kind::all, {seen, two}, "", {}, 0}.holds(facts));
  CHECK_FALSE(Condition{Condition::Kind::all, {seen, three}, "", {}, 0}.holds(facts));
  CHECK(Condition{Condition::Kind::any, {three, seen}, "", {}, 0}.holds(facts));
  CHECK(Condition{Condition::Kind::negation, {three}, "", {}, 0}.holds(facts));
}

TEST_CASE("what shows a step wins over what hides it, whatever the order") {
  Sheet sheet;
  const auto step = step_one();
  sheet.rules = {rule({}, Effect::Kind::hide, Priority::p0, "hidden"),
                 rule(answer_is("s/q", {"yes"}), Effect::Kind::show, Priority::p0, "shown")};
  KnownFacts facts;
  CHECK(standing(sheet, step, facts).hidden);
  CHECK(standing(sheet, step, facts).reasons.at(0).english == "hidden");
  facts.answers["s/q"] = "yes";
  for (int turn = 0; turn < 2; ++turn) {
    CHECK_FALSE(standing(sheet, step, facts).hidden);
    CHECK(standing(sheet, step, facts).reasons.at(0).english == "shown");
    std::swap(sheet.rules[0], sheet.rules[1]);
  }
}

TEST_CASE("some is an answer that names something, whatever it names") {
  KnownFacts facts;
  const Condition some{Condition::Kind::answer, {}, "t/list", {"some"}, 0};
  CHECK_FALSE(some.holds(facts));
  for (const auto* nothing : {"no", "unknown", "no unknown"}) {
    facts.answers["t/list"] = nothing;
    CHECK_FALSE(some.holds(facts));
  }
  for (const auto* named : {"alice@example.org", "no SRV-1", "SRV-1, SRV-2"}) {
    facts.answers["t/list"] = named;
    CHECK(some.holds(facts));
  }
}

TEST_CASE("the highest priority asked for wins, with its reason; warnings add up") {
  Sheet sheet;
  sheet.rules = {rule({}, Effect::Kind::lower, Priority::p4, "later"),
                 rule({}, Effect::Kind::raise, Priority::p1, "sooner"),
                 rule({}, Effect::Kind::warn, Priority::p0, "careful"),
                 rule({}, Effect::Kind::warn, Priority::p0, "mind")};
  const auto result = standing(sheet, step_one(), KnownFacts{});
  CHECK(result.priority == Priority::p1);
  CHECK(result.reasons.at(0).english == "sooner");
  CHECK(result.warnings.size() == 2);
  CHECK(standing(Sheet{}, step_one(), KnownFacts{}).priority == Priority::p2);
}

}  // namespace digue::sheet
