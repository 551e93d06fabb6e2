// What the tests of this room share.
#pragma once
#include <doctest/doctest.h>

#include <string>

#include "cacao/json_tree.h"
#include "sheet/embedded.h"
#include "sheet/library.h"
#include "sheet/testing.h"
#include "sheet/tree.h"

namespace digue::cacao {

inline const sheet::Library& library() {
  static const auto built_in = sheet::built_in_library();
  REQUIRE(built_in.has_value());
  return *built_in;
}

inline std::string bytes_of(const sheet::Sheet& sheet) {
  for (const auto& file : sheet::embedded_files())
    if (file.name == sheet.file) return std::string(file.bytes);
  return {};
}

inline YamlNode tree_of(const sheet::Sheet& sheet) {
  auto tree = sheet::read_tree(bytes_of(sheet), sheet.file);
  REQUIRE(tree.has_value());
  return std::move(*tree);
}

}  // namespace digue::cacao
