#include "detect/link_users.h"

#include <doctest/doctest.h>

#include "detect/testing.h"

namespace digue::detect {

namespace {

using finding::LinkUser;
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

TEST_CASE("a link is read defanged or not, and what names no site is refused") {
  CHECK(lure_of("portail.lure.example", {})->site == "portail.lure.example");
  CHECK(lure_of("hxxp://203[.]0.113.7:8080/a", {})->site == "203.0.113.7");
  CHECK_FALSE(lure_of("lien", {}).has_value());
  CHECK_FALSE(lure_of("", {}).has_value());
}

}  // namespace digue::detect
