// Mailboxes as they stand: Get-Mailbox and what collectors keep of it (CRT's MailForwardingRules
// and AuditByPassEnabledUsers, Hawk's forwarding reports, Microsoft-Extractor-Suite's
// MailboxAuditStatus).  One row says up to three things: forwarding, audit, and who may send on
// behalf.  A mailbox without forwarding is a fact too.
#include "read/format.h"

#include <array>

#include "base/text.h"
#include "read/m365/lists.h"
#include "read/record.h"

namespace digue::read {

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

void take(Record& record) {
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
    for (const auto trustee : m365::elements_of(value)) {
      begin(record, Action::send_permission_state);
      record.detail("Trustee", trustee);
      record.detail("AccessRights", "SendOnBehalf");
      record.commit();
    }
}

class Mailboxes final : public Format {
 public:
  std::string_view name() const override { return "mailboxes"; }
  event::Family family() const override { return event::Family::forwarding; }

  int recognise(std::string_view sample) const override {
    const Shape shape(sample);
    const bool forwards = shape.has_all({"forwardingsmtpaddress", "delivertomailboxandforward"});
    const bool audits = shape.has_any({"auditbypassenabled", "auditbypass"}) ||
                        shape.has_all({"auditenabled", "auditlogagelimit"});
    const bool named = shape.has_any({"name", "userprincipalname", "identity", "mailbox"});
    // An audit-log record speaks of mailboxes too; it has its own readers.
    return named && (forwards || audits) && !shape.has_any({"operation", "auditdata"}) ? 90 : 0;
  }

  void read(std::string_view text, const Told& told, Sink& sink) const override {
    each_record({text, told, sink, family()}, {.names = {"whenchangedutc", "whenchanged"}}, take);
  }
};

}  // namespace

const Format& mailboxes_format() {
  static const Mailboxes format;
  return format;
}

}  // namespace digue::read
