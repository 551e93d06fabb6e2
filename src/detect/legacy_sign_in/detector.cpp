// R6, legacy protocols and device codes: sign-ins that need no second factor where they happen.
//
// What an account always did is told, low, because it stays open to others.  A path that is new
// for the account, taken from where it is not usually seen, is what an intruder does.
#include "detect/detector.h"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>

#include "base/text.h"
#include "detect/draft.h"
#include "detect/legacy_sign_in/sentences.h"
#include "detect/sign_sentences.h"
#include "detect/signs.h"

namespace digue::detect {

namespace {

using event::Event;
using event::Symbol;
using finding::Finding;
using finding::Pivot;
using finding::Severity;

constexpr std::string_view spoken_items[] = {"mail-account/1.c.2", "mail-account/8.a.2",
                                             "mail-account/8.a.8"};
constexpr std::int32_t device_code_waited = 50199;

// clientAppUsed of basic authentication; modern clients are "Browser" and "Mobile Apps and
// Desktop clients".
constexpr std::string_view legacy_clients[] = {"imap",
                                               "pop",
                                               "smtp",
                                               "exchange activesync",
                                               "exchange web services",
                                               "autodiscover",
                                               "mapi over http",
                                               "offline address book",
                                               "outlook anywhere",
                                               "exchange online powershell",
                                               "reporting web services",
                                               "other clients"};

struct Names {
  Symbol client, protocol, transfer, requirement, correlation;
  explicit Names(const event::Trail& trail)
      : client(trail.symbols.find("ClientApp")),
        protocol(trail.symbols.find("AuthenticationProtocol")),
        transfer(trail.symbols.find("OriginalTransferMethod")),
        requirement(trail.symbols.find("AuthenticationRequirement")),
        correlation(trail.symbols.find("CorrelationId")) {}
};

// How an account came in: the path's name in the evidence's words.
struct Path {
  std::string name;
  bool device_code = false;
};

class Paths {
 public:
  explicit Paths(const Scene& scene) : scene_(scene), names_(scene.trail) {
    for (const auto index : scene.of(event::Action::sign_in)) {
      const auto& event = scene.event(index);
      if (event.error_code != device_code_waited) continue;
      const auto correlation = exact_detail(scene.trail, event, names_.correlation);
      if (!correlation.empty()) waited_.emplace(correlation);
    }
  }

  std::optional<Path> of(const Event& event) const {
    const auto& trail = scene_.trail;
    const auto protocol = exact_detail(trail, event, names_.protocol);
    const auto transfer = exact_detail(trail, event, names_.transfer);
    if (equal_ignoring_case(protocol, "deviceCode"))
      return Path{"authenticationProtocol=deviceCode", true};
    if (equal_ignoring_case(transfer, "deviceCodeFlow"))
      return Path{"originalTransferMethod=deviceCodeFlow", true};
    if (!waited_.empty() && waited_.contains(exact_detail(trail, event, names_.correlation)))
      return Path{"errorCode=50199", true};
    if (equal_ignoring_case(protocol, "ropc")) return Path{"authenticationProtocol=ropc"};
    const auto client = exact_detail(trail, event, names_.client);
    for (const auto legacy : legacy_clients)
      if (starts_with_ignoring_case(client, legacy) ||
          (legacy == "smtp" && contains_ignoring_case(client, legacy)))
        return Path{"clientAppUsed=" + std::string(client)};
    if (is_legacy_agent(event.agent))
      return Path{"UserAgent=" + std::string(trail.text(event.agent))};
    return std::nullopt;
  }

  bool asks_two_factors(const Event& event) const {
    return equal_ignoring_case(exact_detail(scene_.trail, event, names_.requirement),
                               "multiFactorAuthentication");
  }

 private:
  // Agents are few, and reading one is slow.
  bool is_legacy_agent(Symbol agent) const {
    const auto [entry, is_new] = legacy_agents_.try_emplace(agent, false);
    if (is_new) entry->second = agent_of(scene_.trail.text(agent), "", "").client == Client::legacy;
    return entry->second;
  }

  const Scene& scene_;
  Names names_;
  mutable std::unordered_map<Symbol, bool> legacy_agents_;
  std::set<std::string, std::less<>> waited_;  // correlations where a device code was waited for
};

// The sign-ins of one account by one path, in time order.
struct Use {
  Symbol account = event::no_symbol;
  Path path;
  std::vector<std::uint32_t> events;
};

// Every account's use of every such path; to be asked for by Scene::once.
struct Uses {
  explicit Uses(const Scene& scene) {
    const Paths paths(scene);
    for (const auto index : scene.of(event::Action::sign_in)) {
      const auto& event = scene.event(index);
      if (event.verdict != event::Verdict::success || !event.time.known()) continue;
      if (!is_person(scene.text(event.account))) continue;
      const auto path = paths.of(event);
      if (!path && paths.asks_two_factors(event)) two_factors.insert(event.account);
      if (!path) continue;
      auto& use = all[{event.account, path->name}];
      use.account = event.account;
      use.path = *path;
      use.events.push_back(index);
    }
  }
  std::map<std::pair<Symbol, std::string>, Use> all;
  std::set<Symbol> two_factors;  // accounts that are asked for a second factor elsewhere
};

class Judgement {
 public:
  Judgement(const Detector& detector, const Scene& scene, const Use& use, bool two_factors)
      : detector_(detector), scene_(scene), use_(use), two_factors_(two_factors) {}

