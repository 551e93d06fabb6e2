#include "sheet/reading.h"

#include <algorithm>
#include <map>

#include "base/hash.h"
#include "base/text.h"
#include "sheet/check.h"
#include "sheet/sentences.h"
#include "sheet/sheet_reader.h"
#include "sheet/tree.h"

namespace digue::sheet {

// The line of the first byte that is no UTF-8, from 1.
static int broken_line(std::string_view bytes) {
  int line = 1;
  for (const auto text : split(bytes, '\n')) {
    if (!is_utf8(text)) break;
    ++line;
  }
  return line;
}

tl::expected<YamlNode, Problem> read_tree(std::string_view bytes, const std::string& file) {
  const auto refuse = [&](Place place, Message message) {
    return tl::unexpected(Problem{Problem::Level::error, file, place, std::move(message)});
  };
  // The size comes first: nothing is looked for in a file that is too big.
  if (bytes.size() <= max_yaml_bytes && !is_utf8(bytes))
    return refuse({broken_line(bytes), 1}, tell<sentences::not_utf8>());
  auto tree = parse_yaml(bytes);
  if (tree) return std::move(*tree);
  return refuse({tree.error().line, tree.error().column}, tree.error().what);
}

Reading read_sheet(std::string_view bytes, const std::string& file) {
  Reading out;
  const auto root = read_tree(bytes, file);
  if (!root) {
    out.problems.push_back(root.error());
    return out;
  }
  SheetReader reader(file);
  reader.read(*root);
  check_inward(reader.sheet(), reader.references(), reader.nodes());
  out.sheet = std::move(reader.sheet());
  out.sheet.sha256 = to_hex(sha256(bytes));
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
    out.problems.push_back(root.error());
    return out;
  }
  SheetReader reader(file);
  if (reader.nodes().mapping(*root, {"later"})) out.later = reader.read_later(*root);
  out.problems = reader.nodes().take_problems();
  sort_problems(out.problems);
  return out;
}

}  // namespace digue::sheet
