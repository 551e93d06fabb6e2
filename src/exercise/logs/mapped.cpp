#include "exercise/logs/mapped.h"

#include <fmt/core.h>

#include "base/json_writer.h"
#include "exercise/logs/moments.h"
#include "exercise/output.h"

namespace digue::exercise::logs {

// The one that docs/formats.md shows.
constexpr std::string_view olfeo_saas_mapping = R"(- name: olfeo-saas
  shape: json
  recognise: [src_ip, http_method, category_label]
  dates: utc
  parts:
    time: timestamp
    account: display_name
    address: src_ip
    url: url
    destination: domain
    method: http_method
    code: user_status_code
    outcome: action
    bytes_out: user_sent_bytes
    bytes_in: user_received_bytes
)";

std::string olfeo_saas(const Site&, const WebRequest& request) {
  JsonWriter json;
  json.begin_object().member("user_id", "1");
  json.member("display_name", request.who == nullptr ? "-" : request.who->upn);
  json.member("category_id", "1000").member("category_label", request.category);
  json.member("url", request.scheme + "://" + request.host + request.path);
  json.member("action", request.blocked ? "deny" : "allow").member("domain", request.host);
  json.member("src_ip", request.from->address).member("src_port", "27275");
  json.member("timestamp", request.time.milliseconds).member("threat", "-");
  json.member("dest_ip", request.server).member("http_method", request.method);
  json.member("http_version", "1.1");
  json.member("user_received_bytes", std::to_string(request.received));
  json.member("user_sent_bytes", std::to_string(request.sent));
  json.member("user_status_code", std::to_string(request.blocked ? 403 : request.status));
  json.member("cache_status", "TCP_MISS").member("type", "proxy").end_object();
  return json.take() + '\n';
}

constexpr std::string_view web_filter_mapping = R"(- name: filtre-web
  shape: w3c
  recognise: [x-poste, x-adresse-demandee]
  dates: utc
  parts:
    day: x-jour
    clock: x-heure
    address: x-poste
    account: x-compte
    method: x-verbe
    url: x-adresse-demandee
    outcome: x-decision
    code: x-reponse
    referer: x-page-precedente
    bytes_out: x-octets-envoyes
    bytes_in: x-octets-recus
)";

std::string web_filter_head(const Site&, Instant) {
  return "#Software: Filtre Web 4\r\n#Fields: x-jour x-heure x-poste x-compte x-verbe "
         "x-adresse-demandee x-decision x-reponse x-page-precedente x-octets-envoyes "
         "x-octets-recus\r\n";
}

std::string web_filter(const Site&, const WebRequest& request) {
  return fmt::format(
      "{} {} {} {} {} {}://{}{} {} {} {} {} {}\r\n", utc_day(request.time), utc_clock(request.time),
      request.from->address, request.who == nullptr ? "-" : request.who->alias, request.method,
      request.scheme, request.host, request.path, request.blocked ? "blocked" : "allowed",
      request.blocked ? 403 : request.status, request.referer.empty() ? "-" : request.referer,
      request.sent, request.received);
}

constexpr std::string_view gateway_flow_mapping = R"(- name: passerelle
  shape: csv
  recognise: [Adresse source, Décision]
  dates: local
  date_order: day-first
  parts:
    day: Jour
    clock: Heure
    address: Adresse source
    destination: Adresse de destination
    outcome: Décision
    bytes_out: Octets envoyés
    bytes_in: Octets reçus
)";

std::string gateway_flow_head(const Site&, Instant) {
  return "Jour;Heure;Adresse source;Adresse de destination;Port;Décision;Octets envoyés;"
         "Octets reçus\r\n";
}

std::string gateway_flow(const Site& site, const Flow& flow) {
  const CivilTime civil = site.world.zone.civil(flow.time);
  const std::string cells[] = {fmt::format("{:02}/{:02}/{}", civil.day, civil.month, civil.year),
                               iso_clock(site, flow.time),
                               flow.source,
                               flow.destination,
                               std::to_string(flow.port),
                               flow.allowed ? "allow" : "deny",
                               std::to_string(flow.allowed ? flow.sent : 0),
                               std::to_string(flow.allowed ? flow.received : 0)};
  return csv_row(cells, ';', false);
}

constexpr std::string_view remote_access_mapping = R"(- name: acces-distants
  shape: leef
  recognise: [acte, compte, depuis]
  dates: utc
  parts:
    time: quand
    account: compte
    address: depuis
    session: session
    device: passerelle
  details:
    GivenAddress: adresseDonnee
    Duration: secondes
  actions:
  - when: {acte: refus}
    is: vpn_opened
    verdict: failure
  - when: {acte: ouverture}
    is: vpn_opened
    verdict: success
  - when: {acte: fermeture}
    is: vpn_closed
    verdict: success
)";

std::string remote_access(const Site&, const VpnAct& act) {
  static constexpr std::string_view acts[] = {"refus", "ouverture", "fermeture"};
  auto line = fmt::format(
      "LEEF:1.0|Bastide|Portail|3|{0}|acte={0}\tquand={1}\tcompte={2}\tdepuis={3}\tpasserelle="
      "portail1\tsession={4}",
      acts[static_cast<std::size_t>(act.kind)], utc_milliseconds(act.time), act.user, act.address,
      act.number);
  if (act.kind != VpnAct::Kind::refused) line += "\tadresseDonnee=" + act.inside;
  if (act.kind == VpnAct::Kind::closed) line += fmt::format("\tsecondes={}", act.seconds);
  return line + '\n';
}

constexpr std::string_view resolver_mapping = R"(- name: resolveur
  shape: key-values
  recognise: [demandeur, nom]
  dates: utc
  parts:
    time: quand
    address: demandeur
    object: nom
  details: {RecordType: sorte}
  actions:
  - when: {sorte: A*}
    is: name_looked_up
)";

std::string resolver(const Site&, const NameQuestion& question) {
  return fmt::format("quand={} demandeur={} nom=\"{}\" sorte=A\n", utc_milliseconds(question.time),
                     question.client, question.name);
}

constexpr std::string_view poste_mapping = R"(- name: antivirus-du-poste
  shape: cef
  recognise: [menace, poste]
  dates: utc
  parts:
    time: quand
    account: compte
    device: poste
    object: fichier
    outcome: fait
  details: {Threat: menace, Sha256: empreinte, Outcome: fait}
  actions:
  - when: {menace: "*"}
    is: malware_found
)";

std::string poste(const Site& site, const Alert& alert) {
  static constexpr std::string_view acts[] = {"quarantine", "suppression", "aucune action"};
  const std::string account = alert.who == nullptr ? "-" : site.netbios + '\\' + alert.who->alias;
  return fmt::format(
      "CEF:0|Bastide|Antivirus du poste|7|12|Alerte|8|quand={} poste={} compte={} menace={} "
      "fichier={} empreinte={} fait={}\n",
      utc_milliseconds(alert.time), alert.host->name, doubled_backslashes(account), alert.threat,
      doubled_backslashes(alert.path), alert.sha256, acts[static_cast<std::size_t>(alert.action)]);
}

}  // namespace digue::exercise::logs
