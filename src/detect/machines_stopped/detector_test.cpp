#include "detect/detector.h"

#include <doctest/doctest.h>

#include "detect/testing.h"

namespace digue::detect {

const Detector& machines_stopped_detector();

namespace {

using testing::Row;
using testing::says;
using testing::Story;

// At that second of 2026-03-28 from 02:00 on, unless another day is said.
Row machine(std::string_view name, int second, std::string_view day = "2026-03-28",
            event::Action action = event::Action::machine_stopped) {
  const auto begin = parse_rfc3339(std::string(day) + "T02:00:00Z").value_or(Instant::unknown);
  Row row{.action = action, .time = rfc3339(begin + second * second_ms)};
  row.object = name;
  row.account = "vsphere.local\\adm";
  row.device = "esx1";
  row.family = event::Family::none;
  return row;
}

void stop_all(Story& story, int machines, int apart, std::string_view day = "2026-03-28") {
  for (int i = 0; i < machines; ++i) story.add(machine("srv-" + std::to_string(i), i * apart, day));
}

std::vector<finding::Finding> findings_of(const Story& story) {
  return story.findings({&machines_stopped_detector()});
}

}  // namespace

TEST_CASE("machines stopped together are told, with who and how many") {
  Story story;
  stop_all(story, 12, 20);
  story.add(machine("other", 5 * 3600));
  const auto findings = findings_of(story);
  REQUIRE(findings.size() == 1);
  const auto& found = findings.front();
  CHECK(found.title.english == "12 virtual machines were stopped within 4 minutes.");
  CHECK(found.severity == finding::Severity::critical);
  CHECK(found.items == std::vector<std::string>{"ransomware/1.c.5"});
  CHECK(found.evidence.size() == 12);
  CHECK(found.hosts == std::vector<std::string>{"esx1"});
  CHECK(says(found, "12 of the 13 machines"));
  CHECK(says(found, "vsphere.local\\adm"));
  CHECK(says(found, "12 of them did not start again"));
  CHECK(story.order_does_not_show({&machines_stopped_detector()}));
}

TEST_CASE("a machine that vCenter and ESXi both name counts once") {
  Story story;
  for (int i = 0; i < 4; ++i) {
    const auto name = "srv-" + std::to_string(i);
    const auto file = join({"/vmfs/volumes/ds1", name, name + ".vmx"}, "/");
    story.add(machine(name, i)).add(machine(file, i));
  }
  CHECK(findings_of(story).empty());
}

TEST_CASE("machines stopped one after the other over a day are no burst") {
  Story story;
  stop_all(story, 20, 180);
  CHECK(findings_of(story).empty());
}

TEST_CASE("a pool that stops every night is a habit; another set of machines that night is not") {
  Story story;
  for (const auto* const day : {"2026-03-24", "2026-03-25", "2026-03-26", "2026-03-27"})
    stop_all(story, 8, 5, day);
  stop_all(story, 8, 5);
  CHECK(findings_of(story).empty());
  for (int i = 0; i < 12; ++i) story.add(machine("prod-" + std::to_string(i), 3600 + i));
  const auto findings = findings_of(story);
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].title.english.find("12 virtual machines") == 0);
}

TEST_CASE("a reboot for updates, from which all come back, is none") {
  Story story;
  stop_all(story, 10, 5);
  for (int i = 0; i < 10; ++i)
    story.add(
        machine("srv-" + std::to_string(i), 600 + i, "2026-03-28", event::Action::machine_started));
  CHECK(findings_of(story).empty());
  stop_all(story, 10, 5, "2026-03-29");
  CHECK(findings_of(story).size() == 1);
}

TEST_CASE("attempts that failed, and Windows hosts that shut down, are not machines stopped") {
  Story failed, windows;
  for (int i = 0; i < 10; ++i) {
    auto row = machine("srv-" + std::to_string(i), i);
    row.verdict = event::Verdict::failure;
    failed.add(row);
    row.verdict = event::Verdict::success;
    row.family = event::Family::windows_log;
    windows.add(row);
  }
  CHECK(findings_of(failed).empty());
  CHECK(findings_of(windows).empty());
}

TEST_CASE("commands that kill machines on the hypervisor count as machines stopped") {
  Story story;
  for (int i = 0; i < 6; ++i) {
    auto row = machine("", i, "2026-03-28", event::Action::process_started);
    row.details = {{"CommandLine",
                    "esxcli vm process kill --type=force --world-id=" + std::to_string(2000 + i)}};
    story.add(row);
    row.details = {{"CommandLine", "esxcli vm process list"}};
    story.add(row);
  }
  const auto findings = findings_of(story);
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].evidence.size() == 6);
  CHECK(says(findings[0], "Commands kill them"));
  Story shut;
  for (int i = 0; i < 6; ++i) {
    auto row = machine("", i, "2026-03-28", event::Action::process_started);
    row.details = {{"CommandLine", "vim-cmd vmsvc/power.off " + std::to_string(i)}};
    shut.add(row);
  }
  CHECK(findings_of(shut).size() == 1);
}

}  // namespace digue::detect
