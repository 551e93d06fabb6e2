// The process is killed at every write: the page cache survives it, nothing else does.
#include <sys/wait.h>
#include <unistd.h>

#include <sstream>

#include "scene.h"

namespace digue::faults {

namespace {

// Runs the story in a child that dies at that write; what it acknowledged comes through a pipe.
bool live_and_die(Folder& folder, std::uint64_t at_write, bool torn, Acknowledged& acknowledged) {
  int ends[2];
  REQUIRE(::pipe(ends) == 0);
  const ::pid_t child = ::fork();
  if (child == 0) {
    ::close(ends[0]);
    set_plan({.kill_at_write = at_write, .torn = torn, .really_sync = false});
    live_through(folder, [&](const std::string& text, std::uint64_t position) {
      const std::string told = text + " " + std::to_string(position) + "\n";
      if (::write(ends[1], told.data(), told.size()) < 0) ::_exit(3);
    });
    ::_exit(0);
  }
  ::close(ends[1]);
  std::string told;
  char buffer[4096];
  for (::ssize_t got = 0; (got = ::read(ends[0], buffer, sizeof buffer)) > 0;)
    told.append(buffer, static_cast<std::size_t>(got));
  ::close(ends[0]);
  int status = 0;
  ::waitpid(child, &status, 0);
  std::istringstream lines(told);
  std::string text;
  for (std::uint64_t position = 0; lines >> text >> position;) acknowledged[text] = position;
  return WIFSIGNALED(status);
}

std::uint64_t writes_of_the_whole_story() {
  Folder folder;
  set_plan({.really_sync = false});
  live_through(folder, [](const std::string&, std::uint64_t) {});
  return writes();
}

}  // namespace

TEST_CASE("killed at any write, whole or half done, nothing acknowledged is lost") {
  install();
  const auto whole = writes_of_the_whole_story();
  REQUIRE(whole > 50);
  const int count = runs(150);
  int killed = 0;
  for (int run = 0; run < count; ++run) {
    Folder folder;
    Acknowledged acknowledged;
    // Spread over the whole story, then over it again with the write half done.
    const auto at = 1 + (static_cast<std::uint64_t>(run) * 7919) % whole;
    CAPTURE(at);
    if (live_and_die(folder, at, run % 2 == 1, acknowledged)) ++killed;
    set_plan({});
    check_nothing_lost(folder, acknowledged);
  }
  MESSAGE(killed, " kills in ", count, " runs of ", whole, " writes");
  CHECK(killed > count * 3 / 4);
}

// The kill may fall where the logbook had just been closed: then there is nothing to say.
static bool journal_is_left(const Folder& folder) {
  std::error_code error;
  const auto size = std::filesystem::file_size(folder.file().string() + "-wal", error);
  return !error && size > 0;
}

TEST_CASE("the start after a kill says so, and that nothing is lost") {
  install();
  const auto whole = writes_of_the_whole_story();
  int said = 0;
  for (std::uint64_t tenth = 3; tenth < 10; ++tenth) {
    Folder folder;
    Acknowledged acknowledged;
    REQUIRE(live_and_die(folder, whole * tenth / 10, false, acknowledged));
    set_plan({});
    REQUIRE_FALSE(acknowledged.empty());
    const bool abrupt = journal_is_left(folder);
    const auto book = logbook::Logbook::open(folder.file(), folder.settings(""));
    REQUIRE(book);
    CHECK(book->opening().closed_abruptly == abrupt);
    REQUIRE(book->opening().notices.size() == (abrupt ? 1 : 0));
    if (!abrupt) continue;
    ++said;
    CHECK(book->opening().notices[0].english.find("nothing that was acknowledged is lost") !=
          std::string::npos);
  }
  CHECK(said > 0);
}

}  // namespace digue::faults
