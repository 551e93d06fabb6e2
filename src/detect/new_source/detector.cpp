// R2, new source: an address, an operator or a program new for the account.
//
// A new network alone is told, as information.  A script on a person's account is high; a rented
// machine, or a new network with a new client and acts from there, weighs by the kinds of sign.
#include "detect/detector.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/text.h"
#include "detect/draft.h"
#include "detect/new_source/sentences.h"
#include "detect/sign_sentences.h"
#include "detect/signs.h"

namespace digue::detect {

namespace {

using event::Symbol;
using finding::Finding;
using finding::Pivot;
using finding::Severity;

constexpr std::string_view spoken_items[] = {"mail-account/8.a.2", "mail-account/8.a.3",
                                             "mail-account/8.a.8", "mail-account/7.a.1"};
constexpr std::size_t automaton_days = 5;  // a script on that many days is the account's way

bool is_script(Agent agent) {
  return agent.client == Client::script || agent.client == Client::legacy;
}

// The unfamiliar visits of one account by one operator, or with one script.
class Source {
 public:
  Source(const Detector& detector, const Scene& scene, std::string identity,
         std::vector<std::uint32_t> visits)
      : detector_(detector),
        scene_(scene),
        identity_(std::move(identity)),
        visits_(std::move(visits)) {}

  void judge(std::vector<Finding>& findings) {
    auto finding = begin_finding(detector_, identity_);
    scripted_ = is_script(first().agent);
    hosted_ = facts().kind == OperatorKind::hosting;
    script_days_ = is_script(first().agent) ? days_of_script() : 0;
    // A visit that is unfamiliar only because the history begins with it says nothing.
    std::erase_if(visits_, [&](auto index) {
      const auto signs = signs_of(index, finding.id);
      if (!scripted() && !signs.has(SignKind::place) && !signs.has(SignKind::client)) return true;
      finding.severity = std::max(finding.severity, severity(signs));
      for (const auto& sign : signs.all()) signs_.add(sign);
      return false;
    });
    if (visits_.empty()) return;
    tell_finding(finding);
    findings.push_back(std::move(finding));
  }

 private:
  const Visit& visit(std::uint32_t index) const { return scene_.sign_ins->visits()[index]; }
  const Visit& first() const { return visit(visits_.front()); }
  const AddressFacts& facts() const { return scene_.sign_ins->facts_of(first()); }
  bool scripted() const { return scripted_; }
  bool hosted() const { return hosted_; }
  bool automaton() const { return script_days_ >= automaton_days; }

  Signs signs_of(std::uint32_t index, std::string_view id) const {
    Signs signs;
    look_at_place(scene_, index, signs);
    look_at_client(scene_, index, signs);
    look_at_acts(scene_, index, signs);
    look_at_intruder(scene_, index, id, signs);
    return signs;
  }

  // Days on which the account is seen with this script.
  std::size_t days_of_script() const {
    std::set<std::int64_t> days;
    for (const auto index : scene_.sign_ins->of_account(first().account))
      if (visit(index).agent == first().agent) days.insert(visit(index).from.milliseconds / day_ms);
    return days.size();
  }

  // What another finding says of the intruder is told, and does not count again.
  Severity severity(const Signs& signs) const {
    if (scripted() && !automaton()) return Severity::high;
    const auto count =
        signs.independent() + (hosted() ? 1U : 0U) - (signs.has(SignKind::intruder) ? 1U : 0U);
    if (count >= 3) return Severity::high;
    if (count == 2 || signs.has(SignKind::intruder)) return Severity::medium;
    return scripted() ? Severity::low : Severity::info;
  }

  bool is_intruders() const { return (scripted() && !automaton()) || hosted(); }

