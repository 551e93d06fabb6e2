// What Sigma rules, ours or those that were given, found in Windows event logs.  Workers ask them
// record by record (Action::rule_matched); here matches become findings: one a rule and host,
// however many records, and one a burst for correlations.
#include "detect/detector.h"

#include <algorithm>
#include <optional>
#include <set>
#include <utility>

#include "base/text.h"
#include "detect/draft.h"
#include "detect/sigma/findings.h"
#include "detect/sigma/own_rules.h"
#include "detect/sigma/sentences.h"

namespace digue::detect {

namespace {

using event::Action;
using finding::Finding;
using sigma::Rule;
using sigma::RuleSet;

constexpr std::size_t max_told = 5;        // records whose facts a finding tells
constexpr std::size_t max_people = 50;     // accounts, and addresses, of a finding
constexpr std::size_t max_outcomes = 200;  // findings of one correlation

// By their ids.
std::map<std::string_view, std::uint32_t> rules_by_id(const RuleSet& rules) {
  std::map<std::string_view, std::uint32_t> by_id;
  for (std::uint32_t i = 0; i < rules.rules().size(); ++i) by_id[rules.rules()[i].id] = i;
  return by_id;
}

// Rules of others may have none.
template <class RuleOrCorrelation>
std::optional<Message> told_description(const RuleOrCorrelation& written) {
  auto text = sigma::description_of(written);
  if (text.english.empty()) return std::nullopt;
  return text;
}

class Matches {
 public:
  Matches(const Scene& scene, std::vector<Finding>& findings)
      : scene_(scene),
        findings_(findings),
        rules_(scene.rules != nullptr ? *scene.rules : sigma::own_rules().rules),
        correlator_(rules_.correlations()) {}

  void run() {
    const auto by_id = rules_by_id(rules_);
    for (const auto index : scene_.of(Action::rule_matched)) {
      const auto known = by_id.find(scene_.text(scene_.event(index).object));
      if (known == by_id.end()) continue;
      const Rule& rule = rules_.rules()[known->second];
      if (rule.correlated) see(index, known->second);
      if (!rule.silent) groups_[{known->second, scene_.event(index).device}].push_back(index);
    }
    for (auto& [of, indexes] : groups_) tell_group(rules_.rules()[of.first], of.second, indexes);
    correlate();
  }

 private:
  using Group = std::pair<std::uint32_t, event::Symbol>;  // rule, host

  void see(std::uint32_t index, std::uint32_t rule) {
    const auto& event = scene_.event(index);
    std::vector<std::string> values;
    for (const auto& name : rules_.rules()[rule].kept)
      values.emplace_back(scene_.trail.detail(event, name));
    correlator_.add({event.time, rule, event.place.source, event.place.record, event.place.offset,
                     scene_.text(event.device), values});
  }

  void tell_group(const Rule& rule, event::Symbol host, std::vector<std::uint32_t>& indexes) {
    scene_.put_in_order(indexes);
    Finding found;
    found.rule = "sigma/" + rule.id;
    found.rule_version = rule.version;
    found.id = finding::make_id(found.rule, scene_.text(host));
    found.severity = rule.level;
    found.title = sigma::title_of(rule);
    found.items = sigma::items_of(rule.id);
    if (host != event::no_symbol) {
      found.hosts.emplace_back(scene_.text(host));
      found.title = tell<sigma::sentences::on_host>(found.title, scene_.text(host));
    }
    if (auto text = told_description(rule)) found.why.push_back(std::move(*text));
    tell_records(indexes, found);
    findings_.push_back(std::move(found));
  }

