#include "detect/detector.h"

#include <doctest/doctest.h>

#include "detect/testing.h"

namespace digue::detect {

const Detector& windows_off_hours_detector();

namespace {

using testing::Row;
using testing::says;
using testing::Story;

Row session(std::string_view time, std::string_view host = "srv1", std::string_view type = "10") {
  Row row{.action = event::Action::logon, .time = std::string(time), .account = "chv\\adm-durand"};
  row.object = "S-1-5-21-1-2-3-1104";
  row.session = "0x7";
  row.device = host;
  row.address = "10.3.1.20";
  row.family = event::Family::windows_log;
  row.details = {{"LogonType", std::string(type)}};
  return row;
}

// The session, and the administrator's rights that it got.
Story& open(Story& story, std::string_view time, std::string_view host = "srv1",
            std::string_view type = "10") {
  auto rights = session(time, host, type);
  rights.action = event::Action::privileges_assigned;
  return story.add(session(time, host, type)).add(rights);
}

std::vector<finding::Finding> findings_of(const Story& story) {
  return story.findings({&windows_off_hours_detector()});
}

}  // namespace

TEST_CASE("an administrator's session at night, on a Sunday or on a holiday is told, with why") {
  Story story;
  open(story, "2026-03-25T02:11:00Z");  // a Wednesday
  open(story, "2026-03-29T10:00:00Z");  // a Sunday
  open(story, "2026-04-06T10:00:00Z");  // Easter Monday
  open(story, "2026-03-25T10:00:00Z");  // at work
  const auto findings = findings_of(story);
  REQUIRE(findings.size() == 1);
  const auto& found = findings.front();
  CHECK(found.severity == finding::Severity::low);
  CHECK(found.items == std::vector<std::string>{"ransomware/2.b.4"});
  CHECK(found.evidence.size() == 3);
  CHECK(says(found, "at night"));
  CHECK(says(found, "a day that is not worked"));
  CHECK(says(found, "a public holiday"));
  CHECK(says(found, "Working hours not given"));
  CHECK(says(found, "from 10.3.1.20"));
  CHECK(story.order_does_not_show({&windows_off_hours_detector()}));
}

TEST_CASE("the organisation's own hours, zone and countries decide") {
  Story story;
  open(story, "2026-04-06T06:30:00Z");  // Easter Monday, half past eight in Paris
  story.organisation.zone = *Zone::named("Europe/Paris");
  story.organisation.hours = organisation::WorkingHours{8 * 60, 18 * 60};
  CHECK(findings_of(story).size() == 1);
  story.organisation.home_countries = {"BE"};
  CHECK(findings_of(story).empty());
  story.organisation.hours = organisation::WorkingHours{9 * 60, 18 * 60};
  CHECK(findings_of(story).size() == 1);
}

TEST_CASE("sessions without an administrator's rights, and what opens over the network, are not") {
  Story story;
  story.add(session("2026-03-25T02:11:00Z"));
  open(story, "2026-03-25T02:11:00Z", "srv2", "3");
  CHECK(findings_of(story).empty());
}

TEST_CASE("one night on several hosts weighs more; a night is not cut at midnight") {
  Story story;
  open(story, "2026-03-25T22:11:00Z", "srv1");
  open(story, "2026-03-26T01:11:00Z", "srv2");
  open(story, "2026-03-26T03:11:00Z", "dc1");
  const auto findings = findings_of(story);
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].severity == finding::Severity::medium);
  CHECK(says(findings[0], "on 3 hosts"));
}

TEST_CASE("administrators on a hypervisor or through the VPN at night are told, others are not") {
  const auto night = [](event::Action action, std::string_view account) {
    Row row{.action = action, .time = "2026-03-25T02:11:00Z", .account = std::string(account)};
    row.device = "esx1";
    row.address = "10.3.1.20";
    row.family = event::Family::none;
    return row;
  };
  Story story;
  story.organisation.administrators = {"adm-durand@hopital.example"};
  story.add(night(event::Action::logon, "root"))
      .add(night(event::Action::logon, "administrator@vsphere.local"))
      .add(night(event::Action::vpn_opened, "chv\\adm-durand"))
      .add(night(event::Action::logon, "vpxuser"))
      .add(night(event::Action::vpn_opened, "a.martin"));
  const auto findings = findings_of(story);
  REQUIRE(findings.size() == 3);
  CHECK(says(findings[0], "on esx1, from 10.3.1.20"));
}

TEST_CASE("an account that works at night every week says nothing") {
  Story story;
  for (int day = 2; day < 8; ++day) open(story, "2026-03-0" + std::to_string(day) + "T23:11:00Z");
  CHECK(findings_of(story).empty());
}

}  // namespace digue::detect
