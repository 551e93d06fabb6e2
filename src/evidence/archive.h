// What a file holds: itself, or, when it is an archive, the files inside it, one after the other.
//
// zip, 7z, tar, and gzip, bzip2, xz and zstd around a tar or a single file; archives in archives
// down to max_archive_depth.  Recognised by content.  An office document (which is a zip too) is a
// file.  Nothing is ever written under a name that the archive chose: an inner file is handed over
// as bytes, in memory or in a temporary file without a name.
//
// Archives come from machines that the intruder held: every cap below is enforced while
// unfolding, on real bytes, whatever the archive claims.
#pragma once
#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "base/time.h"
#include "evidence/walk.h"

namespace digue::evidence {

inline constexpr std::size_t max_archive_depth = 4;  // archives around one file

struct ArchiveLimits {
  std::uint64_t total_bytes = std::uint64_t{64} << 30;  // unfolded from one outer file
  // Unfolded bytes for each byte of the outer file; not looked at before `ratio_allowance`.
  // Logs fold 20 to 200 times; a bomb 1,000 times and more.
  std::uint64_t ratio = 500;
  std::uint64_t ratio_allowance = std::uint64_t{512} << 20;
  std::uint64_t items = 100'000;  // of one outer file, all levels, folders too
  std::size_t name_bytes = 1024;
  std::filesystem::path temporary_folder = {};  // empty: temporary_folder() of evidence/spool.h
};

// One file to read.  Views are valid during the call of item() only.
struct Item {
  std::string_view name;  // to show: "export.csv", "outer.zip/folder/inner.csv"
  std::string_view bytes;
  // Tells the kernel that the pages before an offset will not be read again.
  std::function<void(std::size_t)> release_before;
  // When it was last written, as its archive says, else as the outer file says; unknown when none.
  Instant written = {};
};

// A part of the evidence that could not be read.
struct Unreadable {
  std::string name;
  std::uint64_t offset = 0;  // from where, in the unfolded file
  std::uint64_t bytes = 0;   // how many are lost, 0 when nobody knows
  Message reason;
};

// Called in the order of the archive.
class ItemVisitor {
 public:
  virtual ~ItemVisitor() = default;
  // An error stops everything and is what open_items() returns.
  virtual Outcome item(const Item& item) = 0;
  virtual void unreadable(const Unreadable& lost) = 0;
  virtual void skipped(const Skipped& skipped) = 0;
};

enum class Container : std::uint8_t { none, zip, seven_zip, tar, compressed };
// By the first bytes (512 are enough).
Container container_of(std::string_view bytes);

// Visits what the file holds.  Damage inside goes to unreadable(), and what comes before it, half
// a file too, is still visited.  Fails when the file cannot be opened, there is no room for
// temporary files, or the visitor says so.  Thread-safe on different visitors.
Outcome open_items(const FoundFile& file, ItemVisitor& visitor, const ArchiveLimits& limits = {});
// The same over bytes in memory.
Outcome open_items_of(const Item& outer, ItemVisitor& visitor, const ArchiveLimits& limits = {});

}  // namespace digue::evidence
