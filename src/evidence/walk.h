// Which files were given: the paths of the command line, folders unfolded, in one order that does
// not depend on the disk.
//
// Nothing is opened but folders.  A link named by the person is followed; a link found in a folder
// is not, so that evidence cannot lead out of itself.  Thread-safe.
#pragma once
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/sentence.h"

namespace digue::evidence {

inline constexpr std::size_t max_files = 1'000'000;
inline constexpr std::size_t max_folder_depth = 64;

struct FoundFile {
  std::filesystem::path path;
  std::string name;  // the path as text to show: UTF-8, no control characters
};

// Left out, and why.
struct Skipped {
  std::string name;
  Message why;
  bool junk = false;  // of no interest: nothing of the evidence is missing
};

struct Walk {
  std::vector<FoundFile> files;  // in the order of the paths given; in a folder, by name as bytes
  std::vector<Skipped> skipped;
};

// A file reached twice (given twice, or given and inside a given folder) is there once.
Walk walk(std::span<const std::filesystem::path> paths);

// What desktops leave behind: .DS_Store, Thumbs.db, desktop.ini, ._name, ~$name, __MACOSX...
// `name` is one path component.
bool is_junk(std::string_view name);

// UTF-8 without control characters, out of the bytes of a name.
std::string shown_name(std::string_view bytes);

}  // namespace digue::evidence
