// Lists in JSON: events of MISP (as exported, or as its API answers), bundles of STIX 2.1, and
// plain arrays of texts.
#include <simdjson.h>

#include "hunt/list_json.h"
#include "hunt/sentences.h"
#include "hunt/stix_pattern.h"

namespace digue::hunt {

namespace {

using simdjson::dom::array;
using simdjson::dom::element;
using simdjson::dom::object;

constexpr int max_depth = 64;

std::string_view text_of(const object& from, std::string_view name) {
  std::string_view text;
  return from[name].get(text) == simdjson::SUCCESS ? text : std::string_view();
}

bool is(const object& from, std::string_view name, bool wanted) {
  bool value = false;
  return from[name].get(value) == simdjson::SUCCESS && value == wanted;
}

class JsonReader {
 public:
  explicit JsonReader(List& list) : list_(list) {}

  // Whether there was anything of a kind that we know.
  bool read(element root) {
    walk(root, 0);
    return known_;
  }

 private:
  void walk(element at, int depth) {
    if (depth > max_depth) return;
    array list;
    object members;
    if (at.get(list) == simdjson::SUCCESS)
      for (const element each : list) walk_item(each, depth);
    else if (at.get(members) == simdjson::SUCCESS)
      walk_object(members, depth);
  }

  // Texts are indicators only in an array that is all there is.
  void walk_item(element item, int depth) {
    std::string_view text;
    if (depth != 0 || item.get(text) != simdjson::SUCCESS) return walk(item, depth + 1);
    known_ = true;
    take_untyped(text, 0, list_);
  }

  void walk_object(const object& members, int depth) {
    if (text_of(members, "type") == "indicator" && !text_of(members, "pattern").empty())
      return stix_indicator(members);
    for (const auto [key, value] : members) {
      array list;
      if (key == "Attribute" && value.get(list) == simdjson::SUCCESS)
        misp_attributes(list);
      else if (key != "RelatedEvent" && key != "Tag" && key != "Galaxy")
        walk(value, depth + 1);
    }
  }

  void misp_attributes(const array& attributes) {
    known_ = true;
    for (const element each : attributes) {
      object attribute;
      if (each.get(attribute) != simdjson::SUCCESS) continue;
      const auto value = text_of(attribute, "value");
      if (is(attribute, "deleted", true)) continue;
      if (is(attribute, "to_ids", false))
        list_.refuse(0, value, tell<sentences::misp_not_to_detect>());
      else
        take_typed(text_of(attribute, "type"), value, 0, list_);
    }
  }

  void stix_indicator(const object& members) {
    known_ = true;
    const auto pattern = text_of(members, "pattern");
    const auto language = text_of(members, "pattern_type");
    if (is(members, "revoked", true))
      return list_.refuse(0, pattern, tell<sentences::stix_revoked>());
    if (!language.empty() && language != "stix")
      return list_.refuse(0, pattern, tell<sentences::stix_other_pattern>(language));
    const auto values = read_stix_pattern(pattern);
    if (!values) return list_.refuse(0, pattern, tell<sentences::stix_not_simple>());
    for (const auto& [path, value] : *values) {
      const auto type = type_of_path(path);
      if (type.empty())
        list_.refuse(0, value, tell<sentences::unknown_type>(path));
      else
        take_typed(type, value, 0, list_);
    }
  }

  List& list_;
  bool known_ = false;
};

}  // namespace

bool read_json_list(std::string_view bytes, List& list) {
  simdjson::dom::parser parser;
  element root;
  if (parser.parse(bytes.data(), bytes.size()).get(root) != simdjson::SUCCESS) return false;
  if (!JsonReader(list).read(root)) list.refuse(0, bytes, tell<sentences::json_unknown>());
  return true;
}

}  // namespace digue::hunt
