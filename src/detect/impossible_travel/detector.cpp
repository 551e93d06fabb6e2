// R4, impossible travel: two sign-ins whose places no aircraft links in the time between.
//
// Geolocation errs, phones and relays come out far away, and a VPN moves in a second: what
// detect/journeys.h leaves is low until a second sign meets it.
#include "detect/detector.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "detect/draft.h"
#include "detect/impossible_travel/sentences.h"
#include "detect/journeys.h"
#include "detect/sign_sentences.h"
#include "detect/signs.h"

namespace digue::detect {

namespace {

using event::Symbol;
using finding::Finding;
using finding::Pivot;
using finding::Severity;

constexpr std::string_view spoken_items[] = {"mail-account/8.a.7", "mail-account/8.a.1",
                                             "mail-account/7.a.1"};
constexpr std::size_t journeys_told = 5;

// The journeys of one account to or from one strange operator.
class Travel {
 public:
  Travel(const Detector& detector, const Scene& scene, const std::vector<Journey>& journeys,
         std::uint32_t stranger)
      : detector_(detector), scene_(scene), journeys_(journeys), stranger_(stranger) {}

  void judge(std::vector<Finding>& findings) {
    const auto account = scene_.text(visit(stranger_).account);
    const auto& facts = scene_.sign_ins->facts_of(visit(stranger_));
    auto finding = begin_finding(detector_, std::string(account) + '\n' + key_text(facts));
    look_at_place(scene_, stranger_, signs_);
    look_at_client(scene_, stranger_, signs_);
    look_at_acts(scene_, stranger_, signs_);
    look_at_intruder(scene_, stranger_, finding.id, signs_);
    finding.severity = severity();
    finding.title = tell<sentences::travel_impossible>(account);
    tell_journeys(finding);
    signs_.tell_in(finding);
    if (history_too_short(scene_, stranger_))
      finding.why.push_back(tell<sentences::history_is_short>(account, history_days()));
    for (const auto& journey : journeys_)
      for (const auto end : {journey.from, journey.to}) {
        cite_visit(finding, scene_, end, shares_operator(end));
        respect_fallback(finding, scene_.sign_ins->facts_of(visit(end)), signs_);
      }
    finding.subjects.push_back(session_subject(scene_, scene_.event(visit(stranger_).first_event)));
    if (finding.severity >= Severity::high && signs_.independent() >= 3) {
      finding.seeds_intruder = true;
      follow_visit(finding, scene_, stranger_, Pivot::Certainty::proven);
    }
    finding::tidy(finding);
    findings.push_back(std::move(finding));
  }

  static std::string key_text(const AddressFacts& facts) {
    const auto name = operator_text(facts);
    return name.empty() ? facts.site.country : name;
  }

 private:
  const Visit& visit(std::uint32_t index) const { return scene_.sign_ins->visits()[index]; }

  bool shares_operator(std::uint32_t index) const {
    const auto& visits = *scene_.sign_ins;
    return key_text(visits.facts_of(visit(index))) == key_text(visits.facts_of(visit(stranger_)));
  }

  std::int64_t history_days() const {
    const auto& stranger = visit(stranger_);
    return scene_.sign_ins->history_before(scene_, stranger.account, stranger.from) / day_ms;
  }

  // The travel is itself a sign of place: another kind has to meet it.  What another finding says
  // of the intruder is told, and does not count again.
  Severity severity() const {
    const bool place = signs_.has(SignKind::place), intruder = signs_.has(SignKind::intruder);
    const auto others = signs_.independent() - (place ? 1U : 0U) - (intruder ? 1U : 0U);
    if (others >= 2 || (others == 1 && place)) return Severity::high;
    return others == 1 || intruder ? Severity::medium : Severity::low;
  }

  void tell_journeys(Finding& finding) const {
    const auto& visits = *scene_.sign_ins;
    for (std::size_t i = 0; i < journeys_.size() && i < journeys_told; ++i) {
      const auto& journey = journeys_[i];
      const auto& a = visits.facts_of(visit(journey.from));
      const auto& b = visits.facts_of(visit(journey.to));
      finding.why.push_back(tell<sentences::travel_measured>(
          std::llround(journey.kilometres), journey.milliseconds / minute_ms,
          std::llround(journey.speed()), place_text(a, scene_.text(a.address)),
          rfc3339(journey.left), place_text(b, scene_.text(b.address)), rfc3339(journey.arrived)));
      if (journey.by_countries) finding.why.push_back(tell<sentences::travel_between_countries>());
    }
    if (journeys_.size() > journeys_told)
      finding.why.push_back(as_message("+" + std::to_string(journeys_.size() - journeys_told)));
  }

  const Detector& detector_;
  const Scene& scene_;
  const std::vector<Journey>& journeys_;
  std::uint32_t stranger_;
  Signs signs_;
};

class ImpossibleTravel final : public Detector {
 public:
  std::string_view rule() const override { return "R4"; }
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
    struct Journeys {
      std::vector<Journey> all;
      std::uint32_t stranger;
    };
    std::map<std::string, Journeys> by_operator;
    for (const auto& journey : impossible_journeys(scene, account)) {
      const auto& stranger = scene.sign_ins->visits()[journey.stranger];
      const auto key = Travel::key_text(scene.sign_ins->facts_of(stranger));
      auto& journeys = by_operator.try_emplace(key, Journeys{{}, journey.stranger}).first->second;
      journeys.all.push_back(journey);
    }
    for (const auto& [key, journeys] : by_operator)
      Travel(*this, scene, journeys.all, journeys.stranger).judge(findings);
  }
};

}  // namespace

const Detector& impossible_travel_detector() {
  static const ImpossibleTravel detector;
  return detector;
}

}  // namespace digue::detect
