#include "detect/detector.h"

#include <doctest/doctest.h>

#include "detect/testing.h"

namespace digue::detect {

const Detector& windows_guessing_detector();

namespace {

using event::Verdict;
using testing::find_rule;
using testing::Row;
using testing::says;
using testing::Story;

Row logon(int second, std::string_view account, Verdict verdict,
          std::string_view address = "10.3.9.9") {
  Row row{.action = event::Action::logon,
          .time = rfc3339(*parse_rfc3339("2026-03-28T02:00:00Z") + second * second_ms),
          .account = std::string(account)};
  row.verdict = verdict;
  row.address = address;
  row.device = "srv1";
  row.family = event::Family::windows_log;
  row.details = {{"LogonType", "3"}};
  return row;
}

// Ten failures on an account, ten seconds apart.
Story guesses(int apart = 10, bool several_accounts = false) {
  Story story;
  for (int i = 0; i < 10; ++i)
    story.add(logon(i * apart, several_accounts ? "u" + std::to_string(i) : "administrateur",
                    Verdict::failure));
  return story;
}

const finding::Finding* found_in(const std::vector<finding::Finding>& findings) {
  return find_rule(findings, "R21");
}

std::vector<finding::Finding> findings_of(const Story& story) {
  return story.findings({&windows_guessing_detector()});
}

}  // namespace

TEST_CASE("ten failures within minutes, then a success on the same account, is told once") {
  auto story = guesses();
  story.add(logon(300, "chv\\administrateur", Verdict::success));
  story.add(logon(310, "chv\\administrateur", Verdict::success));
  const auto findings = findings_of(story);
  REQUIRE(findings.size() == 1);
  const auto& found = findings.front();
  CHECK(found.severity == finding::Severity::high);
  CHECK(found.accounts == std::vector<std::string>{"chv\\administrateur"});
  CHECK(found.addresses == std::vector<std::string>{"10.3.9.9"});
  CHECK(found.hosts == std::vector<std::string>{"srv1"});
  CHECK(says(found, "10 failures on 1 account,"));
  CHECK(found.evidence.size() == 11);
  CHECK(story.order_does_not_show({&windows_guessing_detector()}));
}

TEST_CASE("a success on another account counts after many were tried, unless it is usual there") {
  auto story = guesses(10, true);
  story.add(logon(300, "chv\\m.leroy", Verdict::success));
  CHECK(found_in(findings_of(story)) != nullptr);
  auto usual = guesses(10, true);
  usual.add(logon(-300, "chv\\m.leroy", Verdict::success));
  usual.add(logon(300, "chv\\m.leroy", Verdict::success));
  CHECK(found_in(findings_of(usual)) == nullptr);
}

TEST_CASE("where refusals name nobody, the first success from there counts") {
  Story story;
  for (int i = 0; i < 10; ++i) story.add(logon(i * 10, "", Verdict::failure));
  auto usual = story;
  story.add(logon(300, "marie.dupont", Verdict::success));
  CHECK(found_in(findings_of(story)) != nullptr);
  usual.add(logon(-300, "marie.dupont", Verdict::success));
  usual.add(logon(300, "marie.dupont", Verdict::success));
  CHECK(found_in(findings_of(usual)) == nullptr);
}

TEST_CASE(
    "what a RADIUS server refuses for a gateway counts, what Windows checks besides does not") {
  const auto story_of = [](event::Family family) {
    Story story;
    for (int i = 0; i < 10; ++i) {
      auto check = logon(i * 10, "chv\\marie.dupont", Verdict::failure);
      check.action = event::Action::credentials_checked;
      check.family = family;
      story.add(check);
    }
    auto session = logon(300, "chv\\marie.dupont", Verdict::success);
    session.action = event::Action::vpn_opened;
    return std::move(story.add(session));
  };
  CHECK(found_in(findings_of(story_of(event::Family::none))) != nullptr);
  CHECK(found_in(findings_of(story_of(event::Family::windows_log))) == nullptr);
}

TEST_CASE("slow mistakes, a late success and another address are nothing") {
  auto slow = guesses(300);
  slow.add(logon(3100, "administrateur", Verdict::success));
  CHECK(found_in(findings_of(slow)) == nullptr);
  auto late = guesses();
  late.add(logon(7200, "administrateur", Verdict::success));
  CHECK(found_in(findings_of(late)) == nullptr);
  auto elsewhere = guesses();
  elsewhere.add(logon(300, "administrateur", Verdict::success, "10.3.9.10"));
  CHECK(found_in(findings_of(elsewhere)) == nullptr);
  CHECK(found_in(findings_of(guesses())) == nullptr);  // never succeeded
}

TEST_CASE("the host itself and its services guess nothing") {
  Story local;
  for (int i = 0; i < 10; ++i) local.add(logon(i, "administrateur", Verdict::failure, "127.0.0.1"));
  local.add(logon(20, "administrateur", Verdict::success, "127.0.0.1"));
  CHECK(found_in(findings_of(local)) == nullptr);
  auto machine = guesses(10, true);
  machine.add(logon(300, "srv2$", Verdict::success));
  CHECK(found_in(findings_of(machine)) == nullptr);
}

TEST_CASE("passwords tried on a VPN gateway until one is right are told") {
  const auto attempt = [](int second, event::Verdict verdict) {
    const auto begin = parse_rfc3339("2026-03-28T02:00:00Z").value_or(Instant::unknown);
    testing::Row row{.action = event::Action::vpn_opened,
                     .time = rfc3339(begin + second * second_ms)};
    row.account = "a.martin";
    row.address = "203.0.113.9";
    row.device = "fgt1";
    row.object = "portal";
    row.verdict = verdict;
    row.family = event::Family::none;
    return row;
  };
  testing::Story story;
  for (int i = 0; i < 12; ++i) story.add(attempt(i * 10, event::Verdict::failure));
  CHECK(story.findings({&windows_guessing_detector()}).empty());
  story.add(attempt(200, event::Verdict::success));
  CHECK(story.findings({&windows_guessing_detector()}).size() == 1);
}

}  // namespace digue::detect
