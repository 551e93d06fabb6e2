// What lets the intruder come back once the password has changed.
#include <fmt/core.h>
#include <array>
#include <string_view>
#include <vector>

#include "exercise/attack.h"

namespace digue::exercise {

namespace {

constexpr std::array<std::string_view, 4> lookalikes = {
    "rnicrosoft Office Sync", "Rnicrosoft 365 Backup", "Microsoft Outlok Connect",
    "Micros0ft Mail Assistant"};

std::string json_list(const std::string& text) {
  return "[\r\n  \"" + text + "\"\r\n]";
}

Consent illicit_consent(Attack& attack) {
  Consent consent;
  consent.app_id = attack.random.guid();
  consent.service_principal = attack.random.guid();
  consent.app_name = attack.random.pick(lookalikes);
  consent.reply_url = "https://login." + attack.intruder.lure_domain + "/callback";
  consent.owner_tenant = attack.random.guid();
  consent.scope = "openid profile offline_access User.Read Mail.Read Mail.ReadWrite Mail.Send";
  consent.who = &attack.victim;
  consent.created = attack.story.first_theft + 44 * minute_ms;
  return consent;
}

std::string permissions_text(const Attack& attack, const Consent& consent, const std::string& id) {
  return fmt::format(
      "[] => [[Id: {}, ClientId: {}, PrincipalId: {}, ResourceId: {}, ConsentType: Principal, "
      "Scope: {}, CreatedDateTime: , LastModifiedDateTime ]]; ",
      id, consent.service_principal, attack.victim.id, attack.world.graph, consent.scope);
}

void give_consent(Attack& attack) {
  const Consent consent = illicit_consent(attack);
  const DirectoryAct::Target app{
      "ServicePrincipal", consent.service_principal, consent.app_name, {}};
  std::vector<std::string> planted = {consent.app_id, consent.service_principal};
  DirectoryAct act;
  act.time = consent.created;
  act.category = "ApplicationManagement";
  act.actor = &attack.victim;
  act.targets = {app};
  act.activity = "Add service principal";
  act.changes = {{"AccountEnabled", "[]", "[\r\n  true\r\n]"},
                 {"AppPrincipalId", "[]", json_list(consent.app_id)},
                 {"DisplayName", "[]", json_list(consent.app_name)}};
  planted.push_back(attack.add(act));
  act.activity = "Add delegated permission grant";
  act.changes = {{"DelegatedPermissionGrant.Scope", "", " " + consent.scope},
                 {"DelegatedPermissionGrant.ConsentType", "", "Principal"},
                 {"ServicePrincipal.ObjectID", "", consent.service_principal},
                 {"ServicePrincipal.DisplayName", "", consent.app_name},
                 {"ServicePrincipal.AppId", "", consent.app_id}};
  act.targets = {{"ServicePrincipal", attack.world.graph, "Microsoft Graph", {}}, app};
  planted.push_back(attack.add(act));
  act.activity = "Consent to application";
  act.changes = {
      {"ConsentContext.IsAdminConsent", "", "False"},
      {"ConsentContext.IsAppOnly", "", "False"},
      {"ConsentContext.OnBehalfOfAll", "", "False"},
      {"ConsentAction.Permissions", "", permissions_text(attack, consent, attack.random.token())},
      {"TargetId.ServicePrincipalNames", "", consent.app_id}};
  act.targets = {app};
  planted.push_back(attack.add(act));
  auto& must = attack.must("R14", "high", "consent to a look-alike application that reads mail",
                           consent.created);
  must.items = {"mail-account/2.b.1"};
  must.subject = consent.app_name;
  must.families = {"audit-log", "directory-audit", "consents"};
  must.planted = std::move(planted);
  attack.story.state.consents.push_back(consent);
}

// The audit log tells the method as a list of numbers; the Entra audit in words.
void add_method(Attack& attack) {
  const Instant time = attack.story.first_theft + 38 * minute_ms;
  attack.add(
      attack.sign_in(attack.victim, time - minute_ms,
                     attack.intruder.browser(attack.intruder.homes[1], attack.intruder.session),
                     apps::security_info, apps::graph));
  const Method method{
      &attack.victim, attack.random.guid(),     "microsoftAuthenticatorAuthenticationMethod",
      "Pixel 4",      "SoftwareTokenActivated", time + second_ms};
  DirectoryAct act;
  act.time = time;
  act.category = "UserManagement";
  act.actor = &attack.victim;
  act.targets = {{"User", attack.victim.id, {}, attack.victim.upn}};
  act.activity = "User registered security info";
  act.service = "Authentication Methods";
  act.in_audit_log = false;
  act.changes = {{"MethodType", "", "Microsoft Authenticator App with push notification"}};
  std::vector<std::string> planted = {method.id};
  planted.push_back(attack.add(act));
  act.activity = "Update user";
  act.service = "Core Directory";
  act.in_audit_log = true;
  act.changes = {{"StrongAuthenticationMethod", R"([{"MethodType":6,"Default":true}])",
                  R"([{"MethodType":6,"Default":false},{"MethodType":0,"Default":true}])"},
                 {"StrongAuthenticationPhoneAppDetail", "[]",
                  fmt::format(R"([{{"DeviceName":"Pixel 4","DeviceToken":"NO_DEVICE_TOKEN",)"
                              R"("Id":"{}","PhoneAppVersion":"6.2404.2444"}}])",
                              method.id)},
                 {"Included Updated Properties", "",
                  "StrongAuthenticationMethod, StrongAuthenticationPhoneAppDetail"},
                 {"TargetId.UserType", "", "Member"}};
  planted.push_back(attack.add(act));
  auto& must = attack.must("R8", "medium", "a second factor of the intruder's own", time);
  must.accounts = {attack.victim.upn};
  must.items = {"mail-account/1.c.1"};
  must.families = {"audit-log"};
  must.planted = std::move(planted);
  attack.story.state.methods.push_back(method);
}

DirectoryAct device_act(const Attack& attack, const Device& device, Instant time) {
  DirectoryAct act;
  act.time = time;
  act.category = "Device";
  act.actor_app = "Device Registration Service";
  act.activity = "Add device";
  act.targets = {{"Device", device.object_id, device.name, {}}};
  act.changes = {{"AccountEnabled", "[]", "[\r\n  true\r\n]"},
                 {"CloudDisplayName", "[]", json_list(device.name)},
                 {"CloudDeviceOSType", "[]", json_list("Windows")},
                 {"CloudDeviceOSVersion", "[]", json_list(device.system)},
                 {"DeviceId", "[]", json_list(device.id)},
                 {"DevicePhysicalIds", "[]",
                  json_list("[USER-HWID]:" + attack.victim.id + ":6825785835749673")},
                 {"DeviceTrustType", "[]", json_list("Workplace")}};
  return act;
}

void register_device(Attack& attack) {
  const Instant time = attack.story.first_theft + 61 * minute_ms;
  auto row =
      attack.sign_in(attack.victim, time,
                     attack.intruder.browser(attack.intruder.homes[1], attack.intruder.session),
                     apps::broker, apps::registration);
  row.client_app = "Mobile Apps and Desktop clients";
  std::vector<std::string> planted = {attack.add(std::move(row))};
  Device device;
  device.id = attack.random.guid();
  device.object_id = attack.random.guid();
  device.name = "DESKTOP-" + std::to_string(attack.random.between(100000, 999999));
  device.os = "Windows";
  device.system = "10.0.19045.2965";
  DirectoryAct act = device_act(attack, device, time + 3 * minute_ms);
  planted.push_back(attack.add(act));
  const DirectoryAct::Target owner{"User", attack.victim.id, {}, attack.victim.upn};
  for (const char* activity :
       {"Add registered owner to device", "Add registered users to device"}) {
    act.activity = activity;
    act.targets = {owner, {"Device", device.object_id, device.name, {}}};
    act.changes = {{"Device.ObjectID", "", device.object_id},
                   {"Device.DisplayName", "", device.name}};
    planted.push_back(attack.add(act));
  }
  planted.push_back(device.id);
  auto& must = attack.must("R9", "high", "a device registered minutes after the theft", act.time);
  must.accounts = {attack.victim.upn};
  must.items = {"mail-account/1.c.2"};
  must.subject = device.name;
  must.families = {"audit-log"};
  must.planted = std::move(planted);
  attack.story.state.devices.push_back(
      {&attack.victim, device, act.time, attack.world.at(attack.day + 1, 9, 30), false});
}

// The mailbox opened to the other stolen account, so that a reset of its password changes nothing.
void open_inbox(Attack& attack) {
  const Instant time = attack.story.first_theft + 77 * minute_ms;
  const std::string folder = attack.victim.alias + ":\\Inbox";
  const std::string id = attack.add(attack.writer.cmdlet(
      time, attack.victim,
      attack.intruder.browser(attack.intruder.homes[0], attack.intruder.session), apps::exchange,
      "Add-MailboxFolderPermission", folder,
      {{"Identity", folder}, {"User", attack.trainee.upn}, {"AccessRights", "Owner"}}));
  auto& must = attack.must("R13", "medium", "the inbox opened to another account", time);
  must.accounts = {attack.victim.upn};
  must.items = {"mail-account/2.a.3"};
  must.families = {"audit-log", "permissions"};
  must.planted = {id};
  must.planted_rows = {{"permissions/FolderPermissions.csv", {attack.trainee.upn, "Owner"}},
                       {"permissions/MailboxPermissions.csv", {attack.trainee.upn, "- Owner"}}};
  attack.story.state.grants.push_back(
      {Grant::Kind::folder, &attack.victim, attack.trainee.upn, "Owner", "Inbox"});
  // And used from there, on the web this time.
  attack.add(attack.sign_in(
      attack.trainee, time + 9 * minute_ms,
      attack.intruder.browser(attack.intruder.homes[2], attack.intruder.trainee_session),
      apps::outlook_web, apps::exchange));
}

}  // namespace

void dig_in(Attack& attack) {
  add_method(attack);
  give_consent(attack);
  register_device(attack);
  open_inbox(attack);
}

}  // namespace digue::exercise
