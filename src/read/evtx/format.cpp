// Windows event logs: the events that the sheets speak of (known_events.h) become events with their
// actor and details; every other record is an event `other`, so that what was logged is known.
#include "read/format.h"

#include "read/evtx/event_maker.h"
#include "read/evtx/sentences.h"

namespace digue::read {

namespace {

class Reader final : public evtx::Visitor {
 public:
  explicit Reader(Sink& sink) : sink_(sink), maker_(sink) {}

  const char* record(evtx::Record& record) override {
    if (const char* why = maker_.decode(record); why != nullptr) return why;
    sink_.row();
    maker_.make(record);
    sink_.commit();
    return nullptr;
  }

  void damage(const evtx::Damage& damage) override {
    sink_.row();
    sink_.rejected(damage.offset, damage.bytes, 0, tell<evtx::sentences::cannot_read>(damage.what));
  }

 private:
  Sink& sink_;
  evtx::EventMaker maker_;
};

class WindowsLog final : public Format {
 public:
  std::string_view name() const override { return "evtx"; }
  event::Family family() const override { return event::Family::windows_log; }
  bool reads_bytes() const override { return true; }
  int recognise(std::string_view sample) const override { return evtx::looks_like_log(sample); }

  void read(std::string_view file, const Told&, Sink& sink) const override {
    const evtx::LiveRecords live(file, [&](std::size_t offset) { sink.passed(offset); });
    evtx::Decoder decoder;
    Reader reader(sink);
    evtx::Facts facts;
    evtx::Pieces pieces(file);
    for (evtx::Piece piece; pieces.next(piece);) {
      facts += decoder.read(piece, live, reader);
      if (evtx::is_milestone(piece)) sink.passed(piece.offset);
    }
    evtx::tell_facts(file, facts, sink);
  }
};

}  // namespace

const Format& evtx_format() {
  static const WindowsLog format;
  return format;
}

}  // namespace digue::read
