// R11: mail that leaves the organisation by itself: forwarding of a mailbox, of an inbox rule, and
// the transport's leave to do so.  One finding a mailbox, one a rule.
#include "detect/detector.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "base/text.h"
#include "detect/draft.h"
#include "detect/draft_sentences.h"
#include "detect/inbox_rule.h"
#include "detect/look_alike.h"
#include "detect/mail_address.h"
#include "detect/outside_forward/sentences.h"
#include "detect/words.h"

namespace digue::detect {

namespace {

using finding::Finding;
using finding::Pivot;
using finding::Severity;

constexpr std::array<std::string_view, 2> forwarding_names = {"ForwardingSmtpAddress",
                                                              "ForwardingAddress"};

// Where so many mailboxes forward outside, it is the custom of the place: an export alone then
// accuses none of them above medium.
constexpr std::size_t customary_mailboxes = 20;

// The forwarding of one mailbox through its records.
struct Forwarding {
  std::vector<std::uint32_t> events, states;
  std::vector<std::uint32_t> set_outside;  // events of those that set an outside address
  std::vector<std::string> outside;        // addresses, in order of time
  std::vector<std::string> unresolved;     // destinations whose address is not given
  Instant set, cleared;                    // the last of each
  bool keeps_no_copy = false;
  bool stands = false;  // still there after the last record
};

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
      : detector_(detector),
        scene_(scene),
        findings_(findings),
        mailboxes_(scene.once<Mailboxes>()),
        known_domains_(known_domains(scene)) {}

  void run() {
    read_forwardings();
    for (const auto& rule : scene_.once<InboxRules>().all())
      if (!outside_of(rule).empty()) rules_.push_back(&rule);
    count_destinations();
    for (const auto& [mailbox, forwarding] : forwardings_) judge_mailbox(mailbox, forwarding);
    for (const auto* rule : rules_) judge_rule(*rule);
    judge_remote_domains();
    for (const auto index : scene_.of(event::Action::policy_set)) judge_policy(index);
  }

 private:
  void read_forwardings() {
    for (const auto index : scene_.of(event::Action::forwarding_set)) read_event(index);
    for (const auto index : scene_.of(event::Action::forwarding_state)) read_state(index);
  }

  void read_event(std::uint32_t index) {
    const auto& event = scene_.event(index);
    auto& forwarding = forwardings_[mailboxes_.of(event)];
    forwarding.events.push_back(index);
    const bool names = names_destination(event);
    const bool out = read_destinations(forwarding, event);
    if (out) {
      forwarding.set = event.time;
      forwarding.stands = true;
      forwarding.set_outside.push_back(index);
      if (equal_ignoring_case(scene_.trail.detail(event, "DeliverToMailboxAndForward"), "false"))
        forwarding.keeps_no_copy = true;
    } else if (names && forwarding.stands) {
      forwarding.cleared = event.time;
      forwarding.stands = false;
    }
  }

  void read_state(std::uint32_t index) {
    const auto& event = scene_.event(index);
    auto& forwarding = forwardings_[mailboxes_.of(event)];
    forwarding.states.push_back(index);
    if (!read_destinations(forwarding, event)) return;
    forwarding.stands = true;
    if (equal_ignoring_case(scene_.trail.detail(event, "DeliverToMailboxAndForward"), "false"))
      forwarding.keeps_no_copy = true;
  }

  bool names_destination(const event::Event& event) const {
    for (const auto& detail : scene_.trail.details_of(event))
      for (const auto name : forwarding_names)
        if (equal_ignoring_case(scene_.text(detail.name), name)) return true;
    return false;
  }

  // Collects where the mail goes; true when it goes outside, or may.
  bool read_destinations(Forwarding& forwarding, const event::Event& event) {
    bool out = false;
    for (const auto name : forwarding_names)
      for (const auto value : scene_.trail.all_details(event, name))
        out |= read_destination(forwarding, scene_.text(event.target), value);
    return out;
  }

  bool read_destination(Forwarding& forwarding, std::string_view mailbox, std::string_view value) {
    value = trimmed(value);
    if (value.empty()) return false;
    const auto addresses = mail_addresses_in(value);
    if (addresses.empty()) {
      if (mailboxes_.knows(value)) return false;
      add_once(forwarding.unresolved, std::string(value));
      return true;
    }
    bool out = false;
    for (const auto& address : addresses)
      if (is_outside(scene_, address, mailbox)) {
        add_once(forwarding.outside, address);
        out = true;
      }
    return out;
  }

  static void add_once(std::vector<std::string>& list, std::string text) {
    if (std::find(list.begin(), list.end(), text) == list.end()) list.push_back(std::move(text));
  }

  std::vector<std::string> outside_of(const RuleHistory& rule) const {
    std::vector<std::string> out;
    for (const auto& content : rule.contents)
      for (auto& address : content.destinations())
        if (is_outside(scene_, address, rule.mailbox)) add_once(out, std::move(address));
    return out;
  }

  void count_destinations() {
    for (const auto& [mailbox, forwarding] : forwardings_)
      for (const auto& address : forwarding.outside) senders_to_[address].insert(mailbox);
    for (const auto* rule : rules_)
      for (const auto& address : outside_of(*rule)) senders_to_[address].insert(rule->mailbox);
  }

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
    for (const auto index : forwarding.states) cite(finding, scene_, scene_.event(index));
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

  void judge_rule(const RuleHistory& rule) {
    const auto outside = outside_of(rule);
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
      if (const auto mailboxes = senders_to_.at(address).size(); mailboxes > 1)
        aggravation.why.push_back(tell<sentences::destination_of_several>(mailboxes));
      const auto domain = domain_of(address);
      if (const auto own = imitated(domain, known_domains_); !own.empty())
        aggravation.why.push_back(tell<sentences::destination_looks_like>(own));
      else if (const auto word = imitated_word(address); !word.empty())
        aggravation.why.push_back(tell<sentences::destination_looks_like>(word));
    }
    return aggravation;
  }

  bool is_customary() const {
    return std::count_if(forwardings_.begin(), forwardings_.end(), [](const auto& entry) {
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
    for (const auto index : acts) follow(finding, scene_, scene_.event(index), certainty);
    finding.seeds_intruder = !acts.empty();
    if (!aggravation.any()) finding.acts.clear();
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
  const Mailboxes& mailboxes_;
  std::vector<std::string> known_domains_;
  std::map<std::string, Forwarding> forwardings_;
  std::vector<const RuleHistory*> rules_;
  std::map<std::string, std::set<std::string>> senders_to_;
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
