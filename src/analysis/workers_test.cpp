#include "analysis/workers.h"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "analysis/merge.h"

namespace digue::analysis {

namespace {

// A folder of the test's own, gone at its end.
struct Folder {
  std::filesystem::path path;
  Folder() {
    std::string pattern =
        (std::filesystem::temp_directory_path() / "digue-workers-XXXXXX").string();
    path = ::mkdtemp(pattern.data());
  }
  ~Folder() { std::filesystem::remove_all(path); }
  std::filesystem::path write(const std::string& name, const std::string& text,
                              mode_t mode = 0600) {
    std::ofstream(path / name) << text;
    ::chmod((path / name).c_str(), mode);
    return path / name;
  }
};

// The first thing said of the file that `program` was to read, and what came of a second worker.
std::string lost_because(const std::filesystem::path& program, std::uint64_t memory = 512 << 20) {
  Folder folder;
  const auto file = folder.write("evidence.csv", std::string(8 << 20, 'x'));
  Merger merger(1);
  WorkerSettings settings{program, {}, 1, 1, memory};
  run_workers({{file, "evidence.csv"}}, settings, merger.symbols(),
              [&](std::size_t job) { return merger.listen(job, "evidence.csv"); });
  merger.finish();
  REQUIRE(merger.sources().size() == 1);
  CHECK(merger.sources()[0].source.file == "evidence.csv");
  REQUIRE_FALSE(merger.sources()[0].unreadable.empty());
  return merger.sources()[0].unreadable[0].reason.english;
}

bool contains(const std::string& text, const char* part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("a worker that crashes, hangs or babbles costs its file and a message") {
  Folder folder;
  const auto crash = folder.write("crash", "#!/bin/sh\nkill -SEGV $$\n", 0700);
  const auto shorter = folder.write("shorter", "#!/bin/sh\nkill -BUS $$\n", 0700);
  const auto hang = folder.write("hang", "#!/bin/sh\nexec sleep 60\n", 0700);
  const auto babble = folder.write("babble", "#!/bin/sh\nprintf 'nonsense, and more' >&3\n", 0700);
  const auto leave = folder.write("leave", "#!/bin/sh\nexit 9\n", 0700);
  CHECK(contains(lost_because(crash), "crash (signal 11)"));
  CHECK(contains(lost_because(shorter), "became shorter"));
  CHECK(contains(lost_because(hang), "no longer moved on"));
  CHECK(contains(lost_because(babble), "nonsense"));
  CHECK(contains(lost_because(leave), "before its end (code 9)"));
  CHECK(contains(lost_because(folder.path / "absent"), "Cannot start"));
}

TEST_CASE("the program itself, as a worker, says what it cannot read") {
  const std::filesystem::path program = DIGUE_BINARY_DIR "/bin/digue";
  CHECK(contains(lost_because(program), "Format not recognised"));
}

TEST_CASE("workers are stopped once they need not go on, and no other starts") {
  Folder folder;
  const auto hang = folder.write("hang", "#!/bin/sh\nexec sleep 60\n", 0700);
  Merger merger(2);
  WorkerSettings settings{hang, {}, 1, 60, 512 << 20};
  int asked = 0;
  settings.go_on = [&](std::size_t ended) {
    CHECK(ended == 0);
    return ++asked < 2;
  };
  std::size_t started = 0;
  run_workers({{hang, "a"}, {hang, "b"}}, settings, merger.symbols(), [&](std::size_t job) {
    ++started;
    return merger.listen(job, "a");
  });
  CHECK(started == 1);
}

TEST_CASE("a worker is given nothing else that the program has open") {
  Folder folder;
  const auto secret = folder.write("secret", "s");
  const int first = ::open(secret.c_str(), O_RDONLY | O_CLOEXEC);
  const int open_file = ::fcntl(first, F_DUPFD, 20);  // without CLOEXEC, as a library may
  ::close(first);
  REQUIRE(open_file >= 20);
  const auto look = folder.write(
      "look",
      "#!/bin/sh\n[ -e /proc/self/fd/" + std::to_string(open_file) + " ] && exit 9\nexit 8\n",
      0700);
  CHECK(contains(lost_because(look), "before its end (code 8)"));
  ::close(open_file);
}

}  // namespace digue::analysis
