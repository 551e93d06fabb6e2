// The disk fills up at any byte; then there is room again.
#include "scene.h"

namespace digue::faults {

TEST_CASE("on a full disk the person is told, nothing acknowledged is lost, and writing resumes") {
  install();
  set_plan({.really_sync = false});
  {
    Folder folder;
    live_through(folder, [](const std::string&, std::uint64_t) {});
  }
  const auto whole = bytes_written();
  const int count = runs(100);
  int refused = 0;
  for (int run = 0; run < count; ++run) {
    Folder folder;
    const auto room = (static_cast<std::uint64_t>(run) * 104729 + 13) % whole;
    CAPTURE(room);
    set_plan({.full_after_bytes = room, .really_sync = false});
    Acknowledged acknowledged;
    std::mutex mutex;
    live_through(folder, [&](const std::string& text, std::uint64_t position) {
      const std::lock_guard lock(mutex);
      acknowledged[text] = position;
    });
    if (acknowledged.size() < 15) ++refused;
    set_plan({});
    check_nothing_lost(folder, acknowledged);
  }
  CHECK(refused > count / 2);
}

TEST_CASE("the same logbook goes on once there is room, and the message says what to do") {
  install();
  Folder folder;
  set_plan({.really_sync = false});
  auto book = logbook::Logbook::create(folder.file(), "inc", folder.settings());
  REQUIRE(book);
  REQUIRE(book->append(line("before")));
  set_plan({.full_after_bytes = 100, .really_sync = false});
  const auto refused = book->append(line("no room"));
  REQUIRE_FALSE(refused);
  CHECK(refused.error().message.english.find("disk is full") != std::string::npos);
  CHECK_FALSE(book->append(line("still no room")));
  set_plan({.really_sync = false});
  const auto receipt = book->append(line("room again"));
  REQUIRE(receipt);
  CHECK(receipt->position == 2);
  CHECK(logbook::verify(folder.file(), {})->intact());
}

}  // namespace digue::faults
