#include "read/m365/audit_file.h"

#include <utility>

#include "read/sentences.h"

namespace digue::read::m365 {

AuditFile::AuditFile(const Told& told, Sink& sink, DateReader::Look look)
    : sink_(sink), events_(sink), dates_(told, ZonelessDates::are_utc, std::move(look)) {}

Instant audit_time(std::string_view text) {
  const auto parts = take_apart_date(text);
  if (!parts || parts->order_matters) return Instant::unknown;
  if (parts->instant) return *parts->instant;
  const auto instant = from_civil_utc(parts->civil);
  return instant ? *instant - parts->offset_minutes.value_or(0) * minute_ms : Instant::unknown;
}

// AuditData's own time; where it has none, the export's, whatever form it took.
Instant AuditFile::time_of(const AuditRecord& record) {
  const Instant own = record.time.empty() ? Instant::unknown : audit_time(record.time);
  return own.known() ? own : dates_.read(record.wrapper_time).time;
}

const Message& AuditFile::nothing_usable() {
  static const Message message = tell<sentences::nothing_usable>();
  return message;
}

void AuditFile::finish() {
  if (kept_from_columns_ > 0) sink_.remark(tell<sentences::kept_from_columns>(kept_from_columns_));
  dates_.remark(sink_);
}

}  // namespace digue::read::m365
