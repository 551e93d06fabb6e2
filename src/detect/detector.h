// A detector: one rule of what is wrong, over the events of the whole analysis.
//
// One folder a rule, src/detect/<name>/detector.cpp, which defines
//   const Detector& <name>_detector();
// The build writes detectors() from the folders.  A detector opens no file, keeps no state between
// calls, and gives the same findings whatever the order or repetition of the evidence's rows.
#pragma once
#include <span>
#include <string_view>
#include <vector>

#include "detect/scene.h"
#include "finding/finding.h"

namespace digue::detect {

class Detector {
 public:
  virtual ~Detector() = default;
  virtual std::string_view rule() const = 0;  // "R10"
  virtual int version() const = 0;
  // Sheet items that its findings speak to, and the exports that, all together and covering the
  // period, would let an item without findings be answered "no".  Empty families: never "no".
  virtual std::span<const std::string_view> items() const = 0;
  virtual std::span<const event::Family> needs() const = 0;
  // Whether finding nothing, with all of these exports whole, answers "no".  When it does not (the
  // log of one host says nothing of the others), an item is asked about only where there is one.
  virtual bool proves_absence() const { return true; }
  virtual void detect(const Scene& scene, std::vector<finding::Finding>& findings) const = 0;
};

std::span<const Detector* const> detectors();

}  // namespace digue::detect
