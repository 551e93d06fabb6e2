// Entra sign-ins: Graph's signIn objects (v1.0 and beta; Microsoft-Extractor-Suite, DFIR-O365RC)
// and the portal's CSV, with English or French headers.  The error code decides the verdict.
//
// The portal's CSV of interactive and of other sign-ins differ by their file names only, which
// readers never look at: `Interactive` is then not said.
#include "read/format.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "base/number.h"
#include "base/text.h"
#include "read/m365/graph.h"
#include "read/m365/sign_in_codes.h"
#include "read/m365/words.h"
#include "read/record.h"

namespace digue::read {

namespace {

using event::Verdict;

// As they stand.
constexpr std::array<DetailFrom, 20> plain = {{
    {"Latitude", {"location.geocoordinates.latitude"}},
    {"Longitude", {"location.geocoordinates.longitude"}},
    {"AsNumber",
     {"autonomoussystemnumber", "autonomous system number", "numero de systeme autonome"}},
    {"AppDisplayName", {"appdisplayname", "application"}},
    {"ResourceDisplayName", {"resourcedisplayname", "resource", "ressource"}},
    {"OperatingSystem",
     {"devicedetail.operatingsystem", "operating system", "systeme d'exploitation"}},
    {"Browser", {"devicedetail.browser", "browser", "navigateur"}},
    {"DeviceDisplayName", {"devicedetail.displayname"}},
    {"TrustType", {"devicedetail.trusttype", "join type", "type de jonction", "type de jointure"}},
    {"UserObjectId", {"userid", "user id", "id d'utilisateur", "id utilisateur"}},
    {"CorrelationId", {"correlationid", "correlation id", "id de correlation"}},
    {"FailureReason", {"status.failurereason", "failure reason", "raison de l'echec"}},
    {"MfaResult",
     {"multifactor authentication result", "resultat de l'authentification multifacteur",
      "status.additionaldetails"}},
    {"MfaMethod",
     {"mfadetail.authmethod", "multifactor authentication auth method",
      "methode d'authentification multifacteur"}},
    {"RiskState", {"riskstate"}},
    {"RiskLevelDuringSignIn", {"risklevelduringsignin"}},
    {"RiskEventTypes", {"riskeventtypes_v2", "riskeventtypes"}},
    {"CrossTenantAccessType",
     {"crosstenantaccesstype", "cross tenant access type", "type d'acces client croisee",
      "type d'acces entre locataires"}},
    {"ServicePrincipalName", {"serviceprincipalname", "service principal name"}},
    {"FlaggedForReview",
     {"flaggedforreview", "flagged for review", "signale pour revision", "marque pour revision"}},
}};

// In Graph's words.
constexpr std::array<DetailFrom, 4> worded = {{
    {"AuthenticationProtocol",
     {"authenticationprotocol", "authentication protocol", "protocole d'authentification"}},
    {"OriginalTransferMethod",
     {"originaltransfermethod", "original transfer method", "methode de transfert d'origine",
      "methode de transfert initiale"}},
    {"IncomingTokenType", {"incomingtokentype", "incoming token type", "type de jeton entrant"}},
    {"RequestType", {"requesttype", "request type"}},
}};

constexpr std::array<DetailFrom, 2> truths = {{
    {"IsCompliant", {"devicedetail.iscompliant", "compliant", "conforme"}},
    {"IsManaged", {"devicedetail.ismanaged", "managed", "gere"}},
}};

std::string_view first_of(const Record& record, const DetailFrom& from) {
  for (const auto path : from.fields)
    if (const auto value = path.empty() ? path : record.text({path}); !value.empty()) return value;
  return {};
}

// The portal's French words for its own fixed list.
std::string_view client_app(std::string_view word) {
  const std::string small = folded(word);
  if (small == "navigateur") return "Browser";
  if (small == "applications mobiles et clients de bureau")
    return "Mobile Apps and Desktop clients";
  if (small == "autres clients") return "Other clients";
  return word;
}

std::string conditional_access(std::string_view word) {
  const std::string small = folded(word);
  if (small == "operation reussie" || small == "reussite" || small == "succes") return "success";
  if (small == "echec") return "failure";
  if (small == "non applique" || small == "non appliquee") return "notApplied";
  return m365::camel_case(word);
}

std::string authentication_requirement(std::string_view word) {
  const std::string small = folded(word);
  if (small.find("multi") != std::string::npos) return "multiFactorAuthentication";
  const bool single = small.find("single") != std::string::npos ||
                      small.find("seul") != std::string::npos ||
                      small.find("monofacteur") != std::string::npos ||
                      small.find("facteur unique") != std::string::npos;
  return single ? "singleFactorAuthentication" : std::string(word);
}

// "Lyon, Auvergne-Rhone-Alpes, FR"; parts may be missing.
void add_place(Record& record) {
  const auto parts = split(record.text({"location", "emplacement"}), ',');
  const auto last = trimmed(parts.back());
  const bool is_country = last.size() == 2;
  const auto country = record.text({"location.countryorregion"});
  const auto city = record.text({"location.city"});
  record.detail("Country", country.empty() && is_country ? last : country);
  record.detail("City", city.empty() && parts.size() > 1 ? trimmed(parts.front()) : city);
}

// Only where the row has no code: some portals leave it empty for a success.
Verdict verdict_of_word(std::string_view word) {
  const std::string small = folded(word);
  if (small == "success" || small == "operation reussie" || small == "reussite" ||
      small == "succes")
    return Verdict::success;
  if (small == "failure" || small == "echec") return Verdict::failure;
  if (small == "interrupted" || small == "interrompu" || small == "interrompue")
    return Verdict::interrupted;
  return Verdict::unknown;
}

void judge(const Record& record, event::Event& event) {
  const auto code = whole_number<std::int32_t>(record.text(
      {"status.errorcode", "sign-in error code", "code d'erreur de connexion", "errorcode"}));
  if (!code) {
    event.verdict = verdict_of_word(record.text({"status", "statut"}));
    return;
  }
  event.error_code = *code;
  event.verdict = m365::verdict_of_code(*code);
}

std::string_view interactive(const Record& record) {
  const auto said = m365::truth_of(record.text({"isinteractive", "is interactive", "interactive"}));
  if (!said.empty()) return said;
  for (const auto type : record.values({"signineventtypes"})) {
    if (equal_ignoring_case(type, "interactiveUser")) return "True";
    if (equal_ignoring_case(type, "nonInteractiveUser")) return "False";
  }
  return {};
}

void add_details(Record& record) {
  add_place(record);
  record.details(plain);
  for (const DetailFrom& from : worded)
    record.detail(from.detail, m365::camel_case(first_of(record, from)));
  for (const DetailFrom& from : truths)
    record.detail(from.detail, m365::truth_of(first_of(record, from)));
  record.detail("ClientApp",
                client_app(record.text({"clientappused", "client app", "application cliente"})));
  record.detail("AuthenticationRequirement",
                authentication_requirement(
                    record.text({"authenticationrequirement", "authentication requirement",
                                 "exigence d'authentification"})));
  record.detail("ConditionalAccessStatus",
                conditional_access(record.text(
                    {"conditionalaccessstatus", "conditional access", "acces conditionnel"})));
  record.detail("Interactive", interactive(record));
}

std::string_view account_of(const Record& record) {
  return record.text({"userprincipalname", "username", "nom d'utilisateur", "signinidentifier",
                      "sign-in identifier", "identificateur de connexion"});
}

void take(Record& record) {
  const auto account = account_of(record);
  const auto application =
      record.text({"appid", "application id", "id d'application", "id de l'application"});
  const ReadDate date = record.date({"createddatetime", "date (utc)", "date"});
  if (account.empty() && application.empty()) return;

  event::Event& event = record.begin(event::Action::sign_in);
  event.time = date.time;
  event.time_is_local = date.is_local;
  const auto id =
      record.text({"id", "request id", "id de requete", "id de la demande", "id de demande"});
  if (!id.empty()) event.id = event::record_id_from_text(id);
  event.operation = record.intern("SignIn");
  event.account = record.intern_lower(account);
  event.application = record.intern_lower(application);
  event.address = record.address(record.text({"ipaddress", "ip address", "adresse ip"}));
  event.session = record.intern(record.text({"sessionid", "session id", "id de session"}));
  event.token = record.intern(
      record.text({"uniquetokenidentifier", "unique token identifier",
                   "identificateur de jeton unique", "identificateur unique de jeton"}));
  event.device = record.intern_lower(
      record.text({"devicedetail.deviceid", "device id", "id de l'appareil", "id d'appareil"}));
  event.agent = record.intern(record.text({"useragent", "user agent", "agent utilisateur"}));
  judge(record, event);
  add_details(record);
  record.commit();
}

class EntraSignIns final : public Format {
 public:
  std::string_view name() const override { return "entra-sign-ins"; }
  event::Family family() const override { return event::Family::sign_ins; }

