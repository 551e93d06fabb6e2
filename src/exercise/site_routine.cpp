// The ordinary weeks of a site.
#include <fmt/core.h>

#include "exercise/names.h"
#include "exercise/site_story.h"

namespace digue::exercise {

namespace {

using windows::Way;

class Routine {
 public:
  Routine(SiteStory& story, int days)
      : story_(story),
        site_(story.site),
        world_(story.site.world),
        days_(days),
        random_(Random(world_.seed).fork("site routine")) {}

  void tell() {
    for (int day = 0; day < days_; ++day) {
      servers(day);
      if (!world_.is_working_day(day)) continue;
      for (const auto& person : world_.people) work(person, day);
      administrator(day);
    }
    new_administrator();
    on_call();
    test_file();
    machines_at_noon();
    planned_restart();
    innocent_hosts();
  }

 private:
  Instant office_time(int day) {
    return world_.at(day, random_.between(8, 17), random_.between(0, 59), random_.between(0, 59)) +
           random_.between(0, 999);
  }

  // ---- people

  void work(const Person& person, int day) {
    const Host& station = site_.workstation_of(person);
    const auto arrival = world_.at(day, random_.between(8, 9), random_.between(0, 59));
    sign_in(person, station, arrival);
    for (int i = random_.between(5, 9); i > 0; --i) browse(person, station, office_time(day));
    for (int i = random_.between(1, 3); i > 0; --i) receive(person, office_time(day));
    if (random_.chance(40)) send(person, office_time(day));
    story_.facts.mailboxes.push_back({arrival + 3 * minute_ms, person.upn, station.address});
    if (random_.chance(12)) work_from_home(person, day);
  }

  void sign_in(const Person& person, const Host& station, Instant arrival) {
    const Account account = site_.account_of(person);
    auto& controller = story_.fleet.on(Host::Role::controller);
    auto& files = story_.fleet.on(Host::Role::files);
    controller.ticket(arrival, account, site_.host(Host::Role::files), station.address);
    const auto session =
        files.open(arrival + 2 * minute_ms, account, Way::network, station.address);
    files.close(arrival + 20 * minute_ms, session, Way::network);
    if (random_.chance(5)) files.refuse(arrival + minute_ms, account, station.address);
  }

  void browse(const Person& person, const Host& station, Instant time) {
    const auto server = site_.some_server(random_);
    logs::WebRequest request{.time = time, .from = &station, .who = &person};
    request.host = server.name;
    request.server = server.address;
    request.scheme = random_.chance(70) ? "https" : "http";
    request.path = fmt::format("/page/{}", random_.between(1, 400));
    if (random_.chance(8)) {
      request.method = "POST";
      request.path = "/formulaire";
      request.sent = 2400;
    }
    request.received = 2000 + random_.below(90000);
    story_.facts.names.push_back({time - 80, station.address, request.host});
    story_.facts.flows.push_back({.time = time,
                                  .source = station.address,
                                  .destination = server.address,
                                  .sent = request.sent + 400,
                                  .received = request.received + 900});
    story_.facts.web.push_back(std::move(request));
  }

  logs::Delivery message(Instant time) {
    logs::Delivery mail{.time = time};
    mail.subject = random_.pick(names::subjects);
    mail.queue = random_.hex(8);
    const std::string partner(random_.pick(names::partners));
    mail.server = "mx." + partner;
    mail.address = fmt::format("203.0.113.{}", 193 + random_.below(29));
    mail.message_id = random_.hex(16) + '@' + partner;
    mail.size = 3000 + random_.between(0, 60000);
    return mail;
  }
  void receive(const Person& person, Instant time) {
    auto mail = message(time);
    mail.sender = fmt::format("{}@{}", random_.pick(names::partner_boxes), mail.server.substr(3));
    mail.recipient = person.upn;
    story_.facts.mail.push_back(std::move(mail));
  }
  void send(const Person& person, Instant time) {
    auto mail = message(time);
    mail.outgoing = true;
    mail.sender = person.upn;
    mail.recipient =
        fmt::format("{}@{}", random_.pick(names::partner_boxes), mail.server.substr(3));
    mail.message_id = random_.hex(16) + '@' + world_.domain;
    story_.facts.mail.push_back(std::move(mail));
  }

  void work_from_home(const Person& person, int day) {
    const auto start = world_.at(day, random_.between(8, 13), random_.between(0, 59));
    vpn_session(person.alias, person.home_address, start, random_.between(40, 200),
                random_.chance(15) ? random_.between(1, 3) : 0);
  }
  void vpn_session(const std::string& user, const std::string& address, Instant start, int minutes,
                   int mistakes) {
    const int number = ++sessions_;
    const auto inside = fmt::format("10.99.0.{}", 20 + number % 200);
    for (; mistakes > 0; --mistakes)
      story_.facts.vpn.push_back({.time = start - mistakes * (25 * second_ms),
                                  .kind = logs::VpnAct::Kind::refused,
                                  .user = user,
                                  .address = address,
                                  .inside = "",
                                  .number = number});
    logs::VpnAct act{.time = start, .user = user, .address = address, .inside = inside};
    act.number = number;
    story_.facts.vpn.push_back(act);
    act.kind = logs::VpnAct::Kind::closed;
    act.time = start + minutes * minute_ms;
    act.seconds = minutes * 60;
    act.sent = 4000000 + random_.below(9000000);
    act.received = 30000000 + random_.below(90000000);
    story_.facts.vpn.push_back(act);
  }

