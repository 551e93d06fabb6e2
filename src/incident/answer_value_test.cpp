#include "incident/answer_value.h"

#include <doctest/doctest.h>

namespace digue::incident {

static sheet::Step question(sheet::AnswerType type) {
  sheet::Step step;
  step.id = "s/1";
  step.kind = sheet::StepKind::ask;
  step.answer = type;
  if (sheet::takes_options(type))
    step.options = {{"mail", "", {}, {}}, {"files", "", {}, {}}, {"unknown", "", {}, {}}};
  return step;
}

static bool accepts(sheet::AnswerType type, const std::string& value) {
  return check_answer(question(type), value).has_value();
}

TEST_CASE("each type of question takes its own answers, and unknown") {
  using Type = sheet::AnswerType;
  for (const auto type : {Type::choice, Type::several, Type::number, Type::moment, Type::duration,
                          Type::text, Type::accounts, Type::hosts, Type::zones, Type::activities}) {
    CHECK(accepts(type, "unknown"));
    CHECK_FALSE(accepts(type, ""));
    CHECK_FALSE(accepts(type, "  "));
  }
  CHECK(accepts(Type::choice, "mail"));
  CHECK_FALSE(accepts(Type::choice, "mail files"));
  CHECK(accepts(Type::several, "mail files"));
  CHECK_FALSE(accepts(Type::several, "mail chairs"));
  CHECK(accepts(Type::number, "42"));
  CHECK_FALSE(accepts(Type::number, "a few"));
  CHECK_FALSE(accepts(Type::number, "-3"));
  CHECK(accepts(Type::moment, "2026-03-08T03:11:00+01:00"));
  CHECK(accepts(Type::moment, "2026-03-08"));
  CHECK_FALSE(accepts(Type::moment, "2026-02-30"));
  CHECK_FALSE(accepts(Type::moment, "yesterday"));
  CHECK(accepts(Type::duration, "2 jours"));
  CHECK_FALSE(accepts(Type::duration, "3"));
  CHECK(accepts(Type::hosts, "SRV-1, SRV 2"));
  CHECK(accepts(Type::hosts, "no"));
  CHECK_FALSE(accepts(Type::hosts, "SRV-1,,SRV-2"));
  CHECK(accepts(Type::text, "anything at all"));
}

TEST_CASE("what is refused is told with what would be accepted") {
  const auto refused = check_answer(question(sheet::AnswerType::moment), "hier");
  REQUIRE_FALSE(refused);
  CHECK(
      refused.error().message.english ==
      "“hier” does not answer step s/1. Give a moment such as 2026-03-08T03:11:00+01:00, or a day "
      "such as 2026-03-08, or “unknown”.");
  auto look = question(sheet::AnswerType::none);
  look.kind = sheet::StepKind::look;
  CHECK(check_answer(look, "no"));
  CHECK(check_answer(look, "perhaps").error().message.english.find("yes, no, unknown") !=
        std::string::npos);
}

}  // namespace digue::incident
