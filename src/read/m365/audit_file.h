// What the CSV and the JSON of the Unified Audit Log have in common while a file is read: the
// parser, the events, the times.  Lives for one read(); not thread-safe.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

#include "read/dates.h"
#include "read/m365/audit_event.h"

namespace digue::read::m365 {

class AuditFile {
 public:
  AuditFile(const Told& told, Sink& sink, DateReader::Look look);

  // Takes AuditData (or a wrapped record) apart; copy_padding bytes must follow it.
  bool parse(std::string_view json) { return parser_.parse(json); }
  const AuditRecord& record() const { return parser_.record(); }
  bool only_audit_data_is_bad() const { return parser_.only_audit_data_is_bad(); }
  std::string_view error() const { return parser_.error(); }

  // Adds the record's event, or rejects the row when it says nothing usable.  `where` tells the
  // place of the row and rejects it (a CsvTable or JsonRecords).
  template <class Where>
  void add(const AuditRecord& record, std::string_view content, const Where& where) {
    if (!AuditEvents::usable(record)) return where.reject(sink_, nothing_usable());
    auto& event = events_.add(record, content);
    event.time = time_of(record);
    where.place(event.place);
    sink_.commit();
  }
  // The same, of a row whose AuditData is of no use.
  template <class Where>
  void add_from_columns(const AuditRecord& record, std::string_view content, const Where& where) {
    if (AuditEvents::usable(record)) ++kept_from_columns_;
    add(record, content, where);
  }
  // To be called once, at the end.
  void finish();

 private:
  static const Message& nothing_usable();
  Instant time_of(const AuditRecord& record);

  Sink& sink_;
  AuditParser parser_;
  AuditEvents events_;
  DateReader dates_;
  std::uint64_t kept_from_columns_ = 0;
};

// CreationTime, which is UTC and carries no zone; unknown when it is none.
Instant audit_time(std::string_view text);

}  // namespace digue::read::m365
