// Antivirus consoles.
#include <fmt/core.h>

#include "base/json_writer.h"
#include "exercise/logs/mapped.h"
#include "exercise/logs/moments.h"
#include "exercise/logs/pens.h"
#include "exercise/output.h"

namespace digue::exercise::logs {

namespace {

std::string qualified(const Site& site, const Alert& alert) {
  return alert.who == nullptr ? "" : site.netbios + '\\' + alert.who->alias;
}

std::string cef_time(Instant time) {
  const CivilTime civil = to_civil_utc(time);
  return fmt::format("{} {:02} {} {} UTC", month_name(civil.month), civil.day, civil.year,
                     utc_clock(time));
}

std::string gravity_zone(const Site& site, const Alert& alert) {
  static constexpr std::string_view acts[] = {"quarantined", "deleted", "none"};
  return fmt::format(
      "CEF:0|Bitdefender|GravityZone|6.35|3|AntiMalware|9|BitdefenderGZModule=av dvchost={} "
      "BitdefenderGZComputerFQDN={} dvc={} suser={} BitdefenderGZMalwareType=file "
      "BitdefenderGZMalwareName={} filePath={} fileHash={} act={} rt={}\n",
      alert.host->name, alert.host->lower_name(), alert.host->address,
      doubled_backslashes(qualified(site, alert)), alert.threat, doubled_backslashes(alert.path),
      alert.sha256, acts[static_cast<std::size_t>(alert.action)], cef_time(alert.time));
}

std::string deep_security(const Site& site, const Alert& alert) {
  static constexpr std::string_view acts[] = {"Quarantine", "Delete", "Pass"};
  return fmt::format(
      "LEEF:2.0|Trend Micro|Deep Security Agent|20.0|4000000|cat=Anti-Malware\tname={}\tdevTime={} "
      "{}\tsrc={}\tusrName={}\tdvchost={}\tfilePath={}\tfileHash={}\tact={}\n",
      alert.threat, utc_day(alert.time), utc_clock(alert.time), alert.host->address,
      qualified(site, alert), alert.host->name, alert.path, alert.sha256,
      acts[static_cast<std::size_t>(alert.action)]);
}

std::string console_head(const Site&, Instant) {
  return "Date et heure;Nom de l’ordinateur;Utilisateur;Nom de la menace;Chemin du fichier;Action "
         "effectuée;SHA256\r\n";
}
std::string console(const Site& site, const Alert& alert) {
  static constexpr std::string_view acts[] = {"Mis en quarantaine", "Supprimé", "Aucune action"};
  const std::string cells[] = {iso_day(site, alert.time) + ' ' + iso_clock(site, alert.time),
                               alert.host->name,
                               qualified(site, alert),
                               alert.threat,
                               alert.path,
                               std::string(acts[static_cast<std::size_t>(alert.action)]),
                               alert.sha256};
  return csv_row(cells, ';', false);
}

std::string with_secure_head(const Site&, Instant) {
  return "{\"items\":[";
}
std::string with_secure(const Site& site, const Alert& alert) {
  static constexpr std::string_view acts[] = {"quarantined", "deleted", "reported"};
  JsonWriter json;
  json.begin_object().member("id", alert.sha256.substr(0, 12)).member("severity", "critical");
  json.member("serverTimestamp", utc_milliseconds(alert.time)).member("engine", "fileScanning");
  json.member("action", acts[static_cast<std::size_t>(alert.action)]);
  json.key("target").begin_object().member("id", alert.host->address);
  json.member("name", alert.host->name).end_object();
  json.key("details").begin_object().member("infectionName", alert.threat);
  json.member("path", alert.path).member("sha256", alert.sha256);
  json.member("userName", qualified(site, alert)).end_object().end_object();
  return json.take();
}

// Dates as Kaspersky's console writes them: milliseconds since 1970.
std::string kaspersky(const Site& site, const Alert& alert) {
  static constexpr std::string_view acts[] = {"GNRL_EV_OBJECT_QUARANTINED|Object quarantined",
                                              "GNRL_EV_OBJECT_DELETED|Object deleted",
                                              "GNRL_EV_OBJECT_NOTCURED|Object not disinfected"};
  return fmt::format(
      "<14>{} ksc CEF:0|KasperskyLab|SecurityCenter|14|{}|4|rt={} dhost={} dst={} "
      "cs1Label=VirusName cs1={} filePath={} fileHash={} duser={}\n",
      syslog_stamp(site, alert.time), acts[static_cast<std::size_t>(alert.action)],
      alert.time.milliseconds, alert.host->name, alert.host->address, alert.threat,
      doubled_backslashes(alert.path), alert.sha256, doubled_backslashes(qualified(site, alert)));
}

std::string eset(const Site& site, const Alert& alert) {
  static constexpr std::string_view acts[] = {"Cleaned by quarantining", "Cleaned by deleting",
                                              "Unable to clean"};
  return fmt::format(
      "<14>1 {} eset ERAServer 2012 - - CEF:0|ESET|Protect|10.0|109|Threat detected|8|cat=ESET "
      "Threat Event dvc={} dvchost={} rt={} cs1={} cs1Label=Threat Name filePath={} fileHash={} "
      "act={} suser={}\n",
      utc_milliseconds(alert.time), alert.host->address, alert.host->name, cef_time(alert.time),
      alert.threat, doubled_backslashes(alert.path), alert.sha256,
      acts[static_cast<std::size_t>(alert.action)], doubled_backslashes(qualified(site, alert)));
}

// The threat is the event's name.
std::string apex_central(const Site& site, const Alert& alert) {
  static constexpr std::string_view acts[] = {"File quarantined", "File deleted",
                                              "Unable to clean file"};
  const auto act = acts[static_cast<std::size_t>(alert.action)];
  return fmt::format(
      "CEF:0|Trend Micro|Apex Central|2019|AV:{}|{}|3|deviceExternalId=104 rt={} cnt=1 dhost={} "
      "duser={} act={} cn1Label=VLF_PatternNumber cn1=920500 cs1Label=VLF_FunctionCode "
      "cs1=Real-time Scan filePath={} fileHash={} dst={}\n",
      act, alert.threat, cef_time(alert.time), alert.host->name,
      doubled_backslashes(qualified(site, alert)), act, doubled_backslashes(alert.path),
      alert.sha256, alert.host->address);
}

std::string escaped_xml(std::string_view text) {
  std::string out;
  for (const char c : text) out += c == '&' ? "&amp;" : c == '<' ? "&lt;" : std::string(1, c);
  return out;
}

std::string epo(const Site& site, const Alert& alert) {
  static constexpr std::string_view acts[] = {"IDS_ALERT_ACT_TAK_QUA", "IDS_ALERT_ACT_TAK_DEL",
                                              "none"};
  const bool handled = alert.action != Alert::Action::nothing;
  const auto day = utc_day(alert.time), clock = utc_clock(alert.time);
  return fmt::format(
      "<29>1 {}T{}.0Z epo.{} EPOEvents - EventFwd [agentInfo@3401 tenantId=\"1\"] <?xml "
      "version=\"1.0\" encoding=\"UTF-8\"?><EPOevent><MachineInfo><MachineName>{}</MachineName>"
      "<IPAddress>{}</IPAddress><UserName>{}</UserName></MachineInfo><SoftwareInfo "
      "ProductName=\"Trellix Endpoint Security\"><Event><EventID>1027</EventID><GMTTime>{}T{}"
      "</GMTTime><CommonFields><ThreatCategory>av.detect</ThreatCategory><ThreatName>{}"
      "</ThreatName><ThreatActionTaken>{}</ThreatActionTaken><ThreatHandled>{}</ThreatHandled>"
      "<TargetFileName>{}</TargetFileName></CommonFields></Event></SoftwareInfo></EPOevent>\n",
      day, clock, site.world.domain, alert.host->name, alert.host->address,
      escaped_xml(qualified(site, alert)), day, clock, escaped_xml(alert.threat),
      acts[static_cast<std::size_t>(alert.action)], handled ? "True" : "False",
      escaped_xml(alert.path));
}

std::string tehtris_object(const Site& site, const Alert& alert) {
  static constexpr std::string_view acts[] = {"Remediation: file quarantined",
                                              "Remediation: file deleted", "No remediation taken"};
  JsonWriter json;
  json.begin_object().member("rflId", 1).member("time", utc_milliseconds(alert.time));
  json.member("lvl", 4).member("module", "das").member("eventName", "antivirusAlert");
  json.member("description",
              alert.threat + "\n\n" + std::string(acts[static_cast<std::size_t>(alert.action)]));
  json.member("username", qualified(site, alert)).member("hostname__", alert.host->name);
  json.member("path", alert.path).member("cmdline", alert.path).member("sha256", alert.sha256);
  json.member("uuid__", "a262506e-3c9e-4afe-9233-" + alert.sha256.substr(0, 12));
  json.end_object();
  return json.take() + '\n';
}

// As a collector forwards it.
std::string tehtris_syslog(const Site& site, const Alert& alert) {
  return fmt::format("<134>1 {} xdr.{} tehtris - - - ", utc_milliseconds(alert.time),
                     site.world.domain) +
         tehtris_object(site, alert);
}

std::string watchguard(const Site&, const Alert& alert) {
  static constexpr int acts[] = {2, 3, 0};  // numbers that WatchGuard does not explain
  JsonWriter json;
  json.begin_object().member("event_id", alert.time.milliseconds % 100000000);
  json.member("event_type", 0).member("date", utc_milliseconds(alert.time).substr(0, 19));
  json.member("host_name", alert.host->name).member("item_name", alert.threat);
  json.member("path", alert.path);
  json.member("was_run", alert.action == Alert::Action::nothing).member("accessed_data", false);
  json.member("action", acts[static_cast<std::size_t>(alert.action)]);
  json.member("sha256", alert.sha256).member("status", 0).end_object();
  return json.take();
}
std::string watchguard_head(const Site&, Instant) {
  return "[";
}

}  // namespace

std::span<const Pen<Alert>> alert_pens() {
  static constexpr Pen<Alert> pens[] = {
      {"cef", "antivirus/gravityzone.log", gravity_zone},
      {"antivirus", "antivirus/console.csv", console, console_head},
      {"leef", "antivirus/deep-security.log", deep_security},
      {"antivirus", "antivirus/withsecure.json", with_secure, with_secure_head, only_hosts, nullptr,
       ",\n", "]}\n"},
      {"epo", "antivirus/epo.log", epo},
      {"tehtris", "antivirus/tehtris.json", tehtris_object},
      {"watchguard-endpoint", "antivirus/watchguard.json", watchguard, watchguard_head, only_hosts,
       nullptr, ",\n", "]\n"},
      {"syslog", "antivirus/kaspersky.log", kaspersky},
      {"syslog", "antivirus/eset.log", eset},
      {"cef", "antivirus/apex-central.log", apex_central},
      {"tehtris", "antivirus/tehtris.log", tehtris_syslog},
      {"antivirus-du-poste", "antivirus/poste.log", poste, nullptr, only_hosts, &poste_mapping},
  };
  return pens;
}

}  // namespace digue::exercise::logs
