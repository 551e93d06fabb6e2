// The audit of mailboxes as it stands: CRT's AuditByPassEnabledUsers, the MailboxAuditStatus of
// Microsoft-Extractor-Suite.  Of no family: it says nothing of forwarding.
#include "read/format.h"

#include "read/m365/mailbox_row.h"
#include "read/record.h"

namespace digue::read {

namespace {

class MailboxAudit final : public Format {
 public:
  std::string_view name() const override { return "mailbox-audit"; }
  event::Family family() const override { return event::Family::none; }

  int recognise(std::string_view sample) const override {
    const Shape shape(sample);
    // An audit-log record speaks of mailboxes too; it has its own readers.
    if (shape.has_any({"operation", "auditdata"})) return 0;
    const bool named = shape.has_any({"name", "userprincipalname", "identity", "mailbox"});
    const bool audits = shape.has_any({"auditbypassenabled", "auditbypass"}) ||
                        shape.has_all({"auditenabled", "auditlogagelimit"});
    return named && audits ? 85 : 0;
  }

  void read(std::string_view text, const Told& told, Sink& sink) const override {
    each_record({text, told, sink, family()}, {.names = {"whenchangedutc", "whenchanged"}},
                m365::take_mailbox_row);
  }
};

}  // namespace

const Format& mailbox_audit_format() {
  static const MailboxAudit format;
  return format;
}

}  // namespace digue::read
