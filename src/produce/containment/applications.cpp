// C7: applications that hold consents, devices, and roles.
#include <algorithm>

#include "base/text.h"
#include "produce/containment/part.h"
#include "produce/containment/sentences.h"

namespace digue::produce::containment {

// Applications of Microsoft's own tenant are left alone: an intruder uses them too, and disabling
// one cuts everybody off.
static constexpr Template find_application{
    "Get-MgServicePrincipal -All | Where-Object { ($_.AppId -eq {0} -or $_.Id -eq {0}) -and "
    "[string]$_.AppOwnerOrganizationId -ne 'f8cdef31-a31e-4b4a-93e4-5f571e91255a' }"};
static constexpr Template find_application_by_name{
    "Get-MgServicePrincipal -All | Where-Object { $_.DisplayName -ceq {0} -and "
    "[string]$_.AppOwnerOrganizationId -ne 'f8cdef31-a31e-4b4a-93e4-5f571e91255a' } | "
    "Select-Single"};
static constexpr Template disable_application{
    "Update-MgServicePrincipal -ServicePrincipalId $_.Id -AccountEnabled:$false"};
static constexpr Template enable_application{
    "Update-MgServicePrincipal -ServicePrincipalId $_.Id -AccountEnabled:$true"};
static constexpr Template grants_of{
    "Get-MgServicePrincipal -All | Where-Object { $_.AppId -eq {0} -or $_.Id -eq {0} } | "
    "ForEach-Object { Get-MgServicePrincipalOauth2PermissionGrant -ServicePrincipalId $_.Id -All "
    "}"};
static constexpr Template grants_of_name{
    "Get-MgServicePrincipal -All | Where-Object { $_.DisplayName -ceq {0} } | Select-Single | "
    "ForEach-Object { Get-MgServicePrincipalOauth2PermissionGrant -ServicePrincipalId $_.Id -All "
    "}"};
static constexpr Template remove_grant{
    "Remove-MgOauth2PermissionGrant -OAuth2PermissionGrantId $_.Id"};
static constexpr Template saved_grants{"Import-Clixml -LiteralPath (Join-Path $From {0})"};
static constexpr Template find_grant{"Get-MgOauth2PermissionGrant -OAuth2PermissionGrantId {0}"};
static constexpr Template add_grant{
    "New-MgOauth2PermissionGrant -BodyParameter @{ clientId = $_.ClientId; consentType = "
    "$_.ConsentType; principalId = $_.PrincipalId; resourceId = $_.ResourceId; scope = $_.Scope }"};

static constexpr Template find_device{
    "Get-MgDevice -All | Where-Object { $_.DeviceId -eq {0} -or $_.Id -eq {0} }"};
static constexpr Template disable_device{"Update-MgDevice -DeviceId $_.Id -AccountEnabled:$false"};
static constexpr Template enable_device{"Update-MgDevice -DeviceId $_.Id -AccountEnabled:$true"};
static constexpr Template find_mailbox_access{"Get-CASMailbox -Identity {0}"};
static constexpr Template block_mobile{
    "Set-CASMailbox -Identity {0} -ActiveSyncBlockedDeviceIDs @{ Add = {1} }"};
static constexpr Template unblock_mobile{
    "Set-CASMailbox -Identity {0} -ActiveSyncBlockedDeviceIDs @{ Remove = {1} }"};

static constexpr Template find_role{
    "Get-MgDirectoryRole -All | Where-Object { $_.DisplayName -ceq {0} -or $_.Id -eq {0} -or "
    "$_.RoleTemplateId -eq {0} }"};
static constexpr Template remove_member{
    "Remove-MgDirectoryRoleMemberByRef -DirectoryRoleId $_.Id -DirectoryObjectId (Get-MgUser "
    "-UserId "
    "{0}).Id"};
static constexpr Template add_member{
    "New-MgDirectoryRoleMemberByRef -DirectoryRoleId $_.Id -BodyParameter @{ '@odata.id' = "
    "('https://graph.microsoft.com/v1.0/directoryObjects/' + (Get-MgUser -UserId {0}).Id) }"};
static constexpr Template find_group{
    "Get-MgGroup -All | Where-Object { $_.DisplayName -ceq {0} -or $_.Id -eq {0} } | "
    "Select-Single"};
static constexpr Template remove_from_group{
    "Remove-MgGroupMemberByRef -GroupId $_.Id -DirectoryObjectId (Get-MgUser -UserId {0}).Id"};
static constexpr Template add_to_group{
    "New-MgGroupMember -GroupId $_.Id -DirectoryObjectId (Get-MgUser -UserId {0}).Id"};

static constexpr Template read_user_grants{"Get-MgUserOauth2PermissionGrant -UserId {0} -All"};
static constexpr Template read_user_devices{"Get-MgUserRegisteredDevice -UserId {0} -All"};
static constexpr Template single_tool{R"(function Select-Single {
  $All = @($input)
  if ($All.Count -gt 1) { throw {0} }
  return $All
})"};