  Finding judge() {
    const auto account = scene_.text(use_.account);
    auto finding = begin_finding(detector_, std::string(account) + '\n' + use_.path.name);
    const auto& first = scene_.event(use_.events.front());
    // Used since the evidence begins: usual, as far as can be told.
    is_new_ = scene_.sign_ins->history_before(scene_, use_.account, first.time) >=
              SignIns::shortest_history;
    gather_signs(finding.id);
    finding.severity = severity();
    finding.title = use_.path.device_code
                        ? tell<sentences::device_code_used>(account, use_.path.name)
                    : is_new_ ? tell<sentences::legacy_new>(account, use_.path.name)
                              : tell<sentences::legacy_usual>(account, use_.path.name);
    tell_finding(finding, first);
    return finding;
  }

 private:
  void gather_signs(std::string_view id) {
    for (const auto index : use_.events) {
      const auto visit = scene_.sign_ins->visit_of(index);
      if (strangers_.size() == visits_judged) break;
      if (visit == no_visit || is_familiar_place(visit)) continue;
      if (std::find(strangers_.begin(), strangers_.end(), visit) != strangers_.end()) continue;
      strangers_.push_back(visit);
      look_at_place(scene_, visit, signs_);
      look_at_acts(scene_, visit, signs_);
      look_at_intruder(scene_, visit, id, signs_);
    }
  }

  bool is_familiar_place(std::uint32_t visit) const {
    const auto known = [&](Trait trait) {
      return scene_.sign_ins->novelty(scene_, visit, trait) == Novelty::known;
    };
    return known(Trait::address) || known(Trait::network) || known(Trait::device);
  }

  Severity severity() const {
    const auto count = signs_.independent();
    const bool unusual = is_new_ && !strangers_.empty();
    if (!unusual) return signs_.has(SignKind::intruder) ? Severity::medium : Severity::low;
    if (count >= 2 || (count == 1 && two_factors_)) return Severity::high;
    return count == 1 || use_.path.device_code ? Severity::medium : Severity::low;
  }

  void tell_finding(Finding& finding, const Event& first) {
    const auto* facts = scene_.sign_ins->facts_of(first.address);
    const auto address = scene_.text(first.address);
    finding.why.push_back(tell<sentences::legacy_counts>(
        use_.events.size(), use_.path.name, rfc3339(first.time),
        facts == nullptr ? std::string(address) : place_text(*facts, address)));
    if (two_factors_) finding.why.push_back(tell<sentences::usually_two_factors>());
    signs_.tell_in(finding);
    cite_all(finding, scene_, use_.events);
    for (const auto visit : strangers_)
      respect_fallback(finding, scene_.sign_ins->facts_of(scene_.sign_ins->visits()[visit]),
                       signs_);
    finding.subjects.push_back(session_subject(scene_, first));
    if (finding.severity >= Severity::high) {
      finding.seeds_intruder = signs_.independent() >= 2;
      for (const auto visit : strangers_)
        follow_visit(finding, scene_, visit, Pivot::Certainty::proven);
    }
    finding::tidy(finding);
  }

  const Detector& detector_;
  const Scene& scene_;
  const Use& use_;
  bool two_factors_;
  bool is_new_ = false;
  std::vector<std::uint32_t> strangers_;
  Signs signs_;
};

class LegacySignIn final : public Detector {
 public:
  std::string_view rule() const override { return "R6"; }
  int version() const override { return 1; }
  std::span<const std::string_view> items() const override { return spoken_items; }
  std::span<const event::Family> needs() const override {
    static constexpr event::Family families[] = {event::Family::sign_ins};
    return families;
  }

  void detect(const Scene& scene, std::vector<Finding>& findings) const override {
    const auto& uses = scene.once<Uses>();
    for (const auto& [key, use] : uses.all)
      findings.push_back(
          Judgement(*this, scene, use, uses.two_factors.contains(use.account)).judge());
  }
};

}  // namespace

const Detector& legacy_sign_in_detector() {
  static const LegacySignIn detector;
  return detector;
}

}  // namespace digue::detect
