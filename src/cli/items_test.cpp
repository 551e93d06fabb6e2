// What joins the analysis to the sheets is the item id alone: both sides must agree on it.
#include <doctest/doctest.h>

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

}  // namespace digue::cli
