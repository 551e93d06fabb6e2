// What antivirus consoles export of their detections, CSV or JSON: WithSecure Elements (JSON of its
// API), HarfangLab, Microsoft Defender (Get-MpThreatDetection), ESET, Kaspersky, Trend Micro,
// Trellix, Bitdefender, Sophos... by the names that they give to the threat, the file, the machine
// and what was done, English or French.  Their alerts in CEF are read as cef.
//
// A column under a name that is not here is not read: then the file is not recognised, or the event
// lacks that part; it never has a wrong one.
#include <algorithm>
#include <array>

#include "read/appliance/record_fields.h"

namespace digue::read {

namespace {

using event::Action;

constexpr auto threat_names = std::to_array<std::string_view>(
    {"threat name", "threatname", "threat_name", "malware name", "malwarename", "virus name",
     "virus/malware", "security threat", "detection name", "detection_name", "infectionname",
     "details.infectionname", "nom de la menace", "nom de la detection", "nom du virus", "menace",
     "threat", "malware", "virus"});
constexpr auto date_names = std::to_array<std::string_view>({"servertimestamp",
                                                             "clienttimestamp",
                                                             "initialdetectiontime",
                                                             "detection time",
                                                             "detectiontime",
                                                             "detected",
                                                             "date/time",
                                                             "date time",
                                                             "event time",
                                                             "eventtime",
                                                             "occurred",
                                                             "time of occurrence",
                                                             "alert_time",
                                                             "@timestamp",
                                                             "timestamp",
                                                             "date et heure",
                                                             "date",
                                                             "time",
                                                             "heure de l'evenement",
                                                             "date de detection",
                                                             "received time"});
constexpr auto device_names = std::to_array<std::string_view>(
    {"computer name",     "computername",     "computer",      "device name",
     "devicename",        "device",           "endpoint",      "endpoint name",
     "host name",         "hostname",         "host",          "machine",
     "agent.hostname",    "target.name",      "device.name",   "nom de l'ordinateur",
     "nom de l'appareil", "ordinateur",       "appareil",      "poste",
     "nom du poste",      "target host name", "pscomputername"});
constexpr auto object_names = std::to_array<std::string_view>({"file path",
                                                               "filepath",
                                                               "file_path",
                                                               "path",
                                                               "details.path",
                                                               "file",
                                                               "file name",
                                                               "filename",
                                                               "object",
                                                               "object name",
                                                               "infected file",
                                                               "resources",
                                                               "process.image_name",
                                                               "details.filepath",
                                                               "chemin du fichier",
                                                               "chemin",
                                                               "fichier",
                                                               "objet",
                                                               "target file name",
                                                               "infected file/object"});
constexpr auto outcome_names = std::to_array<std::string_view>(
    {"action taken", "action", "action/result", "result", "actions", "status", "threat status",
     "resolution", "details.action", "action effectuee", "action entreprise", "resultat", "etat",
     "statut", "threat action taken", "actionsuccess"});
constexpr auto account_names = std::to_array<std::string_view>(
    {"user", "user name", "username", "logged user", "logon user", "domainuser", "details.username",
     "process.username", "utilisateur", "nom d'utilisateur", "compte"});
constexpr auto url_names = std::to_array<std::string_view>({"url", "details.url", "source url"});
constexpr auto hash_names = std::to_array<std::string_view>(
    {"sha256", "sha-256", "sha256 hash", "file hash", "filehash", "hash", "details.sha256",
     "process.hashes.sha256", "empreinte"});
constexpr auto address_names = std::to_array<std::string_view>(
    {"ip address", "ip", "device ip", "adresse ip", "source ip", "ipaddress"});

template <std::size_t count>
std::string_view first(const Record& record, const std::array<std::string_view, count>& names) {
  for (const auto name : names)
    if (const auto text = record.text({name}); !text.empty()) return text;
  return {};
}

template <std::size_t count>
bool any(const Shape& shape, const std::array<std::string_view, count>& names) {
  return std::any_of(names.begin(), names.end(), [&](auto name) { return shape.has(name); });
}

ReadDate date_of(Record& record) {
  for (const auto name : date_names)
    if (!record.text({name}).empty()) return record.date({name});
  return {};
}

void take(Record& record) {
  const auto threat = first(record, threat_names);
  if (threat.empty()) return;
  Said said;
  said.action = Action::malware_found;
  said.set(Part::operation, record.text({"engine", "event type", "event", "type", "rule_name"}));
  said.set(Part::account, first(record, account_names));
  said.set(Part::object, first(record, object_names));
  said.set(Part::device, first(record, device_names));
  said.set(Part::address, first(record, address_names));
  said.set(Part::outcome, first(record, outcome_names));
  said.detail("Threat", threat);
  said.detail("Outcome", said[Part::outcome]);
  said.detail("Sha256", first(record, hash_names));
  said.detail("Url", first(record, url_names));
  commit_said(record, said, date_of(record));
}

class AntivirusFormat final : public Format {
 public:
  std::string_view name() const override { return "antivirus"; }
  event::Family family() const override { return event::Family::none; }
  int recognise(std::string_view sample) const override {
    const Shape shape(sample);
    const bool all = any(shape, threat_names) && any(shape, date_names) &&
                     (any(shape, device_names) || any(shape, object_names)) &&
                     any(shape, outcome_names);
    return all ? 55 : 0;
  }
  void read(std::string_view text, const Told& told, Sink& sink) const override {
    each_record(
        {text, told, sink, family()},
        {.names = {date_names.begin(), date_names.end()}, .zoneless = ZonelessDates::are_local},
        take);
  }
};

}  // namespace

const Format& antivirus_format() {
  static const AntivirusFormat format;
  return format;
}

}  // namespace digue::read