  // ---- servers

  void servers(int day) {
    for (const Host& host : site_.hosts) {
      if (!host.is_windows_server()) continue;
      auto& scribe = story_.fleet.on(host);
      service_sessions(scribe, day);
      scribe.update_protection(world_.at(day, 6, random_.between(0, 50)));
    }
    backup(day);
  }

  void service_sessions(windows::Scribe& scribe, int day) {
    const Account system = scribe.system().account;
    for (int hour = 1; hour < 24; hour += 4) {
      const auto time = world_.at(day, hour, random_.between(0, 59));
      scribe.open(time, system, Way::service, "");
      scribe.run(time + 900, scribe.system(), "C:\\Windows\\System32\\svchost.exe",
                 "C:\\Windows\\system32\\svchost.exe -k netsvcs -p",
                 "C:\\Windows\\System32\\services.exe");
      scribe.service_state(time + second_ms, "Programme d’installation pour les modules Windows",
                           "TrustedInstaller", hour % 8 == 1);
    }
  }

  // Each night a job looks at the shadow copies, and sends what it saved to where it always does.
  void backup(int day) {
    const Host& host = site_.host(Host::Role::backup);
    auto& scribe = story_.fleet.on(host);
    const auto start = world_.at(day, 1, 5);
    scribe.run(start, scribe.system(), "C:\\Windows\\System32\\vssadmin.exe",
               "vssadmin list shadows", "C:\\Program Files\\Sauvegarde\\agent.exe");
    for (int i = 0; i < 12; ++i)
      scribe.run(
          start + 20 * minute_ms + i * minute_ms, scribe.system(),
          "C:\\Program Files\\7-Zip\\7z.exe",
          fmt::format("7z.exe a E:\\Depot\\lot{:02}-{}.7z D:\\Lots\\{:02}", i, utc_day(start), i),
          "C:\\Program Files\\Sauvegarde\\agent.exe");
    const std::uint64_t bytes = 30'000'000'000 + random_.below(6'000'000'000);
    logs::WebRequest upload{.time = start + 90 * minute_ms, .from = &host};
    upload.method = "PUT";
    upload.host = off_site;
    upload.server = "198.51.100.250";
    upload.path = fmt::format("/depot/{}.bak", utc_day(start));
    upload.sent = bytes;
    upload.received = 900;
    story_.facts.flows.push_back({.time = upload.time,
                                  .source = host.address,
                                  .destination = upload.server,
                                  .sent = bytes,
                                  .received = 90'000'000,
                                  .seconds = 5400});
    story_.facts.names.push_back({start + minute_ms, host.address, std::string(off_site)});
    story_.facts.web.push_back(std::move(upload));
  }

  // The administrator signs in to a server by day, twice a week.
  void administrator(int day) {
    if (day % 3 != 0) return;
    const auto& person = world_.person(world_.administrator);
    auto& scribe = story_.fleet.on(Host::Role::files);
    const auto time = world_.at(day, 10, random_.between(0, 59));
    const auto session = scribe.open(time, site_.administrator_account(person), Way::remote_desktop,
                                     site_.workstation_of(person).address, true);
    scribe.run(time + minute_ms, session, "C:\\Windows\\System32\\mmc.exe",
               "\"C:\\Windows\\system32\\mmc.exe\" C:\\Windows\\system32\\services.msc",
               "C:\\Windows\\explorer.exe");
    scribe.close(time + 30 * minute_ms, session, Way::remote_desktop);
  }

  // ---- traps

  void innocent(std::vector<std::string> rules, std::vector<std::string> accounts,
                std::vector<std::string> hosts, std::string subject, std::string level,
                std::string why) {
    story_.truth.must_not.push_back({std::move(rules), std::move(accounts), std::move(subject),
                                     std::move(level), std::move(why), std::move(hosts)});
  }

  // A colleague of long standing becomes administrator, by day, by the one who may.
  void new_administrator() {
    const auto& boss = world_.person(world_.administrator);
    const auto& colleague = world_.person(world_.technician);
    auto& scribe = story_.fleet.on(Host::Role::controller);
    const auto time = world_.at(9, 14, 20);
    const auto session = scribe.open(time, site_.administrator_account(boss), Way::remote_desktop,
                                     site_.workstation_of(boss).address, true);
    const Account member = site_.administrator_account(colleague);
    scribe.add_member(time + 4 * minute_ms, session, {"Admins du domaine", windows::domain_admins},
                      member);
    scribe.close(time + 20 * minute_ms, session, Way::remote_desktop);
    innocent({"sigma/account-created-then-admin", "sigma/admin-group-member-in-and-out"}, {}, {},
             member.sid, "medium", "an account of long standing made administrator by day");
  }

