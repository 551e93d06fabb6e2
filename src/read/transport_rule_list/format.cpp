// Mail flow rules by name: CRT's MailTransportRules, which shows the kinds of a rule's actions and
// never where a copy goes.  Of no family: it can't answer that no mail is copied out.
#include "read/format.h"

#include "read/m365/transport_rule_row.h"
#include "read/record.h"

namespace digue::read {

namespace {

class TransportRuleList final : public Format {
 public:
  std::string_view name() const override { return "transport-rule-list"; }
  event::Family family() const override { return event::Family::none; }

  int recognise(std::string_view sample) const override {
    const Shape shape(sample);
    if (!shape.has_all({"name", "whenchanged", "state"})) return 0;
    return shape.has_all({"mode", "actions"}) ? 80 : 0;
  }

  void read(std::string_view text, const Told& told, Sink& sink) const override {
    each_record({text, told, sink, family()}, {.names = {"whenchanged", "whenchangedutc"}},
                m365::take_transport_rule);
  }
};

}  // namespace

const Format& transport_rule_list_format() {
  static const TransportRuleList format;
  return format;
}

}  // namespace digue::read
