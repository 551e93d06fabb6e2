// R8, authentication method added: the foothold that survives a password change.
//
// The log gives such an act no address, so only the actor, the session and the time tie it to an
// intruder: a method added by his session, or within a day of his activity or of an unusual
// sign-in.  The export of methods is read for its dates of creation and for one phone on several
// accounts.
#include "detect/detector.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/text.h"
#include "detect/draft.h"
#include "detect/method_added/sentences.h"
#include "detect/signs.h"

namespace digue::detect {

namespace {

using event::Action;
using event::Event;
using event::Symbol;
using finding::Finding;
using finding::Severity;
using Strength = Lead::Strength;

constexpr std::string_view spoken_items[] = {"mail-account/1.c.1"};
constexpr std::size_t phone_of_many = 2;

// One method that came to an account at a moment.
struct Method {
  std::uint32_t event;
  Instant added;
};

Symbol owner_of(const Event& event) {
  return event.target != event::no_symbol ? event.target : event.account;
}

finding::Subject subject_of(const Scene& scene, const Event& event) {
  finding::Subject subject;
  subject.kind = "authentication-method";
  subject.identity = scene.text(event.object);
  subject.name = scene.trail.detail(event, "DisplayName");
  subject.mailbox = scene.text(owner_of(event));
  for (const std::string_view name :
       {"MethodType", "PhoneNumber", "DisplayName", "CreatedDateTime"})
    if (const auto value = scene.trail.detail(event, name); !value.empty())
      subject.state.emplace_back(name, value);
  return subject;
}

std::string method_text(const Scene& scene, const Event& event) {
  std::vector<std::string> parts;
  for (const auto& [name, value] : subject_of(scene, event).state)
    parts.push_back(join({name, value}, "="));
  if (parts.empty()) parts.emplace_back(scene.text(event.operation));
  return join(parts, " ");
}

// Digits only: "+33 6 12" and "+33612" are one phone.
std::string phone_digits(std::string_view text) {
  std::string digits;
  for (const char letter : text)
    if (letter >= '0' && letter <= '9') digits += letter;
  return digits;
}

class Owner {
 public:
  Owner(const Detector& detector, const Scene& scene, Symbol account,
        const std::vector<Method>& methods)
      : detector_(detector), scene_(scene), account_(account), methods_(methods) {}

  void judge(std::vector<Finding>& findings) const {
    const auto account = scene_.text(account_);
    auto finding = begin_finding(detector_, account);
    auto strongest = Strength::none;
    for (const auto& method : methods_) {
      const auto lead = lead_of(method, finding.id);
      if (lead.strength == Strength::none) continue;
      strongest = std::max(strongest, lead.strength);
      tell_method(finding, method, lead);
    }
    if (strongest == Strength::none) return;
    finding.accounts.emplace_back(account);
    finding.severity = strongest == Strength::unfamiliar ? Severity::medium : Severity::high;
    finding.title = strongest == Strength::proven     ? tell<sentences::method_by_intruder>(account)
                    : strongest == Strength::probable ? tell<sentences::method_probable>(account)
                                                      : tell<sentences::method_suspect>(account);
    finding::tidy(finding);
    findings.push_back(std::move(finding));
  }

 private:
  // Proven only when the act itself is tied: a sign-in before it makes it probable.
  Lead lead_of(const Method& method, std::string_view id) const {
    const auto& event = scene_.event(method.event);
    if (event.time.known() && scene_.tie(event, id) == Tie::proven)
      return {Strength::proven, no_visit, 0};
    auto lead = lead_to(scene_, account_, method.added, day_ms, id);
    if (event.account != event::no_symbol && event.account != account_ &&
        is_administrator(event.account))
      lead.strength = Strength::none;
    lead.strength = std::min(lead.strength, Strength::probable);
    return lead;
  }

  bool is_administrator(Symbol account) const {
    const auto& known = scene_.organisation.administrators;
    return std::find(known.begin(), known.end(), scene_.text(account)) != known.end();
  }

