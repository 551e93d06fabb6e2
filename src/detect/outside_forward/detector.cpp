// R11: mail that leaves the organisation by itself: forwarding of a mailbox, of an inbox rule, and
// the transport's leave to do so.  One finding a mailbox, one a rule.
#include "detect/detector.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "detect/draft.h"
#include "detect/draft_sentences.h"
#include "detect/look_alike.h"
#include "detect/mail_address.h"
#include "detect/outside_forward/exits.h"
#include "detect/outside_forward/sentences.h"
#include "detect/words.h"

namespace digue::detect {

namespace {

using finding::Finding;
using finding::Pivot;
using finding::Severity;

// Where so many mailboxes forward outside, it is the custom of the place: an export alone then
// accuses none of them above medium.
constexpr std::size_t customary_mailboxes = 20;

// What makes a forward worse than a colleague's convenience.
struct Aggravation {
  std::vector<Message> why;
  bool any() const { return !why.empty(); }
};

class OutsideForward final : public Detector {
 public:
  std::string_view rule() const override { return "R11"; }
  int version() const override { return 1; }
  std::span<const std::string_view> items() const override {
    static constexpr std::array<std::string_view, 1> list = {"mail-account/2.a.2"};
    return list;
  }
  std::span<const event::Family> needs() const override {
    static constexpr std::array list = {event::Family::audit_log, event::Family::inbox_rules,
                                        event::Family::forwarding, event::Family::transport_rules};
    return list;
  }
  void detect(const Scene& scene, std::vector<Finding>& findings) const override;
};

// One detection over one scene.
class Search {
 public:
  Search(const OutsideForward& detector, const Scene& scene, std::vector<Finding>& findings)
      : detector_(detector), scene_(scene), findings_(findings), exits_(scene.once<Exits>()) {}

  void run() {
    for (const auto& [mailbox, forwarding] : exits_.forwardings())
      judge_mailbox(mailbox, forwarding);
    for (const auto& [rule, outside] : exits_.rules()) judge_rule(*rule, outside);
    judge_remote_domains();
    for (const auto index : scene_.of(event::Action::policy_set)) judge_policy(index);
  }

 private:
  void judge_mailbox(const std::string& mailbox, const Forwarding& forwarding) {
    if (forwarding.outside.empty()) {
      if (!forwarding.unresolved.empty()) tell_unresolved(mailbox, forwarding);
      return;
    }
    auto finding = begin_finding(detector_, "mailbox\n" + mailbox);
    const auto where = join(forwarding.outside, ", ");
    finding.title = forwarding.stands ? tell<sentences::mailbox_forwards_outside>(mailbox, where)
                                      : tell<sentences::mailbox_forwarded_outside>(mailbox, where);
    auto aggravation = aggravation_of(forwarding.outside);
    if (forwarding.keeps_no_copy) aggravation.why.push_back(tell<sentences::no_copy_kept>());
    cite_forwarding(finding, mailbox, forwarding);
    finding.severity = is_customary() ? Severity::medium : Severity::high;
    finish(finding, forwarding.outside, forwarding.set_outside, aggravation);
  }

  void cite_forwarding(Finding& finding, const std::string& mailbox, const Forwarding& forwarding) {
    finding.accounts.push_back(mailbox);
    for (const auto& address : forwarding.outside)
      finding.why.push_back(fact("ForwardingSmtpAddress", address));
    if (forwarding.cleared.known() && !forwarding.stands)
      finding.why.push_back(
          tell<sentences::set_then_cleared>(rfc3339(forwarding.set), rfc3339(forwarding.cleared)));
    cite_acts(finding, scene_, forwarding.events);
    cite_all(finding, scene_, forwarding.states);
    finding.subjects.push_back({"mailbox-forwarding", mailbox, "", mailbox, state_of(forwarding)});
  }

  // How it stood: the export's row, else what the last setting wrote.
  std::vector<std::pair<std::string, std::string>> state_of(const Forwarding& forwarding) const {
    const auto& records = forwarding.states.empty() ? forwarding.events : forwarding.states;
    std::vector<std::pair<std::string, std::string>> state;
    for (const auto& detail : scene_.trail.details_of(scene_.event(records.back())))
      state.emplace_back(scene_.text(detail.name), scene_.text(detail.value));
    return state;
  }

  void tell_unresolved(const std::string& mailbox, const Forwarding& forwarding) {
    auto finding = begin_finding(detector_, "mailbox\n" + mailbox);
    finding.severity = Severity::low;
    finding.title = tell<sentences::forward_unresolved>(mailbox, join(forwarding.unresolved, ", "));
    for (const auto& name : forwarding.unresolved)
      finding.why.push_back(fact("ForwardingAddress", name));
    cite_forwarding(finding, mailbox, forwarding);
    findings_.push_back(std::move(finding));
  }

  void judge_rule(const RuleHistory& rule, const std::vector<std::string>& outside) {
    auto finding = begin_finding(detector_, "rule\n" + rule.key());
    finding.title = tell<sentences::rule_forwards_outside>(rule.mailbox, join(outside, ", "));
    auto aggravation = aggravation_of(outside);
    weigh_rule(aggravation, rule);
    for (const auto* name : {"ForwardTo", "ForwardAsAttachmentTo", "RedirectTo"})
      if (const auto value = rule.latest().value(name); !value.empty())
        finding.why.push_back(fact(name, value));
    cite_rule(finding, scene_, rule);
    // An export alone that shows a plain rule may be an old convenience.
    finding.severity = Severity::medium;
    finish(finding, outside, rule.events, aggravation);
  }

