// Entra's sign-in logs: the Graph's JSON, and the portal's CSV in English and in French.
// The portal tells interactive from not by the name of the file only.
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "base/json_writer.h"
#include "exercise/exports.h"

namespace digue::exercise {

namespace {

const Network& network_of(const World& world, const SignIn& sign_in) {
  const Network* network = world.network_of(sign_in.client.address);
  return network != nullptr ? *network : world.networks.front();
}

bool is_refused_factor(const SignIn& sign_in) {
  return sign_in.error == 500121;
}

std::string_view factor_result(const SignIn& sign_in) {
  if (is_refused_factor(sign_in)) return "MFA denied; user declined the authentication";
  if (sign_in.second_factor) return "MFA completed in Azure AD";
  return sign_in.error == 0 ? "MFA requirement satisfied by claim in the token" : "";
}

void status(JsonWriter& json, const SignIn& sign_in) {
  json.key("status").begin_object().member("errorCode", sign_in.error);
  const auto& error = sign_in_error(sign_in.error);
  json.member("failureReason", sign_in.error == 0 ? "Other." : error.reason);
  json.member("additionalDetails", factor_result(sign_in)).end_object();
}

void device(JsonWriter& json, const SignIn& sign_in) {
  const Device* known = sign_in.client.device;
  const bool joined = known != nullptr && known->joined;
  json.key("deviceDetail").begin_object();
  json.member("deviceId", known != nullptr ? known->id : "");
  json.member("displayName", known != nullptr ? known->name : "");
  json.member("operatingSystem", sign_in.client.os).member("browser", sign_in.client.browser);
  json.member("isCompliant", joined).member("isManaged", joined);
  json.member("trustType", joined ? "Hybrid Azure AD joined" : known != nullptr ? "Workplace" : "");
  json.end_object();
}

void location(JsonWriter& json, const Network& network) {
  json.key("location").begin_object().member("city", network.city).member("state", network.city);
  json.member("countryOrRegion", network.country).key("geoCoordinates").begin_object();
  json.key("altitude").null().key("latitude").number(network.latitude);
  json.key("longitude").number(network.longitude).end_object().end_object();
}

void authentication(JsonWriter& json, const SignIn& sign_in) {
  const std::string time = rfc3339(sign_in.time);
  const bool wrong = sign_in.error == 50126 || sign_in.error == 50053;
  json.key("authenticationDetails").begin_array().begin_object();
  json.member("authenticationStepDateTime", time);
  json.member("authenticationMethod", "Password").key("authenticationMethodDetail").null();
  json.member("succeeded", !wrong);
  json.member("authenticationStepResultDetail",
              wrong ? "Invalid username or password or Invalid on-premise username or password."
                    : "Correct password");
  json.member("authenticationStepRequirement", "Primary authentication").end_object();
  if (sign_in.second_factor || is_refused_factor(sign_in)) {
    json.begin_object().member("authenticationStepDateTime", time);
    json.member("authenticationMethod", "Mobile app notification");
    json.key("authenticationMethodDetail").null();
    json.member("succeeded", !is_refused_factor(sign_in));
    json.member("authenticationStepResultDetail", factor_result(sign_in));
    json.member("authenticationStepRequirement", "Multifactor authentication").end_object();
  }
  json.end_array();
}

std::string_view requirement(const SignIn& sign_in) {
  return sign_in.second_factor || is_refused_factor(sign_in) ? "multiFactorAuthentication"
                                                             : "singleFactorAuthentication";
}

std::string graph_record(const World& world, const SignIn& sign_in) {
  const Network& network = network_of(world, sign_in);
  const Person& who = *sign_in.who;
  JsonWriter json;
  json.begin_object().member("id", sign_in.id);
  json.member("createdDateTime", rfc3339(sign_in.time));
  json.member("userDisplayName", who.display()).member("userPrincipalName", who.upn);
  json.member("userId", who.id).member("appId", sign_in.app.id);
  json.member("appDisplayName", sign_in.app.name).member("ipAddress", sign_in.client.address);
  json.key("ipAddressFromResourceProvider").null();
  json.member("clientAppUsed", sign_in.client_app).member("userAgent", sign_in.client.agent);
  json.member("correlationId", sign_in.correlation);
  json.member("conditionalAccessStatus", sign_in.protocol == "ropc" ? "notApplied" : "success");
  json.member("originalRequestId", "").member("isInteractive", sign_in.interactive);
  json.member("tokenIssuerName", "").member("tokenIssuerType", "AzureAD");
  json.member("clientCredentialType", "none").member("processingTimeInMilliseconds", 148);
  json.member("riskDetail", "none").member("riskLevelAggregated", "none");
  json.member("riskLevelDuringSignIn", "none").member("riskState", "none");
  json.member("resourceDisplayName", sign_in.resource.name);
  json.member("resourceId", sign_in.resource.id).member("resourceTenantId", world.tenant);
  json.member("homeTenantId", world.tenant);
  json.key("authenticationMethodsUsed").begin_array().end_array();
  json.member("authenticationRequirement", requirement(sign_in));
  json.member("signInIdentifier", who.upn).member("uniqueTokenIdentifier", sign_in.token);
  json.member("incomingTokenType", sign_in.interactive ? "none" : "primaryRefreshToken");
  json.member("authenticationProtocol", sign_in.protocol);
  json.member("originalTransferMethod", sign_in.transfer);
  json.member("sessionId", sign_in.client.session);
  json.member("autonomousSystemNumber", network.as_number);
  json.member("crossTenantAccessType", "none").key("signInEventTypes").begin_array();
  json.text(sign_in.interactive ? "interactiveUser" : "nonInteractiveUser").end_array();
  status(json, sign_in);
  device(json, sign_in);
  location(json, network);
  authentication(json, sign_in);
  json.key("appliedConditionalAccessPolicies").begin_array().end_array().end_object();
  return json.take();
}

class GraphFile final : public DailyExport {
 public:
  GraphFile(const World& world, Days days, OutFile file)
      : DailyExport(days), world_(world), file_(std::move(file)) {
    file_.write("[\r\n");
  }
  Outcome close() override {
    file_.write("\r\n]\r\n");
    return file_.close();
  }