  void tell_records(const std::vector<std::uint32_t>& indexes, Finding& found) {
    std::set<std::string_view> accounts, addresses;
    for (const auto index : indexes) {
      const auto& event = scene_.event(index);
      if (found.evidence.size() < sigma::max_examples) found.evidence.push_back({event.place});
      if (event.time.known() && !found.time.known()) found.time = event.time;
      found.time_end = std::max(found.time_end, event.time);
      if (accounts.size() < max_people) accounts.insert(scene_.text(event.account));
      if (addresses.size() < max_people) addresses.insert(scene_.text(event.address));
    }
    accounts.erase("");
    addresses.erase("");
    found.accounts.assign(accounts.begin(), accounts.end());
    found.addresses.assign(addresses.begin(), addresses.end());
    found.why.push_back(indexes.size() == 1
                            ? tell<sigma::sentences::one_record>()
                            : tell<sigma::sentences::records_of_host>(
                                  indexes.size(), rfc3339(found.time), rfc3339(found.time_end)));
    tell_facts(indexes, found);
  }

  // What differs from one record to the next; the same facts are told once.
  void tell_facts(const std::vector<std::uint32_t>& indexes, Finding& found) {
    std::set<std::string> told;
    for (const auto index : indexes) {
      if (told.size() == max_told) return;
      const auto text = facts_of(scene_.event(index));
      if (!text.empty() && told.insert(text).second) found.why.push_back({text, text});
    }
  }

  std::string facts_of(const event::Event& event) const {
    std::vector<std::string> facts;
    for (const auto& detail : scene_.trail.details_of(event)) {
      const auto name = scene_.text(detail.name), value = scene_.text(detail.value);
      facts.push_back(name.empty() ? std::string(value)
                                   : std::string(name) + "=" + std::string(value));
    }
    return join(facts, ", ");
  }

  void correlate() {
    std::map<std::uint32_t, std::vector<Finding>> told;
    std::map<std::uint32_t, std::uint64_t> more;
    for (const auto& outcome : correlator_.finish()) {
      const auto& written = rules_.correlations()[outcome.correlation].written;
      auto& findings = told[outcome.correlation];
      if (findings.size() == max_outcomes) {
        ++more[outcome.correlation];
        continue;
      }
      auto found = finding_of(correlator_, written, outcome);
      if (auto text = told_description(written))
        found.why.insert(found.why.begin(), std::move(*text));
      findings.push_back(std::move(found));
    }
    for (auto& [correlation, findings] : told) {
      if (const auto count = more[correlation]; count != 0)
        findings.back().why.push_back(tell<sigma::sentences::more_outcomes>(count));
      std::move(findings.begin(), findings.end(), std::back_inserter(findings_));
    }
  }

  const Scene& scene_;
  std::vector<Finding>& findings_;
  const RuleSet& rules_;
  sigma::Correlator correlator_;
  std::map<Group, std::vector<std::uint32_t>> groups_;
};

// Of all our rules, as the contract of a detector wants them: views of texts that stay.
std::vector<std::string_view> items_of_all() {
  std::set<std::string_view> items;
  const auto take = [&](std::string_view id) {
    if (const auto* words = sigma::own_words(id); words != nullptr)
      items.insert(words->items.begin(), words->items.end());
  };
  const auto& rules = sigma::own_rules().rules;
  for (const auto& rule : rules.rules()) take(rule.id);
  for (const auto& one : rules.correlations()) take(one.written.id);
  return {items.begin(), items.end()};
}

class SigmaDetector final : public Detector {
 public:
  std::string_view rule() const override { return "sigma"; }
  int version() const override { return 1; }
  std::span<const std::string_view> items() const override {
    static const auto items = items_of_all();
    return items;
  }
  std::span<const event::Family> needs() const override {
    static constexpr std::array needs = {event::Family::windows_log};
    return needs;
  }
  bool proves_absence() const override { return false; }
  void detect(const Scene& scene, std::vector<Finding>& findings) const override {
    // The rules are not even read where there is no Windows log.
    if (!scene.of(Action::rule_matched).empty()) Matches(scene, findings).run();
  }
};

}  // namespace

const Detector& sigma_detector() {
  static const SigmaDetector detector;
  return detector;
}

}  // namespace digue::detect