static std::string name_of(const finding::Subject& subject) {
  return subject.name.empty() ? subject.identity : subject.name;
}

// What tells the application apart, by id where the evidence gives one.
static std::string application_id(const finding::Subject& subject) {
  const auto id = state_of(subject, "AppId");
  return id && is_guid(*id) ? *id : subject.identity;
}

static Action disable_action(const finding::Subject& application) {
  const std::string id = application_id(application), label = shown(name_of(application));
  const auto find = is_guid(id) ? write<find_application>(id)
                                : write<find_application_by_name>(name_of(application));
  Doing doing{tell<sentences::disable_application>(label), find, write<disable_application>()};
  if (state_is(application, "AccountEnabled", "False"))
    return final_action_of(std::move(doing), tell<sentences::application_was_disabled>(label));
  return action_of(std::move(doing),
                   {tell<sentences::enable_application>(label), find, write<enable_application>()});
}

static void add_consent(Part& part, const finding::Subject& consent, int number) {
  const std::string id = application_id(consent), label = shown(name_of(consent));
  const std::string saved = "consents-" + std::to_string(number);
  const auto grants = is_guid(id) ? write<grants_of>(id) : write<grants_of_name>(name_of(consent));
  add_saving(part, saved, grants, tell<sentences::remove_consents>(label));
  part.actions.push_back(
      action_of({tell<sentences::remove_consents>(label), grants, write<remove_grant>()},
                {tell<sentences::restore_consents>(label), write<saved_grants>(saved + ".clixml"),
                 write<add_grant>()}));
  part.undo_reads_saved = true;
}

// Exports of grants give the grant's own id, which is no GUID.
static void add_single_grant(Part& part, const finding::Subject& consent, int number) {
  const std::string label = shown(name_of(consent)), saved = "consent-" + std::to_string(number);
  const auto grant = write<find_grant>(consent.identity);
  add_saving(part, saved, grant, tell<sentences::remove_consent>(label));
  part.actions.push_back(
      action_of({tell<sentences::remove_consent>(label), grant, write<remove_grant>()},
                {tell<sentences::restore_consent>(label), write<saved_grants>(saved + ".clixml"),
                 write<add_grant>()}));
  part.undo_reads_saved = true;
}

// The same application may be the subject of several findings, under both kinds: once disabled and
// stripped of all its consents, each of these is done with too.
static void add_applications(Part& part, const Request& request) {
  std::vector<std::string> seen;
  const auto is_new = [&](const std::string& key) {
    if (std::find(seen.begin(), seen.end(), lower(key)) != seen.end()) return false;
    seen.push_back(lower(key));
    return true;
  };
  int number = 0;
  for (const char* kind : {"application", "consent"})
    for (const finding::Subject& subject : subjects_of_kind(request, kind)) {
      const bool known_name = !subject.name.empty() && !is_new("name " + subject.name);
      if (!is_new("id " + application_id(subject)) || (subject.kind == "consent" && known_name))
        continue;
      if (subject.kind == "consent" && !is_guid(application_id(subject))) {
        add_single_grant(part, subject, ++number);
        continue;
      }
      part.actions.push_back(disable_action(subject));
      add_consent(part, subject, ++number);
    }
}

