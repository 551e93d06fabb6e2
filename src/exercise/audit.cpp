#include "exercise/audit.h"

#include <fmt/core.h>
#include <span>
#include <string_view>
#include <vector>

#include "base/hash.h"
#include "base/json_writer.h"

namespace digue::exercise {

std::string audit_time(Instant time) {
  std::string text = rfc3339(time);
  text.pop_back();
  return text;
}

std::string_view record_type_name(int record_type) {
  switch (record_type) {
    case 1:
      return "ExchangeAdmin";
    case 2:
      return "ExchangeItem";
    case 3:
      return "ExchangeItemGroup";
    case 6:
      return "SharePointFileOperation";
    case 8:
      return "AzureActiveDirectory";
    case 15:
      return "AzureActiveDirectoryStsLogon";
    default:
      return "ExchangeItemAggregated";  // 50
  }
}

std::string folder_id(const Person& owner, std::string_view path) {
  const Digest digest = sha256(owner.folder_seed + std::string(path));
  return "LgAAAAD" + owner.folder_seed + to_base64(as_text(std::span(digest).first(21))) + "AAAB";
}

AuditRow AuditWriter::start(Instant time, std::string id, int record_type, std::string operation,
                            std::string user) const {
  return {time, std::move(id), record_type, std::move(operation), std::move(user), {}};
}

std::string AuditWriter::server() {
  const int number = random_.between(1, 60);
  return fmt::format("PR0P264MB{:04} (15.20.{}.0{})", 1000 + number * 7, 7500 + number,
                     10 + number % 30);
}

std::string AuditWriter::port() {
  return std::to_string(random_.between(1024, 65000));
}

std::string AuditWriter::message_id() {
  const int server = random_.between(1000, 9999);
  return fmt::format("<PR0P264MB{0}{1}@PR0P264MB{0}.FRAP264.PROD.OUTLOOK.COM>", server,
                     random_.hex(20));
}

std::string AuditWriter::mailbox_path(const Person& person) const {
  return world_.forest + "/Microsoft Exchange Hosted Organizations/" + world_.domain + '/' +
         person.alias;
}

namespace {

// The fields that every AuditData begins with.
struct Head {
  std::string result, key;
  int user_type;
  std::string workload;
};

void begin(JsonWriter& json, const World& world, const AuditRow& row, const Head& head) {
  json.begin_object();
  json.member("CreationTime", audit_time(row.time)).member("Id", row.id);
  json.member("Operation", row.operation).member("OrganizationId", world.tenant);
  json.member("RecordType", row.record_type);
  if (!head.result.empty()) json.member("ResultStatus", head.result);
  json.member("UserKey", head.key).member("UserType", head.user_type).member("Version", 1);
  json.member("Workload", head.workload);
}

void pairs(JsonWriter& json, std::string_view name, const Pairs& values) {
  json.key(name).begin_array();
  for (const auto& [key, value] : values)
    json.begin_object().member("Name", key).member("Value", value).end_object();
  json.end_array();
}

void ids(JsonWriter& json, std::string_view name,
         const std::vector<std::pair<std::string, int>>& values) {
  json.key(name).begin_array();
  for (const auto& [id, type] : values)
    json.begin_object().member("ID", id).member("Type", type).end_object();
  json.end_array();
}

// "1.2.3.4:5678", "[2001:db8::1]:5678": cmdlets carry the port.
std::string with_port(const std::string& address, const std::string& port) {
  if (address.empty()) return {};
  if (address.find(':') == std::string::npos) return address + ':' + port;
  return '[' + address + "]:" + port;
}

std::string finished(JsonWriter& json) {
  json.end_object();
  return json.take();
}

}  // namespace

static Pairs device_properties(const SignIn& sign_in) {
  Pairs out;
  if (sign_in.client.device != nullptr) {
    out.emplace_back("Id", sign_in.client.device->id);
    out.emplace_back("DisplayName", sign_in.client.device->name);
  }
  out.emplace_back("OS", sign_in.client.os);
  out.emplace_back("BrowserType",
                   sign_in.client.browser.substr(0, sign_in.client.browser.find(' ')));
  const bool managed = sign_in.client.device != nullptr && sign_in.client.device->joined;
  out.emplace_back("IsCompliantAndManaged", managed ? "True" : "False");
  if (sign_in.client.device != nullptr) out.emplace_back("TrustType", managed ? "1" : "0");
  if (!sign_in.client.session.empty()) out.emplace_back("SessionId", sign_in.client.session);
  return out;
}

// The row says UserLoggedIn for some interrupts too, and "Success" for most failures.
static bool shown_as_success(int error) {
  return error == 0 || error == 50140;
}

AuditRow AuditWriter::sign_in(const SignIn& sign_in) {
  const bool good = shown_as_success(sign_in.error);
  const Person& who = *sign_in.who;
  AuditRow row =
      start(sign_in.time, sign_in.id, 15, good ? "UserLoggedIn" : "UserLoginFailed", who.upn);
  const bool lies = !good && random_.chance(70);
  JsonWriter json;
  begin(json, world_, row,
        {good || lies ? "Success" : "Failed", who.id, 0, "AzureActiveDirectory"});
  json.member("ClientIP", sign_in.client.address).member("ObjectId", sign_in.resource.id);
  json.member("UserId", who.upn).member("AzureActiveDirectoryEventType", 1);
  pairs(json, "ExtendedProperties",
        {{"ResultStatusDetail", good || lies ? "Success" : "UserError"},
         {"UserAgent", sign_in.client.agent},
         {"UserAuthenticationMethod", sign_in.second_factor ? "4194304" : "1"},
         {"RequestType", sign_in.request}});
  json.key("ModifiedProperties").begin_array().end_array();
  ids(json, "Actor", {{who.id, 0}, {who.upn, 5}});
  json.member("ActorContextId", world_.tenant).member("ActorIpAddress", sign_in.client.address);
  json.member("InterSystemsId", sign_in.correlation).member("IntraSystemId", sign_in.id);
  json.member("SupportTicketId", "");
  ids(json, "Target", {{std::string(sign_in.resource.id), 0}});
  json.member("TargetContextId", world_.tenant).member("ApplicationId", sign_in.app.id);
  pairs(json, "DeviceProperties", device_properties(sign_in));
  json.member("ErrorNumber", std::to_string(sign_in.error));
  if (!good) json.member("LogonError", sign_in_error(sign_in.error).logon_error);
  row.data = finished(json);
  return row;
}

static std::vector<std::pair<std::string, int>> actor_of(const DirectoryAct& act) {
  if (act.actor == nullptr) return {{act.actor_app, 1}, {"ServicePrincipal", 2}};
  const Person& who = *act.actor;
  return {{who.upn, 5}, {who.key, 3}, {"User_" + who.id, 2}, {who.id, 2}, {"User", 2}};
}

static std::vector<std::pair<std::string, int>> target_of(const DirectoryAct::Target& target) {
  std::vector<std::pair<std::string, int>> out = {
      {target.type + '_' + target.id, 2}, {target.id, 2}, {target.type, 2}};
  if (!target.name.empty()) out.emplace_back(target.name, 1);
  if (!target.upn.empty()) out.emplace_back(target.upn, 5);
  return out;
}

AuditRow AuditWriter::directory(const DirectoryAct& act) {
  const std::string user = act.actor != nullptr ? act.actor->upn : act.actor_app;
  AuditRow row = start(act.time, act.id, 8, act.activity + '.', user);
  const auto& target = act.targets.front();
  JsonWriter json;
  begin(json, world_, row,
        {"Success", act.actor != nullptr ? act.actor->key + '@' + world_.domain : "Not Available",
         act.actor != nullptr ? 0 : 4, "AzureActiveDirectory"});
  json.member("ObjectId", target.upn.empty() ? target.id : target.upn).member("UserId", user);
  json.member("AzureActiveDirectoryEventType", 1);
  pairs(json, "ExtendedProperties",
        {{"additionalDetails", act.actor != nullptr ? R"({"User-Agent":"EvoSTS"})" : "{}"},
         {"extendedAuditEventCategory", target.type}});
  json.key("ModifiedProperties").begin_array();
  for (const auto& change : act.changes)
    json.begin_object()
        .member("Name", change.name)
        .member("NewValue", change.after)
        .member("OldValue", change.before)
        .end_object();
  json.end_array();
  ids(json, "Actor", actor_of(act));
  json.member("ActorContextId", world_.tenant).member("InterSystemsId", act.correlation);
  json.member("IntraSystemId", random_.guid()).member("SupportTicketId", "");
  ids(json, "Target", target_of(target));
  json.member("TargetContextId", world_.tenant);
  row.data = finished(json);
  return row;
}

AuditRow AuditWriter::cmdlet(Instant time, const Person& who, const Client& client, const App& app,
                             std::string operation, const std::string& object,
                             const Pairs& parameters) {
  AuditRow row = start(time, random_.guid(), 1, std::move(operation), who.spelled);
  JsonWriter json;
  json.begin_object();
  if (!client.session.empty())
    json.key("AppAccessContext")
        .begin_object()
        .member("AADSessionId", client.session)
        .member("IssuedAtTime", audit_time(time - 20 * minute_ms))
        .member("UniqueTokenId", random_.token())
        .end_object();
  json.member("CreationTime", audit_time(time)).member("Id", row.id);
  json.member("Operation", row.operation).member("OrganizationId", world_.tenant);
  json.member("RecordType", 1).member("ResultStatus", "True").member("UserKey", who.key);
  json.member("UserType", 2).member("Version", 1).member("Workload", "Exchange");
  json.member("ClientIP", with_port(client.address, port())).member("ObjectId", object);
  json.member("UserId", who.spelled).member("AppId", app.id);
  if (app.id == apps::exchange.id) json.member("AppPoolName", "MSExchangeOWAAppPool");
  json.member("ClientAppId", "").member("ExternalAccess", false);
  json.member("OrganizationName", world_.domain).member("OriginatingServer", server());
  pairs(json, "Parameters", parameters);
  json.member("RequestId", random_.guid()).member("SessionId", client.session);
  row.data = finished(json);
  return row;
}

AuditRow AuditWriter::system_cmdlet(Instant time, const std::string& address, std::string operation,
                                    const std::string& object, const Pairs& parameters) {
  const std::string system = "NT AUTHORITY\\SYSTEM (Microsoft.Exchange.ServiceHost)";
  AuditRow row = start(time, random_.guid(), 1, std::move(operation), system);
  JsonWriter json;
  begin(json, world_, row, {"True", system, 3, "Exchange"});
  if (!address.empty()) json.member("ClientIP", with_port(address, port()));
  json.member("ObjectId", object).member("UserId", system).member("AppId", "");
  json.member("ClientAppId", "").member("ExternalAccess", true);
  json.member("OrganizationName", world_.domain).member("OriginatingServer", server());
  pairs(json, "Parameters", parameters);
  row.data = finished(json);
  return row;
}

// Some servers write an IPv4 address as IPv6 does: "::ffff:192.0.2.4".
static std::string as_some_servers_write(const std::string& address, const std::string& server) {
  const bool mapped = server.find("(15.20.7501") != std::string::npos;
  return mapped && address.find('.') != std::string::npos ? "::ffff:" + address : address;
}

// What follows the head in every row about items of a mailbox.
static void mailbox_fields(JsonWriter& json, const World& world, const Person& who,
                           const Client& client, const std::string& info,
                           const std::string& server) {
  const std::string address = as_some_servers_write(client.address, server);
  if (!address.empty()) json.member("ClientIP", address);
  json.member("UserId", who.spelled).member("AppId", apps::exchange.id);
  json.member("ClientIPAddress", address).member("ClientInfoString", info);
  json.member("ExternalAccess", false).member("InternalLogonType", 0).member("LogonType", 0);
  json.member("LogonUserSid", who.sid).member("MailboxGuid", who.mailbox_id);
  json.member("MailboxOwnerSid", who.sid).member("MailboxOwnerUPN", who.upn);
  json.member("OrganizationName", world.domain).member("OriginatingServer", server + "\r\n");
  if (!client.session.empty()) json.member("SessionId", client.session);
}

static std::string client_info(const Client& client) {
  if (client.agent.starts_with("Client=")) return client.agent;
  if (client.agent.starts_with("Mozilla")) return "Client=OWA;" + client.agent + ';';
  return "Client=MSExchangeRPC";
}

static void parent_folder(JsonWriter& json, std::string_view name, const Person& who,
                          std::string_view path) {
  json.key(name).begin_object();
  json.member("Id", folder_id(who, path)).member("Path", path).end_object();
}

static std::string item_id(Random& random) {
  std::string id = "RgAAAAD" + random.token();
  id += random.token();
  return id + "AAAJ";
}

AuditRow AuditWriter::item(Instant time, const Person& who, const Client& client,
                           std::string operation, const Item& item) {
  AuditRow row = start(time, random_.guid(), 2, std::move(operation), who.spelled);
  JsonWriter json;
  begin(json, world_, row, {"Succeeded", who.key, 0, "Exchange"});
  mailbox_fields(json, world_, who, client, client_info(client), server());
  json.key("Item").begin_object();
  if (!item.attachments.empty()) json.member("Attachments", item.attachments);
  json.member("Id", item_id(random_)).member("InternetMessageId", item.message_id);
  parent_folder(json, "ParentFolder", who, item.folder);
  json.member("SizeInBytes", random_.between(2400, 90000)).member("Subject", item.subject);
  json.end_object();
  row.data = finished(json);
  return row;
}

AuditRow AuditWriter::items(Instant time, const Person& who, const Client& client,
                            std::string operation, const std::vector<Item>& items) {
  AuditRow row = start(time, random_.guid(), 3, std::move(operation), who.spelled);
  JsonWriter json;
  begin(json, world_, row, {"Succeeded", who.key, 0, "Exchange"});
  mailbox_fields(json, world_, who, client, client_info(client), server());
  json.key("AffectedItems").begin_array();
  for (const auto& item : items) {
    json.begin_object().member("Id", item_id(random_));
    json.member("InternetMessageId", item.message_id);
    parent_folder(json, "ParentFolder", who, item.folder);
    json.member("Subject", item.subject).end_object();
  }
  json.end_array().member("CrossMailboxOperation", false);
  if (row.operation == "MoveToDeletedItems")
    parent_folder(json, "DestFolder", who, "\\Deleted Items");
  parent_folder(json, "Folder", who, items.front().folder);
  row.data = finished(json);
  return row;
}

AuditRow AuditWriter::bind(Instant time, const Person& who, const Client& client,
                           const std::vector<Item>& items, bool throttled,
                           const std::string& info) {
  AuditRow row = start(time, random_.guid(), 50, "MailItemsAccessed", who.spelled);
  JsonWriter json;
  begin(json, world_, row, {"Succeeded", who.key, 0, "Exchange"});
  mailbox_fields(json, world_, who, client, info.empty() ? client_info(client) : info, server());
  pairs(json, "OperationProperties",
        {{"MailAccessType", "Bind"}, {"IsThrottled", throttled ? "True" : "False"}});
  json.key("Folders").begin_array().begin_object().key("FolderItems").begin_array();
  for (const auto& item : items)
    json.begin_object().member("InternetMessageId", item.message_id).end_object();
  json.end_array().member("Id", folder_id(who, items.front().folder));
  json.member("Path", items.front().folder).end_object().end_array();
  json.member("OperationCount", items.size());
  row.data = finished(json);
  return row;
}

AuditRow AuditWriter::sync(Instant time, const Person& who, const Client& client,
                           const std::string& folder, const std::string& info) {
  AuditRow row = start(time, random_.guid(), 2, "MailItemsAccessed", who.spelled);
  JsonWriter json;
  begin(json, world_, row, {"Succeeded", who.key, 0, "Exchange"});
  mailbox_fields(json, world_, who, client, info, server());
  pairs(json, "OperationProperties", {{"MailAccessType", "Sync"}, {"IsThrottled", "False"}});
  const std::string id = folder_id(who, folder);
  json.key("Item").begin_object().member("Id", id).key("ParentFolder").begin_object();
  json.member("Id", id).member("Name", folder.substr(1)).member("Path", folder);
  json.end_object().end_object();
  row.data = finished(json);
  return row;
}

AuditRow AuditWriter::outlook_rule(Instant time, const Person& who, const Client& client,
                                   const Pairs& properties) {
  AuditRow row = start(time, random_.guid(), 2, "UpdateInboxRules", who.spelled);
  JsonWriter json;
  begin(json, world_, row, {"Succeeded", who.key, 0, "Exchange"});
  json.member("ClientProcessName", "OUTLOOK.EXE").member("ClientVersion", "16.0.17328.20346");
  mailbox_fields(json, world_, who, client, "Client=MSExchangeRPC", server());
  pairs(json, "OperationProperties", properties);
  json.key("Item").begin_object().member("Id", folder_id(who, "\\Inbox"));
  json.key("ParentFolder").begin_object().member("Id", folder_id(who, "\\Inbox"));
  json.member("Name", "Inbox").member("Path", "\\Inbox").end_object().end_object();
  row.data = finished(json);
  return row;
}

AuditRow AuditWriter::folder_permission(Instant time, const Person& who, const Client& client,
                                        const std::string& folder, const std::string& member,
                                        const std::string& rights) {
  AuditRow row = start(time, random_.guid(), 2, "ModifyFolderPermissions", who.spelled);
  JsonWriter json;
  begin(json, world_, row, {"Succeeded", who.key, 0, "Exchange"});
  mailbox_fields(json, world_, who, client, client_info(client), server());
  const std::string id = folder_id(who, folder);
  json.key("Item").begin_object().member("Id", id).key("ParentFolder").begin_object();
  json.member("Id", id).member("MemberRights", rights);
  json.member("MemberSid", member == "Everyone" ? "S-1-1-0" : "S-1-5-21-1376570662-3565232716-9");
  json.member("MemberUpn", member).member("Name", folder.substr(folder.rfind('\\') + 1));
  json.member("Path", folder).end_object().end_object();
  row.data = finished(json);
  return row;
}

AuditRow AuditWriter::file(Instant time, const Person& who, const Client& client,
                           std::string operation, const std::string& name) {
  AuditRow row = start(time, random_.guid(), 6, std::move(operation), who.upn);
  const std::string host = world_.domain.substr(0, world_.domain.find('.')) + "-files.example";
  const std::string site = "https://" + host + "/sites/partage/";
  JsonWriter json;
  begin(json, world_, row, {"", "i:0h.f|membership|" + who.key, 0, "SharePoint"});
  json.member("ClientIP", client.address);
  json.member("ObjectId", site + "Documents partages/" + name).member("UserId", who.upn);
  json.member("CorrelationId", random_.guid()).member("EventSource", "SharePoint");
  json.member("ItemType", "File").member("ListId", random_.guid());
  json.member("ListItemUniqueId", random_.guid()).member("Site", random_.guid());
  json.member("UserAgent", client.agent).member("WebId", random_.guid());
  json.member("SourceFileExtension", name.substr(name.rfind('.') + 1)).member("SiteUrl", site);
  json.member("SourceFileName", name).member("SourceRelativeUrl", "Documents partages");
  if (!client.session.empty())
    json.key("AppAccessContext").begin_object().member("AADSessionId", client.session).end_object();
  row.data = finished(json);
  return row;
}

}  // namespace digue::exercise
