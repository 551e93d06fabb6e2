// R7, second factor refused: prompts sent until the person gives in.
//
// Three or more refusals or silences within 10 minutes, then a success within 10 minutes of the
// last, from where the account is not usually seen.
#include "detect/detector.h"

#include <algorithm>
#include <map>

#include "base/text.h"
#include "detect/draft.h"
#include "detect/mfa_fatigue/sentences.h"
#include "detect/signs.h"

namespace digue::detect {

namespace {

using event::Event;
using event::Symbol;
using finding::Finding;
using finding::Pivot;
using finding::Severity;

constexpr std::string_view spoken_items[] = {"mail-account/8.a.6", "mail-account/7.a.1"};
constexpr std::int32_t prompt_not_confirmed = 500121;
constexpr std::int64_t burst = 10 * minute_ms;
constexpr std::size_t few_prompts = 3;

// Each account's prompts, in time order; to be asked for by Scene::once.
struct AllPrompts {
  struct Tries {
    std::vector<std::uint32_t> refused, accepted;
  };

  explicit AllPrompts(const Scene& scene) {
    for (const auto index : scene.of(event::Action::sign_in)) {
      const auto& event = scene.event(index);
      if (!event.time.known() || event.account == event::no_symbol) continue;
      if (event.error_code == prompt_not_confirmed)
        by_account[event.account].refused.push_back(index);
    }
    for (const auto index : scene.of(event::Action::sign_in)) {
      const auto& event = scene.event(index);
      if (event.verdict != event::Verdict::success || !event.time.known()) continue;
      const auto found = by_account.find(event.account);
      if (found != by_account.end()) found->second.accepted.push_back(index);
    }
  }

  std::map<Symbol, Tries> by_account;  // those that refused one at least
};

class Prompts {
 public:
  Prompts(const Detector& detector, const Scene& scene, const std::vector<std::uint32_t>& refused,
          const std::vector<std::uint32_t>& accepted)
      : detector_(detector), scene_(scene), refused_(refused), accepted_(accepted) {}

  void judge(std::vector<Finding>& findings) {
    find_busiest();
    const bool fraud = std::any_of(refused_.begin(), refused_.end(),
                                   [&](auto index) { return is_fraud_report(index); });
    if (busiest_ < few_prompts && !fraud) return;
    find_giving_in();
    auto finding = begin_finding(detector_, account());
    finding.severity = severity(fraud);
    tell_finding(finding, fraud);
    findings.push_back(std::move(finding));
  }

 private:
  std::string_view account() const { return scene_.text(scene_.event(refused_.front()).account); }
  Instant time(std::uint32_t index) const { return scene_.event(index).time; }

  bool is_fraud_report(std::uint32_t index) const {
    return contains_ignoring_case(scene_.trail.detail(scene_.event(index), "MfaResult"), "fraud");
  }

  // How many refusals stand in the `burst` that ends with the refusal at `last`.
  std::size_t burst_ending_at(std::size_t last) const {
    std::size_t first = last;
    while (first > 0 && time(refused_[last]) - time(refused_[first - 1]) <= burst) --first;
    return last - first + 1;
  }

  void find_busiest() {
    for (std::size_t i = 0; i < refused_.size(); ++i)
      busiest_ = std::max(busiest_, burst_ending_at(i));
  }

  // The first success that follows a burst, unless the prompts were the owner's own.
  void find_giving_in() {
    for (std::size_t i = 0; i < refused_.size(); ++i) {
      if (burst_ending_at(i) < few_prompts) continue;
      for (const auto index : accepted_) {
        const auto delay = time(index) - time(refused_[i]);
        if (delay < 0 || delay > burst) continue;
        const auto visit = scene_.sign_ins->visit_of(index);
        const bool usual = visit != no_visit && is_familiar(scene_, visit);
        if (given_in_ != nullptr && (!from_usual_ || usual)) continue;
        given_in_ = &scene_.event(index);
        given_in_visit_ = visit;
        from_usual_ = usual;
      }
    }
  }

  Severity severity(bool fraud) const {
    if (given_in_ == nullptr)
      return fraud || busiest_ >= 2 * few_prompts ? Severity::medium : Severity::low;
    return from_usual_ ? Severity::medium : Severity::high;
  }

  void tell_finding(Finding& finding, bool fraud) const {
    finding.title = title(fraud);
    finding.why.push_back(tell<sentences::mfa_counts>(refused_.size(), sources()));
    if (fraud) finding.why.push_back(tell<sentences::mfa_fraud_told>(account()));
    cite_all(finding, scene_, refused_);
    if (given_in_ != nullptr) tell_success(finding);
    finding::tidy(finding);
  }

  Message title(bool fraud) const {
    if (given_in_ != nullptr) return tell<sentences::mfa_worn_down>(account(), busiest_);
    if (busiest_ >= few_prompts) return tell<sentences::mfa_refused>(account(), busiest_);
    return fraud ? tell<sentences::mfa_fraud_told>(account()) : Message{};
  }

  void tell_success(Finding& finding) const {
    finding.why.push_back(
        tell<sentences::mfa_accepted>(rfc3339(given_in_->time), place_of(*given_in_)));
    if (from_usual_) finding.why.push_back(tell<sentences::mfa_from_usual>());
    cite(finding, scene_, *given_in_);
    finding.subjects.push_back(session_subject(scene_, *given_in_));
    if (from_usual_ || given_in_visit_ == no_visit) return;
    Signs signs;
    look_at_place(scene_, given_in_visit_, signs);
    look_at_client(scene_, given_in_visit_, signs);
    signs.tell_in(finding);
    finding.seeds_intruder = true;
    follow_visit(finding, scene_, given_in_visit_, Pivot::Certainty::proven);
  }

  std::string place_of(const Event& event) const {
    const auto* facts = scene_.sign_ins->facts_of(event.address);
    return facts == nullptr ? "?" : place_text(*facts, scene_.text(event.address));
  }

  std::string sources() const {
    std::vector<std::string> places;
    for (const auto index : refused_) {
      auto place = place_of(scene_.event(index));
      if (std::find(places.begin(), places.end(), place) == places.end())
        places.push_back(std::move(place));
    }
    return join(places, " ; ");
  }

  const Detector& detector_;
  const Scene& scene_;
  const std::vector<std::uint32_t>& refused_;
  const std::vector<std::uint32_t>& accepted_;
  std::size_t busiest_ = 0;
  const Event* given_in_ = nullptr;
  std::uint32_t given_in_visit_ = no_visit;
  bool from_usual_ = false;
};

class MfaFatigue final : public Detector {
 public:
  std::string_view rule() const override { return "R7"; }
  int version() const override { return 1; }
  std::span<const std::string_view> items() const override { return spoken_items; }
  std::span<const event::Family> needs() const override {
    static constexpr event::Family families[] = {event::Family::sign_ins};
    return families;
  }

  void detect(const Scene& scene, std::vector<Finding>& findings) const override {
    for (const auto& [account, mine] : scene.once<AllPrompts>().by_account)
      Prompts(*this, scene, mine.refused, mine.accepted).judge(findings);
  }
};

}  // namespace

const Detector& mfa_fatigue_detector() {
  static const MfaFatigue detector;
  return detector;
}

}  // namespace digue::detect