static Action device_action(const finding::Subject& device) {
  const std::string label = shown(name_of(device));
  if (!is_guid(device.identity))
    return action_of({tell<sentences::block_mobile>(label, shown(device.mailbox)),
                      write<find_mailbox_access>(device.mailbox),
                      write<block_mobile>(device.mailbox, device.identity)},
                     {tell<sentences::unblock_mobile>(label, shown(device.mailbox)),
                      write<find_mailbox_access>(device.mailbox),
                      write<unblock_mobile>(device.mailbox, device.identity)});
  Doing doing{tell<sentences::disable_device>(label), write<find_device>(device.identity),
              write<disable_device>()};
  if (state_is(device, "AccountEnabled", "False"))
    return final_action_of(std::move(doing), tell<sentences::device_was_disabled>(label));
  return action_of(std::move(doing), {tell<sentences::enable_device>(label),
                                      write<find_device>(device.identity), write<enable_device>()});
}

static void add_devices(Part& part, const Request& request) {
  int number = 0;
  for (const finding::Subject& device : subjects_of_kind(request, "device")) {
    if (device.identity.empty()) {
      part.actions.push_back(
          task_of(tell<sentences::review_device>(shown(device.name), shown(device.mailbox))));
      continue;
    }
    const std::string saved = "device-" + std::to_string(++number);
    if (is_guid(device.identity)) {
      add_saving(part, saved, write<find_device>(device.identity), as_message(saved));
    } else {
      add_saving(part, saved, write<find_mailbox_access>(device.mailbox),
                 as_message(shown(device.mailbox)));
      if (part.modules.back() != exchange_module) part.modules.emplace_back(exchange_module);
    }
    part.actions.push_back(device_action(device));
  }
}

static Action member_action(const finding::Subject& member, const std::string& who) {
  if (const auto group = state_of(member, "Group"); group && !group->empty())
    return action_of({tell<sentences::remove_from_group>(shown(who), shown(*group)),
                      write<find_group>(*group), write<remove_from_group>(who)},
                     {tell<sentences::back_to_group>(shown(who), shown(*group)),
                      write<find_group>(*group), write<add_to_group>(who)});
  const std::string role = state_of(member, "Role").value_or(name_of(member));
  return action_of({tell<sentences::remove_role>(shown(who), shown(role)), write<find_role>(role),
                    write<remove_member>(who)},
                   {tell<sentences::restore_role>(shown(who), shown(role)), write<find_role>(role),
                    write<add_member>(who)});
}

static void add_roles(Part& part, const Request& request) {
  for (const finding::Subject& member : subjects_of_kind(request, "role-member")) {
    const std::string who = state_of(member, "Member").value_or(member.mailbox);
    part.actions.push_back(who.empty()
                               ? task_of(tell<sentences::review_role>(shown(name_of(member))))
                               : member_action(member, who));
  }
}

static void add_reviews(Part& part, const Request& request) {
  int number = 0;
  for (const std::string& account : accounts_of(request)) {
    const std::string grants = "user-consents-" + std::to_string(++number);
    const std::string devices = "user-devices-" + std::to_string(number);
    const Message what = tell<sentences::save_applications>(shown(account));
    add_saving(part, grants, write<read_user_grants>(account), what);
    add_saving(part, devices, write<read_user_devices>(account), what);
    part.actions.push_back(task_of(
        tell<sentences::review_applications>(shown(account), grants + ".json", devices + ".json")));
  }
}

Part applications_part(const Request& request) {
  Part part;
  part.measure = Measure::applications;
  part.title = tell<sentences::applications_title>();
  part.impact = tell<sentences::applications_impact>();
  part.modules = {"Microsoft.Graph.Applications", "Microsoft.Graph.Identity.DirectoryManagement",
                  "Microsoft.Graph.Identity.SignIns", "Microsoft.Graph.Groups",
                  "Microsoft.Graph.Users"};
  part.graph_scopes = {
      "Application.ReadWrite.All", "DelegatedPermissionGrant.ReadWrite.All", "Device.ReadWrite.All",
      "GroupMember.ReadWrite.All", "RoleManagement.ReadWrite.Directory",     "User.Read.All"};
  part.helpers = {*write<single_tool>(std::string(sentences::several_found.in(request.language)))};
  add_applications(part, request);
  add_devices(part, request);
  add_roles(part, request);
  add_reviews(part, request);
  return part;
}

}  // namespace digue::produce::containment
