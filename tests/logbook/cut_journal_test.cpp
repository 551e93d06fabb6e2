// The write-ahead log is cut, or blanked, at any place: what was synced then is gone from the file.
// It cannot be brought back; the next start must say so, and how much is missing.
#include <fstream>

#include "base/file.h"
#include "scene.h"

namespace digue::faults {

namespace {

constexpr std::uint64_t entries = 13;  // the machine's key, and twelve lines

// A logbook that was never closed: the file and its journal as a killed process leaves them.
struct Image {
  Folder folder;
  std::string file, journal, checkpoint;

  Image() {
    auto book = logbook::Logbook::create(folder.file(), "inc", folder.settings(""));
    REQUIRE(book);
    for (int i = 0; i < 12; ++i) REQUIRE(book->append(line("line " + std::to_string(i))));
    checkpoint = book->checkpoint();
    file = *DiskFiles().read(folder.file());
    journal = *DiskFiles().read(folder.file().string() + "-wal");
  }

  // Puts the file back with that journal, and nothing else beside it.
  void put(const std::string& cut) {
    std::filesystem::remove(folder.file().string() + "-shm");
    std::ofstream(folder.file(), std::ios::binary) << file;
    std::ofstream(folder.file().string() + "-wal", std::ios::binary) << cut;
  }
};

// How many entries are left, after the start said what it had to.
std::uint64_t left_after(Image& image, const std::string& cut) {
  image.put(cut);
  auto book = logbook::Logbook::open(image.folder.file(), image.folder.settings(""));
  if (!book) {
    // Not even the tables are left; the message says that it is no incident.
    CHECK(book.error().kind == Error::Kind::bad_input);
    return 0;
  }
  const auto left = book->opening().entries;
  if (left == entries) {
    CHECK(book->opening().problems.empty());
    return left;
  }
  REQUIRE_FALSE(book->opening().problems.empty());
  CHECK(book->opening().problems.back().english.find(std::to_string(entries) + " entries") !=
        std::string::npos);
  CHECK(book->append(line("more")).error().kind == Error::Kind::refused);
  const auto verdict = logbook::verify(image.folder.file(), {.checkpoints = {image.checkpoint}});
  REQUIRE(verdict);
  CHECK_FALSE(verdict->intact());
  return left;
}

}  // namespace

TEST_CASE("cut anywhere, what is left is whole and what is missing is told") {
  Image image;
  CHECK(left_after(image, image.journal) == entries);
  const std::size_t count = static_cast<std::size_t>(runs(150));
  const std::size_t stride = std::max<std::size_t>(1, image.journal.size() / count);
  std::uint64_t last = 0;
  for (std::size_t size = 0; size < image.journal.size(); size += stride) {
    CAPTURE(size);
    const auto left = left_after(image, image.journal.substr(0, size));
    CHECK(left >= last);
    CHECK(left < entries);
    last = left;
  }
  CHECK(last > 0);
}

TEST_CASE("blanked anywhere, it is never taken for whole") {
  Image image;
  const int count = runs(60);
  for (int run = 0; run < count; ++run) {
    std::string blanked = image.journal;
    const auto at = static_cast<std::size_t>(run) * 7919 % (blanked.size() - 64);
    CAPTURE(at);
    blanked.replace(at, 64, std::string(64, '\0'));
    if (blanked == image.journal) continue;
    CHECK(left_after(image, blanked) < entries);
  }
}

}  // namespace digue::faults
