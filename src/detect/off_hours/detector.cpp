// R5, unusual hours: against the account's own month, and the working hours where they are given.
//
// People work at night; the hour is a weight only.  It is told, low, for sign-ins whose place or
// device is not the account's usual either.
#include "detect/detector.h"

#include <algorithm>
#include <array>
#include <set>

#include "detect/draft.h"
#include "detect/off_hours/sentences.h"
#include "detect/signs.h"

namespace digue::detect {

namespace {

using event::Symbol;
using finding::Finding;
using finding::Severity;

constexpr std::string_view spoken_items[] = {"mail-account/8.a.4"};
constexpr std::size_t fewest_days = 10;  // seen on fewer, an account has no hours of its own
constexpr std::size_t visits_told = 10;

// The hours of the day, and of the weekend's, at which an account was seen before a moment.
class Hours {
 public:
  Hours(const Scene& scene, const Visit& visit) : scene_(scene) {
    const auto& visits = *scene.sign_ins;
    for (const auto index : visits.of_account(visit.account)) {
      const auto& other = visits.visits()[index];
      if (visit.from - other.from < SignIns::settling) break;
      if (visit.from - other.from > SignIns::memory) continue;
      if (scene.tie(scene.event(other.first_event)) == Tie::proven) continue;
      days_.insert(other.from.milliseconds / day_ms);
      for (auto moment = other.from; moment <= other.to; moment = moment + hour_ms) mark(moment);
      mark(other.to);
    }
  }

  std::size_t days() const { return days_.size(); }
  bool ever_near(Instant moment) const {
    const auto civil = scene_.organisation.zone.civil(moment);
    const auto& seen = seen_[is_weekend(civil)];
    return seen[(civil.hour + 23) % 24] || seen[civil.hour] || seen[(civil.hour + 1) % 24];
  }

 private:
  static std::size_t is_weekend(const CivilTime& civil) { return weekday_of(civil) >= 5 ? 1 : 0; }
  void mark(Instant moment) {
    const auto civil = scene_.organisation.zone.civil(moment);
    seen_[is_weekend(civil)][civil.hour] = true;
  }

  const Scene& scene_;
  std::array<std::array<bool, 24>, 2> seen_{};
  std::set<std::int64_t> days_;
};

bool in_working_hours(const organisation::Organisation& organisation, Instant moment) {
  if (!organisation.hours) return false;
  const auto civil = organisation.zone.civil(moment);
  const int minutes = static_cast<int>(civil.hour * 60 + civil.minute);
  return organisation.hours->days[weekday_of(civil)] &&
         minutes >= organisation.hours->from_minutes && minutes <= organisation.hours->to_minutes;
}

class OffHours final : public Detector {
 public:
  std::string_view rule() const override { return "R5"; }
  int version() const override { return 1; }
  std::span<const std::string_view> items() const override { return spoken_items; }
  std::span<const event::Family> needs() const override {
    static constexpr event::Family families[] = {event::Family::sign_ins};
    return families;
  }

  void detect(const Scene& scene, std::vector<Finding>& findings) const override {
    for (const auto account : scene.sign_ins->accounts())
      if (is_person(scene.text(account))) judge_account(scene, account, findings);
  }

 private:
  void judge_account(const Scene& scene, Symbol account, std::vector<Finding>& findings) const {
    auto finding = begin_finding(*this, scene.text(account));
    std::size_t days = 0, judged = 0;
    for (const auto index : scene.sign_ins->of_account(account)) {
      const auto& visit = scene.sign_ins->visits()[index];
      if (!visit.signed_in || in_working_hours(scene.organisation, visit.from)) continue;
      if (is_familiar(scene, index)) continue;
      if (++judged > visits_judged) break;
      const Hours hours(scene, visit);
      if (hours.days() < fewest_days || hours.ever_near(visit.from)) continue;
      days = std::max(days, hours.days());
      tell_visit(scene, index, finding);
    }
    if (finding.evidence.empty()) return;
    finding.severity = Severity::low;
    finding.title = tell<sentences::hours_unusual>(scene.text(account));
    finding.why.push_back(tell<sentences::hours_known>(days));
    finding::tidy(finding);
    findings.push_back(std::move(finding));
  }

  static void tell_visit(const Scene& scene, std::uint32_t index, Finding& finding) {
    const auto& visit = scene.sign_ins->visits()[index];
    const auto& facts = scene.sign_ins->facts_of(visit);
    if (finding.why.size() < visits_told)
      finding.why.push_back(tell<sentences::hour_of_visit>(
          scene.organisation.zone.show(visit.from), place_text(facts, scene.text(facts.address))));
    cite_visit(finding, scene, index);
  }
};

}  // namespace

const Detector& off_hours_detector() {
  static const OffHours detector;
  return detector;
}

}  // namespace digue::detect
