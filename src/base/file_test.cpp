#include "base/file.h"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cstdlib>
#include <string>

namespace digue {

namespace {

// A folder that goes with its content.
struct Folder {
  std::filesystem::path path;
  Folder() {
    std::string name = (std::filesystem::temp_directory_path() / "digue-file-XXXXXX").string();
    path = ::mkdtemp(name.data());
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  ~Folder() { std::filesystem::remove_all(path); }
};

}  // namespace

TEST_CASE("a file is written whole, and nothing stays beside it") {
  const Folder folder;
  DiskFiles files;
  REQUIRE(files.write(folder.path / "a", "one"));
  REQUIRE(files.write(folder.path / "a", "two"));
  CHECK(files.read(folder.path / "a").value() == "two");
  CHECK(!std::filesystem::exists(folder.path / "a.part"));
}

TEST_CASE("a link stays a link, and what it leads to is written") {
  const Folder folder;
  DiskFiles files;
  REQUIRE(files.write(folder.path / "real", "one"));
  std::filesystem::create_symlink("real", folder.path / "link");
  REQUIRE(files.write(folder.path / "link", "two"));
  CHECK(std::filesystem::is_symlink(folder.path / "link"));
  CHECK(files.read(folder.path / "real").value() == "two");
}

TEST_CASE("a pipe or a device is written into, never replaced") {
  const Folder folder;
  const auto pipe = folder.path / "pipe";
  REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
  const int reader = ::open(pipe.c_str(), O_RDWR | O_NONBLOCK | O_CLOEXEC);
  REQUIRE(reader >= 0);
  DiskFiles files;
  CHECK(files.write(pipe, "through"));
  CHECK(std::filesystem::is_fifo(pipe));
  std::array<char, 16> bytes{};
  CHECK(::read(reader, bytes.data(), bytes.size()) == 7);
  CHECK(std::string(bytes.data()) == "through");
  ::close(reader);
}

TEST_CASE("a folder can't be written as a file, and the message names it") {
  const Folder folder;
  DiskFiles files;
  const auto outcome = files.write(folder.path, "bytes");
  REQUIRE(!outcome);
  CHECK(outcome.error().message.english.find(folder.path.string()) != std::string::npos);
}

}  // namespace digue
