#include <algorithm>

#include "detect/intruder.h"

namespace digue::detect {

using finding::Finding;

static void detect_with(const Scene& scene, std::span<const Detector* const> detectors,
                        bool ignoring_intruder, std::vector<Finding>& findings) {
  for (const auto* detector : detectors)
    if (detector->ignores_intruder() == ignoring_intruder) detector->detect(scene, findings);
}

static void put_in_order(std::vector<Finding>& findings) {
  for (auto& finding : findings) finding::tidy(finding);
  std::sort(findings.begin(), findings.end(), finding::before);
}

void run_rounds(Scene& scene, std::span<const Detector* const> detectors,
                std::vector<Finding>& findings) {
  scene.hold_intruder({});
  std::vector<Finding> steady;
  detect_with(scene, detectors, true, steady);
  for (int round = 0; round < max_rounds; ++round) {
    findings = steady;
    detect_with(scene, detectors, false, findings);
    put_in_order(findings);
    auto intruder = find_intruder(scene, findings);
    if (intruder.ties_as(scene.intruder)) return;
    scene.hold_intruder(std::move(intruder));
  }
}

void run_rounds(Scene& scene, std::vector<Finding>& findings) {
  run_rounds(scene, detectors(), findings);
}

}  // namespace digue::detect