 private:
  void add(const Day& day) override {
    for (const auto& sign_in : day.sign_ins) {
      file_.write((first_ ? "" : ",\r\n") + graph_record(world_, sign_in));
      first_ = false;
    }
  }
  const World& world_;
  OutFile file_;
  bool first_ = true;
};

// A sign-in as the portal shows it.
struct Row {
  const World& world;
  const SignIn& sign_in;
  bool french;
};

// A column of the portal, its two names, and what stands in it.
struct Column {
  std::string_view english, french;
  std::string (*cell)(const Row&);
};

std::string text(std::string_view value) {
  return std::string(value);
}
std::string yes_no(bool value, bool french) {
  return french ? (value ? "Oui" : "Non") : (value ? "Yes" : "No");
}
bool managed(const SignIn& sign_in) {
  return sign_in.client.device != nullptr && sign_in.client.device->joined;
}

std::string shown_status(const SignIn& sign_in, bool french) {
  if (sign_in.error == 0) return french ? "Opération réussie" : "Success";
  if (sign_in_error(sign_in.error).interrupt) return french ? "Interrompu" : "Interrupted";
  return french ? "Échec" : "Failure";
}

std::string shown_requirement(const SignIn& sign_in, bool french) {
  const bool multi = requirement(sign_in).starts_with("multi");
  if (french) return multi ? "Authentification multifacteur" : "Authentification à un seul facteur";
  return multi ? "Multifactor authentication" : "Single-factor authentication";
}

std::string shown_transfer(const SignIn& sign_in) {
  return sign_in.transfer == "deviceCodeFlow" ? "Device code flow" : "None";
}

// The portal's columns in its order; two names end with a space and one has two inside.
const std::vector<Column>& columns() {
  static const std::vector<Column> table = {
      {"Date (UTC)", "Date (UTC)",
       [](const Row& row) -> std::string { return rfc3339(row.sign_in.time); }}  // namespace
      ,
      {
          "Request ID", "ID de la demande",
          [](const Row& row) -> std::string { return row.sign_in.id; }  // namespace digue::exercise
      },
      {"User agent", "Agent utilisateur",
       [](const Row& row) -> std::string { return row.sign_in.client.agent; }},
      {"Correlation ID", "ID de corrélation",
       [](const Row& row) -> std::string { return row.sign_in.correlation; }},
      {"User ID", "ID d’utilisateur",
       [](const Row& row) -> std::string { return row.sign_in.who->id; }},
      {"User", "Utilisateur",
       [](const Row& row) -> std::string { return row.sign_in.who->display(); }},
      {"Username", "Nom d’utilisateur",
       [](const Row& row) -> std::string { return row.sign_in.who->upn; }},
      {"User type", "Type d’utilisateur",
       [](const Row& row) -> std::string { return row.french ? "Membre" : "Member"; }},
      {"Cross tenant access type", "Type d’accès entre locataires",
       [](const Row& row) -> std::string { return row.french ? "Aucun" : "None"; }},
      {"Incoming token type", "Type de jeton entrant",
       [](const Row& row) -> std::string {
         return row.sign_in.interactive ? "None" : "Primary refresh token";
       }},
      {"Authentication Protocol", "Protocole d’authentification",
       [](const Row& row) -> std::string {
         return row.sign_in.protocol == "ropc" ? "ROPC" : "None";
       }},
      {"Unique token identifier", "Identificateur de jeton unique",
       [](const Row& row) -> std::string { return row.sign_in.token; }},
      {"Original transfer method", "Méthode de transfert d’origine",
       [](const Row& row) -> std::string { return shown_transfer(row.sign_in); }},
      {"Client credential type", "Type d’informations d’identification du client",
       [](const Row&) -> std::string { return "None"; }},
      {"Application", "Application",
       [](const Row& row) -> std::string { return text(row.sign_in.app.name); }},
      {"Application ID ", "ID d’application",
       [](const Row& row) -> std::string { return text(row.sign_in.app.id); }},
      {"Resource", "Ressource",
       [](const Row& row) -> std::string { return text(row.sign_in.resource.name); }},
      {"Resource ID ", "ID de ressource",
       [](const Row& row) -> std::string { return text(row.sign_in.resource.id); }},
      {"Resource tenant ID", "ID du locataire de la ressource",
       [](const Row& row) -> std::string { return row.world.tenant; }},
      {"Home tenant ID", "ID du locataire d’accueil",
       [](const Row& row) -> std::string { return row.world.tenant; }},
      {"Home tenant name", "Nom du locataire d’accueil",
       [](const Row& row) -> std::string { return row.world.hospital; }},
      {"IP address", "Adresse IP",
       [](const Row& row) -> std::string { return row.sign_in.client.address; }},
      {"Location", "Emplacement",
       [](const Row& row) -> std::string {
         const Network& network = network_of(row.world, row.sign_in);
         return network.city + ", " + network.city + ", " + network.country;
       }},
      {"Status", "Statut",
       [](const Row& row) -> std::string { return shown_status(row.sign_in, row.french); }},
      {"Sign-in error code", "Code d’erreur de connexion",
       [](const Row& row) -> std::string {
         return row.sign_in.error == 0 ? "" : std::to_string(row.sign_in.error);
       }},
      {"Failure reason", "Raison de l’échec",
       [](const Row& row) -> std::string {
         return row.sign_in.error == 0 ? "Other." : text(sign_in_error(row.sign_in.error).reason);
       }},
      {"Client app", "Application cliente",
       [](const Row& row) -> std::string { return row.sign_in.client_app; }},
      {"Device ID", "ID de l’appareil",
       [](const Row& row) -> std::string {
         return row.sign_in.client.device != nullptr ? row.sign_in.client.device->id : "";
       }},
      {"Browser", "Navigateur",
       [](const Row& row) -> std::string { return row.sign_in.client.browser; }},
      {"Operating System", "Système d’exploitation",
       [](const Row& row) -> std::string { return row.sign_in.client.os; }},
      {"Compliant", "Conforme",
       [](const Row& row) -> std::string { return yes_no(managed(row.sign_in), row.french); }},
      {"Managed", "Géré",
       [](const Row& row) -> std::string { return yes_no(managed(row.sign_in), row.french); }},
      {"Join Type", "Type de jonction",
       [](const Row& row) -> std::string {
         return managed(row.sign_in) ? "Hybrid Azure AD joined" : "";
       }},
      {"Multifactor authentication result", "Résultat de l’authentification multifacteur",
       [](const Row& row) -> std::string { return text(factor_result(row.sign_in)); }},
      {"Multifactor authentication auth method", "Méthode d’authentification multifacteur",
       [](const Row& row) -> std::string {
         return row.sign_in.second_factor ? "Mobile app notification" : "";
       }},
      {"Multifactor authentication auth detail", "Détails de l’authentification multifacteur",
       [](const Row&) -> std::string { return ""; }},
      {"Authentication requirement", "Exigence d’authentification",
       [](const Row& row) -> std::string { return shown_requirement(row.sign_in, row.french); }},
      {"Sign-in identifier", "Identificateur de connexion",
       [](const Row& row) -> std::string { return row.sign_in.who->upn; }},
      {"Session ID", "ID de session",
       [](const Row& row) -> std::string { return row.sign_in.client.session; }},
      {"IP address (seen by resource)", "Adresse IP (vue par la ressource)",
       [](const Row&) -> std::string { return ""; }},
      {"Autonomous system  number", "Numéro de système autonome",
       [](const Row& row) -> std::string {
         return std::to_string(network_of(row.world, row.sign_in).as_number);
       }},
      {"Flagged for review", "Marqué pour révision",
       [](const Row& row) -> std::string { return yes_no(false, row.french); }},
      {"Token issuer type", "Type d’émetteur de jeton",
       [](const Row&) -> std::string { return "Azure AD"; }},
      {"Incoming token type", "Type de jeton entrant",
       [](const Row&) -> std::string { return ""; }},
      {"Token issuer name", "Nom de l’émetteur de jeton",
       [](const Row&) -> std::string { return ""; }},
      {"Latency", "Latence", [](const Row&) -> std::string { return "148"; }},
      {"Conditional Access", "Accès conditionnel",
       [](const Row& row) -> std::string { return row.french ? "Opération réussie" : "Success"; }},
  };
  return table;
}

class PortalFile final : public DailyExport {
 public:
  PortalFile(const World& world, Days days, OutFile file, bool interactive, bool french)
      : DailyExport(days),
        world_(world),
        file_(std::move(file)),
        interactive_(interactive),
        french_(french) {
    row([&](const Column& column) { return text(french_ ? column.french : column.english); });
  }
  Outcome close() override { return file_.close(); }

