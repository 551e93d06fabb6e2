// Mail flow rules as they stand: Get-TransportRule (CSV or JSON), and the TransportRules of
// Microsoft-Extractor-Suite, which say what a rule does in its description only.
#include "read/format.h"

#include "read/m365/transport_rule_row.h"
#include "read/record.h"

namespace digue::read {

namespace {

class TransportRules final : public Format {
 public:
  std::string_view name() const override { return "transport-rules"; }
  event::Family family() const override { return event::Family::transport_rules; }

  int recognise(std::string_view sample) const override {
    const Shape shape(sample);
    if (!shape.has_all({"name", "whenchanged", "state"})) return 0;
    const bool parameters = shape.has_all({"mode", "blindcopyto"});
    return parameters || shape.has_all({"description", "createdby"}) ? 88 : 0;
  }

  void read(std::string_view text, const Told& told, Sink& sink) const override {
    each_record({text, told, sink, family()}, {.names = {"whenchanged", "whenchangedutc"}},
                m365::take_transport_rule);
  }
};

}  // namespace

const Format& transport_rules_format() {
  static const TransportRules format;
  return format;
}

}  // namespace digue::read
