// The operations of the Unified Audit Log (and of the Entra audit log, which has the same names for
// the directory's) and what they are to the detectors.  Pure, thread-safe.
#pragma once
#include <cstdint>
#include <string_view>

#include "event/event.h"

namespace digue::read::m365 {

// Where the record keeps what matters of the operation.
enum class Shape : std::uint8_t {
  plain,          // nothing beyond the common fields
  sign_in,        // ExtendedProperties, DeviceProperties
  inbox_rule,     // Parameters of an inbox-rule cmdlet
  outlook_rule,   // UpdateInboxRules: OperationProperties
  mailbox,        // Set-Mailbox: the parameters decide the action
  cmdlet,         // Parameters, on a mailbox
  configuration,  // Parameters, on a named thing of the organisation
  permission,     // Parameters User and AccessRights
  send_permission,
  folder_permission,  // of a cmdlet
  folder_rights,      // of the mailbox audit: Item.ParentFolder.MemberRights
  mail_access,
  mail_item,
  mail_items,
  consent,      // ModifiedProperties of a consent
  application,  // ... of an application or service principal
  role,
  group,
  user,         // changed properties of the target
  user_update,  // ... which may be those of its authentication methods
  security_info,
  device,
  policy,
  file,
};

struct Operation {
  event::Action action = event::Action::other;
  Shape shape = Shape::plain;
};

// Case, outer spaces and a final full stop do not count; an en dash is a hyphen.
Operation operation_named(std::string_view name);

}  // namespace digue::read::m365
