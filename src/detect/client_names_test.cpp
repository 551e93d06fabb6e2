#include "detect/client_names.h"

#include <doctest/doctest.h>

#include "detect/testing.h"

namespace digue::detect {

namespace {

using testing::Row;
using testing::Story;

Row logon(std::string_view time, std::string_view account, std::string_view type,
          std::string_view workstation, std::string_view address = "10.0.0.5") {
  Row row{.action = event::Action::logon,
          .time = "2026-03-28T" + std::string(time) + "Z",
          .account = std::string(account)};
  row.address = address;
  row.family = event::Family::windows_log;
  row.details = {{"LogonType", std::string(type)}, {"WorkstationName", std::string(workstation)}};
  return row;
}

std::string name_at(const Story& story, std::string_view time,
                    std::string_view address = "10.0.0.5") {
  std::string name;
  story.findings({}, [&](const Scene& scene) {
    const auto moment = parse_rfc3339("2026-03-28T" + std::string(time) + "Z");
    name = ClientNames(scene).name_of(address, *moment).name;
  });
  return name;
}

}  // namespace

TEST_CASE("a machine is known by its own account, or by the name of a logon over the network") {
  Story own;
  own.add(logon("08:00:00", "chv\\pc-12$", "3", "-"));
  CHECK(name_at(own, "09:00:00") == "PC-12");
  CHECK(name_at(own, "07:00:00") == "PC-12");
  CHECK(name_at(own, "21:00:00").empty());  // too long after
  CHECK(name_at(own, "09:00:00", "10.0.0.6").empty());
  Story network;
  network.add(logon("08:00:00", "chv\\b.petit", "3", "\\\\pc-7"));
  CHECK(name_at(network, "08:30:00") == "PC-7");
}

TEST_CASE("the name in a remote desktop's logon is the host's that is entered, not the client's") {
  Story story;
  story.add(logon("08:00:00", "chv\\b.petit", "10", "SRV-1"))
      .add(logon("08:00:00", "chv\\b.petit", "3", "-"))
      .add(logon("08:00:00", "chv\\srv-1$", "3", "-", "::1"));
  CHECK(name_at(story, "08:30:00").empty());
  auto refused = logon("08:10:00", "chv\\b.petit", "3", "KALI");
  refused.verdict = event::Verdict::failure;
  story.add(refused);
  CHECK(name_at(story, "08:30:00").empty());
}

TEST_CASE("a lease that went on names the machine on either side, and nobody between") {
  Story story;
  story.add(logon("08:00:00", "chv\\pc-1$", "3", "-"))
      .add(logon("10:00:00", "chv\\pc-1$", "3", "-"))
      .add(logon("12:00:00", "chv\\pc-2$", "3", "-"));
  CHECK(name_at(story, "09:00:00") == "PC-1");
  CHECK(name_at(story, "11:00:00").empty());
  CHECK(name_at(story, "13:00:00") == "PC-2");
  // It comes back: several share the address.
  story.add(logon("14:00:00", "chv\\pc-1$", "3", "-"));
  CHECK(name_at(story, "09:00:00").empty());
}

}  // namespace digue::detect