  // Whoever is on call signs in one night, on one server.
  void on_call() {
    const auto& person = world_.person(world_.administrator);
    const auto account = site_.administrator_account(person);
    const auto time = world_.at(11, 23, random_.between(5, 50));
    vpn_session(person.alias, person.home_address, time - 5 * minute_ms, 40, 0);
    auto& scribe = story_.fleet.on(Host::Role::files);
    const auto session = scribe.open(time, account, Way::remote_desktop,
                                     fmt::format("10.99.0.{}", 20 + sessions_ % 200), true);
    scribe.close(time + 25 * minute_ms, session, Way::remote_desktop);
    innocent({"R23"}, {site_.lower_account(account)}, {}, "", "medium",
             "on call, one night, on one server");
  }

  void test_file() {
    const auto& person = world_.person(world_.communication);
    const Host& host = site_.workstation_of(person);
    const auto time = world_.at(8, 15, 12);
    const std::string path = fmt::format("C:\\Users\\{}\\Downloads\\eicar.com", person.alias);
    story_.fleet.on(host).find_threat(time, site_.account_of(person),
                                      {"Virus:DOS/EICAR_Test_File", path, true});
    story_.facts.alerts.push_back(
        {time, &host, &person, "EICAR-Test-File", path,
         "275a021bbfb6489e54d471899f7db9d1663fc695ec2fe2a2c4538aabf651fd0f"});
    innocent({"sigma/defender-found-ransomware", "sigma/threat-not-cleaned"}, {},
             {host.lower_name()}, "", "info", "the antivirus test file, cleaned");
  }

  void machines_at_noon() {
    const auto time = world_.at(10, 12, 30);
    const std::string boss = site_.netbios + '\\' + world_.person(world_.administrator).alias;
    const std::string host = "esx2." + world_.domain;
    for (const std::string machine : {"SRV-TEST1", "SRV-TEST2"}) {
      story_.facts.machines.push_back(
          {time, logs::MachineAct::Kind::powered_off, machine, host, boss, ""});
      story_.facts.machines.push_back(
          {time + 9 * minute_ms, logs::MachineAct::Kind::powered_on, machine, host, boss, ""});
    }
  }

  // For its updates, a server stops all that runs on it.
  void planned_restart() {
    auto& scribe = story_.fleet.on(Host::Role::records);
    const auto time = world_.at(12, 22, 10);
    scribe.ask_restart(time, site_.administrator_account(world_.person(world_.administrator)));
    for (int i = 0; const auto& service : windows::stopped_services())
      scribe.service_state(time + (8 + i++) * second_ms, service.display, service.key, false);
    for (int i = 0; const auto& service : windows::stopped_services())
      scribe.service_state(time + 4 * minute_ms + i++ * second_ms, service.display, service.key,
                           true);
    innocent({"R25"}, {}, {scribe.host().lower_name()}, "", "info", "restarted for its updates");
  }

  void innocent_hosts() {
    innocent({"R24"}, {}, {}, "SRV-TEST1", "info", "two machines, restarted at noon");
    innocent({"R26", "sigma/archives-in-mass"}, {}, {site_.host(Host::Role::backup).lower_name()},
             "", "info", "the archives of every night");
    innocent({}, {}, {}, std::string(off_site), "medium", "the backup that goes there every night");
    innocent({"sigma/shadow-copies-deleted"}, {}, {site_.host(Host::Role::backup).lower_name()}, "",
             "info", "a job that lists shadow copies deletes none");
  }

  static constexpr std::string_view off_site = "depot.sauvegarde-externe.example";
  SiteStory& story_;
  const Site& site_;
  const World& world_;
  int days_;
  Random random_;
  int sessions_ = 0;
};

}  // namespace

void SiteStory::must_see_vpn(const Person& person, const std::string& address, Instant time) {
  Must fact;
  fact.rule = "R30";
  fact.at_least = "high";
  fact.what = "a stolen password opens the VPN from the network of a hosting provider";
  fact.time = time;
  fact.accounts = site.names_of(person);
  fact.addresses = {address};
  fact.items = {"phishing/c.3.1", "mail-malware/c.3.1"};
  truth.must.push_back(std::move(fact));
}

void SiteStory::spare(const std::vector<const Person*>& people) {
  MustNot accounts, hosts;
  for (const auto* person : people) {
    const auto names = site.names_of(*person);
    accounts.accounts.insert(accounts.accounts.end(), names.begin(), names.end());
    hosts.hosts.push_back(site.workstation_of(*person).lower_name());
  }
  accounts.at_or_above = hosts.at_or_above = "medium";
  accounts.why = hosts.why = "has nothing to do with it";
  truth.must_not.push_back(std::move(accounts));
  truth.must_not.push_back(std::move(hosts));
}

void tell_site_routine(SiteStory& story, int days) {
  Routine(story, days).tell();
}

}  // namespace digue::exercise
