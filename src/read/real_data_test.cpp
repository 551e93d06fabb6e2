// Real exports, where there are some: the folder named by DIGUE_REAL_DATA, never in the repository.
#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>

#include "base/file.h"
#include "read/collector.h"
#include "read/decode.h"
#include "read/format.h"

namespace digue::read {

TEST_CASE("every row of the real audit exports is read, with its time, its account and its id") {
  const char* folder = std::getenv("DIGUE_REAL_DATA");
  if (folder == nullptr) {
    MESSAGE("skipped: DIGUE_REAL_DATA does not name a folder of real exports");
    return;
  }
  for (const auto& entry :
       std::filesystem::directory_iterator(std::filesystem::path(folder) / "m365-audit")) {
    INFO(entry.path().string());
    const auto file = MappedFile::open(entry.path()).value();
    const auto text = decode(file.bytes(), std::filesystem::temp_directory_path()).value();
    const Format* format = recognise(decoded_sample(file.bytes()));
    REQUIRE(format != nullptr);
    Collector sink;
    format->read(text.text(), {}, sink);
    CHECK(format->family() == event::Family::audit_log);
    CHECK(sink.rejections().empty());
    CHECK(sink.read().events.size() == sink.rows());
    for (const auto& event : sink.read().events) {
      CHECK(event.time.known());
      CHECK(event.account != event::no_symbol);
      CHECK(event.operation != event::no_symbol);
    }
  }
}

}  // namespace digue::read