  void tell_finding(Finding& finding) {
    const auto account = scene_.text(first().account);
    finding.title = title();
    tell_counts(finding);
    if (automaton()) finding.why.push_back(tell<sentences::script_is_usual>(script_days_));
    signs_.tell_in(finding);
    for (const auto index : visits_) cite_visit(finding, scene_, index);
    if (scripted())  // the program itself is the sign: no database is needed
      signs_.add({SignKind::client, tell<sentences::client_is_script>(agent()), false});
    respect_fallback(finding, facts(), signs_);
    if (history_too_short(scene_, visits_.front()))
      finding.why.push_back(tell<sentences::history_is_short>(account, history_days()));
    finding.subjects.push_back(session_subject(scene_, scene_.event(first().first_event)));
    if (finding.severity >= Severity::high && is_intruders()) {
      finding.seeds_intruder = true;
      for (const auto index : visits_)
        follow_visit(finding, scene_, index, Pivot::Certainty::proven);
    }
    finding::tidy(finding);
  }

  std::string_view agent() const { return scene_.text(scene_.event(first().first_event).agent); }

  Message title() const {
    const auto account = scene_.text(first().account);
    const auto place = place_text(facts(), scene_.text(facts().address));
    if (scripted()) return tell<sentences::script_signed_in>(account, agent());
    if (hosted()) return tell<sentences::source_is_hosting>(account, place);
    return signs_.has(SignKind::place) ? tell<sentences::source_is_new>(account, place)
                                       : tell<sentences::source_has_new_client>(account, place);
  }

  std::int64_t history_days() const {
    return scene_.sign_ins->history_before(scene_, first().account, first().from) / day_ms;
  }

  void tell_counts(Finding& finding) const {
    std::set<Symbol> sessions;
    std::set<std::uint32_t> addresses;
    Instant last = first().to;
    for (const auto index : visits_) {
      addresses.insert(visit(index).address);
      if (visit(index).session != event::no_symbol) sessions.insert(visit(index).session);
      last = std::max(last, visit(index).to);
    }
    finding.why.push_back(tell<sentences::source_counts>(addresses.size(), sessions.size(),
                                                         rfc3339(first().from), rfc3339(last)));
  }

  const Detector& detector_;
  const Scene& scene_;
  std::string identity_;
  std::vector<std::uint32_t> visits_;
  bool scripted_ = false, hosted_ = false;
  std::size_t script_days_ = 0;
  Signs signs_;
};

class NewSource final : public Detector {
 public:
  std::string_view rule() const override { return "R2"; }
  int version() const override { return 1; }
  std::span<const std::string_view> items() const override { return spoken_items; }
  std::span<const event::Family> needs() const override {
    static constexpr event::Family families[] = {event::Family::sign_ins};
    return families;
  }

  void detect(const Scene& scene, std::vector<Finding>& findings) const override {
    std::map<std::string, std::vector<std::uint32_t>> sources;
    const auto& visits = scene.sign_ins->visits();
    for (std::uint32_t i = 0; i < visits.size(); ++i) {
      const auto& visit = visits[i];
      if (!visit.signed_in || !is_person(scene.text(visit.account))) continue;
      if (!is_script(visit.agent) && is_familiar(scene, i)) continue;
      auto& mine = sources[identity_of(scene, visit)];
      if (mine.size() < visits_judged) mine.push_back(i);
    }
    for (const auto& [identity, mine] : sources)
      Source(*this, scene, identity, mine).judge(findings);
  }

 private:
  // A script that changes address stays one source; otherwise an operator is one.
  static std::string identity_of(const Scene& scene, const Visit& visit) {
    const auto& facts = scene.sign_ins->facts_of(visit);
    std::string identity(scene.text(visit.account));
    identity += '\n';
    if (is_script(visit.agent))
      return identity.append(scene.text(scene.event(visit.first_event).agent));
    const auto name = operator_text(facts);
    return identity.append(name.empty() ? scene.text(facts.address) : std::string_view(name));
  }
};

}  // namespace

const Detector& new_source_detector() {
  static const NewSource detector;
  return detector;
}

}  // namespace digue::detect
