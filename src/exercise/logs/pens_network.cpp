// Firewalls, VPN gateways and name servers.
#include <fmt/core.h>
#include <initializer_list>
#include <utility>

#include "exercise/logs/mapped.h"
#include "exercise/logs/moments.h"
#include "exercise/logs/pens.h"

namespace digue::exercise::logs {

namespace {

int port_of(Instant time) {
  return static_cast<int>(49152 + time.milliseconds / 7 % 16000);
}

// What every line of a FortiGate and of a Stormshield begins with.
std::string fortigate_head(const Site& site, Instant time) {
  return fmt::format(
      "date={} time={} devname=\"FGT-{}\" devid=\"FG100FTK20001234\" eventtime={}000000 tz=\"{}\" ",
      iso_day(site, time), iso_clock(site, time), site.netbios, time.milliseconds,
      offset(site, time));
}
std::string stormshield_head(const Site& site, Instant time) {
  return fmt::format("id=firewall time=\"{0} {1}\" fw=\"SNS-{2}\" tz={3} startime=\"{0} {1}\" ",
                     iso_day(site, time), iso_clock(site, time), site.netbios, offset(site, time));
}
std::string palo_alto_time(const Site& site, Instant time) {
  std::string day = iso_day(site, time);
  day[4] = day[7] = '/';
  return day + ' ' + iso_clock(site, time);
}

// ---- firewalls

std::string fortigate_flow(const Site& site, const Flow& flow) {
  return fmt::format(
      "{}logid=\"0000000013\" type=\"traffic\" subtype=\"forward\" level=\"notice\" vd=\"root\" "
      "srcip={} srcport={} srcintf=\"lan\" dstip={} dstport={} dstintf=\"wan1\" sessionid={} "
      "proto=6 action=\"{}\" policyid=12 service=\"tcp/{}\" duration={} sentbyte={} rcvdbyte={} "
      "sentpkt={} rcvdpkt={}\n",
      fortigate_head(site, flow.time), flow.source, port_of(flow.time), flow.destination, flow.port,
      flow.time.milliseconds % 10000000, flow.allowed ? "close" : "deny", flow.port, flow.seconds,
      flow.allowed ? flow.sent : 0, flow.allowed ? flow.received : 0, flow.sent / 1300 + 3,
      flow.received / 1300 + 3);
}

std::string stormshield_flow(const Site& site, const Flow& flow) {
  return fmt::format(
      "{}pri=5 confid=01 slotlevel=2 ruleid=12 srcif=\"Ethernet0\" srcifname=\"in\" ipproto=tcp "
      "dstif=\"Ethernet1\" dstifname=\"out\" proto=ssl src={} srcport={} dst={} dstport={} "
      "action={} sent={} rcvd={} duration={}.00 logtype=\"connection\"\n",
      stormshield_head(site, flow.time), flow.source, port_of(flow.time), flow.destination,
      flow.port, flow.allowed ? "pass" : "block", flow.sent, flow.received, flow.seconds);
}

std::string pfsense_flow(const Site& site, const Flow& flow) {
  return fmt::format(
      "{} pfsense filterlog[41312]: 5,,,1000000103,igb1,match,{},in,4,0x0,,64,{},0,DF,6,tcp,60,{},"
      "{},{},{},0,S,{},,64240,,mss\n",
      syslog_stamp(site, flow.time), flow.allowed ? "pass" : "block",
      flow.time.milliseconds % 60000, flow.source, flow.destination, port_of(flow.time), flow.port,
      flow.time.milliseconds % 4000000);
}

std::string palo_alto_flow(const Site& site, const Flow& flow) {
  const auto at = palo_alto_time(site, flow.time);
  return fmt::format(
      "1,{0},001234567890,TRAFFIC,end,2562,{0},{1},{2},0.0.0.0,0.0.0.0,Sortie,,,ssl,vsys1,trust,"
      "untrust,ae1,ae2,Log,{0},{3},1,{4},{5},0,0,0x1c,tcp,{6},{7},{8},{9},{10},{0},{11},any,,{3},"
      "0x0,France,France,,{10},{10},tcp-fin,0,0,0,0,,PA-{12}\n",
      at, flow.source, flow.destination, flow.time.milliseconds % 10000000, port_of(flow.time),
      flow.port, flow.allowed ? "allow" : "deny", flow.sent + flow.received, flow.sent,
      flow.received, (flow.sent + flow.received) / 1300 + 4, flow.seconds, site.netbios);
}

// ---- VPN

using enum VpnAct::Kind;

std::string fortigate_vpn(const Site& site, const VpnAct& act) {
  const auto head = fortigate_head(site, act.time);
  const auto who = fmt::format("remip={} user=\"{}\"", act.address, act.user);
  if (act.kind == refused)
    return fmt::format(
        "{}logid=\"0101039426\" type=\"event\" subtype=\"vpn\" level=\"alert\" vd=\"root\" "
        "logdesc=\"SSL VPN login fail\" action=\"ssl-login-fail\" tunneltype=\"ssl-web\" {} "
        "group=\"N/A\" dst_host=\"N/A\" reason=\"sslvpn_login_permission_denied\" "
        "msg=\"SSL user failed to logged in\"\n",
        head, who);
  if (act.kind == opened)
    return fmt::format(
        "{}logid=\"0101039947\" type=\"event\" subtype=\"vpn\" level=\"information\" vd=\"root\" "
        "logdesc=\"SSL VPN tunnel up\" action=\"tunnel-up\" tunneltype=\"ssl-tunnel\" "
        "tunnelid={} {} tunnelip={} group=\"Distants\" dst_host=\"N/A\" "
        "reason=\"tunnel established\" msg=\"SSL tunnel established\"\n",
        head, act.number, who, act.inside);
  return fmt::format(
      "{}logid=\"0101039948\" type=\"event\" subtype=\"vpn\" level=\"information\" vd=\"root\" "
      "logdesc=\"SSL VPN tunnel down\" action=\"tunnel-down\" tunneltype=\"ssl-tunnel\" "
      "tunnelid={} {} tunnelip={} group=\"Distants\" duration={} sentbyte={} rcvdbyte={} "
      "msg=\"SSL tunnel shutdown\"\n",
      head, act.number, who, act.inside, act.seconds, act.received, act.sent);
}

std::string stormshield_vpn(const Site& site, const VpnAct& act) {
  const auto head = stormshield_head(site, act.time);
  if (act.kind == refused)
    return fmt::format(
        "{}error=4 user=\"{}\" src={} method=\"PLAIN\" msg=\"Authentication failed\" "
        "logtype=\"auth\"\n",
        head, act.user, act.address);
  return fmt::format(
      "{}error=0 user=\"{}\" src={} remotenet={} msg=\"SSL tunnel {}\" logtype=\"xvpn\"\n", head,
      act.user, act.address, act.inside, act.kind == opened ? "created" : "removed");
}

std::string openvpn(const Site& site, const VpnAct& act) {
  const auto head = iso_day(site, act.time) + ' ' + iso_clock(site, act.time);
  const auto place = fmt::format("{}:{}", act.address, 40000 + act.number);
  if (act.kind == refused)
    return fmt::format(
        "{0} {1} TLS: Username/Password authentication failed for username '{2}' \n"
        "{0} {1} TLS Auth Error: Auth Username/Password verification failed for "
        "peer\n",
        head, place, act.user);
  if (act.kind == opened)
    return fmt::format(
        "{0} {1} TLS: Initial packet from [AF_INET]{1}, sid={2}\n"
        "{0} {1} [{3}] Peer Connection Initiated with [AF_INET]{1}\n"
        "{0} {3}/{1} MULTI_sva: pool returned IPv4={4}, IPv6=(Not enabled)\n",
        head, place, act.number, act.user, act.inside);
  return fmt::format("{} {}/{} SIGTERM[soft,remote-exit] received, client-instance exiting\n", head,
                     act.user, place);
}

std::string any_connect(const Site& site, const VpnAct& act) {
  const auto head = fmt::format("<166>{} asa1 ", syslog_stamp(site, act.time));
  if (act.kind == refused)
    return fmt::format(
        "{}%ASA-6-113005: AAA user authentication Rejected : reason = AAA failure : server = "
        "10.20.0.10 : user = {} : user IP = {}\n",
        head, act.user, act.address);
  if (act.kind == opened)
    return fmt::format(
        "{}%ASA-4-722051: Group <Distants> User <{}> IP <{}> IPv4 Address <{}> IPv6 address <::> "
        "assigned to session\n",
        head, act.user, act.address, act.inside);
  return fmt::format(
      "{}%ASA-4-113019: Group = Distants, Username = {}, IP = {}, Session disconnected. Session "
      "Type: AnyConnect-Parent, Duration: {}h:{:02}m:{:02}s, Bytes xmt: {}, Bytes rcv: {}, Reason: "
      "User Requested\n",
      head, act.user, act.address, act.seconds / 3600, act.seconds / 60 % 60, act.seconds % 60,
      act.received, act.sent);
}

std::string us_day(const Site& site, Instant time) {
  const CivilTime civil = site.world.zone.civil(time);
  return fmt::format("{:02}/{:02}/{}", civil.month, civil.day, civil.year);
}

// A request, then what became of it; the beginning and the end of a session are accounted for.
std::string nps(const Site& site, const VpnAct& act) {
  const auto head = fmt::format("{},{}", us_day(site, act.time), iso_clock(site, act.time));
  const auto who = fmt::format("\"{}\\{}\"", site.netbios, act.user);
  if (act.kind == closed)
    return fmt::format(
        "\"SRV-NPS\",\"RAS\",{},4,{},,,\"{}\",,\"{}\",,\"10.20.0.1\",{},311,\"10.20.0.1\","
        "\"RRAS\",,,5,,1,2,,,0,,,,,,2,,{},{},\"{}\",,{}\n",
        head, who, act.address, act.inside, act.number % 90, act.received, act.sent, act.number,
        act.seconds);
  std::string lines = fmt::format(
      "\"SRV-NPS\",\"IAS\",{},1,{},,\"vpn.{}\",\"{}\",,,\"VPN1\",\"10.20.0.1\",{},311,"
      "\"10.20.0.1\",\"RRAS\",,,5,,1,2,4,\"Accès VPN\",0,\"311 1 10.20.0.10 {}\",,,,,,,,,,,\n",
      head, who, site.world.domain, act.address, act.number % 90, act.number);
  lines += fmt::format(
      "\"SRV-NPS\",\"IAS\",{},{},{},,\"vpn.{}\",\"{}\",,,,,,,\"10.20.0.1\",\"RRAS\",,,,,,,4,"
      "\"Accès VPN\",{},\"311 1 10.20.0.10 {}\",,,,,,,,,,,\n",
      head, act.kind == refused ? 3 : 2, who, site.world.domain, act.address,
      act.kind == refused ? 16 : 0, act.number);
  if (act.kind == opened)
    lines += fmt::format(
        "\"SRV-NPS\",\"RAS\",{},4,{},,,\"{}\",,\"{}\",,\"10.20.0.1\",{},311,\"10.20.0.1\","
        "\"RRAS\",,,5,,1,2,,,0,,,,,,1,,,,\"{}\",,\n",
        head, who, act.address, act.inside, act.number % 90, act.number);
  return lines;
}

// One event of the XML form; what is "" is left out.
std::string dts_event(const Site& site, const VpnAct& act,
                      std::initializer_list<std::pair<std::string_view, std::string>> attributes) {
  std::string line = fmt::format(
      "<Event><Timestamp data_type=\"4\">{} {}.000</Timestamp><Computer-Name data_type=\"1\">"
      "SRV-NPS</Computer-Name><User-Name data_type=\"1\">{}\\{}</User-Name><Calling-Station-Id "
      "data_type=\"1\">{}</Calling-Station-Id><NAS-Port-Type data_type=\"0\">5</NAS-Port-Type>",
      us_day(site, act.time), iso_clock(site, act.time), site.netbios, act.user, act.address);
  for (const auto& [name, value] : attributes)
    if (!value.empty()) line += fmt::format("<{0} data_type=\"0\">{1}</{0}>", name, value);
  return line + "</Event>\n";
}

std::string nps_xml(const Site& site, const VpnAct& act) {
  const auto session = [&](std::string_view status) {
    const bool ends = act.kind == closed;
    return dts_event(site, act,
                     {{"Event-Source", "RAS"},
                      {"Packet-Type", "4"},
                      {"Acct-Status-Type", std::string(status)},
                      {"Acct-Session-Id", std::to_string(act.number)},
                      {"Framed-IP-Address", act.inside},
                      {"Acct-Input-Octets", ends ? std::to_string(act.received) : ""},
                      {"Acct-Output-Octets", ends ? std::to_string(act.sent) : ""},
                      {"Acct-Session-Time", ends ? std::to_string(act.seconds) : ""}});
  };
  if (act.kind == closed) return session("2");
  const auto asked =
      dts_event(site, act, {{"Event-Source", "IAS"}, {"Packet-Type", "1"}, {"Reason-Code", "0"}});
  const auto told = dts_event(site, act,
                              {{"Event-Source", "IAS"},
                               {"Packet-Type", act.kind == refused ? "3" : "2"},
                               {"Reason-Code", act.kind == refused ? "16" : "0"}});
  return asked + told + (act.kind == opened ? session("1") : "");
}

std::string global_protect(const Site& site, const VpnAct& act) {
  const auto at = palo_alto_time(site, act.time);
  const auto stage = act.kind == refused  ? "gateway-auth,login,LDAP"
                     : act.kind == opened ? "gateway-connected,connected,"
                                          : "gateway-logout,logout,";
  return fmt::format(
      "1,{0},001234567890,GLOBALPROTECT,0,2562,{0},vsys1,{1},{2},{3},FR,PC-DISTANT,{4},,{5},,ab,SN,"
      "6.0,Windows,10,1,{6},,,{7},,{8},user-logon,0,vpn.{9},{10},0x0\n",
      at, stage, act.kind == opened ? "IPSec" : "", act.user, act.address,
      act.kind == refused ? "0.0.0.0" : act.inside,
      act.kind == refused ? "Invalid username or password" : "",
      act.kind == refused ? "failure" : "success", act.seconds, site.world.domain, act.number);
}

// ---- name servers

std::string bind(const Site& site, const NameQuestion& question) {
  const CivilTime civil = site.world.zone.civil(question.time);
  return fmt::format(
      "{:02}-{}-{} {}.{:03} queries: info: client @0x7f1c {}#{} ({}): query: {} IN A +E(0)K "
      "(10.20.0.10)\n",
      civil.day, month_name(civil.month), civil.year, iso_clock(site, question.time),
      civil.millisecond, question.client, port_of(question.time), question.name, question.name);
}

// By syslog, in the newer of its two forms (RFC 5424).
std::string bind_syslog(const Site& site, const NameQuestion& question) {
  return fmt::format(
      "<30>1 {} ns1.{} named 77 - - client @0x7f1c {}#{} ({}): query: {} IN A +E(0)K "
      "(10.20.0.10)\n",
      utc_milliseconds(question.time), site.world.domain, question.client, port_of(question.time),
      question.name, question.name);
}

std::string windows_dns_head(const Site& site, Instant first) {
  const CivilTime civil = site.world.zone.civil(first);
  return fmt::format(
      "DNS Server log file creation at {:02}/{:02}/{} 00:00:01\r\n\r\nMessage logging key (for "
      "packets - other items use a subset of these fields):\r\n\tField #  Information         "
      "Values\r\n\r\n",
      civil.day, civil.month, civil.year);
}

// A French server's dates; the name as lengths and labels.
std::string windows_dns(const Site& site, const NameQuestion& question) {
  const CivilTime civil = site.world.zone.civil(question.time);
  std::string labels;
  for (std::string_view rest = question.name; !rest.empty();) {
    const auto label = rest.substr(0, rest.find('.'));
    labels += fmt::format("({}){}", label.size(), label);
    rest.remove_prefix(std::min(label.size() + 1, rest.size()));
  }
  return fmt::format(
      "{:02}/{:02}/{} {} 0E2C PACKET  000000D5A1B2C3D0 UDP Rcv {:<15} {:04x}   Q [0001   D   "
      "NOERROR] A      {}(0)\r\n",
      civil.day, civil.month, civil.year, iso_clock(site, question.time), question.client,
      question.time.milliseconds % 65536, labels);
}

std::string dnsmasq(const Site& site, const NameQuestion& question) {
  return fmt::format("{} ns1 dnsmasq[78]: query[A] {} from {}\n", syslog_stamp(site, question.time),
                     question.name, question.client);
}

std::string unbound(const Site& site, const NameQuestion& question) {
  return fmt::format("{} ns1 unbound[79]: [79:0] info: {} {}. A IN\n",
                     syslog_iso(site, question.time), question.client, question.name);
}

}  // namespace

std::span<const Pen<Flow>> flow_pens() {
  static constexpr Pen<Flow> pens[] = {
      {"key-values", "firewall/fortigate.log", fortigate_flow, nullptr, sent_bytes},
      {"palo-alto", "firewall/panos.log", palo_alto_flow, nullptr, sent_bytes},
      {"key-values", "firewall/stormshield.log", stormshield_flow, nullptr, sent_bytes},
      {"syslog", "firewall/pfsense.log", pfsense_flow},
      {"passerelle", "firewall/passerelle.csv", gateway_flow, gateway_flow_head, sent_bytes,
       &gateway_flow_mapping},
  };
  return pens;
}

std::span<const Pen<VpnAct>> vpn_pens() {
  static constexpr Pen<VpnAct> pens[] = {
      {"key-values", "vpn/fortigate-vpn.log", fortigate_vpn},
      {"openvpn", "vpn/openvpn.log", openvpn},
      {"key-values", "vpn/stormshield-vpn.log", stormshield_vpn},
      {"syslog", "vpn/asa.log", any_connect},
      {"nps", "vpn/IN2603.log", nps},
      {"palo-alto", "vpn/globalprotect.log", global_protect},
      {"nps", "vpn/IN2603-dts.log", nps_xml},
      {"acces-distants", "vpn/portail.log", remote_access, nullptr, only_hosts,
       &remote_access_mapping},
  };
  return pens;
}

std::span<const Pen<NameQuestion>> name_pens() {
  static constexpr Pen<NameQuestion> pens[] = {
      {"bind", "dns/query.log", bind},
      {"windows-dns", "dns/dns.log", windows_dns, windows_dns_head},
      {"syslog", "dns/dnsmasq.log", dnsmasq},
      {"syslog", "dns/unbound.log", unbound},
      {"syslog", "dns/named-syslog.log", bind_syslog},
      {"resolveur", "dns/resolveur.log", resolver, nullptr, only_hosts, &resolver_mapping},
  };
  return pens;
}

}  // namespace digue::exercise::logs
