// The Unified Audit Log as CSV: the Purview portal's (RecordId, CreationDate, RecordType,
// Operation, UserId, AuditData...), Search-UnifiedAuditLog's (RecordType, CreationDate, UserIds,
// Operations, AuditData...) and re-exports of these by other tools, whose AuditData may be missing.
#include <algorithm>
#include <string>

#include "read/csv.h"
#include "read/m365/audit_file.h"

namespace digue::read {

namespace {
struct AuditColumns {
  Column data, date, operation, user, id, record_type, raw;

  explicit AuditColumns(const CsvColumns& columns)
      : data(columns.find({"AuditData", "Audit Data"})),
        date(columns.find({"CreationDate", "CreationTime", "Date de création", "_time"})),
        operation(columns.find({"Operation", "Operations", "Opération", "Opérations"})),
        user(columns.find({"UserId", "UserIds", "Utilisateur", "Utilisateurs"})),
        id(columns.find({"RecordId", "Identity"})),
        record_type(columns.find({"RecordType"})),
        raw(columns.find({"_raw"})) {}
};

// The value of "Id" in JSON too damaged to parse, its quotes doubled or not.
std::string_view id_in(std::string_view json) {
  for (const std::string_view mark : {"\"Id\":\"", "\"\"Id\"\":\"\""}) {
    const auto at = json.find(mark);
    if (at != std::string_view::npos)
      return json.substr(at + mark.size(), json.find('"', at + mark.size()) - at - mark.size());
  }
  return {};
}

// CreationTime of a raw AuditData field, without parsing it.
Instant time_in(std::string_view raw) {
  static constexpr std::string_view mark = "\"\"CreationTime\"\":\"\"";
  const auto at = raw.find(mark);
  if (at == std::string_view::npos) return Instant::unknown;
  const auto rest = raw.substr(at + mark.size());
  return m365::audit_time(rest.substr(0, rest.find('"')));
}

// Rows that carry their moment twice prove in which order the export writes day and month.
DateReader::Look look_at_dates(std::string_view text) {
  return [text](DateOrderScan& scan) {
    CsvTable table(text);
    const AuditColumns columns(table.columns());
    while (table.next()) {
      scan.see(table[columns.date]);
      scan.see_with_known(table[columns.date], time_in(table.raw(columns.data)));
    }
  };
}

class AuditCsv {
 public:
  AuditCsv(std::string_view text, const Told& told, Sink& sink)
      : sink_(sink),
        table_(text),
        columns_(table_.columns()),
        file_(told, sink, look_at_dates(text)) {}

  void read() {
    while (table_.next(sink_)) row();
    file_.finish();
  }

 private:
  void row() {
    const auto raw = table_.raw(columns_.data);
    if (raw.size() > 2 && file_.parse(unquoted_copy(raw, audit_data_)))
      file_.add(file_.record(), raw, table_);
    else
      file_.add_from_columns(from_columns(), table_.row_text(), table_);
  }

  m365::AuditRecord from_columns() {
    m365::AuditRecord record;
    record.operation = table_[columns_.operation];
    record.user = table_[columns_.user];
    record.wrapper_time = table_[columns_.date];
    record.record_type = table_[columns_.record_type];
    record.id = table_[columns_.id];
    if (record.id.empty()) record.id = id_in(table_[columns_.data]);
    if (record.id.empty()) record.id = id_in(table_[columns_.raw]);
    return record;
  }

  Sink& sink_;
  CsvTable table_;
  AuditColumns columns_;
  m365::AuditFile file_;
  std::string audit_data_;
};

class M365AuditCsv final : public Format {
 public:
  std::string_view name() const override { return "m365-audit-csv"; }
  event::Family family() const override { return event::Family::audit_log; }
  int recognise(std::string_view sample) const override {
    const CsvTable table(sample);
    const AuditColumns columns(table.columns());
    if (!columns.data) return 0;
    return columns.operation && columns.date ? 95 : columns.operation || columns.date ? 80 : 0;
  }
  void read(std::string_view text, const Told& told, Sink& sink) const override {
    AuditCsv(text, told, sink).read();
  }
};
}  // namespace

const Format& m365_audit_csv_format() {
  static const M365AuditCsv format;
  return format;
}

}  // namespace digue::read