 private:
  template <class Cell>
  void row(Cell cell) {
    std::vector<std::string> cells;
    for (const auto& column : columns()) cells.push_back(cell(column));
    file_.write(csv_row(cells, french_ ? ';' : ',', false));
  }
  void add(const Day& day) override {
    for (const auto& sign_in : day.sign_ins)
      if (sign_in.interactive == interactive_)
        row([&](const Column& column) { return column.cell({world_, sign_in, french_}); });
  }
  const World& world_;
  OutFile file_;
  bool interactive_, french_;
};

}  // namespace

Outcome open_sign_ins(const World& world, const std::filesystem::path& folder, bool every_format,
                      DailyExports& exports) {
  const auto place = folder / "sign-ins";
  const Days all{0, world.days};
  DIGUE_TRY(auto graph, OutFile::create(place / "SignInLogs.json"));
  exports.push_back(std::make_unique<GraphFile>(world, all, std::move(graph)));
  if (!every_format) return {};
  const auto portal = [&](const std::string& name, Days days, bool interactive,
                          bool french) -> Outcome {
    DIGUE_TRY(auto file, OutFile::create(place / name, Encoding::utf8_bom));
    exports.push_back(
        std::make_unique<PortalFile>(world, days, std::move(file), interactive, french));
    return {};
  };
  const Days week{world.incident_day - 4, world.days};
  const std::string from = utc_day(world.start), to = utc_day(world.start + world.days * day_ms);
  DIGUE_CHECK(portal("InteractiveSignIns_" + from + '_' + to + ".csv", all, true, false));
  DIGUE_CHECK(portal("NonInteractiveSignIns_" + from + '_' + to + ".csv", all, false, false));
  DIGUE_CHECK(portal("portail-fr/InteractiveSignIns_" + to + ".csv", week, true, true));
  return portal("portail-fr/NonInteractiveSignIns_" + to + ".csv", week, false, true);
}

}  // namespace digue::exercise
