#include "server/people/accesses.h"

#include <doctest/doctest.h>
#include <stdlib.h>
#include <sys/stat.h>

using namespace digue;
using namespace digue::server;

namespace {

struct Folder {
  Folder() {
    std::string name = (std::filesystem::temp_directory_path() / "digue-accesses-XXXXXX").string();
    path = ::mkdtemp(name.data());
  }
  ~Folder() { std::filesystem::remove_all(path); }
  std::filesystem::path path;
};

AccessLine read_of(const std::string& person, const std::string& object) {
  return {.at = {},
          .person = person,
          .token = {},
          .token_name = {},
          .address = "192.0.2.7",
          .exported = false,
          .incident = "i",
          .object = object};
}

std::size_t lines_of(AccessLog& log, const AccessFilter& filter = {}) {
  return log.page(filter, 0, 1000)->total;
}

}  // namespace

TEST_CASE("a screen that asks again is one line, until five minutes have gone") {
  const Folder folder;
  FixedClock clock(Instant{1'773'000'000'000});
  auto log = *AccessLog::open(folder.path / "accesses.sqlite", clock);
  for (int i = 0; i < 100; ++i) {
    REQUIRE(log->add(read_of("marie", "plan")));
    clock.tick(second_ms);
  }
  CHECK(lines_of(*log) == 1);
  REQUIRE(log->add(read_of("marie", "log")));
  REQUIRE(log->add(read_of("paul", "plan")));
  auto elsewhere = read_of("marie", "plan"), program = elsewhere;
  elsewhere.address = "192.0.2.8";
  program.token = "t1";
  REQUIRE(log->add(elsewhere));
  REQUIRE(log->add(program));
  CHECK(lines_of(*log) == 5);
  clock.tick(plain_read_ms);
  REQUIRE(log->add(read_of("marie", "plan")));
  CHECK(lines_of(*log) == 6);
}

TEST_CASE("each export is a line, and is found by itself") {
  const Folder folder;
  FixedClock clock(Instant{1'773'000'000'000});
  auto log = *AccessLog::open(folder.path / "accesses.sqlite", clock);
  REQUIRE(log->add(read_of("marie", "plan")));
  auto paper = read_of("paul", "papers/report.pdf");
  paper.exported = true;
  for (int i = 0; i < 3; ++i) REQUIRE(log->add(paper));
  paper.incident = "j";
  REQUIRE(log->add(paper));
  CHECK(lines_of(*log) == 5);
  CHECK(lines_of(*log, {.incident = {}, .person = {}, .exports_only = true}) == 4);
  CHECK(lines_of(*log, {.incident = "i", .person = {}, .exports_only = true}) == 3);
  CHECK(lines_of(*log, {.incident = "i", .person = "marie"}) == 1);
  CHECK(lines_of(*log, {.incident = "k", .person = {}}) == 0);
  const auto page = *log->page({.incident = "i", .person = {}}, 1, 2);
  CHECK(page.total == 4);
  CHECK(page.lines.size() == 2);
  CHECK(page.lines.front().exported);
}

TEST_CASE("lines survive the program; the oldest go by number and by age, and nobody else reads") {
  const Folder folder;
  const auto file = folder.path / "accesses.sqlite";
  FixedClock clock(Instant{1'773'000'000'000});
  {
    auto log = *AccessLog::open(file, clock, 10);
    for (int i = 0; i < 600; ++i) REQUIRE(log->add(read_of("marie", std::to_string(i))));
    CHECK(lines_of(*log) < 600);
  }
  struct stat status{};
  REQUIRE(::stat(file.c_str(), &status) == 0);
  CHECK((status.st_mode & 0077U) == 0);
  auto log = *AccessLog::open(file, clock, 10);
  CHECK(lines_of(*log) == 10);
  CHECK(log->page({}, 0, 1)->lines.front().object == "599");
  clock.tick(access_kept_ms + 1);
  REQUIRE(log->add(read_of("paul", "plan")));
  CHECK(lines_of(*log) == 1);
}
