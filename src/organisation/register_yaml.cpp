#include "organisation/register_yaml.h"

#include "base/sentences.h"
#include "organisation/register_row.h"
#include "organisation/sentences.h"

namespace digue::organisation {

static Result<std::vector<std::string>> values_of(const YamlNode& node, const std::string& file) {
  if (node.is_text()) return std::vector<std::string>{node.text};
  std::vector<std::string> out;
  for (const auto& item : node.items) {
    if (!item.is_text())
      return digue::fail(yaml_error(file, item, tell<digue::sentences::a_text>()));
    out.push_back(item.text);
  }
  if (node.kind == YamlNode::Kind::mapping)
    return digue::fail(yaml_error(file, node, tell<digue::sentences::a_text>()));
  return out;
}

static Outcome read_entry(const YamlNode& node, RegisterKind kind, const std::string& file,
                          Register& into, RegisterNotes& notes) {
  if (node.kind != YamlNode::Kind::mapping)
    return digue::fail(yaml_error(file, node, tell<digue::sentences::a_mapping>()));
  DIGUE_CHECK(check_known_keys(node, fields_of(kind), file));
  RegisterRow row{tell<sentences::at_place>(file, node.line, node.column), {}};
  for (const auto& [key, value] : node.members) {
    DIGUE_TRY(row.fields[key.text], values_of(value, file));
  }
  add_row(row, kind, into, notes);
  return {};
}

static Outcome read_entries(const YamlNode& list, RegisterKind kind, const std::string& file,
                            Register& into, RegisterNotes& notes) {
  if (list.present() && list.kind != YamlNode::Kind::list)
    return digue::fail(yaml_error(file, list, tell<digue::sentences::a_list>()));
  for (const auto& node : list.items) DIGUE_CHECK(read_entry(node, kind, file, into, notes));
  return {};
}

Outcome read_register(const YamlNode& root, const std::string& file, Register& into,
                      RegisterNotes& notes) {
  DIGUE_CHECK(read_entries(root["activities"], RegisterKind::activities, file, into, notes));
  DIGUE_CHECK(read_entries(root["systems"], RegisterKind::systems, file, into, notes));
  return read_entries(root["interconnections"], RegisterKind::interconnections, file, into, notes);
}

}  // namespace digue::organisation
