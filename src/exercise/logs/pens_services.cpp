// Mail servers, virtual machines and antivirus consoles.
#include <fmt/core.h>

#include "base/json_writer.h"
#include "exercise/logs/moments.h"
#include "exercise/logs/pens.h"
#include "exercise/output.h"

namespace digue::exercise::logs {

namespace {

// ---- mail

// Of a Postfix, which Zimbra has beneath it.
std::string postfix(const Site& site, const Delivery& mail) {
  const auto head = [&](std::int64_t after, std::string_view program) {
    return fmt::format("{} mx1 postfix/{}: {}: ", syslog_iso(site, mail.time + after), program,
                       mail.queue);
  };
  const auto internal = fmt::format("mx1.{}[10.20.0.5]", site.world.domain);
  return head(0, "smtpd[2211]") +
         (mail.outgoing
              ? fmt::format("client=poste.{}[10.20.1.99], sasl_method=LOGIN, sasl_username={}\n",
                            site.world.domain, mail.sender)
              : fmt::format("client={}[{}]\n", mail.server, mail.address)) +
         head(50, "cleanup[2213]") + fmt::format("message-id=<{}>\n", mail.message_id) +
         head(100, "qmgr[901]") +
         fmt::format("from=<{}>, size={}, nrcpt=1 (queue active)\n", mail.sender, mail.size) +
         head(900, mail.outgoing ? "smtp[2300]" : "lmtp[2301]") +
         fmt::format(
             "to=<{}>, relay={}:{}, delay=0.9, delays=0.1/0/0.3/0.5, dsn=2.0.0, "
             "status=sent (250 2.0.0 Ok)\n",
             mail.recipient,
             mail.outgoing ? fmt::format("{}[{}]", mail.server, mail.address) : internal,
             mail.outgoing ? 25 : 7025) +
         head(910, "qmgr[901]") + "removed\n";
}

std::string exim(const Site& site, const Delivery& mail) {
  const auto number =
      fmt::format("1k{}-0001AB-{}", mail.queue.substr(0, 4), mail.queue.substr(4, 2));
  const auto head = [&](std::int64_t after) {
    return fmt::format("{} {} {} ", iso_day(site, mail.time + after),
                       iso_clock(site, mail.time + after), number);
  };
  const auto from =
      mail.outgoing
          ? fmt::format("H=(poste) [10.20.1.99]:50211 P=esmtpsa X=TLS1.3 A=login:{}", mail.sender)
          : fmt::format("H={} [{}]:50211 P=esmtps X=TLS1.3", mail.server, mail.address);
  const auto to = mail.outgoing ? fmt::format("R=dnslookup T=remote_smtp H={} [{}] C=\"250 OK\"",
                                              mail.server, mail.address)
                                : "R=local_user T=lmtp_delivery C=\"250 2.1.5 Ok\"";
  return head(0) +
         fmt::format("<= {} {} S={} id={} T=\"{}\"\n", mail.sender, from, mail.size,
                     mail.message_id, mail.subject) +
         head(900) + fmt::format("=> {} {}\n", mail.recipient, to) + head(900) + "Completed\n";
}

std::string exchange_head(const Site&, Instant first) {
  return fmt::format(
      "#Software: Microsoft Exchange Server\r\n#Version: 15.02.1118.040\r\n#Log-type: Message "
      "Tracking Log\r\n#Date: {}\r\n#Fields: "
      "date-time,client-ip,client-hostname,server-ip,server-hostname,source-context,connector-id,"
      "source,event-id,internal-message-id,message-id,network-message-id,recipient-address,"
      "recipient-status,total-bytes,recipient-count,related-recipient-address,reference,"
      "message-subject,sender-address,return-path,message-info,directionality,tenant-id,"
      "original-client-ip,original-server-ip,custom-data\r\n",
      utc_milliseconds(first));
}

std::string exchange_row(const Delivery& mail, std::int64_t after, std::string_view client,
                         std::string_view source, std::string_view event) {
  return fmt::format(
      "{},{},,10.20.0.5,EXCH1,,Frontal,{},{},{},<{}>,{},{},,{},1,,,\"{}\",{},{},,{},,{},"
      "10.20.0.5,\r\n",
      utc_milliseconds(mail.time + after), client, source, event,
      std::stoul(mail.queue, nullptr, 16), mail.message_id, mail.queue, mail.recipient, mail.size,
      mail.subject, mail.sender, mail.sender, mail.outgoing ? "Originating" : "Incoming",
      mail.outgoing ? "10.20.1.99" : mail.address);
}

std::string exchange(const Site&, const Delivery& mail) {
  if (mail.outgoing)
    return exchange_row(mail, 0, "10.20.1.99", "STOREDRIVER", "RECEIVE") +
           exchange_row(mail, 800, "10.20.0.5", "SMTP", "SEND");
  return exchange_row(mail, 0, mail.address, "SMTP", "RECEIVE") +
         exchange_row(mail, 800, "", "STOREDRIVER", "DELIVER");
}

// ---- mailboxes

std::string dovecot(const Site& site, const MailboxAct& act) {
  const auto head = syslog_iso(site, act.time) + " mx1 dovecot: imap-login: ";
  if (act.refused)
    return fmt::format(
        "{}Disconnected: Connection closed (auth failed, 1 attempts in 2 secs): user=<{}>, "
        "method=PLAIN, rip={}, lip=10.20.0.5, TLS, session=<{:x}>\n",
        head, act.user, act.address, act.time.milliseconds);
  return fmt::format("{}Login: user=<{}>, method=PLAIN, rip={}, lip=10.20.0.5, mpid={}, TLS\n",
                     head, act.user, act.address, act.time.milliseconds / 1000 % 32768);
}

std::string iis_head(const Site&, Instant first) {
  return fmt::format(
      "#Software: Microsoft Internet Information Services 10.0\r\n#Version: 1.0\r\n#Date: {} "
      "{}\r\n#Fields: date time s-ip cs-method cs-uri-stem cs-uri-query s-port cs-username c-ip "
      "cs(User-Agent) cs(Referer) sc-status sc-substatus sc-win32-status time-taken\r\n",
      utc_day(first), utc_clock(first));
}
std::string iis(const Site& site, const MailboxAct& act) {
  return fmt::format(
      "{} {} 10.20.0.5 POST /owa/auth.owa - 443 {}\\{} {} Mozilla/5.0+(Windows) - {} 0 "
      "0 31\r\n",
      utc_day(act.time), utc_clock(act.time), site.netbios, act.user.substr(0, act.user.find('@')),
      act.address, act.refused ? 401 : 302);
}

std::string zimbra(const Site& site, const MailboxAct& act) {
  const CivilTime civil = site.world.zone.civil(act.time);
  return fmt::format(
      "{} {},{:03} {} [qtp1-45:https://mail/service/soap/AuthRequest] "
      "[name={};oip={};ua=zclient/8.8.15_GA;soapId=1a;] security - cmd=Auth; account={}; "
      "protocol=soap;{}\n",
      iso_day(site, act.time), iso_clock(site, act.time), civil.millisecond,
      act.refused ? "WARN " : "INFO ", act.user, act.address, act.user,
      act.refused
          ? fmt::format(" error=authentication failed for [{}], invalid password;", act.user)
          : "");
}

// ---- virtual machines

using enum MachineAct::Kind;

std::string user_of(const MachineAct& act) {
  return act.user.substr(act.user.find('\\') + 1);
}

std::string act_text(const Site& site, const MachineAct& act) {
  switch (act.kind) {
    case powered_off:
      return fmt::format("{} on {} in {} is powered off", act.machine, act.hypervisor,
                         site.netbios);
    case powered_on:
      return fmt::format("{} on {} in {} is powered on", act.machine, act.hypervisor, site.netbios);
    case signed_in:
      return fmt::format("User {}@{} logged in as Mozilla/5.0", act.user, act.address);
    case shell_command:
    case ssh_enabled:
      return "SSH access has been enabled.";
  }
  return {};
}

// What the client of vSphere exports: nothing of a host's shell.
std::string vcenter_head(const Site&, Instant) {
  return "Description,Type,Date Time,Task,Target,User,Event Type ID\r\n";
}
std::string vcenter(const Site& site, const MachineAct& act) {
  if (act.kind == shell_command) return {};
  static constexpr std::string_view ids[] = {
      "vim.event.VmPoweredOffEvent", "vim.event.VmPoweredOnEvent",
      "vim.event.UserLoginSessionEvent", "", "esx.audit.ssh.enabled"};
  const std::string cells[] = {act_text(site, act),
                               "Information",
                               rfc3339(act.time),
                               "",
                               act.machine.empty() ? act.hypervisor : act.machine,
                               act.user,
                               std::string(ids[static_cast<std::size_t>(act.kind)])};
  return csv_row(cells, ',', false);
}

// The hosts' own logs, sent by syslog.
std::string esxi_syslog(const Site& site, const MachineAct& act) {
  const auto head = fmt::format("{} {} ", utc_milliseconds(act.time), act.hypervisor);
  if (act.kind == shell_command)
    return fmt::format("{}shell[2100012]: [root]: {}\n", head, act.machine);
  if (act.kind == ssh_enabled)
    return fmt::format("{}vobd[2097651]: [UserLevelCorrelator] 123us: [esx.audit.ssh.enabled] {}\n",
                       head, act_text(site, act));
  return fmt::format(
      "{}Hostd: info hostd[2099894] [Originator@6876 sub=Vimsvc.ha-eventmgr user={}] Event {} : "
      "{}\n",
      head, user_of(act), act.time.milliseconds / 1000 % 100000, act_text(site, act));
}

// vCenter's own file.
std::string vpxd(const Site& site, const MachineAct& act) {
  if (act.kind == shell_command || act.kind == ssh_enabled) return {};
  static constexpr std::string_view ids[] = {"VmPoweredOffEvent", "VmPoweredOnEvent",
                                             "UserLoginSessionEvent"};
  const auto number = act.time.milliseconds / 1000 % 10000000;
  return fmt::format(
      "{0} info vpxd[04521] [Originator@6876 sub=vpxLro opID={1}] Event [{1}] [1-1] [{0}] "
      "[vim.event.{2}] [info] [{3}] [{4}] [{1}] [{5}]\n",
      utc_milliseconds(act.time), number, ids[static_cast<std::size_t>(act.kind)], act.user,
      site.netbios, act_text(site, act));
}

// ---- antivirus consoles

std::string doubled_backslashes(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\\') out += c;
    out += c;
  }
  return out;
}

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

}  // namespace

