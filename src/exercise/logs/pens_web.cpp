// Web proxies.
#include <fmt/core.h>

#include "exercise/logs/moments.h"
#include "exercise/logs/pens.h"

namespace digue::exercise::logs {

namespace {

// Proxies that do not open TLS see the name of the server only.
bool is_tunnel(const WebRequest& request) {
  return request.scheme == "https";
}
std::string url_of(const WebRequest& request) {
  return request.scheme + "://" + request.host + request.path;
}
std::string login_of(const WebRequest& request) {
  return request.who == nullptr ? "-" : request.who->alias;
}
std::string_view agent_of(const WebRequest& request) {
  return request.who == nullptr ? "Microsoft-Delivery-Optimization/10.0"
                                : std::string_view(request.who->desktop.agent);
}
std::string seen_method(const WebRequest& request) {
  return is_tunnel(request) ? "CONNECT" : request.method;
}
std::string seen_url(const WebRequest& request) {
  return is_tunnel(request) ? request.host + ":443" : url_of(request);
}

std::string squid(const Site&, const WebRequest& request) {
  const auto milliseconds = request.time.milliseconds;
  const std::string_view code = request.blocked      ? "TCP_DENIED"
                                : is_tunnel(request) ? "TCP_TUNNEL"
                                                     : "TCP_MISS";
  return fmt::format("{}.{:03} {:6} {} {}/{} {} {} {} {} {} {}\n", milliseconds / 1000,
                     milliseconds % 1000, 40 + milliseconds % 900, request.from->address, code,
                     request.blocked ? 403 : request.status, request.received, seen_method(request),
                     seen_url(request), login_of(request),
                     request.blocked ? "HIER_NONE/-" : "HIER_DIRECT/" + request.server,
                     is_tunnel(request) ? "-" : request.type);
}

std::string common(const Site& site, const WebRequest& request) {
  return fmt::format(
      "{} - {} [{}:{} {}] \"{} {} HTTP/1.1\" {} {} \"{}\" \"{}\" TCP_MISS:HIER_DIRECT\n",
      request.from->address, login_of(request), web_day(site, request.time),
      iso_clock(site, request.time), offset(site, request.time), seen_method(request),
      seen_url(request), request.blocked ? 403 : request.status, request.received,
      request.referer.empty() ? "-" : request.referer, agent_of(request));
}

std::string blue_coat_head(const Site&, Instant first) {
  return fmt::format(
      "#Software: SGOS 6.7.5.3\r\n#Version: 1.0\r\n#Date: {} {}\r\n#Fields: date time time-taken "
      "c-ip cs-username cs-auth-group s-action sc-status rs(Content-Type) cs-method "
      "cs-uri-scheme cs-host cs-uri-port cs-uri-path cs-uri-query cs(Referer) cs(User-Agent) "
      "sc-filter-result cs-categories s-ip sc-bytes cs-bytes\r\n",
      utc_day(first), utc_clock(first));
}

std::string blue_coat(const Site& site, const WebRequest& request) {
  const auto question = request.path.find('?');
  const bool asks = question != std::string::npos;
  return fmt::format(
      "{} {} {} {} {} - {} {} {} {} {} {} {} {} {} {} \"{}\" {} \"{}\" 10.20.0.8 {} {}\r\n",
      utc_day(request.time), utc_clock(request.time), 40 + request.time.milliseconds % 900,
      request.from->address,
      request.who == nullptr ? "-" : site.netbios + '\\' + request.who->alias,
      request.blocked ? "TCP_DENIED" : "TCP_NC_MISS", request.blocked ? 403 : request.status,
      request.type, request.method, request.scheme, request.host, is_tunnel(request) ? 443 : 80,
      request.path.substr(0, question), asks ? request.path.substr(question) : "-",
      request.referer.empty() ? "-" : request.referer, agent_of(request),
      request.blocked ? "DENIED" : "OBSERVED", request.category, request.received, request.sent);
}

std::string zscaler(const Site& site, const WebRequest& request) {
  return fmt::format(
      R"({{"sourcetype":"zscalernss-web","event":{{"datetime":"{} {}","reason":"{}","event_id":"{}",)"
      R"("protocol":"{}","action":"{}","transactionsize":"{}","responsesize":"{}","requestsize":"{}",)"
      R"("urlcategory":"{}","serverip":"{}","requestmethod":"{}","refererURL":"{}","useragent":"{}",)"
      R"("ClientIP":"{}","status":"{}","user":"{}","url":"{}","hostname":"{}","threatname":"None",)"
      R"("threatcategory":"None","contenttype":"{}"}}}})"
      "\n",
      iso_day(site, request.time), iso_clock(site, request.time),
      request.blocked ? "Not allowed to browse this category" : "Allowed",
      request.time.milliseconds, request.scheme == "https" ? "HTTPS" : "HTTP",
      request.blocked ? "Blocked" : "Allowed", request.sent + request.received, request.received,
      request.sent, request.category, request.server, request.method,
      request.referer.empty() ? "None" : request.referer, agent_of(request), request.from->address,
      request.blocked ? 403 : request.status,
      request.who == nullptr ? request.from->name : request.who->upn, request.host + request.path,
      request.host, request.type);
}

std::string fortigate(const Site& site, const WebRequest& request) {
  return fmt::format(
      "date={} time={} devname=\"FGT-{}\" devid=\"FG100FTK20001234\" eventtime={}000000 tz=\"{}\" "
      "logid=\"0317013312\" type=\"utm\" subtype=\"webfilter\" eventtype=\"ftgd_allow\" "
      "level=\"notice\" vd=\"root\" policyid=12 sessionid={} {}srcip={} srcport={} dstip={} "
      "dstport={} proto=6 service=\"{}\" hostname=\"{}\" profile=\"web\" action=\"{}\" "
      "reqtype=\"direct\" url=\"{}\" {}sentbyte={} rcvdbyte={} direction=\"outgoing\" "
      "httpmethod=\"{}\" msg=\"URL belongs to an allowed category in policy\" cat=52 "
      "catdesc=\"{}\"\n",
      iso_day(site, request.time), iso_clock(site, request.time), site.netbios,
      request.time.milliseconds, offset(site, request.time), request.time.milliseconds % 10000000,
      request.who == nullptr ? "" : fmt::format("user=\"{}\" ", request.who->alias),
      request.from->address, 49152 + request.time.milliseconds % 16000, request.server,
      is_tunnel(request) ? 443 : 80, is_tunnel(request) ? "HTTPS" : "HTTP", request.host,
      request.blocked ? "blocked" : "passthrough", url_of(request),
      request.referer.empty() ? "" : fmt::format("referralurl=\"{}\" ", request.referer),
      request.sent, request.received, request.method, request.category);
}

std::string stormshield(const Site& site, const WebRequest& request) {
  return fmt::format(
      "id=firewall time=\"{0} {1}\" fw=\"SNS-{2}\" tz={3} startime=\"{0} {1}\" pri=5 confid=01 "
      "slotlevel=2 ruleid=7 srcif=\"Ethernet0\" srcifname=\"in\" ipproto=tcp proto={4} src={5} "
      "srcport={6} dst={7} dstport={8} dstname=\"{9}\"{10} action={11} sent={12} rcvd={13} "
      "duration=0.42 op={14} result={15} arg=\"{16}\" cat_site=\"{17}\" logtype=\"web\"\n",
      iso_day(site, request.time), iso_clock(site, request.time), site.netbios,
      offset(site, request.time), request.scheme, request.from->address,
      49152 + request.time.milliseconds % 16000, request.server, is_tunnel(request) ? 443 : 80,
      request.host, request.who == nullptr ? "" : fmt::format(" user=\"{}\"", request.who->alias),
      request.blocked ? "block" : "pass", request.sent, request.received, request.method,
      request.blocked ? 403 : request.status, request.path, request.category);
}

}  // namespace

std::span<const Pen<WebRequest>> web_pens() {
  static constexpr Pen<WebRequest> pens[] = {
      {"squid", "proxy/access.log", squid},
      {"zscaler", "proxy/nss-web.json", zscaler},
      {"key-values", "proxy/fortigate-web.log", fortigate},
      {"w3c-log", "proxy/bluecoat.log", blue_coat, blue_coat_head},
      {"access-log", "proxy/access.log", common},
      {"key-values", "proxy/stormshield-web.log", stormshield},
  };
  return pens;
}

bool tells_referers(const Site& site) {
  const auto line = web_pens()[site.choice(web_pens().size())].line;
  return line == blue_coat || line == common;
}

bool counts_sent_bytes(const Site& site) {
  const auto flows = flow_pens();
  const bool by_firewall = flows[site.choice(flows.size())].file != "firewall/pfsense.log";
  return by_firewall || sees_within_tls(site);  // the other proxies count both ways
}

bool sees_within_tls(const Site& site) {
  const auto line = web_pens()[site.choice(web_pens().size())].line;
  return line != squid && line != common;
}

}  // namespace digue::exercise::logs
