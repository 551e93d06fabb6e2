// The loop that formats of CSV rows or JSON objects share: each record's fields in, events out,
// and every record accounted for.
//
//   void read(std::string_view text, const Told& told, Sink& sink) const override {
//     each_record({text, told, sink, event::Family::devices}, {.dates = {"createddatetime"}},
//                 [](Record& record) { ...; record.begin(...); record.detail(...); record.commit();
//                 });
//   }
//
// A record of which `take` makes neither an event nor a rejection is rejected as of no use.
#pragma once
#include <array>
#include <functional>
#include <initializer_list>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/text.h"
#include "event/event.h"
#include "read/dates.h"
#include "read/fields.h"
#include "read/filler.h"
#include "read/format.h"

namespace digue::read {

class RecordLoop;

// A detail's name, and the folded names of the fields that may hold it, the best first.
struct DetailFrom {
  std::string_view detail;
  std::array<std::string_view, 6> fields;

  bool is_from(std::string_view path) const;
};

// One record on its way to events.
class Record {
 public:
  const Fields& fields() const;
  std::string_view text(Fields::Names names) const { return fields().text(names); }
  std::vector<std::string_view> values(Fields::Names names) const { return fields().values(names); }
  // Where the record begins in the (decoded) text.
  std::uint64_t offset() const;
  bool is_json() const;

  // An event of this record: its place, its family, an id made of the record's fields and of
  // how many events it gave before.  Complete with commit().
  event::Event& begin(event::Action action);
  void commit();
  bool made_event() const { return events_ > 0; }
  void reject(const Message& reason);

  // Fills the event begun last.
  Filler& filler();
  event::Symbol intern(std::string_view text) { return filler().text(trimmed(text)); }
  event::Symbol intern_lower(std::string_view text) { return filler().name(text); }
  event::Symbol address(std::string_view text) { return filler().address(text); }
  // Adds to the event begun; an empty value is left out.
  void detail(std::string_view name, std::string_view value) {
    filler().detail_unless_empty(name, value);
  }
  void details(std::string_view name, const std::vector<std::string_view>& values);

  // Each detail from the first of its fields that has a value; a list is several details.
  void details(std::span<const DetailFrom> mapping);

  ReadDate date(Fields::Names names) { return date_of(text(names)); }
  ReadDate date_of(std::string_view text);
  // RFC 3339 where the text is a date of known order and zone, else the text as it is.
  std::string date_text(Fields::Names names) { return date_text_of(text(names)); }
  std::string date_text_of(std::string_view text);

 private:
  friend class RecordLoop;
  explicit Record(RecordLoop& loop) : loop_(loop) {}
  RecordLoop& loop_;
  std::size_t events_ = 0;
  bool rejected_ = false;
};

struct RecordInput {
  std::string_view text;
  const Told& told;
  Sink& sink;
  event::Family family;
};

struct RecordDates {
  // Every name of a field that holds a date.
  std::vector<std::string_view> names;
  // Of dates that say no zone, in columns whose name does not say UTC.
  ZonelessDates zoneless = ZonelessDates::are_utc;
};

void each_record(const RecordInput& input, const RecordDates& dates,
                 const std::function<void(Record&)>& take);

}  // namespace digue::read
