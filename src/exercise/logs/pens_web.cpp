// Web proxies.
#include <fmt/core.h>

#include "base/text.h"
#include "exercise/logs/mapped.h"
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

// Its own form: the day first, neither sizes nor referer.
std::string olfeo(const Site& site, const WebRequest& request) {
  const CivilTime civil = site.world.zone.civil(request.time);
  return fmt::format(
      "{} - {} [{:02}/{:02}/{} {}] \"{} {} HTTP/1.1\" {} - - 1000 {}\n", request.from->address,
      request.who == nullptr ? "-" : site.netbios + '\\' + request.who->alias, civil.day,
      civil.month, civil.year, iso_clock(site, request.time), seen_method(request),
      is_tunnel(request) ? "https://" + seen_url(request) : seen_url(request),
      request.blocked ? 403 : request.status, request.category);
}

// The URL-filtering log of PAN-OS, which counts nothing.
std::string palo_alto(const Site& site, const WebRequest& request) {
  const auto day = iso_day(site, request.time);
  const auto at = fmt::format("{}/{}/{} {}", day.substr(0, 4), day.substr(5, 2), day.substr(8),
                              iso_clock(site, request.time));
  const auto user =
      request.who == nullptr ? "" : fmt::format("{}\\{}", lower(site.netbios), request.who->alias);
  return fmt::format(
      "1,{0},001234567890,THREAT,url,2562,{0},{1},{2},0.0.0.0,0.0.0.0,Sortie,{3},,web-browsing,"
      "vsys1,trust,untrust,ae1,ae2,Log,{0},{4},1,{5},{6},0,0,0x1c,tcp,{7},\"{8}{9}\",(9999),{10},"
      "informational,client-to-server,{4},0x0,France,France,,{11},0,,,1,\"{12}\",,,\"{13}\",,,,,"
      "0,0,0,0,,PA-{14},,,,{15},0\n",
      at, request.from->address, request.server, user, request.time.milliseconds % 10000000,
      49152 + request.time.milliseconds % 16000, is_tunnel(request) ? 443 : 80,
      request.blocked ? "block-url" : "alert", request.host, request.path, request.category,
      request.type, agent_of(request), request.referer, site.netbios, lower(request.method));
}

// Zscaler's NSS feed in pairs apart by tabs.
std::string zscaler_pairs(const Site& site, const WebRequest& request) {
  return fmt::format(
      "{} {}\treason={}\tevent_id={}\tprotocol={}\taction={}\tresponsesize={}\trequestsize={}\t"
      "urlcategory={}\tserverip={}\trequestmethod={}\trefererURL={}\tuseragent={}\tClientIP={}\t"
      "status={}\tuser={}\turl={}\thostname={}\tthreatname=None\tcontenttype={}\n",
      iso_day(site, request.time), iso_clock(site, request.time),
      request.blocked ? "Not allowed to browse this category" : "Allowed",
      request.time.milliseconds, request.scheme == "https" ? "HTTPS" : "HTTP",
      request.blocked ? "Blocked" : "Allowed", request.received, request.sent, request.category,
      request.server, request.method, request.referer.empty() ? "None" : request.referer,
      agent_of(request), request.from->address, request.blocked ? 403 : request.status,
      request.who == nullptr ? request.from->name : request.who->upn, request.host + request.path,
      request.host, request.type);
}

std::string escaped_equals(std::string_view text) {
  std::string out;
  for (const char c : text) out += c == '=' ? "\\=" : std::string(1, c);
  return out;
}

// A web gateway in CEF, by the names of the standard.
std::string gateway_cef(const Site& site, const WebRequest& request) {
  return fmt::format(
      "CEF:0|Bastide|Web Gateway|11|200|Access|2|rt={} src={} suser={} dst={} request={} "
      "requestMethod={} requestContext={} requestClientApplication={} in={} out={} act={} "
      "dvchost=gw.{}\n",
      request.time.milliseconds, request.from->address,
      request.who == nullptr ? "-" : request.who->alias, request.server,
      escaped_equals(url_of(request)), request.method,
      request.referer.empty() ? "-" : escaped_equals(request.referer), agent_of(request),
      request.received, request.sent, request.blocked ? "blocked" : "allowed", site.world.domain);
}

// A proxy in LEEF, by the names that QRadar knows.
std::string proxy_leef(const Site& site, const WebRequest& request) {
  return fmt::format(
      "LEEF:1.0|Bastide|Proxy|5|web|devTime={}\tsrc={}\tusrName={}\tdst={}\turl={}\tmethod={}\t"
      "srcBytes={}\tdstBytes={}\taction={}\tdevname=px.{}\n",
      request.time.milliseconds, request.from->address,
      request.who == nullptr ? "-" : request.who->alias, request.server, url_of(request),
      request.method, request.sent, request.received, request.blocked ? "blocked" : "allowed",
      site.world.domain);
}

}  // namespace

std::span<const Pen<WebRequest>> web_pens() {
  static constexpr int all_but_referers = within_tls | sent_bytes;
  static constexpr Pen<WebRequest> pens[] = {
      {"squid", "proxy/access.log", squid},
      {"zscaler", "proxy/nss-web.json", zscaler, nullptr, all_but_referers},
      {"key-values", "proxy/fortigate-web.log", fortigate, nullptr, all_but_referers},
      {"w3c-log", "proxy/bluecoat.log", blue_coat, blue_coat_head, all_but_referers | referers},
      {"access-log", "proxy/access-common.log", common, nullptr, referers},
      {"key-values", "proxy/stormshield-web.log", stormshield, nullptr, all_but_referers},
      {"olfeo", "proxy/olfeo.log", olfeo},
      {"olfeo-saas", "proxy/olfeo-saas.json", olfeo_saas, nullptr, all_but_referers,
       &olfeo_saas_mapping},
      {"palo-alto", "proxy/panos-url.log", palo_alto, nullptr, within_tls},
      {"key-values", "proxy/nss-web.log", zscaler_pairs, nullptr, all_but_referers},
      {"cef", "proxy/web-gateway.log", gateway_cef, nullptr, all_but_referers},
      {"leef", "proxy/proxy-leef.log", proxy_leef, nullptr, all_but_referers},
      {"filtre-web", "proxy/filtre-web.log", web_filter, web_filter_head, all_but_referers,
       &web_filter_mapping},
  };
  return pens;
}

static bool web_pen_tells(const Site& site, Tells what) {
  return (web_pens()[site.choice(web_pens().size())].tells & what) != 0;
}

bool tells_referers(const Site& site) {
  return web_pen_tells(site, referers);
}

bool counts_sent_bytes(const Site& site) {
  const auto flows = flow_pens();
  const bool by_firewall = (flows[site.choice(flows.size())].tells & sent_bytes) != 0;
  return by_firewall || web_pen_tells(site, sent_bytes);
}

bool sees_within_tls(const Site& site) {
  return web_pen_tells(site, within_tls);
}

}  // namespace digue::exercise::logs
