#include <doctest/doctest.h>

#include "detect/sign_testing.h"

namespace digue::detect {

const Detector& method_added_detector();
const Detector& session_theft_detector();

namespace {

using namespace testing;
using event::Action;
using finding::Severity;

const std::vector<const Detector*> rule = {&method_added_detector(), &session_theft_detector()};
constexpr std::string_view victim = "anne@hopital.example";

Row added(std::string_view time, std::string_view account = victim) {
  Row row{.action = Action::authentication_method_added,
          .time = std::string(time),
          .account = std::string(account),
          .target = std::string(account),
          .object = "method-1"};
  row.operation = "User registered security info";
  row.family = event::Family::directory_audit;
  row.details = {{"MethodType", "PhoneAppNotification"}};
  return row;
}

Row state(std::string_view account, std::string_view phone, std::string_view created = "") {
  Row row{.action = Action::authentication_method_state,
          .target = std::string(account),
          .object = "method-2"};
  row.family = event::Family::authentication_methods;
  row.details = {{"MethodType", "phone"}, {"PhoneNumber", std::string(phone)}};
  if (!created.empty()) row.details.emplace_back("CreatedDateTime", created);
  return row;
}

Story stolen() {
  auto story = ordinary_month();
  story.add(sign_in("2026-03-04T09:00:00Z", victim, office, windows_edge, "stolen"));
  story.add(sign_in("2026-03-04T09:20:00Z", victim, rented, linux_firefox, "stolen"));
  return story;
}

}  // namespace

TEST_CASE("a method added within a day of the intruder is high, and only probable") {
  auto story = stolen();
  story.add(added("2026-03-04T09:40:00Z"));
  const auto findings = story.findings(rule);
  const auto* method = find_rule(findings, "R8");
  REQUIRE(method != nullptr);
  CHECK(method->severity == Severity::high);
  CHECK(method->title.english.find("probable") != std::string::npos);
  REQUIRE(method->subjects.size() == 1);
  CHECK(method->subjects.front().kind == "authentication-method");
  CHECK(method->subjects.front().identity == "method-1");
  CHECK(method->subjects.front().mailbox == victim);
  CHECK(story.order_does_not_show(rule));
}

TEST_CASE("without the intruder, or days away from him, a method is nobody's") {
  auto quiet = ordinary_month();
  quiet.add(added("2026-03-04T09:40:00Z"));
  CHECK(find_rule(quiet.findings(rule), "R8") == nullptr);
  auto later = stolen();
  later.add(added("2026-03-07T09:40:00Z"));
  CHECK(find_rule(later.findings(rule), "R8") == nullptr);
  CHECK(find_rule(stolen().findings(rule), "R8") == nullptr);
}

TEST_CASE("a session of the intruder's that adds a method proves it") {
  auto story = stolen();
  auto row = added("2026-03-04T09:40:00Z");
  row.address = rented;
  story.add(row);
  const auto findings = story.findings(rule);
  REQUIRE(find_rule(findings, "R8") != nullptr);
  CHECK(find_rule(findings, "R8")->title.english.find("by the intruder") != std::string::npos);
}

TEST_CASE("the export of methods is read for its dates") {
  auto story = stolen();
  story.add(state(victim, "+33 6 00 00 00 00", "2026-03-04T10:00:00Z"));
  const auto findings = story.findings(rule);
  REQUIRE(find_rule(findings, "R8") != nullptr);
  CHECK(find_rule(findings, "R8")->subjects.front().identity == "method-2");
}

TEST_CASE("one telephone on two accounts is told, however it is written") {
  auto story = ordinary_month();
  story.add(state(victim, "+33 6 00 00 00 01")).add(state("bruno@hopital.example", "+33600000001"));
  const auto findings = story.findings(rule);
  REQUIRE(find_rule(findings, "R8") != nullptr);
  CHECK(find_rule(findings, "R8")->severity == Severity::medium);
  CHECK(find_rule(findings, "R8")->accounts.size() == 2);
}

}  // namespace digue::detect
