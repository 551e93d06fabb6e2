#include "evidence/walk.h"

#include <doctest/doctest.h>

#include <sys/stat.h>

#include <cstdlib>
#include <fstream>

namespace digue::evidence {

namespace fs = std::filesystem;

namespace {
// A folder of its own, gone at the end.
struct Folder {
  fs::path path;
  Folder() {
    std::string name = (fs::temp_directory_path() / "walk-XXXXXX").string();
    path = ::mkdtemp(name.data());
  }
  ~Folder() { fs::remove_all(path); }
  fs::path file(const std::string& name, std::string_view bytes = "x") const {
    fs::create_directories((path / name).parent_path());
    std::ofstream(path / name) << bytes;
    return path / name;
  }
};

std::vector<std::string> names_of(const Walk& walk, const fs::path& root) {
  std::vector<std::string> names;
  for (const auto& file : walk.files) names.push_back(file.path.lexically_relative(root).string());
  return names;
}
Walk walk_of(std::vector<fs::path> paths) {
  return walk(paths);
}
}  // namespace

TEST_CASE("folders are unfolded by name, in the order of the paths given, each file once") {
  const Folder folder;
  folder.file("b/2.csv");
  folder.file("b/10.csv");
  const auto early = folder.file("z.csv");
  const auto found = walk_of({early, folder.path, folder.path / "b" / ".." / "z.csv"});
  CHECK(names_of(found, folder.path) == std::vector<std::string>{"z.csv", "b/10.csv", "b/2.csv"});
  CHECK(found.skipped.empty());
}

TEST_CASE("a link found in a folder is not followed, and said; a link given is") {
  const Folder evidence, elsewhere;
  const auto secret = elsewhere.file("secret.csv");
  fs::create_symlink(secret, evidence.path / "link.csv");
  fs::create_directory_symlink("/", evidence.path / "root");
  const auto found = walk_of({evidence.path});
  CHECK(found.files.empty());
  REQUIRE(found.skipped.size() == 2);
  CHECK_FALSE(found.skipped[0].junk);
  CHECK(found.skipped[0].why.english.find("link") != std::string::npos);
  CHECK(walk_of({evidence.path / "link.csv"}).files.size() == 1);
}

TEST_CASE("what desktops leave behind is left out, and said; other hidden files are read") {
  const Folder folder;
  folder.file(".DS_Store");
  folder.file("._export.csv");
  folder.file("__MACOSX/export.csv");
  folder.file(".forward");
  const auto found = walk_of({folder.path});
  CHECK(names_of(found, folder.path) == std::vector<std::string>{".forward"});
  REQUIRE(found.skipped.size() == 3);
  for (const auto& skipped : found.skipped) CHECK(skipped.junk);
}

TEST_CASE("what is missing and what is no file is said") {
  const Folder folder;
  REQUIRE(::mkfifo((folder.path / "pipe").c_str(), 0600) == 0);
  const auto found = walk_of({folder.path, folder.path / "nowhere"});
  CHECK(found.files.empty());
  CHECK(found.skipped.size() == 2);
}

TEST_CASE("a name to show has no control characters and is UTF-8") {
  CHECK(shown_name("a\x1b[2Jb\nc") == "a\uFFFD[2Jb\uFFFDc");
  CHECK(shown_name("journal d\xe9plac\xe9.csv") == "journal déplacé.csv");
  CHECK(shown_name("Règle d’absence.csv") == "Règle d’absence.csv");
  CHECK(shown_name("a\xc2\x9b"
                   "2J") == "a\uFFFD2J");
}

}  // namespace digue::evidence
