// A campaign of phishing: one morning's mails, what each person did with the link, and what came of
// it; with a letter, a test of the organisation's own and a filter that opens links by itself.
#include <fmt/core.h>
#include <algorithm>

#include "base/text.h"
#include "exercise/logs/pens.h"
#include "exercise/names.h"
#include "exercise/site_story.h"

namespace digue::exercise {

namespace {

using windows::Way;

class Phishing {
 public:
  explicit Phishing(SiteStory& story)
      : story_(story),
        site_(story.site),
        world_(story.site.world),
        random_(Random(world_.seed).fork("phishing")),
        start_(world_.at(world_.incident_day, 9, random_.between(5, 25))) {
    const std::string place = world_.domain.substr(0, world_.domain.find('.'));
    link_.host = fmt::format("portail-{}-connexion.example", place);
    scheme_ = logs::sees_within_tls(site_) ? "https" : "http";
    link_.url = fmt::format("{}://{}/messagerie/quota/connexion?ref={}", scheme_, link_.host,
                            random_.hex(22));
    link_.sender = {fmt::format("service-informatique@messagerie-{}.example", place)};
    link_.machines = {"srv-filtre", site_.host(Host::Role::mail_filter).address};
    for (const auto& person : world_.people) order_.push_back(&person);
    random_.shuffle(order_);
    // Whose antivirus test file lies on their workstation has no part in it.
    std::swap(*std::find(order_.begin(), order_.end(), &world_.person(world_.communication)),
              order_.back());
  }

  void tell() {
    const int received = random_.between(12, 18);
    for (int i = 0; i < received; ++i) receive(*order_[at(i)], start_ + i * (7 * second_ms));
    const int opened = random_.between(5, 6);
    for (int i = 0; i < opened; ++i)
      open(*order_[at(i)], start_ + random_.between(4, 110) * minute_ms, i);
    for (int i = opened; i < opened + 2; ++i) be_refused(*order_[at(i)]);
    reply(*order_[at(received - 1)]);
    come_back(*order_[0]);
    run_the_file(*order_[last_download_]);
    must_see_traffic();
    letter();
    own_test();
    story_.truth.links.push_back(link_);
    story_.spare({order_.begin() + received, order_.end()});
    papers();
  }

 private:
  static std::size_t at(int number) { return static_cast<std::size_t>(number); }

  // ---- the mails

  logs::Delivery mail_from(const std::string& sender, Instant time) {
    logs::Delivery mail{.time = time, .sender = sender};
    const auto domain = sender.substr(sender.find('@') + 1);
    mail.server = "mx." + domain;
    mail.message_id = random_.hex(16) + '@' + domain;
    mail.queue = random_.hex(8);
    mail.size = random_.between(9000, 16000);
    return mail;
  }

  // The filter opens the link of every mail before it lets it pass.
  void receive(const Person& person, Instant time) {
    auto mail = mail_from(link_.sender.front(), time);
    mail.address = world_.network(Network::Use::lure).address(random_);
    mail.recipient = person.upn;
    mail.subject = "Votre messagerie est presque pleine";
    story_.facts.mail.push_back(std::move(mail));
    link_.received.push_back(person.upn);
    const Host& filter = site_.host(Host::Role::mail_filter);
    story_.facts.web.push_back(request_of(filter, nullptr, time - 2 * second_ms));
  }

  void reply(const Person& person) {
    auto mail = mail_from(person.upn, start_ + random_.between(30, 200) * minute_ms);
    mail.outgoing = true;
    mail.recipient = link_.sender.front();
    mail.server = "mx." + mail.recipient.substr(mail.recipient.find('@') + 1);
    mail.address = world_.network(Network::Use::lure).address(random_);
    mail.subject = "RE: Votre messagerie est presque pleine";
    story_.facts.mail.push_back(std::move(mail));
    link_.replied.push_back(person.upn);
  }

  // ---- the link

  logs::WebRequest request_of(const Host& from, const Person* who, Instant time) {
    logs::WebRequest request{.time = time, .from = &from, .who = who};
    request.scheme = scheme_;
    request.host = link_.host;
    request.path = link_.url.substr(link_.url.find(link_.host) + link_.host.size());
    request.server = server_of_lure();
    request.category = "Uncategorized";
    request.received = 18400;
    return request;
  }
  std::string server_of_lure() const { return world_.network(Network::Use::lure).prefix + "9"; }

