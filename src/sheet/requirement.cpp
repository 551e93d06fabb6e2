#include "sheet/requirement.h"

#include <set>

#include "base/text.h"
#include "sheet/sentences.h"

namespace digue::sheet {

static constexpr std::string_view header = "id\tsource\tkind\tpriority\titem\tproduct";

static Result<Requirement> read_row(std::string_view row, const std::string& name, int line) {
  const auto cells = split(row, '\t');
  if (cells.size() != 6)
    return fail<sentences::bad_row>(Error::Kind::bad_input, name, line, cells.size());
  const auto cell = [&](std::size_t i) { return std::string(cells[i]); };
  return Requirement{cell(0), cell(1), cell(2), cell(3), cell(4), cell(5)};
}

Result<std::vector<Requirement>> read_requirements(std::string_view bytes,
                                                   const std::string& name) {
  std::vector<Requirement> out;
  std::set<std::string> seen;
  int line = 0;
  for (auto row : split(bytes, '\n')) {
    ++line;
    if (row.ends_with('\r')) row.remove_suffix(1);
    if (line == 1) {
      if (row != header) return fail<sentences::bad_header>(Error::Kind::bad_input, name);
      continue;
    }
    if (row.empty()) continue;
    if (out.size() == max_requirements)
      return fail<sentences::too_many_rows>(Error::Kind::bad_input, name, max_requirements);
    DIGUE_TRY(auto requirement, read_row(row, name, line));
    if (!seen.insert(requirement.id).second)
      return fail<sentences::duplicate_row>(Error::Kind::bad_input, name, line, requirement.id);
    out.push_back(std::move(requirement));
  }
  return out;
}

}  // namespace digue::sheet