  int recognise(std::string_view sample) const override {
    if (m365::is_page_of(sample, "#auditLogs/signIns")) return 90;
    const Shape shape(sample);
    if (shape.has("auditlogrecordtype")) return 0;
    const bool graph = shape.is_json() &&
                       shape.has_all({"createddatetime", "userprincipalname", "appid"}) &&
                       shape.has_any({"clientappused", "conditionalaccessstatus", "devicedetail"});
    const bool english = shape.has_any({"date (utc)", "date"}) &&
                         shape.has_all({"username", "ip address", "application"});
    const bool french = shape.has_all({"nom d'utilisateur", "adresse ip", "application"});
    return graph || english || french ? 90 : 0;
  }

  void read(std::string_view text, const Told& told, Sink& sink) const override {
    // Graph writes UTC; the portal writes it in the header, and otherwise the zone is not known.
    const Shape shape(text.substr(0, std::min(text.size(), sample_bytes)));
    each_record({text, told, sink, family()},
                {.names = {"createddatetime", "date (utc)", "date"},
                 .zoneless = shape.is_json() ? ZonelessDates::are_utc : ZonelessDates::are_local},
                take);
  }
};

}  // namespace

const Format& entra_sign_ins_format() {
  static const EntraSignIns format;
  return format;
}

}  // namespace digue::read
