#include "detect/link_users.h"

#include <doctest/doctest.h>

#include "detect/testing.h"

namespace digue::detect {

namespace {

using finding::LinkUser;
using finding::Opener;
using testing::Row;
using testing::Story;

constexpr std::string_view sender = "securite@lure.example";

Row request(std::string_view time, std::string_view account, std::string_view method,
            std::string_view client = "10.0.0.5", std::string_view site = "portail.lure.example") {
  Row row{.action = event::Action::web_request,
          .time = "2026-03-28T" + std::string(time) + "Z",
          .account = std::string(account)};
  row.object = "https://" + std::string(site) + "/connexion?x=1";
  row.operation = method;
  row.address = client;
  row.family = event::Family::none;
  row.details = {{"Why", "link"}};
  return row;
}
Row message(std::string_view time, std::string_view from, std::string_view to,
            std::string_view relay = "") {
  Row row{.action = event::Action::message_traced,
          .time = "2026-03-28T" + std::string(time) + "Z",
          .account = std::string(from),
          .target = std::string(to)};
  row.address = relay;
  row.family = event::Family::none;
  return row;
}

std::vector<LinkUser> users_of(const Story& story) {
  std::vector<LinkUser> users;
  story.findings({}, [&](const Scene& scene) {
    users = link_users(
        scene, *lure_of("hxxps://Portail.lure[.]example/connexion?x=1", {std::string(sender)}));
  });
  return users;
}
std::string told(const std::vector<LinkUser>& users) {
  std::string line;
  for (const auto& user : users)
    line += user.user + ":" + std::string(finding::link_status(user)) + " ";
  return line;
}

}  // namespace

TEST_CASE("each user gets the gravest thing that was done, whatever name the logs use") {
  Story story;
  for (const auto* const user : {"a.martin", "b.petit", "c.durand", "d.leroy"})
    story.add(message("08:00:00", sender, std::string(user) + "@hopital.example"));
  story.add(request("08:05:00", "chv\\b.petit", "GET"))
      .add(request("08:06:00", "c.durand@hopital.example", "GET"))
      .add(request("08:06:40", "c.durand@hopital.example", "POST"))
      .add(message("09:00:00", "d.leroy@hopital.example", sender));
  auto refused = request("08:07:00", "e.moreau", "GET");
  refused.verdict = event::Verdict::failure;
  story.add(refused).add(request("08:08:00", "f.roux", "CONNECT"));
  auto file = request("08:09:00", "g.blanc", "GET");
  file.details.emplace_back("Download", "True");
  story.add(file).add(request("08:10:00", "", "DNS", "10.0.0.99"));
  const auto users = users_of(story);
  CHECK(told(users) ==
        "10.0.0.99:resolved a.martin:received b.petit:opened c.durand:posted d.leroy:replied "
        "e.moreau:blocked f.roux:tunnelled g.blanc:downloaded ");
  const auto& poster = users[3];
  CHECK(rfc3339(poster.opened) == "2026-03-28T08:06:00Z");
  CHECK(rfc3339(poster.posted) == "2026-03-28T08:06:40Z");
  CHECK(poster.addresses == std::vector<std::string>{"10.0.0.5"});
  CHECK(poster.evidence.size() == 3);
  CHECK(users[4].received.known());
}

TEST_CASE(
    "the mail gateway's own visit is no user's, and a message that was refused is not received") {
  Story story;
  auto refused = message("08:00:00", sender, "b.petit@hopital.example");
  refused.verdict = event::Verdict::failure;
  story.add(refused)
      .add(message("08:00:00", sender, "a.martin@hopital.example", "10.0.9.25"))
      .add(request("08:00:02", "", "GET", "10.0.9.25"));
  CHECK(told(users_of(story)) == "a.martin:received ");
}

TEST_CASE("other sites, and other people's mail, are not the link's") {
  Story story;
  story.add(request("08:00:00", "a.martin", "GET", "10.0.0.5", "notportail.lure.example"))
      .add(request("08:00:00", "a.martin", "GET", "10.0.0.5", "www.partner.example"))
      .add(message("08:00:00", "autre@lure.example", "a.martin@hopital.example"))
      .add(message("08:00:00", sender, "x@partner.example"));
  CHECK(users_of(story).empty());
}

TEST_CASE("a client that has its address from the VPN is the user of the session") {
  Story story;
  Row vpn{
      .action = event::Action::vpn_opened, .time = "2026-03-28T08:00:00Z", .account = "a.martin"};
  vpn.address = "203.0.113.9";
  vpn.details = {{"GivenAddress", "10.8.0.6"}};
  story.add(vpn)
      .add(request("08:30:00", "", "GET", "10.8.0.6"))
      .add(request("07:30:00", "", "GET", "10.8.0.6"));
  CHECK(told(users_of(story)) == "10.8.0.6:opened a.martin:opened ");
}

TEST_CASE("what opens the links of several recipients is a filter, until it sends a form") {
  const auto tokens = [](int people) {
    Story story;
    for (int i = 0; i < people; ++i) {
      auto one = request("08:00:0" + std::to_string(i), "", "GET", "10.0.0.40");
      one.object =
          "https://portail.lure.example/c?e=user" + std::to_string(i) + "%40hopital.example";
      story.add(one);
    }
    return story;
  };
  CHECK(users_of(tokens(3))[0].opener == Opener::many_recipients);
  CHECK(users_of(tokens(2))[0].opener == Opener::unknown);
  CHECK(users_of(tokens(3).add(request("09:00:00", "", "POST", "10.0.0.40")))[0].opener ==
        Opener::unknown);
}

TEST_CASE("what keeps time with the deliveries is a filter, unless it gets mail itself") {
  Story story;
  for (const char* const hour : {"08", "09", "10", "11", "12"}) {
    const std::string at(hour);
    story.add(message(at + ":00:00", sender, "b.petit@hopital.example"))
        .add(request(at + ":00:04", "", "GET", "10.0.0.40"))
        .add(request(at + ":00:20", "b.petit", "GET", "10.0.0.5"));
    if (at < "12") story.add(request(at + ":00:10", "", "GET", "10.0.0.41"));
  }
  story.add(request("08:07:00", "", "GET", "10.0.0.41"));
  const auto users = users_of(story);
  CHECK(users[0].user == "10.0.0.40");
  CHECK(users[0].opener == Opener::with_deliveries);
  CHECK(users[1].opener == Opener::unknown);  // four, and once between two
  CHECK(users[2].user == "b.petit");
  CHECK(users[2].opener == Opener::unknown);
}

TEST_CASE("in a campaign of one burst, only a visit for each delivery is a filter's") {
  Story story;
  const auto at = [](int second) {
    return "08:0" + std::to_string(second / 60) + ":" + (second % 60 < 10 ? "0" : "") +
           std::to_string(second % 60);
  };
  for (int second = 10; second < 200; second += 7) {
    story.add(message(at(second), sender, "user@hopital.example"));
    story.add(request(at(second - 2), "srv-filter", "GET", "10.0.0.40"));
  }
  for (const int second : {65, 66, 67, 120, 151, 188})
    story.add(request(at(second), "", "GET", "10.0.0.41"));
  const auto users = users_of(story);
  CHECK(users[0].opener == Opener::unknown);
  CHECK(users[1].user == "srv-filter");
  CHECK(users[1].opener == Opener::with_deliveries);
}

TEST_CASE("what opens the link before anybody had it, or seconds after one had it, is told") {
  Story story;
  story.add(message("08:00:00", sender, "a.martin@hopital.example"))
      .add(message("08:00:00", sender, "b.petit@hopital.example"))
      .add(request("07:59:40", "", "GET", "10.0.0.40"))
      .add(request("07:30:00", "", "GET", "10.0.0.42"))
      .add(request("08:00:06", "a.martin", "GET"))
      .add(request("08:00:06", "b.petit", "GET"))
      .add(request("08:09:00", "b.petit", "GET"));
  const auto users = users_of(story);
  CHECK(users[0].opener == Opener::before_all);
  CHECK(users[1].opener == Opener::unknown);  // long before: another mail, or another clock
  CHECK(users[2].opener == Opener::soon);
  CHECK(users[3].opener == Opener::unknown);
  CHECK(told(users) == "10.0.0.40:opened 10.0.0.42:opened a.martin:opened b.petit:opened ");
}

TEST_CASE("a user's machine is named by the Windows logons from its address") {
  Story story;
  Row logon{
      .action = event::Action::logon, .time = "2026-03-28T07:55:00Z", .account = "chv\\pc-12$"};
  logon.address = "10.0.0.5";
  logon.family = event::Family::windows_log;
  logon.details = {{"LogonType", "3"}};
  story.add(logon)
      .add(request("08:00:00", "a.martin", "GET"))
      .add(request("08:00:09", "a.martin", "GET"))
      .add(request("08:00:00", "b.petit", "GET", "10.0.0.6"));
  const auto users = users_of(story);
  CHECK(users[0].machines == std::vector<std::string>{"PC-12"});
  CHECK(users[0].evidence.size() == 3);
  CHECK(users[1].machines.empty());
}

TEST_CASE("a link is read defanged or not, and what names no site is refused") {
  CHECK(lure_of("portail.lure.example", {})->site == "portail.lure.example");
  CHECK(lure_of("hxxp://203[.]0.113.7:8080/a", {})->site == "203.0.113.7");
  CHECK_FALSE(lure_of("lien", {}).has_value());
  CHECK_FALSE(lure_of("", {}).has_value());
}

}  // namespace digue::detect