  // The first three give their password; the two after them take the file.
  void open(const Person& person, Instant time, int number) {
    const Host& station = site_.workstation_of(person);
    story_.facts.names.push_back({time - 60, station.address, link_.host});
    story_.facts.web.push_back(request_of(station, &person, time));
    link_.opened.push_back(person.upn);
    if (number < 3) give_password(person, station, time + random_.between(25, 80) * second_ms);
    if (number == 3 || number == 4) take_file(person, station, time + 40 * second_ms, number);
  }

  void give_password(const Person& person, const Host& station, Instant time) {
    auto request = request_of(station, &person, time);
    request.method = "POST";
    request.path = "/session/valider";
    request.referer = link_.url;
    request.status = 302;
    request.sent = 1460;
    request.received = 320;
    story_.facts.web.push_back(std::move(request));
    link_.posted.push_back(person.upn);
  }

  void take_file(const Person& person, const Host& station, Instant time, int number) {
    auto request = request_of(station, &person, time);
    request.path = "/documents/Quota_messagerie.zip";
    request.referer = link_.url;
    request.type = "application/zip";
    request.received = 418'220;
    story_.facts.web.push_back(std::move(request));
    link_.downloaded.push_back(person.upn);
    last_download_ = at(number);
    file_taken_ = time;
  }

  // Once somebody called, the proxy refuses it.
  void be_refused(const Person& person) {
    const Host& station = site_.workstation_of(person);
    auto request = request_of(station, &person, start_ + random_.between(150, 300) * minute_ms);
    request.blocked = true;
    request.received = 3901;
    story_.facts.names.push_back({request.time - 60, station.address, link_.host});
    story_.facts.web.push_back(std::move(request));
    link_.blocked.push_back(person.upn);
  }

  // ---- what came of it

  // In the evening, the stolen password opens the VPN and the mailbox.
  void come_back(const Person& person) {
    const auto time = world_.at(world_.incident_day, 19, random_.between(2, 40));
    const auto source = world_.network(Network::Use::hosting).address(random_);
    logs::VpnAct act{
        .time = time, .user = person.alias, .address = source, .inside = "10.99.0.241"};
    act.number = 801;
    story_.facts.vpn.push_back(act);
    story_.facts.mailboxes.push_back({time + 4 * minute_ms, person.upn, source});
    story_.must_see_vpn(person, source, time);
    story_.truth.compromised.push_back(site_.lower_account(site_.account_of(person)));
    story_.truth.intruder_addresses.push_back(source);
  }

  void run_the_file(const Person& person) {
    const Host& station = site_.workstation_of(person);
    auto& scribe = story_.fleet.on(station);
    const auto account = site_.account_of(person);
    const auto morning = world_.at(world_.incident_day, 8, 20);
    const auto session = scribe.open(morning, account, Way::screen, "127.0.0.1");
    const auto time = file_taken_ + 6 * minute_ms;
    scribe.run(time, session, "C:\\Program Files\\Microsoft Office\\root\\Office16\\WINWORD.EXE",
               fmt::format("\"WINWORD.EXE\" /n \"C:\\Users\\{}\\Downloads\\Quota_messagerie.docm\"",
                           person.alias),
               "C:\\Windows\\explorer.exe");
    scribe.run(time + 8 * second_ms, session,
               "C:\\Windows\\System32\\WindowsPowerShell\\v1.0\\powershell.exe",
               "powershell -w hidden -enc SQBFAFgAIAAoAG4AZQB3ACkA",
               "C:\\Program Files\\Microsoft Office\\root\\Office16\\WINWORD.EXE");
    find_it(scribe, person, time + 90 * second_ms);
    call_home(person, station, time + 2 * minute_ms);
    must("sigma/document-starts-a-shell", "high", "a document starts PowerShell", time, station,
         {"mail-malware/c.7"});
    must("R22", "info", "who opened a session on the workstation", morning, station,
         {"mail-malware/c.8"}, {site_.lower_account(account)});
  }

