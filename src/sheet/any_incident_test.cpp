// Our own sheet that qualifies any incident.
#include <set>

#include "sheet/testing.h"
#include "sheet/text.h"

namespace digue::sheet {
namespace {

const Sheet& any_incident() {
  return shipped_sheet("any-incident");
}

std::string proposal_of(const char* step, const Facts& facts) {
  return proposed(any_incident(), step, facts);
}

void answer_all(Situation& now, const char* value) {
  for (const auto& step : any_incident().steps)
    if (step.id.starts_with("any-incident/q")) now.answers[step.id] = value;
}

}  // namespace

TEST_CASE("it is marked as ours, says what it was written from, and is boxed in time") {
  CHECK(any_incident().own);
  CHECK(any_incident().source.publisher == "Digue");
  CHECK(any_incident().sources.size() >= 2);
  CHECK(any_incident().kind == SheetKind::qualification);
  CHECK(any_incident().time_box_minutes == 30);
}

TEST_CASE("every conclusion is asked again each round, and can be unknown") {
  std::set<std::string> conclusions;
  for (const auto& step : any_incident().steps)
    if (step.conclusion) conclusions.insert(step.id);
  CHECK(conclusions == std::set<std::string>{"any-incident/confirm", "any-incident/end",
                                             "any-incident/impact", "any-incident/perimeter",
                                             "any-incident/urgency"});
}

TEST_CASE("what it looks like sets which questions apply") {
  Situation now;
  const auto hidden = [&](const char* step) {
    return standing_in(any_incident(), step, now).hidden;
  };
  CHECK_FALSE(hidden("any-incident/mail.1"));
  CHECK_FALSE(hidden("any-incident/system.1"));
  now.answers["any-incident/what"] = "mail-account";
  CHECK_FALSE(hidden("any-incident/mail.1"));
  CHECK(hidden("any-incident/system.1"));
  now.answers["any-incident/what"] = "system";
  CHECK(hidden("any-incident/mail.1"));
  CHECK_FALSE(hidden("any-incident/system.1"));
  now.found["mail-account/7.a.1"] = "yes";
  CHECK_FALSE(hidden("any-incident/mail.1"));
  now.answers["any-incident/what"] = "unknown";
  CHECK_FALSE(hidden("any-incident/system.1"));
}

TEST_CASE("nothing but unknown: no conclusion is guessed") {
  Situation now;
  answer_all(now, "unknown");
  CHECK(proposal_of("any-incident/confirm", now) == "credible");
  for (const char* step : {"any-incident/perimeter", "any-incident/impact", "any-incident/urgency"})
    CHECK_MESSAGE(proposal_of(step, now) == "unknown", step);
}

TEST_CASE("all yes is wide, strong, immediate; with a person’s consent, a crisis") {
  Situation now;
  answer_all(now, "yes");
  CHECK(proposal_of("any-incident/confirm", now) == "confirmed");
  CHECK(proposal_of("any-incident/perimeter", now) == "wide");
  CHECK(proposal_of("any-incident/impact", now) == "strong");
  CHECK(proposal_of("any-incident/urgency", now) == "immediate");
  for (const char* step : {"any-incident/confirm", "any-incident/perimeter", "any-incident/impact",
                           "any-incident/urgency"})
    now.answers[step] = proposal_of(step, now);
  CHECK(standing_in(any_incident(), "any-incident/next.crisis", now).hidden);
  now.answers["any-incident/end"] = "crisis";
  CHECK_FALSE(standing_in(any_incident(), "any-incident/next.crisis", now).hidden);
}

TEST_CASE("all no is an ordinary anomaly") {
  Situation now;
  answer_all(now, "no");
  for (const char* step : {"any-incident/confirm", "any-incident/perimeter", "any-incident/impact",
                           "any-incident/urgency"})
    now.answers[step] = proposal_of(step, now);
  CHECK(now.answers["any-incident/confirm"] == "ruled-out");
  CHECK(now.answers["any-incident/impact"] == "low");
}

TEST_CASE("encryption seen calls at once; personal data propose the CNIL clock") {
  Situation now;
  now.answers["any-incident/q1"] = "unknown";
  CHECK(calls_in(any_incident(), now).empty());
  now.answers["any-incident/q1"] = "yes";
  CHECK(calls_in(any_incident(), now).size() == 1);
  now.answers["any-incident/data"] = "nothing";
  CHECK_FALSE(starts_clock(any_incident(), now, "cnil"));
  now.answers["any-incident/data"] = "financial personal";
  CHECK(starts_clock(any_incident(), now, "cnil"));
  CHECK_FALSE(starts_clock(any_incident(), now, "health"));
}

TEST_CASE("the mail-account sheet’s links to a qualification lead somewhere") {
  for (const char* id : {"mail-account/pre.1", "mail-account/3.a.2", "mail-account/8.end.2"}) {
    const auto* step = shipped_sheet("mail-account").step(id);
    REQUIRE(step != nullptr);
    REQUIRE_FALSE(step->links.empty());
    CHECK(step->links[0].sheet == "any-incident");
  }
}

// Someone tired, at three in the morning, reads no more.
TEST_CASE("these sheets speak in sentences of at most fifteen words") {
  for (const char* id : {"any-incident", "phishing", "mail-malware"})
    for (const auto& step : shipped_sheet(id).steps)
      for (const auto* text : {&step.title, &step.text, &step.undo, &step.without_user}) {
        CHECK_MESSAGE(longest_sentence(text->french) <= 15, step.id, " ", text->french);
        CHECK_MESSAGE(longest_sentence(text->english) <= 15, step.id, " ", text->english);
      }
}

}  // namespace digue::sheet