  static void weigh_rule(Aggravation& aggravation, const RuleHistory& rule) {
    const auto& content = rule.latest();
    for (const auto* name : {"DeleteMessage", "SoftDeleteMessage", "MarkAsRead"})
      if (content.is_on(name)) aggravation.why.push_back(fact(name, "True"));
    for (const auto& [name, value] : content.conditions())
      if (has_target_word(value)) aggravation.why.push_back(fact(name, value));
    if (is_meaningless_name(rule.name)) aggravation.why.push_back(fact("Name", rule.name));
  }

  Aggravation aggravation_of(const std::vector<std::string>& outside) const {
    Aggravation aggravation;
    for (const auto& address : outside) {
      if (const auto mailboxes = exits_.senders_to(address); mailboxes > 1)
        aggravation.why.push_back(tell<sentences::destination_of_several>(mailboxes));
      const auto domain = domain_of(address);
      if (const auto own = imitated(domain, scene_.once<KnownDomains>().all); !own.empty())
        aggravation.why.push_back(tell<sentences::destination_looks_like>(own));
      else if (const auto word = imitated_word(address); !word.empty())
        aggravation.why.push_back(tell<sentences::destination_looks_like>(word));
    }
    return aggravation;
  }

  bool is_customary() const {
    const auto& all = exits_.forwardings();
    return std::count_if(all.begin(), all.end(), [](const auto& entry) {
             return !entry.second.outside.empty();
           }) > static_cast<std::ptrdiff_t>(customary_mailboxes);
  }

  // finding.severity is what a plain forward weighs that an export alone shows.
  void finish(Finding& finding, const std::vector<std::string>& outside,
              std::span<const std::uint32_t> acts, const Aggravation& aggravation) {
    Tie tie = Tie::none;
    for (const auto index : acts) tie = std::max(tie, scene_.tie(scene_.event(index), finding.id));
    for (const auto& why : aggravation.why) finding.why.push_back(why);
    if (tie != Tie::none) finding.why.push_back(tie_line(tie));
    say_guess(finding);
    finding.indicators = outside;
    if (!acts.empty() || aggravation.any()) finding.severity = Severity::high;
    if (tie == Tie::proven) finding.severity = Severity::critical;
    const auto certainty =
        aggravation.any() ? Pivot::Certainty::proven : Pivot::Certainty::probable;
    const auto pursue = aggravation.any() ? follow : pivot_on;
    for (const auto index : acts) pursue(finding, scene_, scene_.event(index), certainty);
    finding.seeds_intruder = !acts.empty();
    findings_.push_back(std::move(finding));
  }

  void say_guess(Finding& finding) const {
    if (scene_.own_domains_guessed)
      finding.why.push_back(tell<sentences::domains_guessed>(join(scene_.own_domains, ", ")));
  }

  void judge_remote_domains() {
    for (const auto action : {event::Action::remote_domain_set, event::Action::remote_domain_state})
      for (const auto index : scene_.of(action)) judge_remote_domain(index);
  }

  // The default domain allows it in many organisations from birth; what somebody set, or what is
  // open for one domain only, is worth a look.
  void judge_remote_domain(std::uint32_t index) {
    const auto& event = scene_.event(index);
    if (!is_true(scene_.trail.detail(event, "AutoForwardEnabled"))) return;
    const auto domain = scene_.trail.detail(event, "DomainName");
    const bool set = event.action == event::Action::remote_domain_set;
    if (!set && (domain.empty() || domain == "*")) return;
    if (is_system(scene_.text(event.account))) return;
    const std::string name(domain.empty() ? scene_.text(event.object) : domain);
    auto finding = begin_finding(detector_, "remote-domain\n" + lower(name));
    if (const auto known = std::find_if(findings_.begin(), findings_.end(),
                                        [&](const auto& other) { return other.id == finding.id; });
        known != findings_.end())
      return cite(*known, scene_, event);
    finding.title = tell<sentences::auto_forward_allowed>(name);
    finding.why.push_back(fact("AutoForwardEnabled", "True"));
    if (set) finding.why.push_back(act_line(scene_, event));
    cite(finding, scene_, event);
    const auto tie = set ? scene_.tie(event) : Tie::none;
    if (tie != Tie::none) finding.why.push_back(tie_line(tie));
    finding.severity = tie != Tie::none ? Severity::high : set ? Severity::medium : Severity::low;
    findings_.push_back(std::move(finding));
  }

  // The outbound filter refuses automatic forwarding unless someone lets it through.
  void judge_policy(std::uint32_t index) {
    const auto& event = scene_.event(index);
    const auto mode = scene_.trail.detail(event, "AutoForwardingMode");
    if (!equal_ignoring_case(mode, "On") || is_system(scene_.text(event.account))) return;
    auto finding = begin_finding(detector_, "outbound-policy\n" + lower(scene_.text(event.object)));
    finding.title = tell<sentences::auto_forward_allowed>(std::string("*"));
    finding.why.push_back(fact("AutoForwardingMode", mode));
    finding.why.push_back(act_line(scene_, event));
    cite(finding, scene_, event);
    const auto tie = scene_.tie(event);
    if (tie != Tie::none) finding.why.push_back(tie_line(tie));
    finding.severity = tie != Tie::none ? Severity::high : Severity::medium;
    const auto known = std::find_if(findings_.begin(), findings_.end(),
                                    [&](const auto& other) { return other.id == finding.id; });
    if (known == findings_.end()) findings_.push_back(std::move(finding));
  }

  const OutsideForward& detector_;
  const Scene& scene_;
  std::vector<Finding>& findings_;
  const Exits& exits_;
};

void OutsideForward::detect(const Scene& scene, std::vector<Finding>& findings) const {
  Search(*this, scene, findings).run();
}

}  // namespace

const Detector& outside_forward_detector() {
  static const OutsideForward detector;
  return detector;
}

}  // namespace digue::detect
