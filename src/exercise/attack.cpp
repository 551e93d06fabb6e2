#include "exercise/attack.h"

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "exercise/routine.h"

namespace digue::exercise {

static constexpr std::string_view firefox_linux =
    "Mozilla/5.0 (X11; Linux x86_64; rv:124.0) Gecko/20100101 Firefox/124.0";

Intruder::Intruder(const World& world) : random_(Random(world.seed).fork("intruder")) {
  lure = world.network(Network::Use::lure).address(random_);
  for (std::size_t i = 0; i < homes.size(); ++i)
    homes[i] = world.network(Network::Use::residential, i).address(random_);
  spray = world.network(Network::Use::hosting).address(random_);
  session = random_.guid();
  technician_session = random_.guid();
  trainee_session = random_.guid();
  static constexpr std::array<std::string_view, 4> drops = {
      "laboratoire-0rion.example", "pharma-at1as.example", "rnutuelle-aubier.example",
      "transports-sanitalres.example"};
  lure_domain = random_.pick(drops);
  drop_box = "compta@" + lure_domain;
}

Client Intruder::browser(const std::string& address, const std::string& with_session) const {
  return {address, with_session, std::string(firefox_linux), "Linux", "Firefox 124.0", nullptr};
}

Attack::Attack(const World& of, Story& told)
    : world(of),
      story(told),
      random(Random(world.seed).fork("attack")),
      writer(world, random.fork("audit")),
      intruder(world),
      victim(world.person(world.accountant)),
      technician(world.person(world.technician)),
      trainee(world.person(world.trainee)),
      manager(world.person(world.manager)),
      finance(world.person(world.finance)),
      day(world.incident_day) {}

std::string Attack::add(AuditRow row) {
  story.facts.audit.push_back(std::move(row));
  return story.facts.audit.back().id;
}

std::string Attack::add(SignIn sign_in) {
  story.facts.sign_ins.push_back(std::move(sign_in));
  return story.facts.sign_ins.back().id;
}

std::string Attack::add(DirectoryAct act) {
  act.id = random.guid();
  act.correlation = random.guid();
  story.facts.directory.push_back(std::move(act));
  return story.facts.directory.back().id;
}

Must& Attack::must(std::string rule, std::string at_least, std::string what, Instant time) {
  Must must;
  must.rule = std::move(rule);
  must.at_least = std::move(at_least);
  must.what = std::move(what);
  must.time = time;
  story.truth.must.push_back(std::move(must));
  return story.truth.must.back();
}

SignIn Attack::sign_in(const Person& who, Instant time, Client client, const App& app,
                       const App& resource) {
  return plain_sign_in(who, time, std::move(client), app, resource, random);
}

// A password tried once on each of many accounts, and one that fits.
static void spray(Attack& attack) {
  const World& world = attack.world;
  const Instant start = world.at(attack.day - 1, 2, attack.random.between(5, 40));
  std::vector<const Person*> tried;
  for (const auto& person : world.people)
    if (&person != &attack.trainee && &person != &world.person(world.director) &&
        &person != &world.person(world.administrator))
      tried.push_back(&person);
  attack.random.shuffle(tried);
  tried.resize(22);
  Must fact;
  Instant time = start;
  for (const Person* person : tried) {
    Client client{attack.intruder.spray, {}, "BAV2ROPC", "Other", "Other", nullptr};
    auto row = attack.sign_in(*person, time, client, apps::exchange, apps::exchange);
    row.error = attack.random.chance(10) ? 50053 : 50126;
    row.client_app = "IMAP4";
    row.protocol = "ropc";
    row.request = "OAuth2:Token";
    fact.planted.push_back(attack.add(std::move(row)));
    time = time + attack.random.between(15, 25) * second_ms;
  }
  auto& must = attack.must("R3", "high", "password spray from one address, then a success", start);
  must.accounts = {attack.trainee.upn};
  must.addresses = {attack.intruder.spray};
  must.items = {"mail-account/8.a.5"};
  must.families = {"audit-log", "sign-ins"};
  must.planted = std::move(fact.planted);
}

static SignIn legacy(Attack& attack, Instant time) {
  Client client{attack.intruder.spray, {}, "BAV2ROPC", "Other", "Other", nullptr};
  auto row = attack.sign_in(attack.trainee, time, client, apps::exchange, apps::exchange);
  row.client_app = "IMAP4";
  row.protocol = "ropc";
  row.request = "OAuth2:Token";
  return row;
}

// The password found opens IMAP, which asks for no second factor; and again in the afternoon, while
// the trainee sits in the hospital.
static void legacy_access(Attack& attack) {
  const World& world = attack.world;
  const Instant night = world.at(attack.day - 1, 2, 55);
  const Instant afternoon = world.at(attack.day - 1, 14, 5);
  const std::string first = attack.add(legacy(attack, night));
  const std::string second = attack.add(legacy(attack, afternoon));
  attack.story.truth.must.back().planted.push_back(first);  // the spray's success
  const std::string office = world.office_address(attack.random);
  const Client desk = desktop_client(world, attack.trainee, attack.day - 1, office);
  attack.add(attack.sign_in(attack.trainee, afternoon - 21 * minute_ms, desk, apps::office_home,
                            apps::exchange));
  auto& must = attack.must("R6", "medium", "legacy protocol without a second factor", night);
  must.accounts = {attack.trainee.upn};
  must.addresses = {attack.intruder.spray};
  must.items = {"mail-account/8.a.2"};
  must.families = {"audit-log", "sign-ins"};
  must.planted = {first, second};
  auto& place = attack.must("R1", "low", "a country where the account was never seen", night);
  place.accounts = {attack.trainee.upn};
  place.addresses = {attack.intruder.spray};
  place.items = {"mail-account/8.a.1"};
  place.families = {"audit-log", "sign-ins"};
  place.planted = {first, second};
  auto& travel =
      attack.must("R4", "medium", "two places 600 km apart within half an hour", afternoon);
  travel.accounts = {attack.trainee.upn};
  travel.addresses = {attack.intruder.spray};
  travel.items = {"mail-account/8.a.7"};
  travel.families = {"audit-log", "sign-ins"};
  travel.planted = {second};
}

// The victim signs in through the look-alike proxy, second factor and all: the session is the
// intruder's from its first minute.
static void steal_session(Attack& attack) {
  const Instant time = attack.world.at(attack.day, 10, attack.random.between(8, 19));
  attack.story.first_theft = time;
  Client proxy = desktop_client(attack.world, attack.victim, attack.day, attack.intruder.lure);
  proxy.session = attack.intruder.session;
  proxy.device = nullptr;
  const std::string correlation = attack.random.guid();
  static constexpr std::array<std::pair<int, int>, 3> steps = {{{0, 50074}, {26, 0}, {28, 50140}}};
  for (const auto& [seconds, error] : steps) {
    auto row = attack.sign_in(attack.victim, time + seconds * second_ms, proxy, apps::office_home,
                              apps::exchange);
    row.correlation = correlation;
    row.error = error;
    row.second_factor = error == 0;
    row.request = "Login:login";
    attack.add(std::move(row));
  }
  for (std::size_t i = 0; i < 2; ++i) {
    auto row = attack.sign_in(
        attack.victim, time + 7 * minute_ms + 31 * minute_ms * static_cast<std::int64_t>(i),
        attack.intruder.browser(attack.intruder.homes[i], attack.intruder.session),
        apps::outlook_web, apps::exchange);
    row.interactive = i == 0;
    attack.add(std::move(row));
  }
  auto& must = attack.must("R20", "high", "one session from several operators and systems", time);
  must.accounts = {attack.victim.upn};
  must.addresses = {attack.intruder.lure, attack.intruder.homes[0], attack.intruder.homes[1]};
  must.items = {"mail-account/1.b.1", "mail-account/7.a.1"};
  must.families = {"audit-log", "sign-ins"};
  must.planted = {attack.intruder.session};
}

// A script takes the mail out with the stolen token.
static void script_access(Attack& attack) {
  const Instant time = attack.story.first_theft + 52 * minute_ms;
  std::vector<std::string> planted;
  for (int i = 0; i < 6; ++i) {
    Client script{attack.intruder.homes[2],
                  attack.intruder.session,
                  "axios/1.6.8",
                  "Other",
                  "Other",
                  nullptr};
    auto row = attack.sign_in(attack.victim, time + 9 * minute_ms * i, script, apps::office_home,
                              apps::graph);
    row.interactive = false;
    row.client_app = "Mobile Apps and Desktop clients";
    row.request = "OAuth2:Token";
    planted.push_back(attack.add(std::move(row)));
  }
  auto& must = attack.must("R2", "high", "a script's user agent on a person's account", time);
  must.accounts = {attack.victim.upn};
  must.addresses = {attack.intruder.homes[2]};
  must.items = {"mail-account/8.a.2", "mail-account/8.a.3"};
  must.families = {"audit-log", "sign-ins"};
  must.planted = std::move(planted);
}

// Codes sent by mail to a colleague open a session on the intruder's machine.
static void device_code(Attack& attack) {
  const Instant time = attack.world.at(attack.day, 13, 52);
  AuditWriter::Item lure{
      "Document partagé : primes 2026", attack.writer.message_id(), "\\Drafts", {}};
  attack.add(attack.writer.item(
      time - 22 * minute_ms, attack.victim,
      attack.intruder.browser(attack.intruder.homes[0], attack.intruder.session), "Send", lure));
  Client machine{attack.intruder.homes[2],
                 attack.random.guid(),
                 std::string(firefox_linux),
                 "Linux",
                 "Firefox 124.0",
                 nullptr};
  const std::string correlation = attack.random.guid();
  std::vector<std::string> planted;
  for (const bool interactive : {true, false}) {
    auto row = attack.sign_in(attack.manager, time + (interactive ? 0 : 4) * second_ms, machine,
                              apps::office, apps::graph);
    row.correlation = correlation;
    row.interactive = interactive;
    row.error = interactive ? 50199 : 0;
    // As captured: only the non-interactive record names the way in.
    row.transfer = interactive ? "none" : "deviceCodeFlow";
    row.client_app = "Mobile Apps and Desktop clients";
    row.request = interactive ? "Cmsi:Cmsi" : "OAuth2:Token";
    planted.push_back(attack.add(std::move(row)));
  }
  auto& must = attack.must("R6", "medium", "device code used from the intruder's machine", time);
  must.accounts = {attack.manager.upn};
  must.addresses = {attack.intruder.homes[2]};
  must.items = {"mail-account/8.a.2"};
  must.families = {"sign-ins"};
  must.planted = std::move(planted);
}

// Prompts until the technician gives in.
static void fatigue(Attack& attack) {
  const Instant start = attack.world.at(attack.day, 21, 31);
  const Client client =
      attack.intruder.browser(attack.intruder.homes[0], attack.intruder.technician_session);
  std::vector<std::string> planted;
  for (int i = 0; i < 8; ++i) {
    auto row = attack.sign_in(attack.technician, start + 72 * second_ms * i, client,
                              apps::admin_portal, apps::graph);
    row.error = i == 7 ? 0 : 500121;
    row.second_factor = i == 7;
    row.request = "SAS:EndAuth";
    planted.push_back(attack.add(std::move(row)));
  }
  auto& must =
      attack.must("R7", "high", "seven refused prompts in nine minutes, then one accepted", start);
  must.accounts = {attack.technician.upn};
  must.addresses = {attack.intruder.homes[0]};
  must.items = {"mail-account/8.a.6"};
  must.families = {"audit-log", "sign-ins"};
  must.planted = std::move(planted);
}

void tell_attack(const World& world, Story& story) {
  Attack attack(world, story);
  story.lure_domain = attack.intruder.lure_domain;
  spray(attack);
  legacy_access(attack);
  steal_session(attack);
  script_access(attack);
  device_code(attack);
  fatigue(attack);
  take_mailbox(attack);
  dig_in(attack);
  use_administration(attack);
  send_fraud(attack);
  contain(attack);
  auto& truth = story.truth;
  truth.compromised = {attack.victim.upn, attack.technician.upn, attack.trainee.upn,
                       attack.manager.upn};
  truth.intruder_addresses = {attack.intruder.lure, attack.intruder.spray};
  for (const auto& home : attack.intruder.homes) truth.intruder_addresses.push_back(home);
  truth.intruder_sessions = {attack.intruder.session, attack.intruder.technician_session,
                             attack.intruder.trainee_session};
}

}  // namespace digue::exercise
