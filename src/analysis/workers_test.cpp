#include "analysis/workers.h"

#include <doctest/doctest.h>
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
  const auto hang = folder.write("hang", "#!/bin/sh\nexec sleep 60\n", 0700);
  const auto babble = folder.write("babble", "#!/bin/sh\nprintf 'nonsense, and more' >&3\n", 0700);
  const auto leave = folder.write("leave", "#!/bin/sh\nexit 9\n", 0700);
  CHECK(contains(lost_because(crash), "crash (signal 11)"));
  CHECK(contains(lost_because(hang), "no longer moved on"));
  CHECK(contains(lost_because(babble), "nonsense"));
  CHECK(contains(lost_because(leave), "before its end (code 9)"));
  CHECK(contains(lost_because(folder.path / "absent"), "Cannot start"));
}

TEST_CASE("the program itself, as a worker, says what it cannot read") {
  const std::filesystem::path program = DIGUE_BINARY_DIR "/bin/digue";
  CHECK(contains(lost_because(program), "Format not recognised"));
}

}  // namespace digue::analysis