std::span<const Pen<Delivery>> mail_pens() {
  static constexpr Pen<Delivery> pens[] = {
      {"syslog", "mail/mail.log", postfix},
      {"exchange-tracking", "mail/MSGTRK2026.LOG", exchange, exchange_head},
      {"exim", "mail/mainlog", exim},
      {"syslog", "mail/zimbra.log", postfix},
  };
  return pens;
}

std::span<const Pen<MailboxAct>> mailbox_pens() {
  static constexpr Pen<MailboxAct> pens[] = {
      {"syslog", "mailboxes/dovecot.log", dovecot},
      {"w3c-log", "mailboxes/u_ex.log", iis, iis_head},
      {"syslog", "mailboxes/dovecot.log", dovecot},
      {"zimbra", "mailboxes/audit.log", zimbra},
  };
  return pens;
}

std::span<const Pen<MachineAct>> machine_pens() {
  static constexpr Pen<MachineAct> pens[] = {
      {"vcenter-events", "vsphere/events.csv", vcenter, vcenter_head},
      {"syslog", "vsphere/esxi.log", esxi_syslog},
      {"esxi", "vsphere/vpxd.log", vpxd},
  };
  return pens;
}

std::span<const Pen<Alert>> alert_pens() {
  static constexpr Pen<Alert> pens[] = {
      {"cef", "antivirus/gravityzone.log", gravity_zone},
      {"antivirus", "antivirus/console.csv", console, console_head},
      {"leef", "antivirus/deep-security.log", deep_security},
      {"antivirus", "antivirus/withsecure.json", with_secure, with_secure_head, ",\n", "]}\n"},
  };
  return pens;
}

}  // namespace digue::exercise::logs
