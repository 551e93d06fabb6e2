// Windows events in JSON (event_json.h says which shapes): the same events as of the log that they
// were made of.
#include "read/format.h"

#include "read/evtx/event_maker.h"
#include "read/windows_events/json_log.h"

namespace digue::read {

namespace {

class WindowsEvents final : public Format {
 public:
  std::string_view name() const override { return "windows-events-json"; }
  event::Family family() const override { return event::Family::windows_log; }
  int recognise(std::string_view sample) const override {
    return windows_events::looks_like_events(sample);
  }

  void read(std::string_view text, const Told&, Sink& sink) const override {
    windows_events::JsonLog log(text, sink);
    evtx::EventMaker maker(sink);
    while (log.next(maker.fields())) {
      maker.make(log.place());
      sink.commit();
    }
  }
};

}  // namespace

const Format& windows_events_format() {
  static const WindowsEvents format;
  return format;
}

}  // namespace digue::read
