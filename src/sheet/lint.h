// Reads a set of sheets, with every problem that it has, rather than the first.
#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "base/file.h"
#include "base/result.h"
#include "sheet/library.h"
#include "sheet/problem.h"

namespace digue::sheet {

inline constexpr std::size_t max_sheets = 100;

// requirements.tsv, later.yaml and the sheets themselves.
struct SheetFile {
  std::string name;  // as messages call it
  std::string bytes;
  std::uint64_t too_big = 0;  // its size, when that is over max_yaml_bytes: it was not read
};

struct Linted {
  Library library;                // of what could be read
  std::vector<Problem> problems;  // by file and line
};

// `beside` are ids of sheets that may be linked to without being among the files.
Linted lint(const std::vector<SheetFile>& files, const std::vector<std::string>& beside = {});

std::vector<SheetFile> built_in_files();
// The ids of the sheets of the program, and of those in the folders of these files: by their names.
std::vector<std::string> sheets_beside(const std::vector<std::filesystem::path>& paths);
// The *.yaml and requirements.tsv of a folder, by name.  A folder without requirements.tsv is
// checked against those of the program.
Result<std::vector<SheetFile>> files_of(Files& files, const std::filesystem::path& folder);

// These files, with the requirements, the contacts and the clocks of the program unless they are
// among them.
Result<std::vector<SheetFile>> files_at(Files& files,
                                        const std::vector<std::filesystem::path>& paths);

}  // namespace digue::sheet
