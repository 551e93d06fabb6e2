#include "detect/detector.h"

#include <doctest/doctest.h>

#include "detect/testing.h"

namespace digue::detect {

const Detector& antivirus_alert_detector();

namespace {

using testing::Row;
using testing::says;
using testing::Story;

Row alert(std::string_view threat, std::string_view host, event::Verdict verdict,
          std::string_view path = "C:\\Windows\\a.exe") {
  Row row{.action = event::Action::malware_found, .time = "2026-03-28T02:00:00Z"};
  row.device = host;
  row.object = path;
  row.verdict = verdict;
  row.family = event::Family::none;
  row.details = {{"Threat", std::string(threat)}};
  return row;
}
constexpr auto cleaned = event::Verdict::success;
constexpr auto left_there = event::Verdict::failure;

std::vector<finding::Finding> findings_of(const Story& story) {
  return story.findings({&antivirus_alert_detector()});
}
using Items = std::vector<std::string>;

}  // namespace

TEST_CASE("what was removed from one workstation weighs little, more when it came from a mail") {
  Story story;
  story.add(alert("Trojan.A", "pc-1", cleaned))
      .add(alert("Trojan.B", "pc-1", cleaned, "C:\\Users\\j\\Downloads\\facture.doc"));
  const auto findings = findings_of(story);
  REQUIRE(findings.size() == 2);
  CHECK(findings[1].severity == finding::Severity::low);
  CHECK(findings[1].items == Items{"mail-malware/c.5"});
  CHECK(says(findings[1], "Everywhere it was removed"));
  CHECK(findings[0].severity == finding::Severity::medium);
  CHECK(findings[0].items == Items{"mail-malware/c.5", "mail-malware/d.5"});
  CHECK(story.order_does_not_show({&antivirus_alert_detector()}));
}

TEST_CASE("what is left, on a server, or on several hosts is grave") {
  const auto only = [](const Story& story) {
    const auto findings = findings_of(story);
    REQUIRE(findings.size() == 1);
    return findings[0];
  };
  const auto left = only(Story().add(alert("Trojan.A", "pc-1", left_there)));
  CHECK(left.severity == finding::Severity::high);
  CHECK(says(left, "removed or blocked on: pc-1"));
  const auto server = only(Story().add(alert("Trojan.A", "srv-fichiers", cleaned)));
  CHECK(server.severity == finding::Severity::high);
  CHECK(server.items == Items{"mail-malware/c.5", "mail-malware/c.5.1"});
  const auto several =
      only(Story().add(alert("Trojan.A", "pc-1", cleaned)).add(alert("Trojan.A", "pc-2", cleaned)));
  CHECK(several.severity == finding::Severity::high);
  CHECK(several.title.english == "The antivirus found Trojan.A on 2 hosts.");
  CHECK(several.hosts == Items{"pc-1", "pc-2"});
}

TEST_CASE("ransomware by its name answers the ransomware sheet") {
  const auto findings = findings_of(Story().add(alert("Ransom:Win32/X", "pc-1", left_there)));
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].severity == finding::Severity::critical);
  CHECK(findings[0].items == Items{"mail-malware/c.5", "ransomware/1.b.1"});
}

TEST_CASE("test files, and unwanted programs that were removed, are not told") {
  Story story;
  story.add(alert("EICAR-Test-File", "pc-1", left_there))
      .add(alert("PUA:Win32/Bar", "pc-1", cleaned));
  CHECK(findings_of(story).empty());
  story.add(alert("PUA:Win32/Bar", "pc-2", left_there));
  CHECK(findings_of(story).size() == 1);
}

TEST_CASE("Defender's detection is cleaned by the event that says so, unless that failed") {
  const auto defender = [](std::string_view error) {
    auto found = alert("", "pc-1", event::Verdict::unknown);
    found.family = event::Family::windows_log;
    found.operation = "Microsoft-Windows-Windows Defender/1116";
    found.details = {{"Threat Name", "Trojan:Win32/A"}};
    auto acted = found;
    acted.operation = "Microsoft-Windows-Windows Defender/1117";
    acted.details.insert(acted.details.end(),
                         {{"Action ID", "2"}, {"Error Code", std::string(error)}});
    return findings_of(Story().add(found).add(acted));
  };
  REQUIRE(defender("0x00000000").size() == 1);
  CHECK(defender("0x00000000")[0].severity == finding::Severity::low);
  CHECK(defender("0x80508023")[0].severity == finding::Severity::high);
}

}  // namespace digue::detect
