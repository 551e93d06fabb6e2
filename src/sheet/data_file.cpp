#include "sheet/data_file.h"

#include <algorithm>
#include <map>

#include "base/text.h"
#include "sheet/node_reader.h"
#include "sheet/sentences.h"
#include "sheet/tree.h"

namespace digue::sheet {
namespace {

class DataReader {
 public:
  DataReader(DataFile& data, NodeReader& nodes) : data_(data), nodes_(nodes) {}

  void read(const YamlNode& root) {
    if (root.kind != YamlNode::Kind::mapping)
      return nodes_.error<sentences::need_mapping>(Place{1, 1});
    for (const auto& [key, value] : root.members) {
      lines_.clear();
      for (const auto& item : value.items) read_id(item);
    }
    walk(root);
  }

 private:
  void read_id(const YamlNode& node) {
    const auto id = nodes_.id(node, "id");
    if (id.empty()) return;
    const auto place = place_of(node["id"]);
    const auto [seen, is_new] = lines_.emplace(id, place.line);
    if (!is_new) return nodes_.error<sentences::same_id_twice>(place, id, seen->second);
    data_.ids.push_back(id);
  }

  // As deep as base/yaml.h lets a file be.
  void walk(const YamlNode& node) {
    if (node.kind == YamlNode::Kind::mapping) carry(node);
    for (const auto& item : node.items) walk(item);
    for (const auto& [key, value] : node.members) walk(value);
  }

  static bool has_text(const YamlNode& node, std::string_view language) {
    return !trimmed(node[language].text).empty() ||
           std::any_of(node.members.begin(), node.members.end(), [&](const YamlMember& member) {
             return !trimmed(member.value[language].text).empty();
           });
  }

  void carry(const YamlNode& node) {
    const auto add = [&](const std::string& item, const YamlNode& at) {
      if (!item.empty())
        data_.carriers.push_back(
            {item, Bearer::data, {}, has_text(node, "fr"), has_text(node, "en"), place_of(at)});
    };
    add(nodes_.id(node, "item"), node["item"]);
    for (const auto& item : nodes_.list(node, "items")) add(nodes_.id_of(item), item);
  }

  DataFile& data_;
  NodeReader& nodes_;
  std::map<std::string, int> lines_;  // of the ids of one list
};

}  // namespace

DataReading read_data(std::string_view bytes, std::string_view name, const std::string& file) {
  DataReading out;
  out.data.name = name;
  out.data.file = file;
  out.data.bytes = bytes;
  const auto root = read_tree(bytes, file);
  if (!root) {
    out.problems.push_back(root.error());
    return out;
  }
  NodeReader nodes(file);
  DataReader(out.data, nodes).read(*root);
  out.problems = nodes.take_problems();
  return out;
}

}  // namespace digue::sheet
