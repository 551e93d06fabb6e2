// What TEHTRIS EDR detected, JSON, one object after the other or an array: eventName, time,
// hostname__, path, sha256, username, description.  The first line of the description says what was
// found; "Remediation: ..." or "No remediation taken" further on says what was done.
//
// Rules of policies that an application broke ("Application policy: ...") are no malware: of them
// nothing is told.
#include "base/text.h"
#include "read/appliance/record_fields.h"

namespace digue::read {

namespace {

constexpr std::string_view policy = "Application policy:";

// The line of the description that says what was done; "" without one.
std::string_view remediation_in(std::string_view description) {
  for (const auto line : split(description, '\n'))
    if (contains_ignoring_case(line, "remediation")) return trimmed(line);
  return {};
}

event::Verdict verdict_of_remediation(std::string_view said) {
  if (contains_ignoring_case(said, "no remediation")) return event::Verdict::failure;
  return verdict_of_cleaning(said);
}

bool is_detection(std::string_view event, std::string_view description) {
  const bool is_alert = event.ends_with("Alert") || event == "oletools";
  return is_alert && !description.starts_with(policy);
}

void take(Record& record) {
  const auto event = record.text({"eventname"}), description = record.text({"description"});
  Said said;
  said.set(Part::operation, event);
  said.set(Part::account, record.text({"username"}));
  said.set(Part::device, record.text({"hostname__"}));
  if (is_detection(event, description)) {
    said.action = event::Action::malware_found;
    said.set(Part::object, record.text({"path"}));
    said.set(Part::outcome, remediation_in(description));
    said.verdict = verdict_of_remediation(said[Part::outcome]);
    said.detail("Threat", trimmed(description.substr(0, description.find('\n'))));
    said.detail("Outcome", said[Part::outcome]);
    said.detail("Sha256", record.text({"sha256"}));
    said.detail("CommandLine", record.text({"cmdline"}));
  }
  commit_said(record, said, record.date({"time"}));
}

class TehtrisFormat final : public Format {
 public:
  std::string_view name() const override { return "tehtris"; }
  event::Family family() const override { return event::Family::none; }
  int recognise(std::string_view sample) const override {
    const Shape shape(sample);
    const bool fields = shape.has_all({"uuid__", "hostname__", "eventname", "time"});
    return shape.is_json() && fields ? 90 : 0;
  }
  void read(std::string_view text, const Told& told, Sink& sink) const override {
    each_record({text, told, sink, family()}, {.names = {"time"}}, take);
  }
};

}  // namespace

const Format& tehtris_format() {
  static const TehtrisFormat format;
  return format;
}

}  // namespace digue::read
