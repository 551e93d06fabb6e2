// Mail servers and virtual machines.
#include <fmt/core.h>

#include "base/json_writer.h"
#include "exercise/logs/moments.h"
#include "exercise/logs/pens.h"
#include "exercise/output.h"

namespace digue::exercise::logs {

namespace {

// ---- mail

// What a line of syslog begins with; `program` is "postfix/smtpd", `process` its number.
using SyslogHead = std::string (*)(const Site& site, Instant time, std::string_view program,
                                   int process);

// As Debian's rsyslog writes to files.
std::string head_of_files(const Site& site, Instant time, std::string_view program, int process) {
  return fmt::format("{} mx1 {}[{}]: ", syslog_iso(site, time), program, process);
}
// As it goes over the network (RFC 5424).
std::string head_of_network(const Site& site, Instant time, std::string_view program, int process) {
  return fmt::format("<22>1 {} mx1.{} {} {} - - ", utc_milliseconds(time), site.world.domain,
                     program, process);
}

// Of a Postfix, which Zimbra has beneath it.
template <SyslogHead head_of>
std::string postfix(const Site& site, const Delivery& mail) {
  const auto head = [&](std::int64_t after, std::string_view program, int process) {
    return head_of(site, mail.time + after, program, process) + mail.queue + ": ";
  };
  const auto internal = fmt::format("mx1.{}[10.20.0.5]", site.world.domain);
  return head(0, "postfix/smtpd", 2211) +
         (mail.outgoing
              ? fmt::format("client=poste.{}[10.20.1.99], sasl_method=LOGIN, sasl_username={}\n",
                            site.world.domain, mail.sender)
              : fmt::format("client={}[{}]\n", mail.server, mail.address)) +
         head(50, "postfix/cleanup", 2213) + fmt::format("message-id=<{}>\n", mail.message_id) +
         head(100, "postfix/qmgr", 901) +
         fmt::format("from=<{}>, size={}, nrcpt=1 (queue active)\n", mail.sender, mail.size) +
         head(900, mail.outgoing ? "postfix/smtp" : "postfix/lmtp", mail.outgoing ? 2300 : 2301) +
         fmt::format(
             "to=<{}>, relay={}:{}, delay=0.9, delays=0.1/0/0.3/0.5, dsn=2.0.0, "
             "status=sent (250 2.0.0 Ok)\n",
             mail.recipient,
             mail.outgoing ? fmt::format("{}[{}]", mail.server, mail.address) : internal,
             mail.outgoing ? 25 : 7025) +
         head(910, "postfix/qmgr", 901) + "removed\n";
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

std::string dovecot_line(const MailboxAct& act, const std::string& head) {
  if (act.refused)
    return fmt::format(
        "{}Disconnected: Connection closed (auth failed, 1 attempts in 2 secs): user=<{}>, "
        "method=PLAIN, rip={}, lip=10.20.0.5, TLS, session=<{:x}>\n",
        head, act.user, act.address, act.time.milliseconds);
  return fmt::format("{}Login: user=<{}>, method=PLAIN, rip={}, lip=10.20.0.5, mpid={}, TLS\n",
                     head, act.user, act.address, act.time.milliseconds / 1000 % 32768);
}

std::string dovecot(const Site& site, const MailboxAct& act) {
  return dovecot_line(act, syslog_iso(site, act.time) + " mx1 dovecot: imap-login: ");
}
std::string dovecot_network(const Site& site, const MailboxAct& act) {
  return dovecot_line(act, head_of_network(site, act.time, "dovecot", 880) + "imap-login: ");
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

// Likewise, by PowerCLI's Get-VIEvent.
std::string vi_event_head(const Site&, Instant) {
  return "[";
}
std::string vi_event(const Site& site, const MachineAct& act) {
  if (act.kind == shell_command || act.kind == ssh_enabled) return {};
  static constexpr std::string_view ids[] = {"VmPoweredOffEvent", "VmPoweredOnEvent",
                                             "UserLoginSessionEvent"};
  JsonWriter json;
  json.begin_object().member("Key", act.time.milliseconds / 1000 % 10000000);
  json.member("CreatedTime", utc_milliseconds(act.time)).member("UserName", act.user);
  json.key("Vm").begin_object().member("Name", act.machine).end_object();
  json.key("Host").begin_object().member("Name", act.hypervisor).end_object();
  json.member("FullFormattedMessage", act_text(site, act));
  json.member("EventTypeId", "vim.event." + std::string(ids[static_cast<std::size_t>(act.kind)]));
  json.end_object();
  return json.take();
}

// The hosts' own file.
std::string hostd(const Site& site, const MachineAct& act) {
  if (act.kind == shell_command || act.kind == ssh_enabled) return {};
  return fmt::format(
      "{} info hostd[2099894] [Originator@6876 sub=Vimsvc.ha-eventmgr user={}] Event {} : {}\n",
      utc_milliseconds(act.time), user_of(act), act.time.milliseconds / 1000 % 100000,
      act_text(site, act));
}

// Their logs, sent by syslog in the newer of its two forms (RFC 5424).
std::string esxi_network(const Site& site, const MachineAct& act) {
  const auto head = [&](std::string_view program, int process) {
    return fmt::format("<14>1 {} {} {} {} - - ", utc_milliseconds(act.time), act.hypervisor,
                       program, process);
  };
  if (act.kind == shell_command)
    return fmt::format("{}[root]: {}\n", head("shell", 2100012), act.machine);
  if (act.kind == ssh_enabled)
    return fmt::format("{}[UserLevelCorrelator] 123us: [esx.audit.ssh.enabled] {}\n",
                       head("vobd", 2097651), act_text(site, act));
  return fmt::format("{}[Originator@6876 sub=Vimsvc.ha-eventmgr user={}] Event {} : {}\n",
                     head("Hostd", 2099894), user_of(act), act.time.milliseconds / 1000 % 100000,
                     act_text(site, act));
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

}  // namespace

std::span<const Pen<Delivery>> mail_pens() {
  static constexpr Pen<Delivery> pens[] = {
      {"syslog", "mail/mail.log", postfix<head_of_files>},
      {"exchange-tracking", "mail/MSGTRK2026.LOG", exchange, exchange_head},
      {"exim", "mail/mainlog", exim},
      {"syslog", "mail/zimbra.log", postfix<head_of_files>},
      {"syslog", "mail/collected.log", postfix<head_of_network>},
  };
  return pens;
}

std::span<const Pen<MailboxAct>> mailbox_pens() {
  static constexpr Pen<MailboxAct> pens[] = {
      {"syslog", "mailboxes/dovecot.log", dovecot},
      {"w3c-log", "mailboxes/u_ex.log", iis, iis_head},
      {"syslog", "mailboxes/dovecot.log", dovecot},
      {"zimbra", "mailboxes/audit.log", zimbra},
      {"syslog", "mailboxes/collected.log", dovecot_network},
  };
  return pens;
}

std::span<const Pen<MachineAct>> machine_pens() {
  static constexpr Pen<MachineAct> pens[] = {
      {"vcenter-events", "vsphere/events.csv", vcenter, vcenter_head},
      {"syslog", "vsphere/esxi.log", esxi_syslog},
      {"esxi", "vsphere/vpxd.log", vpxd},
      {"vcenter-events", "vsphere/vievents.json", vi_event, vi_event_head, only_hosts, nullptr,
       ",\n", "]\n"},
      {"esxi", "vsphere/hostd.log", hostd},
      {"syslog", "vsphere/collected.log", esxi_network},
  };
  return pens;
}

}  // namespace digue::exercise::logs
