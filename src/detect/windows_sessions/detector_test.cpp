#include "detect/detector.h"

#include <doctest/doctest.h>

#include "detect/testing.h"

namespace digue::detect {

const Detector& windows_sessions_detector();

namespace {

using testing::Row;
using testing::says;
using testing::Story;

Row logon(std::string_view account, std::string_view type, std::string_view session = "0x1",
          std::string_view time = "2026-03-28T09:00:00Z") {
  Row row{
      .action = event::Action::logon, .time = std::string(time), .account = std::string(account)};
  row.object = "S-1-5-21-1-2-3-1104";
  row.session = session;
  row.device = "pc12.chv.example";
  row.family = event::Family::windows_log;
  row.details = {{"LogonType", std::string(type)}};
  return row;
}

Row privileged(std::string_view session, std::string_view time = "2026-03-28T09:00:00Z") {
  auto row = logon("chv\\adm-durand", "", session, time);
  row.action = event::Action::privileges_assigned;
  row.details.clear();
  return row;
}

std::vector<finding::Finding> findings_of(const Story& story) {
  return story.findings({&windows_sessions_detector()});
}

}  // namespace

TEST_CASE("a host has one list of who opened a session on it, and how") {
  Story story;
  story.add(logon("chv\\m.leroy", "2"));
  story.add(logon("chv\\m.leroy", "10", "0x2", "2026-03-29T09:00:00Z"));
  story.add(logon("pc12\\local", "11", "0x3"));
  auto elsewhere = logon("chv\\m.leroy", "2");
  elsewhere.device = "pc13.chv.example";
  story.add(elsewhere);
  const auto findings = findings_of(story);
  REQUIRE(findings.size() == 2);
  const auto& found =
      findings.front().hosts.front() == "pc12.chv.example" ? findings[0] : findings[1];
  CHECK(found.severity == finding::Severity::info);
  CHECK(found.accounts == std::vector<std::string>{"chv\\m.leroy", "pc12\\local"});
  CHECK(says(found,
             "chv\\m.leroy: from 2026-03-28T09:00:00Z to 2026-03-29T09:00:00Z, on the spot and by "
             "remote desktop (sessions: 2)"));
  CHECK_FALSE(says(found, "administrator"));
  CHECK(story.order_does_not_show({&windows_sessions_detector()}));
}

TEST_CASE("what opens over the network, fails, or is no person's is not in it") {
  Story story;
  story.add(logon("chv\\m.leroy", "3"));
  auto failed = logon("chv\\m.leroy", "2");
  failed.verdict = event::Verdict::failure;
  story.add(failed);
  story.add(logon("chv\\pc12$", "2"));
  auto window_manager = logon("window manager\\dwm-1", "2");
  window_manager.object = "S-1-5-90-0-1";
  story.add(window_manager);
  CHECK(findings_of(story).empty());
}

TEST_CASE("an account of the domain that administers the host is told, and first") {
  Story story;
  story.add(logon("chv\\a.b", "2", "0x9", "2026-03-30T09:00:00Z"));
  story.add(logon("chv\\adm-durand", "10", "0x7")).add(privileged("0x7"));
  const auto findings = findings_of(story);
  REQUIRE(findings.size() == 1);
  CHECK(says(findings[0], "the whole domain is at risk"));
  REQUIRE(findings[0].why.size() == 3);
  CHECK(findings[0].why[1].english.starts_with("chv\\adm-durand, with an administrator’s rights"));
}

TEST_CASE("rights of another session, or of the same number another day, are not this one's") {
  for (const auto& other : {privileged("0x8"), privileged("0x7", "2026-03-20T09:00:00Z")}) {
    Story story;
    story.add(logon("chv\\adm-durand", "10", "0x7")).add(other);
    CHECK_FALSE(says(findings_of(story).front(), "administrator"));
  }
  Story local;
  local.add(logon("pc12\\local", "2", "0x7")).add(privileged("0x7"));
  CHECK_FALSE(says(findings_of(local).front(), "whole domain"));
}

}  // namespace digue::detect
