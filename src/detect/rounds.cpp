#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include "base/hash.h"
#include "detect/intruder.h"

namespace digue::detect {

using finding::Finding;

namespace {

using Windows = std::vector<Intruder::Window>;

// What of the intruder is not as it was the round before, for whoever asks how an event is tied.
class Change {
 public:
  Change(const Intruder& before, const Intruder& after) {
    compare(before.sessions, after.sessions);
    compare(before.addresses, after.addresses);
    compare(before.tokens, after.tokens);
    compare(before.devices, after.devices);
    compare(before.applications, after.applications);
    compare(before.windows, after.windows);
    whole_ = whole_ || before.own_addresses != after.own_addresses ||
             before.own_agents != after.own_agents;
  }

  // Anyone may be told otherwise.
  bool concerns_all() const { return whole_; }
  // Only who sets one of these findings apart may be told otherwise.
  const std::set<std::string>& findings() const { return findings_; }

 private:
  template <class Table>
  void compare(const Table& before, const Table& after) {
    whole_ = whole_ || before.size() != after.size();
    for (const auto& [symbol, now] : after) {
      const auto old = before.find(symbol);
      if (old == before.end()) whole_ = true;
      if (whole_) return;
      compare_one(old->second, now);
    }
  }

  void compare_one(const Intruder::Mark& before, const Intruder::Mark& after) {
    if (before.certainty != after.certainty) whole_ = true;
    compare_reasons(before.because, after.because);
  }

  void compare_one(const Windows& before, const Windows& after) {
    const auto same = [](const auto& a, const auto& b) { return a.from == b.from && a.to == b.to; };
    if (!std::equal(before.begin(), before.end(), after.begin(), after.end(), same)) whole_ = true;
    for (std::size_t i = 0; i < after.size() && !whole_; ++i)
      compare_reasons(before[i].because, after[i].because);
  }

  // A tie holds for another reason than the one set apart as soon as there are two: only a reason
  // that stood or stands alone makes a difference.
  void compare_reasons(const std::vector<std::string>& before,
                       const std::vector<std::string>& after) {
    if (before == after) return;
    if (before.size() == 1) findings_.insert(before.front());
    if (after.size() == 1) findings_.insert(after.front());
  }

  bool whole_ = false;
  std::set<std::string> findings_;
};

// All that find_intruder() reads of the findings.
Digest digest_of_seeds(const std::vector<Finding>& findings) {
  Sha256 hash;
  const auto add = [&](const std::string& text) {
    hash.add(text);
    hash.add(std::string_view("\0", 1));
  };
  const auto add_number = [&](std::int64_t number) {
    hash.add({reinterpret_cast<const char*>(&number), sizeof number});
  };
  for (const auto& finding : findings) {
    if (!finding.seeds_intruder) continue;
    add(finding.id);
    add_number(finding.time.milliseconds);
    add_number(static_cast<std::int64_t>(finding.pivots.size()));
    for (const auto& pivot : finding.pivots) {
      add_number(static_cast<std::int64_t>(pivot.kind) << 8 |
                 static_cast<std::int64_t>(pivot.certainty));
      add(pivot.value);
      add(pivot.account);
    }
    add_number(static_cast<std::int64_t>(finding.acts.size()));
    for (const auto& act : finding.acts) {
      add(act.account);
      add_number(act.time.milliseconds);
    }
  }
  return hash.finish();
}

// Runs again, round after round, the detectors that the intruder of the round before may change.
class Rounds {
 public:
  Rounds(Scene& scene, std::span<const Detector* const> detectors, std::vector<Finding>& findings)
      : scene_(scene), detectors_(detectors), findings_(findings) {}

  void run() {
    findings_.clear();
    scene_.hold_intruder({});
    for (const auto* detector : detectors_) detect(*detector);
    put_in_order();
    for (int round = 1; round < max_rounds; ++round) {
      const auto seeds = digest_of_seeds(findings_);
      if (std::exchange(seeds_, seeds) == seeds) return;  // the same intruder would be found
      const auto detectors = detectors_to_run_again();
      if (detectors.empty()) return;
      run_again(detectors);
    }
  }

 private:
  using Detectors = std::set<const Detector*>;

  void detect(const Detector& detector) {
    const auto before = findings_.size();
    detector.detect(scene_, findings_);
    for (auto i = before; i < findings_.size(); ++i) maker_of_[findings_[i].id] = &detector;
  }

  void put_in_order() {
    for (auto& finding : findings_) finding::tidy(finding);
    std::sort(findings_.begin(), findings_.end(), finding::before);
  }

  Detectors detectors_to_run_again() {
    const Intruder before = std::exchange(scene_.intruder, {});
    scene_.hold_intruder(find_intruder(scene_, findings_));
    const Change change(before, scene_.intruder);
    if (change.concerns_all()) return {detectors_.begin(), detectors_.end()};
    Detectors concerned;
    for (const auto& finding : change.findings()) concerned.insert(maker_of_.at(finding));
    return concerned;
  }

  void run_again(const Detectors& again) {
    std::erase_if(findings_,
                  [&](const auto& finding) { return again.contains(maker_of_.at(finding.id)); });
    for (const auto* detector : detectors_)
      if (again.contains(detector)) detect(*detector);
    put_in_order();
  }

  Scene& scene_;
  std::span<const Detector* const> detectors_;
  std::vector<Finding>& findings_;
  std::map<std::string, const Detector*> maker_of_;  // by id, of every round
  std::optional<Digest> seeds_;                      // of the intruder that is held
};

}  // namespace

void run_rounds(Scene& scene, std::span<const Detector* const> detectors,
                std::vector<Finding>& findings) {
  Rounds(scene, detectors, findings).run();
}

void run_rounds(Scene& scene, std::vector<Finding>& findings) {
  run_rounds(scene, detectors(), findings);
}

}  // namespace digue::detect
