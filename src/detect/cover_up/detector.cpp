// R18: messages deleted or put aside to cover tracks: whatever the intruder deleted, and security
// notices deleted within hours of the change they tell of.  One finding an account.
#include "detect/detector.h"

#include <algorithm>
#include <array>
#include <map>

#include "base/text.h"
#include "detect/cover_up/sentences.h"
#include "detect/draft.h"
#include "detect/tied_events.h"
#include "detect/words.h"

namespace digue::detect {

namespace {

using event::Action;
using finding::Finding;
using finding::Severity;

// A notice comes within minutes of the change; whoever hides it does so soon.
constexpr std::int64_t notice_span = 2 * hour_ms;
constexpr std::size_t subjects_shown = 20;

constexpr std::array removals = {Action::mail_deleted, Action::mail_moved};
// Changes to an account of which its owner is told by mail.
constexpr std::array announced = {Action::authentication_method_added, Action::device_registered,
                                  Action::password_changed, Action::consent_granted};

class CoverUp final : public Detector {
 public:
  std::string_view rule() const override { return "R18"; }
  int version() const override { return 1; }
  std::span<const std::string_view> items() const override {
    static constexpr std::array<std::string_view, 2> list = {"mail-account/6.a.2",
                                                             "mail-account/6.a.3"};
    return list;
  }
  std::span<const event::Family> needs() const override {
    static constexpr std::array list = {event::Family::audit_log};
    return list;
  }

  void detect(const Scene& scene, std::vector<Finding>& findings) const override {
    const auto tied = tied_events(scene, removals);
    for (const auto& [account, events] : tied) tell_intruders(scene, account, events, findings);
    for (const auto& [account, events] : hidden_notices(scene))
      if (!tied.contains(account)) tell_notices(scene, account, events, findings);
  }

 private:
  static bool puts_aside(const Scene& scene, const event::Event& event) {
    if (event.action == Action::mail_deleted) return true;
    const auto folder = scene.trail.detail(event, "DestinationFolder");
    return is_bin(folder) || is_hiding_folder(folder);
  }

  void tell_intruders(const Scene& scene, const std::string& account, const TiedEvents& tied,
                      std::vector<Finding>& findings) const {
    std::vector<std::uint32_t> events;
    std::uint64_t items = 0;
    bool proven = false;
    for (const auto index : tied.events) {
      const auto& event = scene.event(index);
      if (!puts_aside(scene, event) || is_background(scene, event)) continue;
      events.push_back(index);
      items += counted(scene, event, "Items", 1);
      proven = proven || scene.tie(event) == Tie::proven;
    }
    if (events.empty()) return;
    auto finding = begin_finding(*this, account);
    finding.title = tell<sentences::deleted_by_intruder>(account, items);
    finding.why.push_back(tie_line(proven ? Tie::proven : Tie::probable));
    const bool notices = add_subject_lines(finding, scene, events);
    finding.severity = proven || notices ? Severity::high : Severity::medium;
    cite_acts(finding, scene, events);
    findings.push_back(std::move(finding));
  }

  // True when a security notice is among them.
  static bool add_subject_lines(Finding& finding, const Scene& scene,
                                std::span<const std::uint32_t> events) {
    bool notices = false;
    for (const auto& subject : values_of(scene, events, "Subject", subjects_shown)) {
      const bool notice = is_security_notice(subject);
      notices = notices || notice;
      finding.why.push_back(notice ? tell<sentences::notice_subject>(subject)
                                   : fact("Subject", subject));
    }
    return notices;
  }

  // Deletions of notices soon after a change to the same account.
  static std::map<std::string, std::vector<std::uint32_t>> hidden_notices(const Scene& scene) {
    std::map<event::Symbol, std::vector<Instant>> changes;
    for (const auto action : announced)
      for (const auto index : scene.of(action)) {
        const auto& event = scene.event(index);
        changes[event.target == event::no_symbol ? event.account : event.target].push_back(
            event.time);
      }
    std::map<std::string, std::vector<std::uint32_t>> found;
    if (changes.empty()) return found;
    for (const auto action : removals)
      for (const auto index : scene.of(action)) {
        const auto& event = scene.event(index);
        const auto changed = changes.find(event.account);
        if (changed != changes.end() && follows(event, changed->second) &&
            puts_aside(scene, event) && tells_of_security(scene, event))
          found[std::string(scene.text(event.account))].push_back(index);
      }
    return found;
  }

  static bool follows(const event::Event& event, const std::vector<Instant>& changes) {
    return event.time.known() && std::any_of(changes.begin(), changes.end(), [&](Instant change) {
             return change.known() && change <= event.time && event.time - change <= notice_span;
           });
  }

  static bool tells_of_security(const Scene& scene, const event::Event& event) {
    const auto subjects = scene.trail.all_details(event, "Subject");
    return std::any_of(subjects.begin(), subjects.end(), is_security_notice);
  }

  void tell_notices(const Scene& scene, const std::string& account,
                    const std::vector<std::uint32_t>& events,
                    std::vector<Finding>& findings) const {
    auto finding = begin_finding(*this, account + "\nnotices");
    finding.items = {"mail-account/6.a.3"};
    finding.severity = Severity::medium;
    finding.title = tell<sentences::notices_deleted>(account);
    add_subject_lines(finding, scene, events);
    cite_acts(finding, scene, events);
    findings.push_back(std::move(finding));
  }
};

}  // namespace

const Detector& cover_up_detector() {
  static const CoverUp detector;
  return detector;
}

}  // namespace digue::detect