  void find_it(windows::Scribe& scribe, const Person& person, Instant time) {
    const auto path = fmt::format("C:\\Users\\{}\\AppData\\Local\\Temp\\q.dll", person.alias);
    scribe.find_threat(time, site_.account_of(person), {"Trojan:Win64/Marelle.B", path, false});
    must("sigma/threat-not-cleaned", "high", "what the antivirus could not remove", time,
         scribe.host(), {"mail-malware/c.5"});
    story_.facts.alerts.push_back({time, &scribe.host(), &person, "Trojan.Win64.Marelle", path,
                                   random_.hex(64), logs::Alert::Action::nothing});
    must("R29", "high", "likewise, over all hosts", time, scribe.host(), {"mail-malware/c.5"});
    Must console;
    console.rule = "R29";
    console.at_least = "high";
    console.what = "what the antivirus console says of it";
    console.time = time;
    console.hosts = {lower(scribe.host().name)};
    console.items = {"mail-malware/c.5"};
    story_.truth.must.push_back(std::move(console));
  }

  void call_home(const Person& person, const Host& station, Instant time) {
    const auto server = world_.network(Network::Use::residential).address(random_);
    for (int i = 0; i < 120; ++i) {
      logs::WebRequest request{
          .time = time + i * (2 * minute_ms), .from = &station, .who = &person};
      request.method = "POST";
      request.host = home;
      request.path = "/c";
      request.server = server;
      request.category = "Uncategorized";
      request.received = 180;
      story_.facts.names.push_back({request.time, station.address, std::string(home)});
      story_.facts.web.push_back(std::move(request));
    }
  }

  // What the proxy's log tells by itself.
  void must_see_traffic() {
    const auto add = [&](std::string rule, std::string what, std::string indicator,
                         std::vector<std::string> items) {
      Must fact;
      fact.rule = std::move(rule);
      fact.at_least = "info";
      fact.what = std::move(what);
      fact.time = start_;
      fact.indicators = {std::move(indicator)};
      fact.items = std::move(items);
      story_.truth.must.push_back(std::move(fact));
    };
    add("R32", "a file taken from a name that nobody knew", link_.host, {"mail-malware/d.3.1"});
    add("R28", "a host calls home", std::string(home), {"mail-malware/c.7.2"});
    if (logs::tells_referers(site_))
      add("R31", "a long address that no page led to", link_.host, {"mail-malware/d.3.2"});
  }

  void must(std::string rule, std::string level, std::string what, Instant time, const Host& host,
            std::vector<std::string> items, std::vector<std::string> accounts = {}) {
    Must fact;
    fact.rule = std::move(rule);
    fact.at_least = std::move(level);
    fact.what = std::move(what);
    fact.time = time;
    fact.hosts = {host.lower_name()};
    fact.items = std::move(items);
    fact.accounts = std::move(accounts);
    fact.families = {"windows-log"};
    story_.truth.must.push_back(std::move(fact));
  }

  // ---- traps

  void innocent(std::string subject, std::string why) {
    story_.truth.must_not.push_back({{}, {}, std::move(subject), "medium", std::move(why)});
  }

  // Read by half of the house, with links that count who follows them.
  void letter() {
    const std::string sender = "lettre@www.mutuelle-aubier.example";
    const std::string host = "clics.mutuelle-aubier.example";
    const auto time = start_ + 20 * minute_ms;
    for (std::size_t i = 0; i < order_.size(); ++i) {
      auto mail = mail_from(sender, time + static_cast<int>(i) * (2 * second_ms));
      mail.address = world_.network(Network::Use::partner_mail).address(random_);
      mail.recipient = order_[i]->upn;
      mail.subject = "Votre lettre du mois";
      story_.facts.mail.push_back(std::move(mail));
      if (random_.chance(50)) visit(*order_[i], host, "/c?l=" + random_.hex(8), time, false);
    }
    innocent(host, "a letter that all receive and many open");
  }

