#include "exercise/windows/scribe.h"

#include <fmt/core.h>
#include <algorithm>

#include "exercise/evtx/log_file.h"
#include "exercise/output.h"
#include "exercise/windows/kinds.h"

namespace digue::exercise::windows {

namespace {

constexpr std::string_view system_sid = "S-1-5-18";
constexpr std::string_view system_name = "Système", system_domain = "AUTORITE NT";
constexpr std::string_view rights =
    "SeSecurityPrivilege\r\n\t\t\tSeBackupPrivilege\r\n\t\t\tSeRestorePrivilege\r\n\t\t\t"
    "SeTakeOwnershipPrivilege\r\n\t\t\tSeDebugPrivilege\r\n\t\t\tSeLoadDriverPrivilege\r\n\t\t\t"
    "SeImpersonatePrivilege";

// What Windows writes in a field that says nothing.
std::string nothing(const evtx::Kind& kind, evtx::Type type) {
  if (kind.provider != security && kind.provider != sysmon) return "";
  switch (type) {
    case evtx::Type::sid:
      return "S-1-0-0";
    case evtx::Type::hex64:
    case evtx::Type::hex32:
      return "0x0";
    case evtx::Type::number:
      return "0";
    case evtx::Type::guid:
      return "{00000000-0000-0000-0000-000000000000}";
    default:
      return "-";
  }
}

}  // namespace

std::span<const Service> stopped_services() {
  static constexpr Service services_of_a_server[] = {
      {"Veeam Backup Service", "VeeamBackupSvc"},
      {"Veeam Broker Service", "VeeamBrokerSvc"},
      {"SQL Server (GESTION)", "MSSQL$GESTION"},
      {"Agent SQL Server (GESTION)", "SQLAgent$GESTION"},
      {"Enregistreur VSS SQL Server", "SQLWriter"},
      {"Cliché instantané des volumes", "VSS"},
      {"Spouleur d’impression", "Spooler"},
      {"Serveur", "LanmanServer"},
      {"Service de publication World Wide Web", "W3SVC"},
      {"Serveur de données médicales", "DossierSvc"},
      {"Réplication DFS", "DFSR"},
      {"Service de transfert intelligent en arrière-plan", "BITS"}};
  return services_of_a_server;
}

Scribe::Scribe(const Site& site, const Host& host)
    : site_(&site), host_(&host), random_(Random(site.world.seed).fork("scribe " + host.name)) {}

void Scribe::write(Instant time, std::string_view provider, std::uint16_t id, const Values& values,
                   std::string user) {
  const evtx::Kind& kind = kind_of(provider, id);
  evtx::Event event{time, &kind, {}, std::move(user)};
  for (const auto& field : kind.fields) event.values.push_back(nothing(kind, field.type));
  for (const auto& [name, value] : values) event.values[index_of(kind, name)] = value;
  logs_[kind.channel].push_back(std::move(event));
}

std::string Scribe::number() {
  return fmt::format("0x{:x}", 0x10000 + random_.below(0x7fffff));
}

std::string Scribe::qualified(const Account& account) const {
  return site_->netbios + '\\' + account.name;
}

Session Scribe::system() const {
  return {{std::string(system_name), std::string(system_sid), nullptr}, "0x3e7"};
}

Session Scribe::open(Instant time, const Account& account, Way way, std::string_view address,
                     bool administrator) {
  const Session session{account, number()};
  const bool service = way == Way::service;
  const auto domain = service ? std::string(system_domain) : site_->netbios;
  const auto subject = way == Way::network ? Values{}
                                           : Values{{"SubjectUserSid", std::string(system_sid)},
                                                    {"SubjectUserName", host_->name + "$"},
                                                    {"SubjectDomainName", site_->netbios},
                                                    {"SubjectLogonId", "0x3e7"}};
  Values values = subject;
  values.insert(values.end(),
                {{"TargetUserSid", account.sid},
                 {"TargetUserName", account.name},
                 {"TargetDomainName", domain},
                 {"TargetLogonId", session.id},
                 {"LogonType", std::to_string(static_cast<int>(way))},
                 {"LogonProcessName", service               ? "Advapi  "
                                      : way == Way::network ? "Kerberos"
                                                            : "User32 "},
                 {"AuthenticationPackageName", way == Way::network ? "Kerberos" : "Negotiate"},
                 {"WorkstationName", way == Way::network ? "-" : host_->name},
                 {"IpAddress", address.empty() ? "-" : std::string(address)},
                 {"IpPort", address.empty() ? "-" : std::to_string(random_.between(49152, 65535))},
                 {"ImpersonationLevel", "%%1833"},
                 {"VirtualAccount", "%%1843"},
                 {"ElevatedToken", administrator || service ? "%%1842" : "%%1843"}});
  write(time, security, 4624, values);
  if (administrator)
    write(time + 3, security, 4672,
          {{"SubjectUserSid", account.sid},
           {"SubjectUserName", account.name},
           {"SubjectDomainName", domain},
           {"SubjectLogonId", session.id},
           {"PrivilegeList", std::string(rights)}});
  return session;
}

void Scribe::close(Instant time, const Session& session, Way way) {
  write(time, security, 4634,
        {{"TargetUserSid", session.account.sid},
         {"TargetUserName", session.account.name},
         {"TargetDomainName", site_->netbios},
         {"TargetLogonId", session.id},
         {"LogonType", std::to_string(static_cast<int>(way))}});
}

void Scribe::refuse(Instant time, const Account& account, std::string_view address, bool known) {
  write(time, security, 4625,
        {{"TargetUserName", account.name},
         {"TargetDomainName", site_->netbios},
         {"Status", "0xc000006d"},
         {"FailureReason", "%%2313"},
         {"SubStatus", known ? "0xc000006a" : "0xc0000064"},
         {"LogonType", "3"},
         {"LogonProcessName", "NtLmSsp "},
         {"AuthenticationPackageName", "NTLM"},
         {"IpAddress", std::string(address)},
         {"IpPort", std::to_string(random_.between(49152, 65535))}});
}

// Half of the sites have Sysmon; the others record process creation in Security.
void Scribe::run(Instant time, const Session& session, std::string_view image,
                 std::string_view command, std::string_view parent) {
  const bool by_system = session.account.sid == system_sid;
  const std::string domain = by_system ? std::string(system_domain) : site_->netbios;
  if (site_->choice(2) == 1) {
    const std::string guid = '{' + random_.guid() + '}';
    return write(time, sysmon, 1,
                 {{"RuleName", "-"},
                  {"UtcTime", fmt::format("{} {}", utc_day(time), rfc3339(time).substr(11, 8))},
                  {"ProcessGuid", guid},
                  {"ProcessId", std::to_string(random_.between(1000, 9999))},
                  {"Image", std::string(image)},
                  {"CommandLine", std::string(command)},
                  {"CurrentDirectory", "C:\\Windows\\system32\\"},
                  {"User", domain + '\\' + session.account.name},
                  {"LogonId", session.id},
                  {"TerminalSessionId", by_system ? "0" : "2"},
                  {"IntegrityLevel", by_system ? "System" : "High"},
                  {"ParentImage", std::string(parent)},
                  {"ParentCommandLine", '"' + std::string(parent) + '"'}},
                 std::string(system_sid));
  }
  write(time, security, 4688,
        {{"SubjectUserSid", session.account.sid},
         {"SubjectUserName", session.account.name},
         {"SubjectDomainName", domain},
         {"SubjectLogonId", session.id},
         {"NewProcessId", fmt::format("0x{:x}", random_.between(1000, 9999))},
         {"NewProcessName", std::string(image)},
         {"TokenElevationType", "%%1936"},
         {"ProcessId", fmt::format("0x{:x}", random_.between(400, 999))},
         {"CommandLine", std::string(command)},
         {"ParentProcessName", std::string(parent)},
         {"MandatoryLabel", by_system ? "S-1-16-16384" : "S-1-16-12288"}});
}

void Scribe::ticket(Instant time, const Account& account, const Host& service,
                    std::string_view address) {
  write(time, security, 4768,
        {{"TargetUserName", account.name},
         {"TargetDomainName", site_->netbios},
         {"TargetSid", account.sid},
         {"ServiceName", "krbtgt"},
         {"ServiceSid", site_->sid(502)},
         {"TicketOptions", "0x40810010"},
         {"Status", "0x0"},
         {"TicketEncryptionType", "0x12"},
         {"PreAuthType", "2"},
         {"IpAddress", "::ffff:" + std::string(address)},
         {"IpPort", std::to_string(random_.between(49152, 65535))}});
  write(time + 40, security, 4769,
        {{"TargetUserName", account.name + '@' + site_->netbios},
         {"TargetDomainName", site_->netbios},
         {"ServiceName", service.name + '$'},
         {"ServiceSid", site_->sid(1002)},
         {"TicketOptions", "0x40810000"},
         {"TicketEncryptionType", "0x12"},
         {"IpAddress", "::ffff:" + std::string(address)},
         {"IpPort", std::to_string(random_.between(49152, 65535))},
         {"Status", "0x0"}});
}

void Scribe::make_account(Instant time, const Session& by, const Account& made) {
  write(time, security, 4720,
        {{"TargetUserName", made.name},
         {"TargetDomainName", site_->netbios},
         {"TargetSid", made.sid},
         {"SubjectUserSid", by.account.sid},
         {"SubjectUserName", by.account.name},
         {"SubjectDomainName", site_->netbios},
         {"SubjectLogonId", by.id},
         {"SamAccountName", made.name}});
}

// A change of members changes the group, whose name is then said to stay.
void Scribe::write_group(Instant time, std::uint16_t id, const Session& by, const Group& group) {
  write(time, security, id,
        {{"TargetUserName", group.name},
         {"TargetDomainName", site_->netbios},
         {"TargetSid", site_->sid(group.relative)},
         {"SubjectUserSid", by.account.sid},
         {"SubjectUserName", by.account.name},
         {"SubjectDomainName", site_->netbios},
         {"SubjectLogonId", by.id},
         {"SamAccountName", id == 4727 ? group.name : "-"}});
}

void Scribe::make_group(Instant time, const Session& by, const Group& group) {
  write_group(time, 4727, by, group);
}

void Scribe::add_member(Instant time, const Session& by, const Group& group,
                        const Account& member) {
  write(time, security, 4728,
        {{"MemberName", fmt::format("CN={},CN=Users,DC={}", member.name, site_->netbios)},
         {"MemberSid", member.sid},
         {"TargetUserName", group.name},
         {"TargetDomainName", site_->netbios},
         {"TargetSid", site_->sid(group.relative)},
         {"SubjectUserSid", by.account.sid},
         {"SubjectUserName", by.account.name},
         {"SubjectDomainName", site_->netbios},
         {"SubjectLogonId", by.id}});
  write_group(time + 1, 4737, by, group);
}

void Scribe::install_service(Instant time, std::string_view name, std::string_view image,
                             std::string_view start) {
  write(time, services, 7045,
        {{"ServiceName", std::string(name)},
         {"ImagePath", std::string(image)},
         {"ServiceType", "service en mode utilisateur"},
         {"StartType", std::string(start)},
         {"AccountName", "LocalSystem"}},
        std::string(system_sid));
}

// The state is also in the binary value, as "key/1" or "key/4" in UTF-16, which is not translated.
void Scribe::service_state(Instant time, std::string_view display, std::string_view key,
                           bool running) {
  const std::string state = utf16_from_utf8(std::string(key) + (running ? "/4" : "/1"));
  std::string digits;
  for (const char c : state) digits += fmt::format("{:02X}", static_cast<unsigned char>(c));
  write(time, services, 7036,
        {{"param1", std::string(display)},
         {"param2", running ? "en cours d’exécution" : "arrêté"},
         {"Binary", digits + "0000"}});
}

void Scribe::ask_restart(Instant time, const Account& by) {
  write(time, starter, 1074,
        {{"param1", "C:\\Windows\\system32\\svchost.exe (" + host_->name + ")"},
         {"param2", host_->name},
         {"param3", "Système d’exploitation : Service Pack (Planifié)"},
         {"param4", "0x80020010"},
         {"param5", "redémarrage"},
         {"param6", ""},
         {"param7", qualified(by)}},
        by.sid);
}

void Scribe::clear_security_log(Instant time, const Session& by) {
  write(time, eventlog, 1102,
        {{"SubjectUserSid", by.account.sid},
         {"SubjectUserName", by.account.name},
         {"SubjectDomainName", site_->netbios},
         {"SubjectLogonId", by.id}});
}

void Scribe::clear_system_log(Instant time, const Session& by) {
  write(time, eventlog, 104,
        {{"SubjectUserName", by.account.name},
         {"SubjectDomainName", site_->netbios},
         {"Channel", "System"}},
        by.account.sid);
}

void Scribe::threat(Instant time, std::uint16_t id, const Account& user, const Threat& threat) {
  const std::string product = "Antivirus Microsoft Defender";
  const bool failed = id == 1118;
  write(time, defender, id,
        {{"Product Name", product},
         {"Product Version", "4.18.24090.11"},
         {"Detection ID", '{' + random_.guid() + '}'},
         {"Detection Time", rfc3339(time)},
         {"Threat ID", "2147705535"},
         {"Threat Name", threat.name},
         {"Severity ID", "5"},
         {"Severity Name", "Grave"},
         {"Category ID", "8"},
         {"Category Name", "Cheval de Troie"},
         {"Status Code", "1"},
         {"Source ID", "3"},
         {"Source Name", "Protection en temps réel"},
         {"Process Name", "C:\\Windows\\explorer.exe"},
         {"Detection User", qualified(user)},
         {"Path", "file:_" + threat.path},
         {"Action ID", id == 1117 ? "2" : "9"},
         {"Action Name", id == 1117 ? "Quarantaine" : "Non applicable"},
         {"Error Code", failed ? "0x80508023" : "0x00000000"},
         {"Error Description", failed ? "Le programme n’a pas trouvé le logiciel malveillant."
                                      : "L’opération a réussi."}},
        std::string(system_sid));
}

void Scribe::find_threat(Instant time, const Account& user, const Threat& found) {
  threat(time, 1116, user, found);
  threat(time + 9 * second_ms, found.cleaned ? 1117 : 1118, user, found);
}

void Scribe::end_protection(Instant time) {
  write(time, defender, 5001,
        {{"Product Name", "Antivirus Microsoft Defender"}, {"Product Version", "4.18.24090.11"}},
        std::string(system_sid));
}

void Scribe::update_protection(Instant time) {
  write(time, defender, 2000,
        {{"Product Name", "Antivirus Microsoft Defender"},
         {"Product Version", "4.18.24090.11"},
         {"Update Source", "Serveur de mise à jour Microsoft"}},
        std::string(system_sid));
}

static std::string file_of(std::string_view channel) {
  std::string name(channel);
  if (const auto slash = name.find('/'); slash != std::string::npos) name.replace(slash, 1, "%4");
  return name + ".evtx";
}

// Records go on being numbered when a log is cleared, which is the first that is left.
Result<std::uint64_t> Scribe::save(const std::filesystem::path& folder) {
  std::uint64_t records = 0;
  for (auto& [channel, events] : logs_) {
    std::stable_sort(events.begin(), events.end(),
                     [](const auto& a, const auto& b) { return a.time < b.time; });
    const auto cleared = std::find_if(events.rbegin(), events.rend(), [](const auto& event) {
      return event.kind->provider == eventlog;
    });
    const auto gone = cleared == events.rend() ? 0 : events.rend() - cleared - 1;
    events.erase(events.begin(), events.begin() + gone);
    DIGUE_CHECK(evtx::write_log(folder / host_->name / file_of(channel), host_->full, events,
                                static_cast<std::uint64_t>(gone) + 1));
    records += events.size();
  }
  return records;
}

Scribe& Fleet::on(const Host& host) {
  return scribes_.try_emplace(host.name, *site_, host).first->second;
}

Result<std::uint64_t> Fleet::save(const std::filesystem::path& folder) {
  std::uint64_t records = 0;
  for (auto& [name, scribe] : scribes_) {
    DIGUE_TRY(const auto saved, scribe.save(folder));
    records += saved;
  }
  return records;
}

}  // namespace digue::exercise::windows
