// Message trace: Get-MessageTraceV2 and its elder (CSV or JSON), and the portal's summary and
// extended reports (CSV, English or French headers).  One event for one message to one recipient.
#include "read/format.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/text.h"
#include "read/record.h"

namespace digue::read {

namespace {

constexpr std::array<DetailFrom, 7> mapping = {{
    {"Subject", {"subject", "message_subject", "objet", "sujet"}},
    {"MessageId", {"messageid", "message_id", "message id", "id de message", "id du message"}},
    {"MessageTraceId", {"messagetraceid", "message_trace_id", "message trace id"}},
    {"NetworkMessageId", {"network_message_id"}},
    {"ToIP", {"toip", "to ip", "a ip", "server_ip"}},
    {"Size", {"size", "total_bytes", "taille"}},
    {"Direction", {"directionality", "direction"}},
}};

constexpr std::array<std::string_view, 6> date_names = {
    "received", "origin_timestamp_utc", "date_time_utc", "date (utc)", "date", "recu"};

struct Delivery {
  std::string_view recipient, status;
};

// "a@x.example##Receive, Deliver;b@y.example##Failed"
std::vector<Delivery> marked_recipients(std::string_view list) {
  constexpr std::string_view mark = "##";
  std::vector<Delivery> deliveries;
  for (const auto entry : split(list, ';')) {
    const auto at = entry.find(mark);
    if (trimmed(entry).empty()) continue;
    const auto status =
        at == std::string_view::npos ? std::string_view() : entry.substr(at + mark.size());
    deliveries.push_back({trimmed(entry.substr(0, at)), trimmed(status)});
  }
  return deliveries;
}

std::vector<Delivery> deliveries_of(const Record& record) {
  const auto marked = record.text({"recipient_status"});
  if (marked.find("##") != std::string_view::npos) return marked_recipients(marked);
  const auto status = record.text({"status", "statut", "etat", "event_id"});
  std::vector<Delivery> deliveries;
  for (const auto recipient :
       split(record.text({"recipientaddress", "recipient_address", "recipient address", "recipient",
                          "adresse du destinataire", "destinataire", "adresse de destinataire"}),
             ';'))
    if (!trimmed(recipient).empty()) deliveries.push_back({trimmed(recipient), status});
  return deliveries;
}

// One message to one recipient is one record, in whichever reports it stands.
void identify(const Record& record, const Delivery& delivery, event::Event& event) {
  const auto message =
      record.text({"messageid", "message_id", "message id", "id de message", "id du message"});
  if (message.empty()) return;
  event.id = event::record_id_from_content("message-trace\n" + lower(message) + "\n" +
                                           lower(delivery.recipient));
}

void take_one(Record& record, std::string_view sender, const ReadDate& date,
              const Delivery& delivery) {
  event::Event& event = record.begin(event::Action::message_traced);
  identify(record, delivery, event);
  event.time = date.time;
  event.time_is_local = date.is_local;
  event.operation = record.intern("MessageTrace");
  event.account = record.intern_lower(sender);
  event.target = record.intern_lower(delivery.recipient);
  event.address = record.address(
      record.text({"original_client_ip", "fromip", "from ip", "de ip", "client_ip"}));
  record.detail("Status", delivery.status);
  record.details(mapping);
  record.commit();
}

void take(Record& record) {
  const auto sender =
      record.text({"senderaddress", "sender_address", "sender address", "sender",
                   "adresse de l'expediteur", "expediteur", "adresse d'expediteur"});
  const auto deliveries = deliveries_of(record);
  if (deliveries.empty()) return;
  const ReadDate date = record.date(
      {date_names[0], date_names[1], date_names[2], date_names[3], date_names[4], date_names[5]});
  for (const Delivery& delivery : deliveries) take_one(record, sender, date, delivery);
}

class MessageTrace final : public Format {
 public:
  std::string_view name() const override { return "message-trace"; }
  event::Family family() const override { return event::Family::message_trace; }

  int recognise(std::string_view sample) const override {
    const Shape shape(sample);
    const bool cmdlet = shape.has_all({"received", "senderaddress", "recipientaddress"});
    const bool portal = shape.has_all({"sender_address", "recipient_status"}) ||
                        shape.has_all({"sender_address", "recipient_address", "message_subject"});
    const bool english = shape.has_any({"sender address", "sender"}) &&
                         shape.has_any({"recipient address", "recipient"}) && shape.has("subject");
    const bool french =
        shape.has_any({"expediteur", "adresse de l'expediteur", "adresse d'expediteur"}) &&
        shape.has_any({"destinataire", "adresse du destinataire", "adresse de destinataire"}) &&
        shape.has_any({"objet", "sujet"});
    return cmdlet || portal ? 90 : english || french ? 70 : 0;
  }

  void read(std::string_view text, const Told& told, Sink& sink) const override {
    // The cmdlets give UTC; the portal says so in the header, or uses a zone that nobody tells.
    const Shape shape(text.substr(0, std::min(text.size(), sample_bytes)));
    const bool is_utc = shape.has("senderaddress");
    each_record({text, told, sink, family()},
                {.names = {date_names.begin(), date_names.end()},
                 .zoneless = is_utc ? ZonelessDates::are_utc : ZonelessDates::are_local},
                take);
  }
};

}  // namespace

const Format& message_trace_format() {
  static const MessageTrace format;
  return format;
}

}  // namespace digue::read
