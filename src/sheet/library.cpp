#include "sheet/library.h"

#include <algorithm>
#include <set>

#include "sheet/embedded.h"
#include "sheet/lint.h"
#include "sheet/sentences.h"

namespace digue::sheet {

const Sheet* Library::find(std::string_view id) const {
  const auto found = std::find_if(sheets.begin(), sheets.end(),
                                  [&](const Sheet& sheet) { return sheet.id == id; });
  return found == sheets.end() ? nullptr : &*found;
}

const DataFile* Library::data_file(std::string_view name) const {
  const auto found = std::find_if(data.begin(), data.end(),
                                  [&](const DataFile& file) { return file.name == name; });
  return found == data.end() ? nullptr : &*found;
}

static Result<Library> without_error(Linted linted) {
  for (const auto& problem : linted.problems)
    if (problem.level == Problem::Level::error)
      return digue::fail(Error{Error::Kind::bad_input, told(problem)});
  return std::move(linted.library);
}

Result<Library> built_in_library() {
  return without_error(lint(built_in_files()));
}

Result<Library> library_from(Files& files, const std::filesystem::path& folder) {
  DIGUE_TRY(const auto found, files_of(files, folder));
  return without_error(lint(found));
}

}  // namespace digue::sheet
