#include <array>

#include "event/event.h"

namespace digue::event {

// In the order of the enumerators; the count is checked below.
static constexpr std::array names = std::to_array<std::string_view>({
    "other",
    "sign_in",
    "inbox_rule_set",
    "inbox_rule_touched",
    "inbox_rule_removed",
    "forwarding_set",
    "mailbox_audit_set",
    "mailbox_access_set",
    "mailbox_permission_added",
    "mailbox_permission_removed",
    "send_permission_added",
    "send_permission_removed",
    "folder_permission_added",
    "folder_permission_removed",
    "transport_rule_set",
    "transport_rule_removed",
    "remote_domain_set",
    "mail_accessed",
    "mail_sent",
    "mail_sent_as",
    "mail_moved",
    "mail_deleted",
    "message_traced",
    "consent_granted",
    "application_added",
    "application_credential_added",
    "role_member_added",
    "role_member_removed",
    "group_member_added",
    "user_added",
    "user_removed",
    "user_updated",
    "user_disabled",
    "user_enabled",
    "password_changed",
    "sessions_revoked",
    "authentication_method_added",
    "authentication_method_removed",
    "device_registered",
    "audit_log_set",
    "policy_set",
    "file_accessed",
    "file_downloaded",
    "file_shared",
    "inbox_rule_state",
    "forwarding_state",
    "mailbox_permission_state",
    "send_permission_state",
    "folder_permission_state",
    "transport_rule_state",
    "remote_domain_state",
    "consent_state",
    "authentication_method_state",
    "device_state",
    "role_member_state",
    "mailbox_audit_state",
});
static_assert(names.size() == static_cast<std::size_t>(Action::count_));

std::string_view action_name(Action action) {
  return names[static_cast<std::size_t>(action)];
}

}  // namespace digue::event
