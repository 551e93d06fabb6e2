// The Entra audit log: Graph's directoryAudit objects (Microsoft-Extractor-Suite, DFIR-O365RC) and
// the portal's CSV, with English or French headers.
#include "read/format.h"

#include <algorithm>

#include "read/m365/directory_act.h"
#include "read/m365/graph.h"
#include "read/record.h"

namespace digue::read {

namespace {

void take(Record& record) {
  const m365::DirectoryAct act =
      record.is_json() ? m365::act_of_json(record) : m365::act_of_csv(record);
  const ReadDate date = record.date({"activitydatetime", "date (utc)", "date"});
  if (act.activity.empty()) return;
  m365::commit_act(record, act, date);
}

class EntraAudit final : public Format {
 public:
  std::string_view name() const override { return "entra-audit"; }
  event::Family family() const override { return event::Family::directory_audit; }

  int recognise(std::string_view sample) const override {
    if (m365::is_page_of(sample, "#auditLogs/directoryAudits")) return 90;
    const Shape shape(sample);
    const bool graph =
        shape.is_json() && shape.has_all({"activitydatetime", "activitydisplayname"});
    const bool portal = shape.has_any({"activity", "activite"}) &&
                        shape.has_any({"actoruserprincipalname", "actortype"}) &&
                        shape.has_any({"result", "resultat"});
    return graph || portal ? 90 : 0;
  }

  void read(std::string_view text, const Told& told, Sink& sink) const override {
    const Shape shape(text.substr(0, std::min(text.size(), sample_bytes)));
    each_record({text, told, sink, family()},
                {.names = {"activitydatetime", "date (utc)", "date"},
                 .zoneless = shape.is_json() ? ZonelessDates::are_utc : ZonelessDates::are_local},
                take);
  }
};

}  // namespace

const Format& entra_audit_format() {
  static const EntraAudit format;
  return format;
}

}  // namespace digue::read
