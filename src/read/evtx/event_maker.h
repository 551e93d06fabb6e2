// Records of a Windows event log to events (docs/events.md): those that the sheets speak of
// (known_events.h) with their actor and details, every other one as `other`.
//
// Lives for one read of a log, or of a text made of one; of one thread.
#pragma once
#include <string>
#include <string_view>

#include "read/evtx/decoder.h"
#include "read/evtx/known_events.h"
#include "read/filler.h"
#include "read/format.h"

namespace digue::read::evtx {

// Puts every name and value at the end of the text: what tells a record apart that has no number,
// as in some flat exports.
void add_all_values(const Fields& fields, std::string& text);

class EventMaker {
 public:
  explicit EventMaker(Sink& sink) : filler_(sink) {}

  // Decodes all values of a record; what could not be read, or nothing.
  [[nodiscard]] const char* decode(Record& record) { return record.fields(fields_); }
  // Of the record decoded last, or filled here.
  const Fields& fields() const { return fields_; }
  Fields& fields() { return fields_; }

  // That record as an event of the sink's trail, with its details or without; it is the
  // caller's to commit.
  event::Event& make(const RecordPlace& place);
  event::Event& make_bare(const RecordPlace& place);
  // Adds to the event made last.
  void detail(std::string_view name, std::string_view value) { filler_.detail(name, value); }
  event::Symbol text(std::string_view text) { return filler_.text(text); }

 private:
  const KnownEvent* known() const;
  event::RecordId identity(const RecordPlace& place);
  event::Verdict verdict(const KnownEvent* known) const;
  std::string_view data(std::string_view name) const;
  event::Symbol account(std::string_view name, std::string_view domain);
  event::Action action(const KnownEvent* known) const;
  void fill_known(const KnownEvent& known, event::Event& event);
  void keep_details(const KnownEvent& known);

  Filler filler_;
  Fields fields_;
  std::string key_;
};

}  // namespace digue::read::evtx
