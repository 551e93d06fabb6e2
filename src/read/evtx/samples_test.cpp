// The logs of tests/golden/evtx are what the maker makes, so that a person can see what is in them.
#include <doctest/doctest.h>

#include <filesystem>

#include "base/file.h"
#include "read/evtx/samples_testing.h"

namespace digue::read::evtx {

TEST_CASE("the golden logs are what the maker makes") {
  DiskFiles files;
  const auto folder = std::filesystem::path(DIGUE_SOURCE_DIR) / "tests" / "golden" / "evtx";
  for (const auto& [name, bytes] : testing::sample_logs()) {
    CAPTURE(name);
    const auto path = folder / name;
    if (!std::filesystem::exists(path)) {
      std::filesystem::create_directories(folder);
      REQUIRE(files.write(path, bytes));
      FAIL_CHECK("written, run again: ", path.string());
    }
    CHECK(files.read(path).value() == bytes);
  }
}

}  // namespace digue::read::evtx
