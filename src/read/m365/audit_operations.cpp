#include "read/m365/audit_operations.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/text.h"

namespace digue::read::m365 {

using event::Action;

namespace {
struct Row {
  std::string_view name;
  Action action;
  Shape shape;
};

// Sources: Microsoft, "Audit log activities" and "Microsoft Entra audit activity reference".  In
// alphabetic order.
constexpr std::array rows = std::to_array<Row>({
    {"add app role assignment to service principal", Action::consent_granted, Shape::consent},
    {"add application", Action::application_added, Shape::application},
    {"add conditional access policy", Action::policy_set, Shape::policy},
    {"add delegated permission grant", Action::consent_granted, Shape::consent},
    {"add device", Action::device_registered, Shape::device},
    {"add eligible member to role", Action::role_member_added, Shape::role},
    {"add member to group", Action::group_member_added, Shape::group},
    {"add member to role", Action::role_member_added, Shape::role},
    {"add member to role completed (pim activation)", Action::role_member_added, Shape::role},
    {"add member to role outside of pim (permanent)", Action::role_member_added, Shape::role},
    {"add named location", Action::policy_set, Shape::policy},
    {"add oauth2permissiongrant", Action::consent_granted, Shape::consent},
    {"add owner to group", Action::group_member_added, Shape::group},
    {"add policy", Action::policy_set, Shape::policy},
    {"add registered owner to device", Action::device_registered, Shape::device},
    {"add registered users to device", Action::device_registered, Shape::device},
    {"add scoped member to role", Action::role_member_added, Shape::role},
    {"add service principal", Action::application_added, Shape::application},
    {"add service principal credentials", Action::application_credential_added, Shape::application},
    {"add unverified domain", Action::policy_set, Shape::policy},
    {"add user", Action::user_added, Shape::user},
    {"add verified domain", Action::policy_set, Shape::policy},
    {"add-mailboxfolderpermission", Action::folder_permission_added, Shape::folder_permission},
    {"add-mailboxpermission", Action::mailbox_permission_added, Shape::permission},
    {"add-recipientpermission", Action::send_permission_added, Shape::send_permission},
    {"add-rolegroupmember", Action::role_member_added, Shape::configuration},
    {"addedtosecurelink", Action::file_shared, Shape::file},
    {"addfolderpermissions", Action::folder_permission_added, Shape::folder_rights},
    {"admin deleted security info", Action::authentication_method_removed, Shape::security_info},
    {"admin registered security info", Action::authentication_method_added, Shape::security_info},
    {"admin updated security info", Action::authentication_method_added, Shape::security_info},
    {"anonymouslinkcreated", Action::file_shared, Shape::file},
    {"anonymouslinkupdated", Action::file_shared, Shape::file},
    {"authentication methods policy update", Action::policy_set, Shape::policy},
    {"change password (self-service)", Action::password_changed, Shape::user},
    {"change user license", Action::user_updated, Shape::user},
    {"change user password", Action::password_changed, Shape::user},
    {"companylinkcreated", Action::file_shared, Shape::file},
    {"consent to application", Action::consent_granted, Shape::consent},
    {"delete conditional access policy", Action::policy_set, Shape::policy},
    {"delete policy", Action::policy_set, Shape::policy},
    {"delete user", Action::user_removed, Shape::user},
    {"disable account", Action::user_disabled, Shape::user},
    {"disable security defaults", Action::policy_set, Shape::policy},
    {"disable strong authentication", Action::authentication_method_removed, Shape::security_info},
    {"disable-inboxrule", Action::inbox_rule_touched, Shape::inbox_rule},
    {"disable-transportrule", Action::transport_rule_set, Shape::configuration},
    {"enable account", Action::user_enabled, Shape::user},
    {"enable strong authentication", Action::user_updated, Shape::user},
    {"enable-inboxrule", Action::inbox_rule_touched, Shape::inbox_rule},
    {"enable-transportrule", Action::transport_rule_set, Shape::configuration},
    {"fileaccessed", Action::file_accessed, Shape::file},
    {"fileaccessedextended", Action::file_accessed, Shape::file},
    {"filedownloaded", Action::file_downloaded, Shape::file},
    {"filepreviewed", Action::file_accessed, Shape::file},
    {"filesyncdownloadedfull", Action::file_downloaded, Shape::file},
    {"filesyncdownloadedpartial", Action::file_downloaded, Shape::file},
    {"hard delete user", Action::user_removed, Shape::user},
    {"harddelete", Action::mail_deleted, Shape::mail_items},
    {"invite external user", Action::user_added, Shape::user},
    {"mailitemsaccessed", Action::mail_accessed, Shape::mail_access},
    {"modifyfolderpermissions", Action::folder_permission_added, Shape::folder_rights},
    {"move", Action::mail_moved, Shape::mail_items},
    {"movetodeleteditems", Action::mail_deleted, Shape::mail_items},
    {"new-hostedoutboundspamfilterpolicy", Action::policy_set, Shape::configuration},
    {"new-inboundconnector", Action::policy_set, Shape::configuration},
    {"new-inboxrule", Action::inbox_rule_set, Shape::inbox_rule},
    {"new-journalrule", Action::policy_set, Shape::configuration},
    {"new-managementroleassignment", Action::role_member_added, Shape::configuration},
    {"new-outboundconnector", Action::policy_set, Shape::configuration},
    {"new-remotedomain", Action::remote_domain_set, Shape::configuration},
    {"new-rolegroup", Action::role_member_added, Shape::configuration},
    {"new-transportrule", Action::transport_rule_set, Shape::configuration},
    {"new-unifiedauditlogretentionpolicy", Action::audit_log_set, Shape::configuration},
    {"register device", Action::device_registered, Shape::device},
    {"remove eligible member from role", Action::role_member_removed, Shape::role},
    {"remove member from role", Action::role_member_removed, Shape::role},
    {"remove scoped member from role", Action::role_member_removed, Shape::role},
    {"remove-antiphishpolicy", Action::policy_set, Shape::configuration},
    {"remove-dlpcompliancepolicy", Action::policy_set, Shape::configuration},
    {"remove-inboxrule", Action::inbox_rule_removed, Shape::inbox_rule},
    {"remove-mailboxfolderpermission", Action::folder_permission_removed, Shape::folder_permission},
    {"remove-mailboxpermission", Action::mailbox_permission_removed, Shape::permission},
    {"remove-malwarefilterpolicy", Action::policy_set, Shape::configuration},
    {"remove-managementroleassignment", Action::role_member_removed, Shape::configuration},
    {"remove-recipientpermission", Action::send_permission_removed, Shape::send_permission},
    {"remove-rolegroupmember", Action::role_member_removed, Shape::configuration},
    {"remove-safeattachmentpolicy", Action::policy_set, Shape::configuration},
    {"remove-safelinkspolicy", Action::policy_set, Shape::configuration},
    {"remove-transportrule", Action::transport_rule_removed, Shape::configuration},
    {"remove-unifiedauditlogretentionpolicy", Action::audit_log_set, Shape::configuration},
    {"removefolderpermissions", Action::folder_permission_removed, Shape::folder_rights},
    {"reset password (by admin)", Action::password_changed, Shape::user},
    {"reset password (self-service)", Action::password_changed, Shape::user},
    {"reset user password", Action::password_changed, Shape::user},
    {"revoke sign-in sessions", Action::sessions_revoked, Shape::user},
    {"revoke user sign-in sessions", Action::sessions_revoked, Shape::user},
    {"securelinkcreated", Action::file_shared, Shape::file},
    {"send", Action::mail_sent, Shape::mail_item},
    {"sendas", Action::mail_sent_as, Shape::mail_item},
    {"sendonbehalf", Action::mail_sent_as, Shape::mail_item},
    {"set company information", Action::policy_set, Shape::policy},
    {"set directory feature on tenant", Action::policy_set, Shape::policy},
    {"set domain authentication", Action::policy_set, Shape::policy},
    {"set federation settings on domain", Action::policy_set, Shape::policy},
    {"set force change user password", Action::user_updated, Shape::user},
    {"set user password", Action::password_changed, Shape::user},
    {"set-adminauditlogconfig", Action::audit_log_set, Shape::configuration},
    {"set-antiphishpolicy", Action::policy_set, Shape::configuration},
    {"set-authenticationpolicy", Action::policy_set, Shape::configuration},
    {"set-casmailbox", Action::mailbox_access_set, Shape::cmdlet},
    {"set-dlpcompliancepolicy", Action::policy_set, Shape::configuration},
    {"set-hostedconnectionfilterpolicy", Action::policy_set, Shape::configuration},
    {"set-hostedcontentfilterpolicy", Action::policy_set, Shape::configuration},
    {"set-hostedoutboundspamfilterpolicy", Action::policy_set, Shape::configuration},
    {"set-inboundconnector", Action::policy_set, Shape::configuration},
    {"set-inboxrule", Action::inbox_rule_set, Shape::inbox_rule},
    {"set-journalrule", Action::policy_set, Shape::configuration},
    {"set-mailbox", Action::other, Shape::mailbox},
    {"set-mailboxauditbypassassociation", Action::mailbox_audit_set, Shape::cmdlet},
    {"set-mailboxfolderpermission", Action::folder_permission_added, Shape::folder_permission},
    {"set-malwarefilterpolicy", Action::policy_set, Shape::configuration},
    {"set-organizationconfig", Action::policy_set, Shape::configuration},
    {"set-outboundconnector", Action::policy_set, Shape::configuration},
    {"set-owamailboxpolicy", Action::policy_set, Shape::configuration},
    {"set-remotedomain", Action::remote_domain_set, Shape::configuration},
    {"set-safeattachmentpolicy", Action::policy_set, Shape::configuration},
    {"set-safelinkspolicy", Action::policy_set, Shape::configuration},
    {"set-transportconfig", Action::policy_set, Shape::configuration},
    {"set-transportrule", Action::transport_rule_set, Shape::configuration},
    {"set-unifiedauditlogretentionpolicy", Action::audit_log_set, Shape::configuration},
    {"sharinginvitationcreated", Action::file_shared, Shape::file},
    {"sharingset", Action::file_shared, Shape::file},
    {"softdelete", Action::mail_deleted, Shape::mail_items},
    {"update application - certificates and secrets management",
     Action::application_credential_added, Shape::application},
    {"update authorization policy", Action::policy_set, Shape::policy},
    {"update conditional access policy", Action::policy_set, Shape::policy},
    {"update delegated permission grant", Action::consent_granted, Shape::consent},
    {"update named location", Action::policy_set, Shape::policy},
    {"update policy", Action::policy_set, Shape::policy},
    {"update security defaults", Action::policy_set, Shape::policy},
    {"update service principal - certificates and secrets management",
     Action::application_credential_added, Shape::application},
    {"update stsrefreshtokenvalidfrom timestamp", Action::sessions_revoked, Shape::user},
    {"update user", Action::user_updated, Shape::user_update},
    {"updatefolderpermissions", Action::folder_permission_added, Shape::folder_rights},
    {"updateinboxrules", Action::inbox_rule_set, Shape::outlook_rule},
    {"user changed default security info", Action::user_updated, Shape::user},
    {"user deleted security info", Action::authentication_method_removed, Shape::security_info},
    {"user registered all required security info", Action::authentication_method_added,
     Shape::security_info},
    {"user registered security info", Action::authentication_method_added, Shape::security_info},
    {"userloggedin", Action::sign_in, Shape::sign_in},
    {"userloginfailed", Action::sign_in, Shape::sign_in},
    {"userloginfailedaadinternal", Action::sign_in, Shape::sign_in},
    {"verify domain", Action::policy_set, Shape::policy},
});
static_assert(std::is_sorted(rows.begin(), rows.end(),
                             [](const Row& a, const Row& b) { return a.name < b.name; }));
constexpr std::size_t longest = 64;

// The name as the table writes it: in lower case, an en dash made a hyphen.
std::string plain_name(std::string_view name) {
  name = trimmed(name);
  if (name.ends_with('.')) name.remove_suffix(1);
  constexpr std::string_view en_dash = "\xe2\x80\x93";
  const auto dash = name.find(en_dash);
  if (dash == std::string_view::npos) return lower(name);
  return lower(name.substr(0, dash)) + "-" + lower(name.substr(dash + en_dash.size()));
}
}  // namespace

Operation operation_named(std::string_view name) {
  if (name.size() > longest * 2) return {};
  const std::string plain = plain_name(name);
  const auto row = std::lower_bound(rows.begin(), rows.end(), plain,
                                    [](const Row& a, std::string_view b) { return a.name < b; });
  if (row == rows.end() || row->name != plain) return {};
  return {row->action, row->shape};
}

}  // namespace digue::read::m365
