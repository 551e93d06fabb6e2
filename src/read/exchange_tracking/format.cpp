// Exchange's message tracking logs (MSGTRK*.LOG, 2010 to 2019): CSV below "#Fields:", which names
// the columns of that build.  Times are UTC.  One event for one message to one recipient, when it
// is delivered (DELIVER), handed on (SEND), failed or deferred; the other rows are read and told
// by none.
#include <algorithm>
#include <array>

#include "base/text.h"
#include "read/appliance/carriers.h"
#include "read/lines.h"

namespace digue::read {

namespace {

using event::Action;
using event::Verdict;

constexpr std::string_view directive = "#Fields:";

enum Column : std::size_t {
  date_time,
  original_client,
  event_id,
  message_id,
  recipients,
  statuses,
  total_bytes,
  subject,
  sender,
  directionality,
  server,
  server_address,
  client,
  column_count
};
constexpr std::array<std::string_view, column_count> column_names = {
    "date-time",         "original-client-ip", "event-id",        "message-id",
    "recipient-address", "recipient-status",   "total-bytes",     "message-subject",
    "sender-address",    "directionality",     "server-hostname", "server-ip",
    "client-hostname"};

using Row = std::array<std::string_view, column_count>;

std::optional<Verdict> verdict_of(std::string_view event) {
  if (event == "DELIVER" || event == "SEND") return Verdict::success;
  if (event == "FAIL") return Verdict::failure;
  if (event == "DEFER") return Verdict::interrupted;
  return std::nullopt;
}

class Columns {
 public:
  void read(std::string_view fields) {
    of_field_.clear();
    for (const auto name : split(fields, ',')) {
      if (of_field_.size() == max_columns) return;
      const auto* known = std::find(column_names.begin(), column_names.end(), trimmed(name));
      of_field_.push_back(static_cast<std::size_t>(known - column_names.begin()));
    }
  }

  // False when the line has fewer fields than there are columns.
  bool cut(std::string_view line, Row& row, Scratch& scratch) const {
    row = {};
    std::string_view field;
    for (const std::size_t column : of_field_) {
      if (!next_column(line, field, scratch)) return false;
      if (column != column_count) row[column] = field;
    }
    return !of_field_.empty();
  }

 private:
  std::vector<std::size_t> of_field_;  // column_count: not read
};

class TrackingLines {
 public:
  explicit TrackingLines(Sink& sink) : sink_(sink), filler_(sink) {}

  bool is_row(const Line& line) {
    auto text = line.text;
    if (text.starts_with(directive)) columns_.read(text.substr(directive.size()));
    return !text.starts_with('#');
  }

  bool fill(const Line& line) {
    scratch_.clear();
    if (!columns_.cut(line.text, row_, scratch_)) return false;
    const auto time = parse_rfc3339(row_[date_time]);
    if (!time) return false;
    const auto verdict = verdict_of(row_[event_id]);
    if (!verdict || row_[recipients].empty()) return begin(line, *time), true;
    const auto all = split(row_[recipients], ';');
    for (std::size_t i = 0; i < all.size(); ++i) {
      if (i != 0) sink_.commit();
      fill_delivery(line, *time, *verdict, all[i]);
    }
    return true;
  }

 private:
  event::Event& begin(const Line& line, Instant time) {
    auto& event = begin_event(filler_, line);
    event.time = time;
    event.operation = filler_.text(row_[event_id]);
    event.account = filler_.name(row_[sender]);
    event.address = filler_.address(row_[original_client]);
    // Of what it hands on, this server is the client.
    event.device = filler_.name(row_[row_[event_id] == "SEND" ? client : server]);
    return event;
  }

  void fill_delivery(const Line& line, Instant time, Verdict verdict, std::string_view recipient) {
    auto& event = begin(line, time);
    event.action = Action::message_traced;
    event.verdict = verdict;
    event.target = filler_.name(recipient);
    filler_.detail("Status", row_[event_id]);
    filler_.detail_unless_empty("Reason", row_[statuses]);
    filler_.detail_unless_empty("MessageId", row_[message_id]);
    filler_.detail_unless_empty("Subject", row_[subject]);
    filler_.detail_unless_empty("Size", row_[total_bytes]);
    filler_.detail_unless_empty("Direction", row_[directionality]);
    if (row_[event_id] == "SEND") filler_.detail_unless_empty("ToIP", row_[server_address]);
  }

  Sink& sink_;
  Filler filler_;
  Columns columns_;
  Row row_;
  Scratch scratch_;
};

class ExchangeTrackingFormat final : public Format {
 public:
  std::string_view name() const override { return "exchange-tracking"; }
  event::Family family() const override { return event::Family::none; }
  int recognise(std::string_view sample) const override {
    Lines lines(sample);
    for (Line line; lines.next(line) && line.text.starts_with('#');)
      if (line.text.starts_with(directive) &&
          line.text.find("recipient-address") != std::string_view::npos &&
          line.text.find("event-id") != std::string_view::npos)
        return 95;
    return 0;
  }
  void read(std::string_view text, const Told&, Sink& sink) const override {
    TrackingLines lines(sink);
    read_rows(
        text, sink, name(), [&](const Line& line) { return lines.is_row(line); },
        [&](const Line& line) { return lines.fill(line); });
  }
};

}  // namespace

const Format& exchange_tracking_format() {
  static const ExchangeTrackingFormat format;
  return format;
}

}  // namespace digue::read
