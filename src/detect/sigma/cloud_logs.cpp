#include "detect/sigma/cloud_logs.h"

#include <array>

#include "base/text.h"

namespace digue::detect::sigma {

namespace {

// What a record says of how it ended: nothing, for an alert, is that it was raised.
std::string audit_status(const MadeFrom& result) {
  const std::string said = lower(result[0]);
  return said.empty() || said == "true" || said == "succeeded" ? "success" : said;
}

// Graph gives a code, the portal a word in the reader's language too.
std::string sign_in_status(const MadeFrom& code_and_word) {
  const auto& [code, word] = code_and_word;
  const bool is_code = !code.empty() && code.find_first_not_of("0123456789") == code.npos;
  if (!is_code && (word == "Réussite" || word == "Succès")) return "Success";
  if (!is_code) return word == "Échec" ? "Failure" : std::string(word);
  return code == "0" ? "Success" : "Failure";
}

// "Single-factor authentication" is singleFactorAuthentication.
std::string authentication_requirement(const MadeFrom& said) {
  std::string made(said[0]);
  std::erase_if(made, [](char c) { return c == '-' || c == ' '; });
  return made;
}

constexpr std::array<Dialect::Made, 1> audit_made = {{{"status", {"ResultStatus"}, audit_status}}};
constexpr Dialect audit_dialect{{}, {}, audit_made};
constexpr std::array<Dialect::Made, 2> sign_in_made = {
    {{"Status", {"ResultType", "status word"}, sign_in_status},
     {"AuthenticationRequirement", {"authentication requirement"}, authentication_requirement}}};
constexpr Dialect sign_in_dialect{{}, {}, sign_in_made};

struct Row {
  std::string_view product, service, channel;
  const Dialect* dialect = nullptr;
};
constexpr Row rows[] = {
    {"m365", "audit", unified_audit_log, &audit_dialect},
    {"m365", "exchange", unified_audit_log, &audit_dialect},
    {"m365", "threat_management", unified_audit_log, &audit_dialect},
    {"m365", "threat_detection", unified_audit_log, &audit_dialect},
    {"azure", "auditlogs", entra_audit_log, nullptr},
    {"azure", "signinlogs", entra_sign_in_log, &sign_in_dialect},
};

struct Name {
  std::string_view channel;
  std::string_view rule;  // lower case, without "properties."
  std::array<std::string_view, 4> paths;
};
constexpr Name names[] = {
    {unified_audit_log, "eventsource", {"workload"}},
    {unified_audit_log, "eventname", {"name", "operation", "operations"}},
    {unified_audit_log, "payload", {"data", "parameters"}},
    {unified_audit_log, "operation", {"operation", "operations"}},
    {entra_audit_log, "message", {"activitydisplayname", "activity", "activite"}},
    {entra_audit_log, "operationname", {"activitydisplayname", "activity", "activite"}},
    {entra_audit_log, "activitydisplayname", {"activitydisplayname", "activity", "activite"}},
    {entra_audit_log, "activitytype", {"activitydisplayname", "activity", "activite"}},
    {entra_audit_log, "category", {"category", "categorie"}},
    {entra_audit_log, "status", {"result", "resultat"}},
    {entra_audit_log, "result", {"result", "resultat"}},
    {entra_audit_log, "loggedbyservice", {"loggedbyservice", "service"}},
    {entra_audit_log, "failure_status_reason", {"resultreason", "result reason"}},
    {entra_audit_log, "target", {"targetresources", "target1displayname"}},
    {entra_sign_in_log,
     "resulttype",
     {"status.errorcode", "sign-in error code", "code d'erreur de connexion"}},
    {entra_sign_in_log,
     "resultdescription",
     {"status.failurereason", "failure reason", "raison de l'echec"}},
    {entra_sign_in_log, "message", {"status.failurereason", "failure reason", "raison de l'echec"}},
    {entra_sign_in_log, "activitydetails", {"status.additionaldetails"}},
    {entra_sign_in_log, "status word", {"status"}},
    {entra_sign_in_log, "status", {}},
    {entra_sign_in_log, "authenticationrequirement", {}},
    {entra_sign_in_log,
     "authentication requirement",
     {"authenticationrequirement", "authentication requirement"}},
    {entra_sign_in_log, "useragent", {"useragent", "user agent", "agent utilisateur"}},
    {entra_sign_in_log,
     "devicedetail.trusttype",
     {"devicedetail.trusttype", "join type", "type de jonction", "type de jointure"}},
    {entra_sign_in_log,
     "devicedetail.iscompliant",
     {"devicedetail.iscompliant", "compliant", "conforme"}},
    {entra_sign_in_log,
     "devicedetail.deviceid",
     {"devicedetail.deviceid", "device id", "id d'appareil"}},
    {entra_sign_in_log, "resourcedisplayname", {"resourcedisplayname", "resource", "ressource"}},
    {entra_sign_in_log, "appdisplayname", {"appdisplayname", "application"}},
    {entra_sign_in_log, "appid", {"appid", "application id", "id d'application"}},
    {entra_sign_in_log, "clientapp", {"clientappused", "client app", "application cliente"}},
    {entra_sign_in_log, "username", {"userprincipalname", "username", "nom d'utilisateur"}},
    {entra_sign_in_log,
     "conditionalaccessstatus",
     {"conditionalaccessstatus", "conditional access"}},
};

}  // namespace

std::vector<LogPlace> cloud_places_of(const LogSource& source) {
  std::vector<LogPlace> places;
  for (const Row& row : rows)
    if (row.product == source.product && row.service == source.service && source.category.empty())
      places.push_back({row.channel, {}, row.dialect});
  return places;
}

std::vector<std::string> cloud_paths_of(std::string_view channel, std::string_view rule_field) {
  constexpr std::string_view wrapper = "properties.";
  std::string name = lower(rule_field);
  if (name.starts_with(wrapper)) name.erase(0, wrapper.size());
  for (const Name& known : names) {
    if (known.channel != channel || known.rule != name) continue;
    std::vector<std::string> paths;
    for (const auto path : known.paths)
      if (!path.empty()) paths.emplace_back(path);
    return paths;
  }
  return {name};
}

}  // namespace digue::detect::sigma
