#include "sheet/reading.h"

#include <algorithm>
#include <map>

#include "base/text.h"
#include "sheet/check.h"
#include "sheet/sentences.h"
#include "sheet/sheet_reader.h"
#include "sheet/tree.h"

namespace digue::sheet {

Result<YamlNode> read_tree(std::string_view bytes, const std::string& file) {
  if (!is_utf8(bytes))
    return fail<sentences::at_place>(Error::Kind::bad_input, file, 1, 1,
                                     tell<sentences::not_utf8>());
  return read_yaml(bytes, file);
}

Problem unreadable(const Error& error, const std::string& file) {
  return {Problem::Level::error, file, {}, error.message};
}

Reading read_sheet(std::string_view bytes, const std::string& file) {
  Reading out;
  const auto root = read_tree(bytes, file);
  if (!root) {
    out.problems.push_back(unreadable(root.error(), file));
    return out;
  }
  SheetReader reader(file);
  reader.read(*root);
  check_inward(reader);
  out.sheet = std::move(reader.sheet());
  out.problems = reader.nodes().take_problems();
  sort_problems(out.problems);
  return out;
}

Result<Sheet> load_sheet(std::string_view bytes, const std::string& file) {
  auto reading = read_sheet(bytes, file);
  for (const auto& problem : reading.problems)
    if (problem.level == Problem::Level::error)
      return digue::fail(Error{Error::Kind::bad_input, told(problem)});
  return std::move(reading.sheet);
}

LaterReading read_later(std::string_view bytes, const std::string& file) {
  LaterReading out;
  const auto root = read_tree(bytes, file);
  if (!root) {
    out.problems.push_back(unreadable(root.error(), file));
    return out;
  }
  SheetReader reader(file);
  if (reader.nodes().mapping(*root, {"later"})) out.later = reader.read_later(*root);
  out.problems = reader.nodes().take_problems();
  sort_problems(out.problems);
  return out;
}

}  // namespace digue::sheet
