// The Unified Audit Log in two CSV and five JSON shapes, over periods that overlap.
#include <fmt/core.h>
#include <array>
#include <memory>
#include <string_view>

#include "base/json_writer.h"
#include "exercise/audit.h"
#include "exercise/exports.h"

namespace digue::exercise {

namespace {

class AuditFile : public DailyExport {
 public:
  AuditFile(Days days, OutFile file) : DailyExport(days), file_(std::move(file)) {}
  Outcome close() override {
    end();
    return file_.close();
  }

 protected:
  void put(std::string_view text) { file_.write(text); }
  // Between two elements of an array.
  void comma(std::string_view separator) {
    if (count_++ != 0) put(separator);
  }
  std::uint64_t count_ = 0;

 private:
  void add(const Day& day) override {
    begin_day();
    for (const auto& row : day.audit) add_row(row);
    end_day();
  }
  virtual void add_row(const AuditRow& row) = 0;
  virtual void begin_day() {}
  virtual void end_day() {}
  virtual void end() {}
  OutFile file_;
};

// The portal of Purview: numbers for record types, ISO dates, quotes only where needed.
class PortalCsv final : public AuditFile {
 public:
  PortalCsv(Days days, OutFile file) : AuditFile(days, std::move(file)) {
    put("RecordId,CreationDate,RecordType,Operation,UserId,AuditData,AssociatedAdminUnits,"
        "AssociatedAdminUnitsNames\r\n");
  }

 private:
  void add_row(const AuditRow& row) override {
    const std::array<std::string, 8> cells = {row.id,
                                              rfc3339(row.time),
                                              std::to_string(row.record_type),
                                              row.operation,
                                              row.user,
                                              row.data,
                                              "",
                                              ""};
    put(csv_row(cells, ',', false));
  }
};

// Search-UnifiedAuditLog through Export-Csv: names for record types, US dates, everything quoted.
// Some rows come back without their AuditData.
class SearchCsv final : public AuditFile {
 public:
  SearchCsv(Days days, OutFile file) : AuditFile(days, std::move(file)) {
    put("\"RecordType\",\"CreationDate\",\"UserIds\",\"Operations\",\"AuditData\","
        "\"ResultIndex\",\"ResultCount\",\"Identity\",\"IsValid\",\"ObjectState\"\r\n");
  }

 private:
  void add_row(const AuditRow& row) override {
    const std::uint64_t page = count_++ % 5000;
    const bool emptied = row.record_type == 6 && count_ % 97 == 0;
    const std::array<std::string, 10> cells = {std::string(record_type_name(row.record_type)),
                                               us_time(row.time),
                                               row.user,
                                               row.operation,
                                               emptied ? "" : escaped_slashes(row.data),
                                               std::to_string(page + 1),
                                               "5000",
                                               row.id,
                                               "True",
                                               "Unchanged"};
    put(csv_row(cells));
  }
};

// What Search-UnifiedAuditLog gives, as JSON; AuditData follows.
void open_search_record(JsonWriter& json, const AuditRow& row, std::string_view date) {
  json.begin_object().member("RecordType", record_type_name(row.record_type));
  json.member("CreationDate", date).member("UserIds", row.user);
  json.member("Operations", row.operation);
}

// JSON is put in as it is: AuditData is well-formed.
std::string with_member(JsonWriter& json, std::string_view name, std::string_view raw) {
  std::string text = json.take();
  return fmt::format("{},\"{}\":{}}}", text, name, raw);
}

// One array; AuditData an object; dates as Windows PowerShell writes them.
class ArrayJson final : public AuditFile {
 public:
  ArrayJson(Days days, OutFile file) : AuditFile(days, std::move(file)) { put("[\r\n"); }

 private:
  void add_row(const AuditRow& row) override {
    comma(",\r\n");
    JsonWriter json;
    open_search_record(json, row, "DATE");
    std::string text = powershell_json(with_member(json, "AuditData", row.data), 4);
    // The one place where PowerShell escapes a slash.
    const std::string date = fmt::format("\\/Date({})\\/", row.time.milliseconds);
    put(text.replace(text.find("DATE"), 4, date));
  }
  void end() override { put("\r\n]\r\n"); }
};

// One AuditData a line.
class LinesJson final : public AuditFile {
 public:
  using AuditFile::AuditFile;

