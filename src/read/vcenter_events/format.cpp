// The events of a vCenter or an ESXi host as exported: by the vSphere Client (CSV) or by PowerCLI's
// Get-VIEvent (CSV or JSON).  The message says what was done (read/services/services.h).
#include "read/record.h"
#include "read/services/services.h"

namespace digue::read {

namespace {

void take(Record& record) {
  const auto message =
      record.text({"fullformattedmessage", "description", "message", "event message"});
  if (message.empty()) return;
  Said said;
  services::tell_message(message, said);
  const auto when = record.date({"createdtime", "date time", "date/time", "date et heure"});
  auto& event = record.begin(said.action);
  event.time = when.time;
  event.time_is_local = when.is_local;
  event.verdict = said.verdict;
  event.operation = record.intern(record.text({"eventtypeid", "event type id", "type"}));
  const auto user = record.text({"username", "user", "utilisateur"});
  event.account = record.intern_lower(user.empty() ? said[Part::account] : user);
  event.address = record.address(said[Part::address]);
  event.agent = record.intern(said[Part::agent]);
  const auto machine = record.text({"vm.name", "vm"});
  event.object = record.intern(said[Part::object].empty() ? machine : said[Part::object]);
  const auto host = record.text({"host.name", "host"});
  event.device = record.intern_lower(said[Part::device].empty() ? host : said[Part::device]);
  if (said.action != event::Action::other) record.detail("Message", message);
  record.commit();
}

class VcenterEventsFormat final : public Format {
 public:
  std::string_view name() const override { return "vcenter-events"; }
  event::Family family() const override { return event::Family::none; }
  int recognise(std::string_view sample) const override {
    const Shape shape(sample);
    if (shape.has_all({"fullformattedmessage", "createdtime"})) return 90;
    const bool client = shape.has("description") && shape.has_any({"date time", "date/time"}) &&
                        shape.has_any({"event type id", "eventtypeid"});
    return client ? 85 : 0;
  }
  void read(std::string_view text, const Told& told, Sink& sink) const override {
    each_record({text, told, sink, family()},
                {.names = {"createdtime", "date time", "date/time", "date et heure"},
                 .zoneless = ZonelessDates::are_local},
                take);
  }
};

}  // namespace

const Format& vcenter_events_format() {
  static const VcenterEventsFormat format;
  return format;
}

}  // namespace digue::read
