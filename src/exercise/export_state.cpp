// How things stood before anybody cleaned: the collectors' exports of settings.
// Folders and columns are those of CrowdStrike's CRT (in the Windows code page) and of the
// Microsoft-Extractor-Suite; the Graph's answers are kept as they come.
#include <algorithm>
#include <string_view>
#include <vector>

#include "base/file.h"
#include "base/json_writer.h"
#include "exercise/audit.h"
#include "exercise/exports.h"

namespace digue::exercise {

namespace {

using Cells = std::vector<std::string>;

Outcome write_table(const std::filesystem::path& path, Encoding encoding,
                    const std::vector<Cells>& rows) {
  DIGUE_TRY(auto file, OutFile::create(path, encoding));
  for (const auto& row : rows) file.write(csv_row(row));
  return file.close();
}

std::string truth_word(bool value) {
  return value ? "True" : "False";
}

std::string comma_list(std::string text) {
  for (std::size_t at = 0; (at = text.find(';', at)) != std::string::npos; at += 2)
    text.replace(at, 1, ", ");
  return text;
}

// A sentence such as Outlook writes under a rule.
std::string described(const InboxRule& rule) {
  std::string text = "If the message:\r\n\t";
  if (!rule.from.empty()) text += "the message was received from '" + rule.from + "'\r\n";
  if (!rule.subject_or_body.empty())
    text += "the message includes specific words in the subject or body '" +
            comma_list(rule.subject_or_body) + "'\r\n";
  text += "Take the following actions:\r\n";
  if (!rule.move_to.empty())
    text += "\tmove the message to the following folder '" + rule.move_to + "'\r\n";
  if (rule.delete_message) text += "\tdelete the message\r\n";
  if (rule.mark_as_read) text += "\tmark the message as Read\r\n";
  if (rule.stop) text += "\tstop processing more rules on this message\r\n";
  return text;
}

Cells rule_row(const InboxRule& rule, int priority) {
  return {rule.owner->upn,
          rule.name,
          truth_word(rule.enabled),
          std::to_string(priority),
          rule.id,
          truth_word(rule.stop),
          "",
          rule.move_to,
          rule.redirect_to,
          rule.forward_to,
          "",
          "",
          "",
          truth_word(rule.mark_as_read),
          truth_word(rule.delete_message),
          "False",
          rule.from,
          comma_list(rule.subject),
          comma_list(rule.subject_or_body),
          "",
          "False",
          described(rule),
          "False",
          ""};
}

Outcome write_rules_table(const State& state, const std::filesystem::path& place) {
  std::vector<Cells> rows = {{"UserName",
                              "RuleName",
                              "Enabled",
                              "Priority",
                              "RuleIdentity",
                              "StopProcessingRules",
                              "CopyToFolder",
                              "MoveToFolder",
                              "RedirectTo",
                              "ForwardTo",
                              "ForwardAsAttachmentTo",
                              "ApplyCategory",
                              "MarkImportance",
                              "MarkAsRead",
                              "DeleteMessage",
                              "SoftDeleteMessage",
                              "From",
                              "SubjectContainsWords",
                              "SubjectOrBodyContainsWords",
                              "BodyContainsWords",
                              "HasAttachment",
                              "Description",
                              "InError",
                              "ErrorType"}};
  int priority = 0;
  for (const auto& rule : state.rules) rows.push_back(rule_row(rule, ++priority));
  return write_table(place / "InboxRules.csv", Encoding::utf8_bom, rows);
}

void address_list(JsonWriter& json, std::string_view name, const std::string& address) {
  if (address.empty()) return;
  json.key(name).begin_array().begin_object().key("emailAddress").begin_object();
  json.member("name", address).member("address", address).end_object().end_object().end_array();
}

void word_list(JsonWriter& json, std::string_view name, const std::string& words) {
  if (words.empty()) return;
  json.key(name).begin_array();
  std::size_t from = 0;
  while (from <= words.size()) {
    const std::size_t to = std::min(words.find(';', from), words.size());
    json.text(std::string_view(words).substr(from, to - from));
    from = to + 1;
  }
  json.end_array();
}

void graph_rule(JsonWriter& json, const InboxRule& rule, int sequence) {
  json.begin_object().member("id", "AQAAA" + rule.id).member("displayName", rule.name);
  json.member("sequence", sequence).member("isEnabled", rule.enabled);
  json.member("hasError", false).member("isReadOnly", false);
  json.key("conditions").begin_object();
  word_list(json, "bodyOrSubjectContains", rule.subject_or_body);
  word_list(json, "subjectContains", rule.subject);
  address_list(json, "fromAddresses", rule.from);
  json.end_object().key("actions").begin_object();
  if (rule.delete_message) json.member("delete", true);
  if (!rule.move_to.empty())
    json.member("moveToFolder",
                rule.move_to_id.empty() ? folder_id(*rule.owner, rule.move_to) : rule.move_to_id);
  if (rule.mark_as_read) json.member("markAsRead", true);
  json.member("stopProcessingRules", rule.stop);
  address_list(json, "forwardTo", rule.forward_to);
  address_list(json, "redirectTo", rule.redirect_to);
  json.end_object().end_object();
}

// One answer of the Graph for one mailbox.
Outcome write_graph_rules(const Person& owner, const State& state,
                          const std::filesystem::path& place) {
  JsonWriter json;
  json.begin_object().member("@odata.context",
                             "https://graph.microsoft.com/v1.0/$metadata#users('" + owner.upn +
                                 "')/mailFolders('inbox')/messageRules");
  json.key("value").begin_array();
  int sequence = 0;
  for (const auto& rule : state.rules)
    if (rule.owner == &owner) graph_rule(json, rule, ++sequence);
  json.end_array().end_object();
  DiskFiles files;
  return files.write(place / ("messageRules_" + owner.upn + ".json"), json.take() + "\n");
}

std::string shown(const World& world, const std::string& upn) {
  for (const auto& person : world.people)
    if (person.upn == upn) return person.display() + " (" + upn + ')';
  return upn;
}

// Every grant of a kind on one mailbox, put into words.
template <class Words>
std::string all_of(const State& state, Grant::Kind kind, const Person& mailbox,
                   std::string_view folder, Words words) {
  std::string text;
  for (const auto& grant : state.grants) {
    if (grant.kind != kind || grant.mailbox != &mailbox || grant.folder != folder) continue;
    if (!text.empty()) text += "; ";
    text += words(grant);
  }
  return text;
}

Cells mailbox_row(const World& world, const State& state, const Person& person) {
  const auto who = [&](const Grant& grant) { return shown(world, grant.who); };
  const auto full = [&](const Grant& grant) {
    return who(grant) + " - Rights: FullAccess, Deny: False, Inheritance: All";
  };
  const auto send = [&](const Grant& grant) {
    return who(grant) + " - Type: Allow, Rights: SendAs, Inheritance: None";
  };
  const auto folder = [&](const Grant& grant) { return who(grant) + " - " + grant.rights; };
  constexpr auto mailbox = Grant::Kind::mailbox, send_as = Grant::Kind::send_as;
  return {person.upn,
          person.display(),
          "UserMailbox",
          all_of(state, mailbox, person, "", who),
          all_of(state, mailbox, person, "", full),
          all_of(state, send_as, person, "", who),
          all_of(state, send_as, person, "", send),
          "",
          all_of(state, Grant::Kind::folder, person, "Calendar", folder),
          all_of(state, Grant::Kind::folder, person, "Inbox", folder)};
}

Outcome write_permissions(const World& world, const State& state,
                          const std::filesystem::path& place) {
  std::vector<Cells> full = {
      {"Identity", "User", "AccessRights", "IsInherited", "Deny", "InheritanceType"}};
  std::vector<Cells> send = {{"Identity", "Trustee", "AccessControlType", "AccessRights",
                              "IsInherited", "InheritanceType"}};
  std::vector<Cells> folders = {{"Identity", "User", "FolderName", "AccessRights"}};
  for (const auto& grant : state.grants) {
    const std::string& alias = grant.mailbox->alias;
    if (grant.kind == Grant::Kind::mailbox)
      full.push_back({alias, grant.who, grant.rights, "False", "False", "All"});
    else if (grant.kind == Grant::Kind::send_as)
      send.push_back({alias, grant.who, "Allow", grant.rights, "False", "None"});
    else
      folders.push_back({alias + ":\\" + grant.folder, grant.who, grant.folder, grant.rights});
  }
  std::vector<Cells> mailboxes = {{"UserPrincipalName", "DisplayName", "RecipientTypeDetails",
                                   "FullAccessUsers", "FullAccessPermissions", "SendAsUsers",
                                   "SendAsPermissions", "SendOnBehalfUsers", "CalendarUsers",
                                   "InboxUsers"}};
  for (const auto& person : world.people) {
    folders.push_back({person.alias + ":\\Inbox", "Anonymous", "Inbox", "None"});
    mailboxes.push_back(mailbox_row(world, state, person));
  }
  std::vector<Cells> bypassed = {{"Name", "AuditBypassEnabled"}};
  for (const Person* person : state.audit_bypassed) bypassed.push_back({person->alias, "True"});
  DIGUE_CHECK(write_table(place / "FullAccessPerms.csv", Encoding::windows_1252, full));
  DIGUE_CHECK(write_table(place / "SendAsDelegates.csv", Encoding::windows_1252, send));
  DIGUE_CHECK(write_table(place / "FolderPermissions.csv", Encoding::utf8_bom, folders));
  DIGUE_CHECK(write_table(place / "AuditByPassEnabledUsers.csv", Encoding::windows_1252, bypassed));
  return write_table(place / "MailboxPermissions.csv", Encoding::utf8_bom, mailboxes);
}

Outcome write_flow(const State& state, const std::filesystem::path& folder) {
  std::vector<Cells> forwarding = {
      {"Name", "ForwardingAddress", "ForwardingSMTPAddress", "DeliverToMailboxAndForward"}};
  for (const auto& row : state.forwardings)
    forwarding.push_back({row.mailbox->alias, row.colleague,
                          row.smtp_address.empty() ? "" : "smtp:" + row.smtp_address,
                          truth_word(row.keep_copy)});
  std::vector<Cells> domains = {{"Name", "DomainName", "AllowedOOFType", "AutoForwardEnabled"}};
  domains.push_back({"Default", "*", "External", truth_word(state.default_domain_forwards)});
  domains.push_back({"Pharma Atlas", "pharma-atlas.example", "External", "False"});
  std::vector<Cells> reported = {{"Name", "IsValid", "WhenChanged", "LastModifiedBy",
                                  "ActivationDate", "ExpiryDate", "Mode", "State", "Actions"}};
  std::vector<Cells> described = {
      {"Name", "Description", "CreatedBy", "WhenChanged", "State", "Priority", "Mode"}};
  int priority = 0;
  for (const auto& rule : state.transport_rules) {
    const bool copies = !rule.blind_copy_to.empty();
    const std::string actions =
        copies ? "Microsoft.Exchange.MessagingPolicies.Rules.Tasks.BlindCopyToAction"
               : "Microsoft.Exchange.MessagingPolicies.Rules.Tasks.ApplyHtmlDisclaimerAction";
    reported.push_back({rule.name, "True", french_time(rule.changed), rule.created_by, "", "",
                        "Enforce", "Enabled", actions});
    described.push_back({rule.name, rule.description, rule.created_by, us_time(rule.changed),
                         "Enabled", std::to_string(priority++), "Enforce"});
  }
  const auto flow = folder / "transport-rules";
  DIGUE_CHECK(write_table(folder / "forwarding" / "MailForwardingRules.csv", Encoding::windows_1252,
                          forwarding));
  DIGUE_CHECK(write_table(flow / "RemoteDomainNames.csv", Encoding::windows_1252, domains));
  DIGUE_CHECK(write_table(flow / "MailTransportRules.csv", Encoding::windows_1252, reported));
  return write_table(flow / "TransportRules.csv", Encoding::utf8_bom, described);
}

Cells consent_row(const Consent& consent, std::string_view scope) {
  const bool everyone = consent.who == nullptr;
  return {"Delegated",
          consent.app_id,
          consent.service_principal,
          consent.app_name,
          "",
          "Microsoft Graph",
          std::string(scope),
          everyone ? "AllPrincipals" : "Principal",
          everyone ? "" : consent.who->id,
          everyone ? "" : consent.who->display(),
          "",
          consent.publisher,
          consent.reply_url,
          "",
          us_time(consent.created),
          consent.owner_tenant,
          "Enabled",
          "Visible",
          "No",
          "No",
          consent.publisher,
          consent.verified_publisher,
          "",
          "AzureADMultipleOrgs",
          "Enterprise Application"};
}

// One row a scope.
Outcome write_consents(const State& state, const std::filesystem::path& place) {
  std::vector<Cells> rows = {{"PermissionType",
                              "AppId",
                              "ClientObjectId",
                              "AppDisplayName",
                              "ResourceObjectId",
                              "ResourceDisplayName",
                              "Permission",
                              "ConsentType",
                              "PrincipalObjectId",
                              "PrincipalDisplayName",
                              "Homepage",
                              "PublisherName",
                              "ReplyUrls",
                              "ExpiryTime",
                              "CreatedDateTime",
                              "AppOwnerOrganizationId",
                              "ApplicationStatus",
                              "ApplicationVisibility",
                              "AssignmentRequired",
                              "IsAppProxy",
                              "PublisherDisplayName",
                              "VerifiedPublisherId",
                              "AddedDateTime",
                              "SignInAudience",
                              "ApplicationType"}};
  for (const auto& consent : state.consents) {
    std::string_view scopes = consent.scope;
    while (!scopes.empty()) {
      const std::size_t end = std::min(scopes.find(' '), scopes.size());
      rows.push_back(consent_row(consent, scopes.substr(0, end)));
      scopes.remove_prefix(std::min(end + 1, scopes.size()));
    }
  }
  return write_table(place / "OAuthPermissions.csv", Encoding::utf8_bom, rows);
}

void graph_method(JsonWriter& json, const Method& method) {
  json.begin_object().member("@odata.type", "#microsoft.graph." + method.kind);
  json.member("id", method.id).member("createdDateTime", rfc3339(method.created));
  if (method.kind == "phoneAuthenticationMethod") {
    json.member("phoneNumber", method.name).member("phoneType", "mobile");
    json.member("smsSignInState", "notAllowedByPolicy").end_object();
    return;
  }
  json.member("displayName", method.name).member("deviceTag", method.tag);
  json.member("phoneAppVersion", "6.2404.2444").end_object();
}

// The Graph's answer for one account.
Outcome write_graph_methods(const Person& person, const State& state,
                            const std::filesystem::path& place) {
  JsonWriter json;
  json.begin_object().member("@odata.context",
                             "https://graph.microsoft.com/v1.0/$metadata#users('" + person.upn +
                                 "')/authentication/methods");
  json.key("value").begin_array();
  json.begin_object().member("@odata.type", "#microsoft.graph.passwordAuthenticationMethod");
  json.member("id", "28c10230-6103-485e-b985-444c60001490").key("password").null();
  json.key("createdDateTime").null().end_object();
  for (const auto& method : state.methods)
    if (method.who == &person) graph_method(json, method);
  json.end_array().end_object();
  DiskFiles files;
  return files.write(place / ("methods_" + person.upn + ".json"), json.take() + "\n");
}

bool has(const State& state, const Person& person, std::string_view kind) {
  for (const auto& method : state.methods)
    if (method.who == &person && method.kind == kind) return true;
  return false;
}

Outcome write_methods(const World& world, const State& state, const std::filesystem::path& place) {
  std::vector<Cells> rows = {{"user", "MFAstatus", "email", "fido2", "app", "password", "phone",
                              "softwareoath", "hellobusiness", "temporaryAccessPass",
                              "certificateBasedAuthConfiguration", "qrcodepin"}};
  for (const auto& person : world.people)
    rows.push_back({person.upn, "Enabled", "False", "False",
                    truth_word(has(state, person, "microsoftAuthenticatorAuthenticationMethod")),
                    "True", truth_word(has(state, person, "phoneAuthenticationMethod")), "False",
                    "False", "False", "False", "False"});
  return write_table(place / "AuthenticationMethods.csv", Encoding::utf8_bom, rows);
}

Cells device_row(const DeviceState& state) {
  const Device& device = state.device;
  const auto day_time = [](Instant time) {  // "2026-04-20 07:11:00"
    std::string text = rfc3339(time);
    text[10] = ' ';
    text.pop_back();
    return text;
  };
  return {day_time(state.created),
          device.id,
          device.object_id,
          "True",
          state.compliant ? "Company" : "Personal",
          device.name,
          "",
          truth_word(state.compliant),
          truth_word(state.compliant),
          "",
          state.compliant ? "MDM" : "",
          "",
          "Windows",
          device.system,
          "",
          "",
          day_time(state.last_seen),
          state.compliant ? "ServerAd" : "Workplace",
          state.owner->upn,
          state.owner->upn,
          "",
          truth_word(state.compliant),
          "RegisteredDevice",
          ""};
}

Outcome write_devices(const State& state, const std::filesystem::path& place) {
  std::vector<Cells> rows = {{"CreatedDateTime",    "DeviceId",
                              "ObjectId",           "AccountEnabled",
                              "DeviceOwnership",    "DisplayName",
                              "EnrollmentType",     "IsCompliant",
                              "IsManaged",          "IsRooted",
                              "ManagementType",     "DeviceCategory",
                              "OperatingSystem",    "OperatingSystemVersion",
                              "Manufacturer",       "Model",
                              "LastSignInDateTime", "TrustType",
                              "RegisteredOwners",   "RegisteredUsers",
                              "MDMAppId",           "OnPremisesSyncEnabled",
                              "ProfileType",        "SecurityIdentifier"}};
  for (const auto& device : state.devices) rows.push_back(device_row(device));
  return write_table(place / "Devices.csv", Encoding::utf8_bom, rows);
}

}  // namespace

Outcome write_state(const World& world, const State& state, const std::filesystem::path& folder) {
  DIGUE_CHECK(write_rules_table(state, folder / "inbox-rules"));
  DIGUE_CHECK(write_permissions(world, state, folder / "permissions"));
  DIGUE_CHECK(write_flow(state, folder));
  DIGUE_CHECK(write_consents(state, folder / "consents"));
  DIGUE_CHECK(write_methods(world, state, folder / "authentication-methods"));
  for (const std::size_t index : {world.accountant, world.technician, world.trainee}) {
    const Person& person = world.person(index);
    DIGUE_CHECK(write_graph_rules(person, state, folder / "inbox-rules"));
    DIGUE_CHECK(write_graph_methods(person, state, folder / "authentication-methods"));
  }
  return write_devices(state, folder / "devices");
}

}  // namespace digue::exercise