 private:
  void add_row(const AuditRow& row) override { put(escaped_slashes(row.data) + "\n"); }
};

// One array a page, one after the other in the file: not JSON as a whole.
class ConcatenatedJson final : public AuditFile {
 public:
  using AuditFile::AuditFile;

 private:
  static constexpr int page_size = 150;
  void add_row(const AuditRow& row) override {
    put(on_page_ == 0 ? "[\r\n" : ",\r\n");
    put(powershell_json(row.data, 2));
    if (++on_page_ == page_size) end_day();
  }
  void end_day() override {
    if (on_page_ != 0) put("\r\n]\r\n");
    on_page_ = 0;
  }
  int on_page_ = 0;
};

// AuditData as a text within the record, the file in UTF-16.
class WideJson final : public AuditFile {
 public:
  WideJson(Days days, OutFile file) : AuditFile(days, std::move(file)) { put("["); }

 private:
  void add_row(const AuditRow& row) override {
    comma(",");
    JsonWriter json;
    open_search_record(json, row, audit_time(row.time) + "Z");
    json.member("AuditData", row.data).member("ResultIndex", count_);
    json.member("Identity", row.id).member("IsValid", true).member("ObjectState", "Unchanged");
    json.end_object();
    put("\r\n" + json.take());
  }
  void end() override { put("\r\n]\r\n"); }
};

std::string camel(std::string_view pascal) {
  std::string text(pascal);
  text[0] = static_cast<char>(text[0] - 'A' + 'a');
  return text;
}

// The Graph's audit-log query: camel case around the same AuditData.
class GraphJson final : public AuditFile {
 public:
  GraphJson(Days days, OutFile file) : AuditFile(days, std::move(file)) { put("[\r\n"); }

 private:
  void add_row(const AuditRow& row) override {
    comma(",\r\n");
    JsonWriter json;
    json.begin_object().member("id", row.id).member("createdDateTime", rfc3339(row.time));
    json.member("auditLogRecordType", camel(record_type_name(row.record_type)));
    json.member("operation", row.operation).member("userType", "Regular");
    json.member("userId", row.user).member("userPrincipalName", row.user);
    json.key("administrativeUnits").begin_array().text("").end_array();
    const std::string data =
        "{\"@odata.type\":\"#microsoft.graph.security.defaultAuditData\"," + row.data.substr(1);
    put(with_member(json, "auditData", data));
  }
  void end() override { put("\r\n]\r\n"); }
};

template <class Format>
Outcome open(const std::filesystem::path& path, Days days, DailyExports& exports,
             Encoding encoding = Encoding::utf8) {
  DIGUE_TRY(auto file, OutFile::create(path, encoding));
  exports.push_back(std::make_unique<Format>(days, std::move(file)));
  return {};
}

}  // namespace

Outcome open_audit_log(const World& world, const std::filesystem::path& folder, bool every_format,
                       DailyExports& exports) {
  const int theft = world.incident_day;
  const auto place = folder / "audit-log";
  DIGUE_CHECK(open<PortalCsv>(place / "AuditLog_Purview.csv", {0, world.days}, exports,
                              Encoding::utf8_bom));
  if (!every_format) return {};
  const std::string day = utc_day(world.start + (theft - 3) * day_ms);
  DIGUE_CHECK(open<SearchCsv>(place / "UAL-Combined.csv", {theft - 9, world.days}, exports));
  DIGUE_CHECK(
      open<ArrayJson>(place / "UnifiedAuditLog_victims.json", {theft - 1, theft + 2}, exports));
  DIGUE_CHECK(
      open<LinesJson>(place / fmt::format("UnifiedAuditLog_{}_{}_00-00-00.json", world.domain, day),
                      {theft - 3, theft + 1}, exports));
  DIGUE_CHECK(open<ConcatenatedJson>(
      place / fmt::format("UnifiedAuditLogPurview_{}_{}.json", world.domain, day),
      {theft - 3, theft + 2}, exports, Encoding::utf8_bom));
  DIGUE_CHECK(open<WideJson>(place / "recherche-audit.json", {theft, theft + 3}, exports,
                             Encoding::utf16_bom));
  return open<GraphJson>(place / "UAL-Graph.json", {theft + 1, world.days}, exports);
}

}  // namespace digue::exercise
