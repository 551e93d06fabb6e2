#include "read/m365/mailbox_row.h"

#include <array>

#include "read/m365/lists.h"

namespace digue::read::m365 {

namespace {

using event::Action;

constexpr std::array<DetailFrom, 3> forwarding = {{
    {"ForwardingAddress", {"forwardingaddress"}},
    {"ForwardingSmtpAddress", {"forwardingsmtpaddress"}},
    {"DeliverToMailboxAndForward", {"delivertomailboxandforward"}},
}};

constexpr std::array<DetailFrom, 7> audit = {{
    {"AuditEnabled", {"auditenabled"}},
    {"AuditLogAgeLimit", {"auditlogagelimit"}},
    {"AuditBypassEnabled", {"auditbypassenabled", "auditbypass"}},
    {"DefaultAuditSet", {"defaultauditset"}},
    {"AuditOwner", {"auditowner", "ownerauditactions"}},
    {"AuditDelegate", {"auditdelegate", "delegateauditactions"}},
    {"AuditAdmin", {"auditadmin", "adminauditactions"}},
}};

// The address is better than the name, which several mailboxes may share.
std::string_view mailbox_of(const Record& record) {
  return record.text({"userprincipalname", "primarysmtpaddress", "windowsemailaddress", "mailbox",
                      "name", "identity", "displayname", "username"});
}

void begin(Record& record, Action action) {
  event::Event& event = record.begin(action);
  event.operation = record.intern("Mailbox");
  event.target = record.intern_lower(mailbox_of(record));
}

}  // namespace

void take_mailbox_row(Record& record) {
  const Fields& fields = record.fields();
  if (mailbox_of(record).empty()) return;
  if (fields.has({"forwardingsmtpaddress", "forwardingaddress"})) {
    begin(record, Action::forwarding_state);
    record.details(forwarding);
    record.detail("WhenChanged", record.date_text({"whenchangedutc", "whenchanged"}));
    record.commit();
  }
  if (fields.has({"auditenabled", "auditbypassenabled", "auditbypass"})) {
    begin(record, Action::mailbox_audit_state);
    record.details(audit);
    record.commit();
  }
  for (const auto value : record.values({"grantsendonbehalfto"}))
    for (const auto trustee : elements_of(value)) {
      begin(record, Action::send_permission_state);
      record.detail("Trustee", trustee);
      record.detail("AccessRights", "SendOnBehalf");
      record.commit();
    }
}

}  // namespace digue::read::m365
