// The power goes: what was not synced is gone, or some of its sectors are.
#include "scene.h"

namespace digue::faults {

namespace {

Acknowledged live_until_dark(Folder& folder, std::uint64_t at_step) {
  set_plan({.dark_at_step = at_step, .remember_unsynced = true, .really_sync = false});
  Acknowledged acknowledged;
  std::mutex mutex;
  live_through(folder, [&](const std::string& text, std::uint64_t position) {
    const std::lock_guard lock(mutex);
    acknowledged[text] = position;
  });
  return acknowledged;
}

std::uint64_t steps_of_the_whole_story() {
  Folder folder;
  live_until_dark(folder, never);
  return steps();
}

}  // namespace

TEST_CASE("whenever the power goes, nothing acknowledged is lost") {
  install();
  const auto whole = steps_of_the_whole_story();
  REQUIRE(whole > 50);
  const int count = runs(200);
  std::size_t lines = 0;
  for (int run = 0; run < count; ++run) {
    Folder folder;
    const auto at = 1 + (static_cast<std::uint64_t>(run) * 7919) % whole;
    // Everything unsynced is dropped, then some of it comes through, in no order.
    const auto seed = static_cast<std::uint64_t>(run % 3 == 0 ? 0 : run);
    CAPTURE(at);
    CAPTURE(seed);
    const auto acknowledged = live_until_dark(folder, at);
    restore_after_power_cut(seed);
    set_plan({});
    check_nothing_lost(folder, acknowledged);
    lines += acknowledged.size();
  }
  MESSAGE(count, " cuts in a story of ", whole, " steps; ", lines, " acknowledged lines");
  CHECK(lines > static_cast<std::size_t>(count));
}

// Without it, the test above would pass on a layer that drops nothing.
TEST_CASE("the layer does drop what is not synced") {
  install();
  Folder folder;
  set_plan({.remember_unsynced = true, .really_sync = false});
  auto connection = store::Connection::open(
      folder.file(), {.mode = store::OpenMode::create, .file_layer = layer_name});
  REQUIRE(connection);
  REQUIRE(connection->run("CREATE TABLE t (a); PRAGMA synchronous = OFF;"));
  for (int i = 0; i < 50; ++i) REQUIRE(connection->run("INSERT INTO t VALUES (1);"));
  const std::string journal = folder.file().string() + "-wal";
  const auto before = std::filesystem::file_size(journal);
  restore_after_power_cut(0);
  CHECK(std::filesystem::file_size(journal) < before);
}

}  // namespace digue::faults
