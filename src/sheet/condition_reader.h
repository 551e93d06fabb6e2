// Reads a condition (docs/sheets.md, "Rules"), wherever a file of ours holds one: a sheet, the
// table of severity.  What it names is noted in `references`, for who knows what there is to name.
// Problems go to the NodeReader; a condition with one holds never or always, and is not to be used.
// Not thread-safe; keeps references to both arguments.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "base/yaml.h"
#include "sheet/node_reader.h"
#include "sheet/reference.h"
#include "sheet/rule.h"

namespace digue::sheet {

class ConditionReader {
 public:
  ConditionReader(NodeReader& nodes, std::vector<Reference>& references)
      : nodes_(nodes), references_(references) {}

  Condition read(const YamlNode& node);

 private:
  Condition read_parts(const YamlNode& node, Condition::Kind kind);
  Condition read_question(const YamlNode& node, std::string_view key, Condition::Kind kind);
  std::vector<std::string> read_values(const YamlNode& mapping, Condition::Kind kind);

  NodeReader& nodes_;
  std::vector<Reference>& references_;
};

}  // namespace digue::sheet
