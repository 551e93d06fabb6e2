// R9, device registered: a machine of the intruder's that the directory will trust from then on.
//
// Within ten minutes of an intruder's or an unusual sign-in it is his; within a day, probably.
#include "detect/detector.h"

#include <algorithm>
#include <cstdlib>
#include <map>

#include "base/text.h"
#include "detect/device_joined/sentences.h"
#include "detect/draft.h"
#include "detect/signs.h"

namespace digue::detect {

namespace {

using event::Action;
using event::Event;
using event::Symbol;
using finding::Finding;
using finding::Pivot;
using finding::Severity;
using Strength = Lead::Strength;

constexpr std::string_view spoken_items[] = {"mail-account/1.c.2", "mail-account/8.a.2"};
constexpr std::int64_t right_after = 10 * minute_ms;

Symbol owner_of(const Event& event) {
  return event.target != event::no_symbol ? event.target : event.account;
}

finding::Subject subject_of(const Scene& scene, const Event& event) {
  finding::Subject subject;
  subject.kind = "device";
  subject.identity = scene.text(event.device != event::no_symbol ? event.device : event.object);
  subject.name = scene.trail.detail(event, "DisplayName");
  subject.mailbox = scene.text(owner_of(event));
  for (const std::string_view name : {"DisplayName", "TrustType", "OperatingSystem", "IsCompliant",
                                      "CreatedDateTime", "DeviceType", "Protocol"})
    if (const auto value = scene.trail.detail(event, name); !value.empty())
      subject.state.emplace_back(name, value);
  return subject;
}

std::string device_text(const finding::Subject& subject) {
  std::vector<std::string> parts = {"DeviceId=" + subject.identity};
  for (const auto& [name, value] : subject.state) parts.push_back(join({name, value}, "="));
  return join(parts, " ");
}

class Registration {
 public:
  Registration(const Detector& detector, const Scene& scene, const std::vector<std::uint32_t>& rows,
               Instant added)
      : detector_(detector), scene_(scene), rows_(rows), added_(added) {}

  void judge(std::vector<Finding>& findings) {
    const auto& event = owners_row();
    const auto subject = subject_of(scene_, event);
    auto finding = begin_finding(detector_, subject.mailbox + '\n' + subject.identity);
    const bool tied = std::any_of(rows_.begin(), rows_.end(), [&](auto index) {
      return scene_.event(index).time.known() &&
             scene_.tie(scene_.event(index), finding.id) == Tie::proven;
    });
    const auto lead = tied ? Lead{Strength::proven, no_visit, 0}
                           : lead_to(scene_, owner_of(event), added_, day_ms, finding.id);
    if (lead.strength == Strength::none) return;
    tell_severity(finding, lead, subject.mailbox);
    finding.why.push_back(tell<sentences::device_added_at>(rfc3339(added_), device_text(subject)));
    finding.why.push_back(tied ? tie_line(Tie::proven) : lead_line(scene_, lead));
    cite_all(finding, scene_, rows_);
    finding.time = finding.time_end = added_;
    finding.accounts = {subject.mailbox};
    finding.subjects.push_back(subject);
    if (finding.severity >= Severity::high && !subject.identity.empty()) {
      finding.seeds_intruder = lead.strength == Strength::proven;
      finding.pivots.push_back({Pivot::Kind::device,
                                lead.strength == Strength::proven ? Pivot::Certainty::proven
                                                                  : Pivot::Certainty::probable,
                                subject.identity, subject.mailbox});
    }
    finding::tidy(finding);
    findings.push_back(std::move(finding));
  }

 private:
  // The directory writes a row for its own service beside the person's, and only some rows have
  // the device's own id.
  const Event& owners_row() const {
    const Event* best = &scene_.event(rows_.front());
    int best_worth = -1;
    for (const auto index : rows_) {
      const auto& event = scene_.event(index);
      const int worth = (is_person(scene_.text(owner_of(event))) ? 2 : 0) +
                        (event.device != event::no_symbol ? 1 : 0);
      if (worth <= best_worth) continue;
      best = &event;
      best_worth = worth;
    }
    return *best;
  }

  static void tell_severity(Finding& finding, const Lead& lead, const std::string& owner) {
    const bool at_once = lead.visit != no_visit && lead.delay <= right_after;
    switch (lead.strength) {
      case Strength::proven:
        finding.severity = lead.visit == no_visit || at_once ? Severity::critical : Severity::high;
        finding.title = tell<sentences::device_by_intruder>(owner);
        return;
      case Strength::probable:
        finding.severity = Severity::high;
        finding.title = tell<sentences::device_probable>(owner);
        return;
      default:
        finding.severity = at_once ? Severity::high : Severity::medium;
        finding.title = tell<sentences::device_suspect>(owner);
    }
  }

  const Detector& detector_;
  const Scene& scene_;
  const std::vector<std::uint32_t>& rows_;
  Instant added_;
};

// The rows of one device: those with its id, and those with its name at the same time, because the
// audit log names the directory object where the list of devices names the device.
class Registrations {
 public:
  struct Rows {
    Instant added;
    std::vector<std::uint32_t> events;
  };

  explicit Registrations(const Scene& scene) : scene_(scene) {}

  void add(std::uint32_t index) {
    const auto& event = scene_.event(index);
    const auto created = parse_rfc3339(scene_.trail.detail(event, "CreatedDateTime"));
    const auto added = event.time.known() ? event.time : created.value_or(Instant::unknown);
    if (!added.known()) return;
    const auto subject = subject_of(scene_, event);
    const auto at = place_of(subject, added);
    rows_[at].added = std::min(rows_[at].added, added);
    rows_[at].events.push_back(index);
    if (!subject.identity.empty()) by_identity_.emplace(subject.identity, at);
    if (!subject.name.empty()) by_name_[subject.name].push_back(at);
  }

  const std::vector<Rows>& all() const { return rows_; }

 private:
  std::size_t place_of(const finding::Subject& subject, Instant added) {
    const auto same = by_identity_.find(subject.identity);
    if (same != by_identity_.end()) return same->second;
    const auto named = by_name_.find(subject.name);
    if (named != by_name_.end())
      for (const auto at : named->second)
        if (std::abs(rows_[at].added - added) <= right_after) return at;
    rows_.push_back({added, {}});
    return rows_.size() - 1;
  }

  const Scene& scene_;
  std::vector<Rows> rows_;
  std::map<std::string, std::size_t> by_identity_;
  std::map<std::string, std::vector<std::size_t>> by_name_;
};

class DeviceJoined final : public Detector {
 public:
  std::string_view rule() const override { return "R9"; }
  int version() const override { return 1; }
  std::span<const std::string_view> items() const override { return spoken_items; }
  std::span<const event::Family> needs() const override {
    static constexpr event::Family families[] = {event::Family::directory_audit,
                                                 event::Family::devices};
    return families;
  }

  void detect(const Scene& scene, std::vector<Finding>& findings) const override {
    Registrations registrations(scene);
    for (const auto action : {Action::device_registered, Action::device_state})
      for (const auto index : scene.of(action)) registrations.add(index);
    for (const auto& rows : registrations.all())
      Registration(*this, scene, rows.events, rows.added).judge(findings);
  }
};

}  // namespace

const Detector& device_joined_detector() {
  static const DeviceJoined detector;
  return detector;
}

}  // namespace digue::detect