  // Several logs tell one act.
  static void say_once(Finding& finding, Message message) {
    if (std::find(finding.why.begin(), finding.why.end(), message) == finding.why.end())
      finding.why.push_back(std::move(message));
  }

  void tell_method(Finding& finding, const Method& method, const Lead& lead) const {
    const auto& event = scene_.event(method.event);
    say_once(finding,
             tell<sentences::method_added_at>(rfc3339(method.added), method_text(scene_, event)));
    say_once(finding,
             lead.strength == Strength::proven ? tie_line(Tie::proven) : lead_line(scene_, lead));
    cite(finding, scene_, event);
    finding.time = finding.time.known() ? std::min(finding.time, method.added) : method.added;
    finding.time_end =
        finding.time_end.known() ? std::max(finding.time_end, method.added) : method.added;
    auto subject = subject_of(scene_, event);
    if (std::find(finding.subjects.begin(), finding.subjects.end(), subject) ==
        finding.subjects.end())
      finding.subjects.push_back(std::move(subject));
  }

  const Detector& detector_;
  const Scene& scene_;
  Symbol account_;
  const std::vector<Method>& methods_;
};

class MethodAdded final : public Detector {
 public:
  std::string_view rule() const override { return "R8"; }
  int version() const override { return 1; }
  std::span<const std::string_view> items() const override { return spoken_items; }
  std::span<const event::Family> needs() const override {
    static constexpr event::Family families[] = {event::Family::directory_audit,
                                                 event::Family::authentication_methods};
    return families;
  }

  void detect(const Scene& scene, std::vector<Finding>& findings) const override {
    std::map<Symbol, std::vector<Method>> by_owner;
    for (const auto action :
         {Action::authentication_method_added, Action::authentication_method_state})
      for (const auto index : scene.of(action)) {
        const auto& event = scene.event(index);
        const auto created = parse_rfc3339(scene.trail.detail(event, "CreatedDateTime"));
        const auto added = event.time.known() ? event.time : created.value_or(Instant::unknown);
        if (added.known()) by_owner[owner_of(event)].push_back({index, added});
      }
    for (auto& [account, methods] : by_owner) {
      std::stable_sort(methods.begin(), methods.end(),
                       [](const auto& a, const auto& b) { return a.added < b.added; });
      Owner(*this, scene, account, methods).judge(findings);
    }
    tell_shared_phones(scene, findings);
  }

 private:
  void tell_shared_phones(const Scene& scene, std::vector<Finding>& findings) const {
    std::map<std::string, std::vector<std::uint32_t>> by_phone;
    for (const auto action :
         {Action::authentication_method_added, Action::authentication_method_state})
      for (const auto index : scene.of(action)) {
        const auto phone = phone_digits(scene.trail.detail(scene.event(index), "PhoneNumber"));
        if (phone.size() >= 8) by_phone[phone].push_back(index);
      }
    for (const auto& [phone, events] : by_phone) tell_shared_phone(scene, phone, events, findings);
  }

  void tell_shared_phone(const Scene& scene, const std::string& phone,
                         const std::vector<std::uint32_t>& events,
                         std::vector<Finding>& findings) const {
    std::set<std::string> owners;
    for (const auto index : events) owners.emplace(scene.text(owner_of(scene.event(index))));
    if (owners.size() < phone_of_many) return;
    auto finding = begin_finding(*this, "phone\n" + phone);
    finding.severity = Severity::medium;
    const std::vector<std::string> names(owners.begin(), owners.end());
    const auto shown = scene.trail.detail(scene.event(events.front()), "PhoneNumber");
    finding.title = tell<sentences::phone_shared>(shown, names.size(), join(names, ", "));
    finding.why.push_back(tell<sentences::phone_shared_why>());
    finding.accounts = names;
    for (const auto index : events) {
      cite(finding, scene, scene.event(index));
      finding.subjects.push_back(subject_of(scene, scene.event(index)));
    }
    finding::tidy(finding);
    findings.push_back(std::move(finding));
  }
};

}  // namespace

const Detector& method_added_detector() {
  static const MethodAdded detector;
  return detector;
}

}  // namespace digue::detect
