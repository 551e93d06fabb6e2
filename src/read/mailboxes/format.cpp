// Mailboxes as they stand, with their forwarding: Get-Mailbox, CRT's MailForwardingRules, Hawk's
// forwarding reports.
#include "read/format.h"

#include "read/m365/mailbox_row.h"
#include "read/record.h"

namespace digue::read {

namespace {

class Mailboxes final : public Format {
 public:
  std::string_view name() const override { return "mailboxes"; }
  event::Family family() const override { return event::Family::forwarding; }

  int recognise(std::string_view sample) const override {
    const Shape shape(sample);
    // An audit-log record speaks of mailboxes too; it has its own readers.
    if (shape.has_any({"operation", "auditdata"})) return 0;
    const bool named = shape.has_any({"name", "userprincipalname", "identity", "mailbox"});
    return named && shape.has_all({"forwardingsmtpaddress", "delivertomailboxandforward"}) ? 90 : 0;
  }

  void read(std::string_view text, const Told& told, Sink& sink) const override {
    each_record({text, told, sink, family()}, {.names = {"whenchangedutc", "whenchanged"}},
                m365::take_mailbox_row);
  }
};

}  // namespace

const Format& mailboxes_format() {
  static const Mailboxes format;
  return format;
}

}  // namespace digue::read
