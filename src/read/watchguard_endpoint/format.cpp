// The security events of WatchGuard Endpoint Security (EPDR, EDR; once Panda Adaptive Defense),
// JSON as its API gives them: of its protection against malware (event_type, date, item_name,
// was_run), and of its antivirus (malware_category, security_event_date).
//
// What was done is a number (`action`) that WatchGuard's public pages do not explain: it is told as
// it is, and whether the threat was removed stays unknown, but where it ran (was_run).  Its dates
// say UTC; those of the first sort say no zone and are taken as UTC too.
#include <string>

#include "base/text.h"
#include "read/appliance/record_fields.h"

namespace digue::read {

namespace {

// Of the first sort: 0 malware, 1 exploits, 2 unwanted programs.  The others are refusals by the
// organisation's own rules, and attacks seen on the network.
bool is_detection(std::string_view type) {
  return type.empty() || type == "0" || type == "1" || type == "2";
}

void tell_threat(const Record& record, const std::string& category, Said& said) {
  said.action = event::Action::malware_found;
  if (equal_ignoring_case(record.text({"was_run"}), "true")) said.verdict = event::Verdict::failure;
  said.set(Part::object, record.text({"path"}));
  const auto name = record.text({"item_name", "malware_name"});
  said.detail("Threat", name.empty() ? std::string_view(category) : name);
  said.detail("ActionCode", record.text({"action"}));
  said.detail("WasRun", record.text({"was_run"}));
  said.detail("Sha256", record.text({"sha256"}));
  said.detail("Md5", record.text({"hash"}));
}

void take(Record& record) {
  Said said;
  const auto number = record.text({"malware_category"});
  const std::string category = number.empty() ? "" : "malware_category " + std::string(number);
  said.set(Part::operation, record.text({"event_type"}));
  said.set(Part::account, record.text({"user_name", "logged_user"}));
  said.set(Part::device, record.text({"host_name"}));
  said.set(Part::address, record.text({"ip_address"}));
  if (is_detection(record.text({"event_type"}))) tell_threat(record, category, said);
  commit_said(record, said, record.date({"security_event_date", "date"}));
}

class WatchguardEndpointFormat final : public Format {
 public:
  std::string_view name() const override { return "watchguard-endpoint"; }
  event::Family family() const override { return event::Family::none; }
  int recognise(std::string_view sample) const override {
    const Shape shape(sample);
    if (!shape.is_json()) return 0;
    const bool by_protection = shape.has_all({"event_type", "item_name", "host_name", "was_run"});
    const bool by_antivirus =
        shape.has_all({"malware_category", "security_event_date", "host_name"});
    return by_protection || by_antivirus ? 90 : 0;
  }
  void read(std::string_view text, const Told& told, Sink& sink) const override {
    each_record({text, told, sink, family()}, {.names = {"security_event_date", "date"}}, take);
  }
};

}  // namespace

const Format& watchguard_endpoint_format() {
  static const WatchguardEndpointFormat format;
  return format;
}

}  // namespace digue::read
