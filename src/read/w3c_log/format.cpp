// Extended log files of W3C (ELFF): IIS, Blue Coat and those that write like them.  A line
// "#Fields: date time c-ip cs-username ..." names the columns of what follows, and may come again.
// Times are UTC, as the format says.  The URL is not kept in the event: a hunt finds it in the
// line.
#include <algorithm>
#include <array>
#include <string>

#include "base/number.h"
#include "base/text.h"
#include "read/filler.h"
#include "read/lines.h"
#include "read/said.h"

namespace digue::read {

namespace {

constexpr std::string_view directive = "#Fields:";

// The columns that we read, in the order of `Row`.
enum Column : std::size_t {
  date,
  time,
  user,
  address,
  status,
  method,
  host,
  scheme,
  path,
  stem,
  query,
  referer,
  agent,
  content_type,
  bytes_out,
  bytes_in,
  column_count
};
constexpr std::array<std::string_view, column_count> column_names = {
    "date",           "time",
    "cs-username",    "c-ip",
    "sc-status",      "cs-method",
    "cs-host",        "cs-uri-scheme",
    "cs-uri-path",    "cs-uri-stem",
    "cs-uri-query",   "cs(referer)",
    "cs(user-agent)", "rs(content-type)",
    "cs-bytes",       "sc-bytes"};

using Row = std::array<std::string_view, column_count>;

class Columns {
 public:
  void read(std::string_view fields) {
    of_field_.clear();
    while (of_field_.size() < max_columns) {
      const auto name = lower(take_log_value(fields));
      if (name.empty()) break;
      const auto* known = std::find(column_names.begin(), column_names.end(), name);
      of_field_.push_back(static_cast<std::size_t>(known - column_names.begin()));
    }
  }
  bool known() const { return !of_field_.empty(); }
  bool has(Column column) const {
    return std::find(of_field_.begin(), of_field_.end(), column) != of_field_.end();
  }

  // False when the line has fewer fields than there are columns.
  bool cut(std::string_view line, Row& row) const {
    row = {};
    for (const std::size_t column : of_field_) {
      if (trimmed(line).empty()) return false;
      const auto value = take_log_value(line);
      if (column != column_count) row[column] = unless_dash(value);
    }
    return true;
  }

 private:
  std::vector<std::size_t> of_field_;  // column_count: not read
};

class W3cLogFormat final : public Format {
 public:
  std::string_view name() const override { return "w3c-log"; }
  event::Family family() const override { return event::Family::none; }
  int recognise(std::string_view sample) const override {
    Lines lines(sample);
    for (Line line; lines.next(line) && line.text.starts_with('#');)
      if (line.text.starts_with(directive) && line.text.find("c-ip") != std::string_view::npos)
        return 90;
    return 0;
  }

  void read(std::string_view text, const Told&, Sink& sink) const override {
    Filler filler(sink);
    Columns columns;
    Row row;
    const auto is_row = [&](const Line& line) {
      if (line.text.starts_with(directive)) columns.read(line.text.substr(directive.size()));
      return !line.text.starts_with('#');
    };
    read_rows(text, sink, name(), is_row, [&](const Line& line) {
      if (!columns.known() || !columns.cut(line.text, row)) return false;
      fill(line, row, filler);
      // A server's own log (IIS) says no scheme.
      tell_traffic(row, columns, filler);
      return true;
    });
  }

 private:
  static void tell_traffic(const Row& row, const Columns& columns, Filler& filler) {
    const auto destination = destination_of(row[host], {});
    const bool is_served = !columns.has(scheme);
    if (destination.empty() && !is_served) return;
    const auto& path_said = row[path].empty() ? row[stem] : row[path];
    const auto query_said = row[query].starts_with('?') ? row[query].substr(1) : row[query];
    std::string url;
    if (!is_served) url = std::string(row[scheme]) + "://" + std::string(row[host]);
    url += path_said;
    if (!query_said.empty()) (url += '?') += query_said;
    Traffic traffic{.client = row[address],
                    .account = row[user],
                    .destination = destination,
                    .url = url,
                    .method = row[method],
                    .content_type = row[content_type],
                    .referer = {},
                    .bytes_out = whole_number(row[bytes_out]),
                    .bytes_in = whole_number(row[bytes_in]),
                    .status = whole_number<std::int32_t>(row[status]).value_or(0),
                    .agent = {},
                    .is_served = is_served};
    if (columns.has(referer)) traffic.referer = row[referer];
    // IIS writes a blank as a plus.
    std::string plain(row[agent]);
    if (is_served) std::replace(plain.begin(), plain.end(), '+', ' ');
    traffic.agent = plain;
    filler.traffic(traffic);
  }

  static void fill(const Line& line, const Row& row, Filler& filler) {
    auto& event = begin_event(filler, line);
    const auto when = parse_rfc3339(std::string(row[date]) + "T" + std::string(row[time]) + "Z");
    if (when) event.time = *when;
    event.account = filler.name(row[user]);
    event.address = filler.address(row[address]);
    if (row[method].size() <= 20) event.operation = filler.text(row[method]);
    event.error_code = whole_number<std::int32_t>(row[status]).value_or(0);
    if (event.error_code != 0)
      event.verdict = event.error_code >= 400 ? event::Verdict::failure : event::Verdict::success;
  }
};

}  // namespace

const Format& w3c_log_format() {
  static const W3cLogFormat format;
  return format;
}

}  // namespace digue::read
