// What joins the analysis to the sheets is the item id alone: both sides must agree on it.
#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <string>

#include "detect/detector.h"
#include "sheet/library.h"

namespace digue::cli {

static const sheet::Library& library() {
  static const auto built_in = sheet::built_in_library();
  REQUIRE(built_in.has_value());
  return *built_in;
}

TEST_CASE("every item that a detector speaks to is carried by a sheet") {
  std::set<std::string, std::less<>> carried;
  for (const auto& sheet : library().sheets)
    for (const auto& carrier : sheet.carriers) carried.insert(carrier.item);
  for (const auto* detector : detect::detectors())
    for (const auto item : detector->items())
      CHECK_MESSAGE(carried.contains(item), detector->rule(), " ", item);
}

static const detect::Detector* detector_of(const std::string& rule) {
  const auto all = detect::detectors();
  const auto found = std::find_if(all.begin(), all.end(), [&](const detect::Detector* detector) {
    return detector->rule() == rule;
  });
  return found == all.end() ? nullptr : *found;
}

// A rule that is not written yet is shown, and fails nothing: the sheet may come first.
TEST_CASE("the rules that a step names speak to it") {
  for (const auto& sheet : library().sheets)
    for (const auto& step : sheet.steps)
      for (const auto& rule : step.analyses) {
        const auto* detector = detector_of(rule);
        WARN_MESSAGE(detector != nullptr, rule, " is not written yet");
        if (detector == nullptr) continue;
        const auto items = detector->items();
        const bool speaks = std::find(items.begin(), items.end(), step.id) != items.end();
        CHECK_MESSAGE(speaks, rule, " does not speak to ", step.id);
      }
}

}  // namespace digue::cli
