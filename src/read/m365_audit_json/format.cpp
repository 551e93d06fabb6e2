// The Unified Audit Log as JSON: bare AuditData objects, Search-UnifiedAuditLog records with
// AuditData as object or as text, Graph's audit-log records; in arrays, lines, pages or joined.
#include <algorithm>
#include <array>
#include <cstring>
#include <string>

#include "base/text.h"
#include "read/json_split.h"
#include "read/m365/audit_file.h"
#include "read/sentences.h"

namespace digue::read {

namespace {
// The record with bytes to spare behind it: in place, or at the end of the text in a copy.
class PaddedRecord {
 public:
  explicit PaddedRecord(std::string_view text) : end_(text.data() + text.size()) {}
  std::string_view of(std::string_view record) {
    const auto spare = static_cast<std::size_t>(end_ - (record.data() + record.size()));
    if (spare >= copy_padding) return record;
    copy_.assign(record);
    copy_.append(copy_padding, '\0');
    return std::string_view(copy_).substr(0, record.size());
  }

 private:
  const char* end_;
  std::string copy_;
};

DateReader::Look look_at_dates(std::string_view text) {
  return [text](DateOrderScan& scan) {
    JsonRecords records(text);
    m365::AuditParser parser;
    PaddedRecord padded(text);
    while (records.next()) {
      if (!parser.parse(padded.of(records.record()))) continue;
      const auto& record = parser.record();
      scan.see(record.wrapper_time);
      scan.see_with_known(record.wrapper_time, m365::audit_time(record.time));
    }
  };
}

class AuditJson {
 public:
  AuditJson(std::string_view text, const Told& told, Sink& sink)
      : sink_(sink), records_(text), padded_(text), file_(told, sink, look_at_dates(text)) {}

  void read() {
    while (records_.next(sink_)) record();
    file_.finish();
  }

 private:
  void record() {
    const auto text = records_.record();
    if (file_.parse(padded_.of(text))) return file_.add(file_.record(), text, records_);
    if (file_.only_audit_data_is_bad())
      return file_.add_from_columns(file_.record(), text, records_);
    records_.reject_broken(sink_, tell<sentences::json_broken>(file_.error()));
  }

  Sink& sink_;
  JsonRecords records_;
  PaddedRecord padded_;
  m365::AuditFile file_;
};

bool has_name(const std::vector<std::string_view>& names, std::string_view wanted) {
  return std::any_of(names.begin(), names.end(),
                     [&](std::string_view name) { return equal_ignoring_case(name, wanted); });
}

class M365AuditJson final : public Format {
 public:
  std::string_view name() const override { return "m365-audit-json"; }
  event::Family family() const override { return event::Family::audit_log; }
  int recognise(std::string_view sample) const override {
    const auto names = member_names(first_record(sample));
    if (has_name(names, "AuditData") || has_name(names, "auditLogRecordType")) return 95;
    const bool audit_data =
        has_name(names, "CreationTime") && has_name(names, "Operation") &&
        (has_name(names, "Workload") || has_name(names, "UserId") || has_name(names, "RecordType"));
    return audit_data ? 90 : 0;
  }
  void read(std::string_view text, const Told& told, Sink& sink) const override {
    AuditJson(text, told, sink).read();
  }
};
}  // namespace

const Format& m365_audit_json_format() {
  static const M365AuditJson format;
  return format;
}

}  // namespace digue::read
