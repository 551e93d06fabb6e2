// The two ransomware sheets: qualified in rounds, then contained.
#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "sheet/coverage.h"
#include "sheet/library.h"
#include "sheet/testing.h"

namespace digue::sheet {
namespace {

const Library& shipped() {
  static const auto library = built_in_library();
  REQUIRE(library.has_value());
  return *library;
}

Standing standing_of(const char* step, const Facts& facts) {
  return standing_in(shipped_sheet("ransomware"), step, facts);
}

std::string proposed(const std::string& step, const Facts& facts) {
  return proposed(shipped_sheet("ransomware"), step.c_str(), facts);
}

// Takes every proposal as the answer, in the order of the sheet.
void conclude(Situation& now) {
  for (const auto& step : shipped_sheet("ransomware").steps)
    if (step.conclusion) now.answers[step.id] = proposed(step.id, now);
}

bool offers(const Step& step, std::string_view value) {
  return std::any_of(step.options.begin(), step.options.end(),
                     [&](const Option& option) { return option.value == value; });
}

// Every question that is no conclusion, answered alike; `spoken` is for a list of names.
Situation answered(const std::string& value, const std::string& spoken) {
  Situation now;
  for (const auto& step : shipped_sheet("ransomware").steps) {
    if (step.conclusion || step.answer == AnswerType::none) continue;
    now.answers[step.id] = step.options.empty() ? spoken : value;
    if (!step.options.empty() && !offers(step, value)) now.answers[step.id] = "unknown";
  }
  return now;
}

// "cert-fr", "cnil"...: what the rules that hold call, and start.
std::set<std::string> called_or_started(const Facts& facts) {
  std::set<std::string> out;
  for (const auto& rule : shipped_sheet("ransomware").rules) {
    if (!rule.when.holds(facts)) continue;
    for (const auto& effect : rule.effects)
      if (effect.steps.empty()) out.insert(effect.contact + effect.clock);
  }
  return out;
}

}  // namespace

TEST_CASE("every ransomware line of the requirements is carried, in both languages") {
  const auto lines = coverage(shipped(), "ransomware");
  CHECK(lines.size() == 103);
  for (const auto& line : lines) {
    CHECK_MESSAGE(!line.carriers.empty(), line.id);
    CHECK_MESSAGE((line.in_french() && line.in_english()), line.id);
  }
}

TEST_CASE("1.c: weak signals are asked when no strong one is seen, and then only") {
  Situation now;
  CHECK(standing_of("ransomware/1.c.1", now).hidden);
  now.answers["ransomware/1.b.2"] = "no";
  CHECK_FALSE(standing_of("ransomware/1.c.1", now).hidden);
  now.answers["ransomware/1.b.2"] = "unknown";
  CHECK_FALSE(standing_of("ransomware/1.c.6", now).hidden);
  now.found["ransomware/1.b.3"] = "yes";
  CHECK(standing_of("ransomware/1.c.6", now).hidden);
  now.found.clear();
  now.answers["ransomware/1.b.4"] = "yes";
  CHECK(standing_of("ransomware/1.c.1", now).hidden);
}

TEST_CASE("nothing but unknown: every conclusion is still asked, and none is good news") {
  auto now = answered("unknown", "unknown");
  conclude(now);
  const std::set<std::string> good{"ruled-out", "no",    "circumscribed", "yes", "over-a-day",
                                   "held",      "minor", "anomaly",       ""};
  int conclusions = 0;
  for (const auto& step : shipped_sheet("ransomware").steps) {
    // The degree is the severity table’s to propose.
    if (!step.conclusion || step.id == "ransomware/end") continue;
    ++conclusions;
    CHECK_FALSE_MESSAGE(standing(shipped_sheet("ransomware"), step, now).hidden, step.id);
    CHECK_FALSE_MESSAGE(good.contains(now.answers[step.id]), step.id);
  }
  CHECK(conclusions == 17);
  CHECK(now.answers["ransomware/1.d"] == "to-investigate");
}

TEST_CASE("the worst answers lead to a crisis, the best ones to an anomaly") {
  auto worst = answered("yes", "x");
  worst.answers["ransomware/2.c.2"] = "several";
  worst.answers["ransomware/2.c.3.1"] = "spreading";
  worst.answers["ransomware/3.c.4"] = "dns domain-controller";
  for (const char* step : {"ransomware/4.a", "ransomware/4.a.1", "ransomware/4.a.2"})
    worst.answers[step] = "no";
  conclude(worst);
  CHECK(worst.answers["ransomware/1.d.2"] == "under-way");
  worst.answers["ransomware/end"] = "crisis";
  CHECK(standing_of("ransomware/next.2", worst).priority == Priority::p0);

  auto best = answered("no", "no");
  best.answers["ransomware/2.c.2"] = "no-domain";
  best.answers["ransomware/2.c.3.1"] = "stopped";
  conclude(best);
  CHECK(best.answers["ransomware/1.d"] == "ruled-out");
  CHECK(best.answers["ransomware/4.b"] == "no");
  best.answers["ransomware/end"] = "anomaly";
  CHECK(standing_of("ransomware/next.2", best).hidden);
}

TEST_CASE("1.d: one strong signal calls for a second, a ransom demand needs none") {
  Situation now;
  now.answers["ransomware/1.b.1"] = "yes";
  CHECK(proposed("ransomware/1.d", now) == "to-investigate");
  now.answers["ransomware/1.b.4"] = "yes";
  CHECK(proposed("ransomware/1.d", now) == "confirmed");
  now.answers.clear();
  now.answers["ransomware/1.b.2"] = "yes";
  CHECK(proposed("ransomware/1.d", now) == "confirmed");
}

TEST_CASE("encryption under way: CERT-FR is called, CERT Santé too for health, and one contains") {
  Situation now;
  CHECK(called_or_started(now).empty());
  CHECK(standing_of("ransomware/next.1", now).priority == Priority::p3);
  now.answers["ransomware/1.d.2"] = "under-way";
  CHECK(called_or_started(now) == std::set<std::string>{"cert-fr"});
  CHECK(standing_of("ransomware/next.1", now).priority == Priority::p0);
  CHECK_FALSE(standing_of("ransomware/next.1", now).warnings.empty());
  now.answers["ransomware/3.b.1"] = "finance health";
  CHECK(called_or_started(now) == std::set<std::string>{"cert-fr", "cert-sante"});
}

TEST_CASE(
    "personal data starts the CNIL's clock, a confirmed attack those of complaint and insurer") {
  Situation now;
  now.answers["ransomware/3.b.2"] = "personal";
  CHECK(called_or_started(now) == std::set<std::string>{"cnil"});
  now.answers["ransomware/1.d"] = "ruled-out";
  CHECK(called_or_started(now).empty());
  now.answers["ransomware/1.d"] = "confirmed";
  CHECK(called_or_started(now) == std::set<std::string>{"cnil", "complaint", "insurer"});
}

TEST_CASE(
    "containment: what blocks for a time says what it costs, what to save, and what lifts it") {
  const auto& sheet = shipped_sheet("ransomware-containment");
  CHECK(sheet.own);
  CHECK(sheet.sources.size() >= 3);
  std::set<std::string> lifts;
  for (const auto& step : sheet.steps) {
    if (!step.temporary) continue;
    CHECK_MESSAGE(!step.impacts.empty(), step.id);
    CHECK_MESSAGE(!step.preservation.empty(), step.id);
    const auto* lift = sheet.step(step.temporary->lifted_by);
    REQUIRE_MESSAGE(lift != nullptr, step.id);
    CHECK_MESSAGE(lift->measure == "ransomware-containment/7", step.id);
    CHECK_MESSAGE(lifts.insert(lift->id).second, lift->id);
  }
  CHECK(lifts.size() == 13);
}

TEST_CASE("containment: nothing is reopened before someone concludes that the spread has stopped") {
  const auto& sheet = shipped_sheet("ransomware-containment");
  const auto* reopen = sheet.step("ransomware-containment/7.a.3");
  REQUIRE(reopen != nullptr);
  Situation now;
  CHECK_FALSE(standing(sheet, *reopen, now).warnings.empty());
  now.answers["ransomware-containment/4.b.1"] = "stopped";
  now.answers["ransomware-containment/6.a.1"] = "yes";
  CHECK(standing(sheet, *reopen, now).warnings.empty());
}

}  // namespace digue::sheet