  // The organisation's own: some fall for it, as they should.
  void own_test() {
    const std::string host = "sensibilisation-interne.example";
    const auto time = world_.at(7, 10, 15);
    for (std::size_t i = 12; i < 24; ++i) {
      auto mail = mail_from("exercice@" + host, time + static_cast<int>(i) * second_ms);
      mail.address = world_.network(Network::Use::partner_mail).address(random_);
      mail.recipient = order_[i]->upn;
      mail.subject = "Colis en attente";
      story_.facts.mail.push_back(std::move(mail));
      if (i % 3 == 0) visit(*order_[i], host, "/t?u=" + random_.hex(8), time, i % 2 == 0);
    }
    innocent(host, "the organisation tests its own people");
  }

  void visit(const Person& person, const std::string& host, const std::string& path, Instant from,
             bool posts) {
    const Host& station = site_.workstation_of(person);
    logs::WebRequest request{
        .time = from + random_.between(3, 150) * minute_ms, .from = &station, .who = &person};
    request.host = host;
    request.path = path;
    request.server = "198.51.100.231";
    story_.facts.names.push_back({request.time - 50, station.address, host});
    story_.facts.web.push_back(request);
    if (!posts) return;
    request.time = request.time + 50 * second_ms;
    request.method = "POST";
    request.referer = request.scheme + "://" + host + path;
    story_.facts.web.push_back(std::move(request));
  }

  void papers();

  static constexpr std::string_view home = "mesures-audience.example";
  SiteStory& story_;
  const Site& site_;
  const World& world_;
  Random random_;
  Instant start_;
  std::string scheme_;
  LinkTruth link_;
  std::vector<const Person*> order_;
  std::size_t last_download_ = 0;
  Instant file_taken_;
};

void Phishing::papers() {
  const auto& caller = *order_[0];
  story_.french = fmt::format(
      "# Exercice : une campagne d’hameçonnage\n\n"
      "Vous êtes d’astreinte : {0}. Tout est inventé : les noms, les domaines en `.example` et les "
      "adresses, privées ou réservées à la documentation.\n\n"
      "Le {1}, {2} appelle : le message « Votre messagerie est presque pleine » demandait un mot "
      "de "
      "passe, et la page n’était pas la vôtre. Le lien menait à {3}. Les administrateurs ont "
      "bloqué "
      "ce nom dans la matinée et copié les journaux de la messagerie, du proxy, du pare-feu, du "
      "VPN, du serveur de noms, de l’antivirus et de machines Windows dans `evidence/`.\n\n"
      "À vous de dire :\n\n"
      "1. qui a reçu le message, qui a ouvert le lien, qui a envoyé un mot de passe, qui a pris le "
      "fichier, qui a répondu ;\n"
      "2. sur quelle machine le fichier a été ouvert, et quels comptes y étaient ouverts ;\n"
      "3. quels comptes ont servi depuis, et d’où ;\n"
      "4. qui n’y est pour rien : un filtre ouvre lui-même les liens.\n\n"
      "`truth.json` donne la solution. Ne l’ouvrez qu’après.\n",
      world_.hospital, utc_day(start_), caller.display(), link_.host);
  story_.english = fmt::format(
      "# Exercise: a campaign of phishing\n\n"
      "You are on call: {0}. Everything is invented: the names, the `.example` domains and the "
      "addresses, which are private or kept for documentation.\n\n"
      "On {1}, {2} calls: the message “Votre messagerie est presque pleine” asked for a password, "
      "and the page was not yours. The link led to {3}. The administrators blocked that name "
      "during "
      "the morning and copied the logs of mail, proxy, firewall, VPN, name server, antivirus and "
      "of Windows machines into `evidence/`.\n\n"
      "It is for you to say:\n\n"
      "1. who received the message, opened the link, sent a password, took the file, replied;\n"
      "2. on which machine the file was opened, and which accounts had a session there;\n"
      "3. which accounts were used since, and from where;\n"
      "4. who has nothing to do with it: a filter opens links by itself.\n\n"
      "`truth.json` is the solution. Open it only afterwards.\n",
      world_.hospital, utc_day(start_), caller.display(), link_.host);
}

}  // namespace

void tell_phishing(SiteStory& story) {
  Phishing(story).tell();
}

}  // namespace digue::exercise
