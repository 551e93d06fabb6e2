#include "detect/detector.h"

#include <doctest/doctest.h>

#include "detect/testing.h"

namespace digue::detect {

const Detector& services_stopped_detector();

namespace {

using testing::Row;
using testing::says;
using testing::Story;

Row row_of(event::Action action, std::string_view object, int second, std::string_view host,
           std::string_view day) {
  const auto begin = parse_rfc3339(std::string(day) + "T02:00:00Z").value_or(Instant::unknown);
  Row row{.action = action, .time = rfc3339(begin + second * second_ms)};
  row.object = object;
  row.device = host;
  row.family = event::Family::windows_log;
  return row;
}
Row stop(std::string_view service, int second, std::string_view host = "srv1",
         std::string_view day = "2026-03-28") {
  return row_of(event::Action::service_stopped, service, second, host, day);
}
Row command(std::string_view line, int second, std::string_view host = "srv1") {
  auto row = row_of(event::Action::process_started, "cmd.exe", second, host, "2026-03-28");
  row.details = {{"CommandLine", std::string(line)}};
  return row;
}
Row shutdown(int second) {
  return row_of(event::Action::machine_stopped, "", second, "srv1", "2026-03-28");
}
void stop_all(Story& story, std::size_t services, std::string_view host = "srv1",
              std::string_view day = "2026-03-28") {
  for (std::size_t i = 0; i < services; ++i)
    story.add(stop("Service " + std::to_string(i), static_cast<int>(i) * 3, host, day));
}
std::vector<finding::Finding> findings_of(const Story& story) {
  return story.findings({&services_stopped_detector()});
}

}  // namespace

TEST_CASE("services stopped together on a host that goes on are told") {
  Story story;
  stop_all(story, 12);
  const auto findings = findings_of(story);
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].title.english == "12 services were stopped together on srv1.");
  CHECK(findings[0].severity == finding::Severity::medium);
  CHECK(findings[0].items == std::vector<std::string>{"ransomware/1.c.2"});
  CHECK(findings[0].evidence.size() == 12);
  CHECK(says(findings[0], "No shutdown"));
  CHECK(story.order_does_not_show({&services_stopped_detector()}));
}

TEST_CASE("a host that shuts down stops its services: that is told of none") {
  Story asked, done;
  stop_all(asked, 40);
  stop_all(done, 40);
  CHECK(findings_of(asked).size() == 1);
  CHECK(findings_of(asked.add(shutdown(-1))).empty());
  CHECK(findings_of(done.add(shutdown(400))).size() == 1);
  Story quick;
  stop_all(quick, 20);
  CHECK(findings_of(quick.add(shutdown(70))).empty());
}

TEST_CASE("few services, or the same every night, are maintenance") {
  Story few;
  stop_all(few, 9);
  CHECK(findings_of(few).empty());
  Story nightly;
  for (const auto* const day : {"2026-03-25", "2026-03-26", "2026-03-27", "2026-03-28"})
    stop_all(nightly, 12, "srv1", day);
  CHECK(findings_of(nightly).empty());
}

TEST_CASE("three services that back up or protect are enough") {
  Story story;
  story.add(stop("Veeam Backup Service", 0)).add(stop("SQL Server (MSSQLSERVER)", 5));
  CHECK(findings_of(story).empty());
  story.add(stop("Sophos Endpoint Defense", 9));
  const auto findings = findings_of(story);
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].severity == finding::Severity::high);
  CHECK(says(findings[0], "veeam backup service"));
}

TEST_CASE("commands that stop services are seen even before a shutdown") {
  Story story;
  story.add(command("net stop \"Veeam Backup Service\" /y", 0))
      .add(command("C:\\Windows\\system32\\sc.exe stop MSSQLSERVER", 1))
      .add(command("taskkill /F /IM sqlservr.exe", 2))
      .add(command("powershell Stop-Service -Name SAVService -Force", 2))
      .add(shutdown(60));
  const auto findings = findings_of(story);
  REQUIRE(findings.size() == 1);
  CHECK(says(findings[0], "sqlservr.exe"));
  CHECK(says(findings[0], "mssqlserver"));
  Story other;
  for (int i = 0; i < 20; ++i)
    other.add(command("net start service" + std::to_string(i), i))
        .add(command("taskkill /pid " + std::to_string(i), i));
  CHECK(findings_of(other).empty());
}

TEST_CASE("a wave over several hosts is one finding") {
  Story story;
  for (const auto* const host : {"srv1", "srv2", "dc1"}) stop_all(story, 11, host);
  const auto findings = findings_of(story);
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].severity == finding::Severity::critical);
  CHECK(findings[0].hosts == std::vector<std::string>{"dc1", "srv1", "srv2"});
  CHECK(findings[0].title.english.find("on 3 hosts") != std::string::npos);
}

}  // namespace digue::detect
