// Windows event logs: the events that the sheets speak of (known_events.h) become events with their
// actor and details; every other record is an event `other`, so that what was logged is known.
#include "read/format.h"

#include "read/evtx/event_maker.h"
#include "read/evtx/whole_log.h"

namespace digue::read {

namespace {

class Reader final : public evtx::WholeLog {
 public:
  explicit Reader(Sink& sink) : WholeLog(sink), maker_(sink) {}

  const char* record(evtx::Record& record) override {
    if (const char* why = maker_.decode(record); why != nullptr) return why;
    sink_.row();
    maker_.make(record.place());
    sink_.commit();
    return nullptr;
  }

 private:
  evtx::EventMaker maker_;
};

class WindowsLog final : public Format {
 public:
  std::string_view name() const override { return "evtx"; }
  event::Family family() const override { return event::Family::windows_log; }
  bool reads_bytes() const override { return true; }
  int recognise(std::string_view sample) const override { return evtx::looks_like_log(sample); }

  void read(std::string_view file, const Told&, Sink& sink) const override {
    Reader(sink).read(file);
  }
};

}  // namespace

const Format& evtx_format() {
  static const WindowsLog format;
  return format;
}

}  // namespace digue::read
