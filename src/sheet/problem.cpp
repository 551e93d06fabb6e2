#include "sheet/problem.h"

#include <algorithm>
#include <tuple>

#include "sheet/sentences.h"

namespace digue::sheet {

Message told(const Problem& problem) {
  if (problem.place.line == 0) return problem.message;
  return tell<sentences::at_place>(problem.file, problem.place.line, problem.place.column,
                                   problem.message);
}

const Problem* first_error(const std::vector<Problem>& problems) {
  const auto found = std::find_if(problems.begin(), problems.end(), [](const Problem& problem) {
    return problem.level == Problem::Level::error;
  });
  return found == problems.end() ? nullptr : &*found;
}

bool has_error(const std::vector<Problem>& problems) {
  return first_error(problems) != nullptr;
}

void sort_problems(std::vector<Problem>& problems) {
  std::sort(problems.begin(), problems.end(), [](const Problem& a, const Problem& b) {
    return std::tie(a.file, a.place.line, a.place.column, a.level, a.message.english) <
           std::tie(b.file, b.place.line, b.place.column, b.level, b.message.english);
  });
}

}  // namespace digue::sheet
