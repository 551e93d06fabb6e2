// Message traces: Get-MessageTraceV2 through Export-Csv, one row a recipient, US dates; and the
// portal's extended report, one row a message, day before month.
#include <array>
#include <map>
#include <memory>
#include <vector>

#include "exercise/exports.h"

namespace digue::exercise {

namespace {

class TraceCsv final : public DailyExport {
 public:
  TraceCsv(Days days, OutFile file) : DailyExport(days), file_(std::move(file)) {
    const std::array<std::string, 10> header = {
        "Received", "SenderAddress", "RecipientAddress", "Subject",
        "Status",   "MessageId",     "MessageTraceId",   "Size",
        "ToIP",     "FromIP"};
    file_.write(csv_row(header));
  }
  Outcome close() override { return file_.close(); }

 private:
  void add(const Day& day) override {
    for (const auto& message : day.messages) {
      const std::array<std::string, 10> cells = {
          us_time(message.time), message.sender,
          message.recipient,     message.subject,
          message.status,        message.message_id,
          message.trace_id,      std::to_string(message.size),
          message.to_address,    message.from_address};
      file_.write(csv_row(cells));
    }
  }
  OutFile file_;
};

// Messages of the day by their id, in the order of their first recipient.
class ExtendedCsv final : public DailyExport {
 public:
  ExtendedCsv(const World& world, Days days, OutFile file)
      : DailyExport(days), domain_('@' + world.domain), file_(std::move(file)) {
    const std::array<std::string, 9> header = {
        "origin_timestamp_utc", "sender_address",     "recipient_status",
        "message_subject",      "total_bytes",        "message_id",
        "network_message_id",   "original_client_ip", "directionality"};
    file_.write(csv_row(header, ',', false));
  }
  Outcome close() override { return file_.close(); }

 private:
  void add(const Day& day) override {
    std::vector<const TracedMessage*> firsts;
    std::map<std::string, std::string> recipients;
    for (const auto& message : day.messages) {
      auto& list = recipients[message.message_id];
      if (list.empty()) firsts.push_back(&message);
      if (!list.empty()) list += ';';
      list += message.recipient + "##" +
              (message.status == "Delivered" ? "Receive, Deliver" : "Receive, Fail");
    }
    for (const auto* message : firsts) write_row(*message, recipients[message->message_id]);
  }
  void write_row(const TracedMessage& message, const std::string& recipients) {
    const bool ours = message.sender.ends_with(domain_);
    const std::array<std::string, 9> cells = {french_time(message.time),
                                              message.sender,
                                              recipients,
                                              message.subject,
                                              std::to_string(message.size),
                                              message.message_id,
                                              message.trace_id,
                                              message.from_address,
                                              ours ? "Originating" : "Incoming"};
    file_.write(csv_row(cells, ',', false));
  }
  std::string domain_;
  OutFile file_;
};

}  // namespace

Outcome open_message_trace(const World& world, const std::filesystem::path& folder,
                           DailyExports& exports) {
  const auto place = folder / "message-trace";
  DIGUE_TRY(auto trace, OutFile::create(place / "MessageTrace.csv"));
  exports.push_back(
      std::make_unique<TraceCsv>(Days{world.incident_day - 12, world.days}, std::move(trace)));
  DIGUE_TRY(auto extended, OutFile::create(place / "rapport-etendu.csv", Encoding::utf8_bom));
  exports.push_back(std::make_unique<ExtendedCsv>(
      world, Days{world.incident_day - 16, world.incident_day + 3}, std::move(extended)));
  return {};
}

}  // namespace digue::exercise
