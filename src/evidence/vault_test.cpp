#include "evidence/vault.h"

#include <doctest/doctest.h>

#include <cstdlib>
#include <fstream>

#include "base/file.h"
#include "base/hash.h"

namespace digue::evidence {

namespace fs = std::filesystem;

namespace {
struct Folder {
  fs::path path;
  Folder() {
    std::string name = (fs::temp_directory_path() / "vault-XXXXXX").string();
    path = ::mkdtemp(name.data());
  }
  ~Folder() { fs::remove_all(path); }
  fs::path file(const std::string& name, std::string_view bytes) const {
    std::ofstream(path / name) << bytes;
    return path / name;
  }
};
std::string bytes_of(const fs::path& path) {
  DiskFiles files;
  return files.read(path).value();
}
std::size_t files_in(const fs::path& folder) {
  std::size_t count = 0;
  for (const auto& entry : fs::recursive_directory_iterator(folder))
    count += entry.is_regular_file() ? 1 : 0;
  return count;
}
}  // namespace

TEST_CASE("a file taken in stands under its hash, read-only, and its source is untouched") {
  const Folder folder;
  const std::string content(3 << 20, 'x');
  const auto source = folder.file("export.csv", content);
  const auto vault = Vault::of_incident(folder.path / "i.digue");
  const auto stored = vault.add(source);
  REQUIRE(stored);
  CHECK(stored->sha256 == to_hex(sha256(content)));
  CHECK(stored->bytes == content.size());
  CHECK_FALSE(stored->was_there);
  CHECK_FALSE(stored->changed_meanwhile);
  const auto place = vault.path_of(stored->sha256);
  CHECK(place.string().starts_with((folder.path / "i.digue.evidence").string()));
  CHECK(bytes_of(place) == content);
  CHECK((fs::status(place).permissions() & fs::perms::owner_write) == fs::perms::none);
  CHECK(bytes_of(source) == content);
}

TEST_CASE("the same bytes are kept once, and nothing is left of the second copy") {
  const Folder folder;
  const Vault vault(folder.path / "v");
  REQUIRE(vault.add(folder.file("a.csv", "same")));
  const auto again = vault.add(folder.file("b.csv", "same"));
  REQUIRE(again);
  CHECK(again->was_there);
  CHECK(files_in(vault.folder()) == 1);
}

TEST_CASE("an object that was altered is found, and mended by taking the file in again") {
  const Folder folder;
  const Vault vault(folder.path / "v");
  const auto source = folder.file("a.csv", "true");
  const auto stored = vault.add(source).value();
  const auto place = vault.path_of(stored.sha256);
  fs::permissions(place, fs::perms::owner_all);
  std::ofstream(place) << "false";
  CHECK(vault.verify({stored.sha256}).value()[0].soundness == Soundness::altered);
  const auto again = vault.add(source);
  REQUIRE(again);
  CHECK_FALSE(again->was_there);
  CHECK(vault.verify({stored.sha256}).value()[0].soundness == Soundness::sound);
}

TEST_CASE("verifying tells sound, missing and not logged apart, in order of hash") {
  const Folder folder;
  const Vault vault(folder.path / "v");
  const auto sound = vault.add(folder.file("a", "a")).value().sha256;
  const auto stray = vault.add(folder.file("b", "b")).value().sha256;
  const auto gone = std::string(64, '0');
  const auto checks = vault.verify({sound, gone}).value();
  REQUIRE(checks.size() == 3);
  for (const auto& check : checks) {
    if (check.sha256 == sound) CHECK(check.soundness == Soundness::sound);
    if (check.sha256 == stray) CHECK(check.soundness == Soundness::not_logged);
    if (check.sha256 == gone) CHECK(check.soundness == Soundness::missing);
  }
  CHECK(checks[0].sha256 == gone);
  CHECK(Vault(folder.path / "nowhere").verify({}).value().empty());
}

TEST_CASE(
    "what is missing, a folder and a place that cannot be written are errors, each with a name") {
  const Folder folder;
  const Vault vault(folder.path / "v");
  CHECK(vault.add(folder.path / "nothing").error().kind == Error::Kind::not_found);
  CHECK(vault.add(folder.path).error().kind == Error::Kind::bad_input);
  const Vault unwritable("/proc/digue");
  const auto outcome = unwritable.add(folder.file("a", "a"));
  REQUIRE_FALSE(outcome);
  CHECK(outcome.error().message.french.find("/proc/digue") != std::string::npos);
}

TEST_CASE("a copy that comes in pieces is whole, or leaves nothing") {
  const Folder folder;
  const Vault vault(folder.path / "v");
  {
    auto copy = vault.intake();
    REQUIRE(copy);
    REQUIRE(copy->add("half of it"));
  }
  CHECK(files_in(vault.folder()) == 0);
  for (const bool again : {false, true}) {
    auto copy = vault.intake();
    REQUIRE(copy);
    for (const auto* piece : {"in ", "three ", "pieces"}) REQUIRE(copy->add(piece));
    const auto stored = copy->settle();
    REQUIRE(stored);
    CHECK(stored->sha256 == to_hex(sha256("in three pieces")));
    CHECK(stored->bytes == 15);
    CHECK(stored->was_there == again);
    CHECK(bytes_of(vault.path_of(stored->sha256)) == "in three pieces");
  }
  CHECK(files_in(vault.folder()) == 1);
}

TEST_CASE("an object of another vault is taken whole, or not at all") {
  const Folder folder;
  const Vault theirs(folder.path / "theirs"), ours(folder.path / "ours");
  const auto stored = theirs.add(folder.file("a.csv", "one"));
  REQUIRE(stored);
  REQUIRE(ours.take(theirs, stored->sha256));
  CHECK(bytes_of(ours.path_of(stored->sha256)) == "one");
  CHECK(ours.take(theirs, to_hex(sha256("two"))).error().kind == Error::Kind::not_found);
  // A name that leads elsewhere is no hash.
  CHECK(ours.take(theirs, "../../etc/passwd").error().kind == Error::Kind::not_found);

  const auto place = theirs.path_of(stored->sha256);
  fs::permissions(place, fs::perms::owner_all);
  std::ofstream(place) << "changed";
  const Vault fresh(folder.path / "fresh");
  CHECK(fresh.take(theirs, stored->sha256).error().kind == Error::Kind::refused);
  CHECK_FALSE(fs::exists(fresh.folder()));
}

}  // namespace digue::evidence
