// The names of values.  <Data Name="X"> is X, another element is its own name; an attribute is
// Element.Attribute, an element within an element of the data is Outer.Inner.
#include <algorithm>
#include <map>

#include "read/evtx/template.h"

namespace digue::read::evtx {

namespace {

struct Known {
  std::string_view element, attribute;
  Section section;
};
constexpr std::array<Known, 6> known_fields = {{
    {"Provider", "Name", Section::provider},
    {"EventID", "", Section::event_id},
    {"TimeCreated", "SystemTime", Section::time},
    {"EventRecordID", "", Section::record_id},
    {"Channel", "", Section::channel},
    {"Computer", "", Section::computer},
}};

std::string joined(std::string_view path, std::string_view name) {
  return path.empty() ? std::string(name) : std::string(path) + "." + std::string(name);
}

class Namer {
 public:
  explicit Namer(const Tree& tree) : tree_(tree) {}

  std::vector<Field> fields() {
    for (const auto root : tree_.roots) {
      const Node& node = tree_.nodes[root];
      if (name(node) == "Event")
        event(node);
      else
        source_of_data(node, "");
    }
    return std::move(fields_);
  }

 private:
  std::string_view name(const Node& node) const { return tree_.text(node); }

  template <class Visit>
  void each_child(const Node& node, Visit visit) const {
    for (auto at = node.first_child; at != no_node; at = tree_.nodes[at].next)
      visit(tree_.nodes[at]);
  }

  bool has_elements(const Node& node) const {
    bool any = false;
    each_child(node, [&](const Node& child) { any |= child.kind == Node::Kind::element; });
    return any;
  }

  std::vector<Part> parts(const Node& node) const {
    std::vector<Part> parts;
    each_child(node, [&](const Node& child) {
      if (child.kind == Node::Kind::text) parts.push_back({.text = std::string(tree_.text(child))});
      if (child.kind == Node::Kind::slot)
        parts.push_back({.slot = child.slot, .optional = child.optional, .text = {}});
    });
    return parts;
  }

  void add(Section section, std::string name, std::vector<Part> parts) {
    const auto known = index_.find({section, name});
    if (known != index_.end() && section != Section::members) {
      fields_[known->second].values.push_back(std::move(parts));
      return;
    }
    index_[{section, name}] = fields_.size();
    fields_.push_back({section, std::move(name), {}});
    fields_.back().values.push_back(std::move(parts));
  }

  void event(const Node& event) {
    each_child(event, [&](const Node& child) {
      if (child.kind == Node::Kind::slot)
        add(Section::members, "Event", {{.slot = child.slot, .optional = true, .text = {}}});
      if (child.kind == Node::Kind::text)
        add(Section::data, "Event", {{.text = std::string(tree_.text(child))}});
      if (child.kind == Node::Kind::element) part_of_event(child);
    });
  }

  void part_of_event(const Node& part) {
    if (name(part) == "System") return each_child(part, [&](const Node& child) { system(child); });
    const bool plain = name(part) == "EventData" || name(part) == "UserData";
    source_of_data(part, plain ? std::string_view() : name(part));
  }

  // EventData, UserData, or another element that holds what the event tells.
  void source_of_data(const Node& source, std::string_view path) {
    if (source.first_child == no_node) return;
    if (!has_elements(source)) return element(source, std::string(name(source)));
    attributes(source, std::string(name(source)), true);
    each_child(source, [&](const Node& child) {
      if (child.kind == Node::Kind::slot || child.kind == Node::Kind::text) loose(source, child);
      if (child.kind != Node::Kind::element) return;
      // UserData holds one element that wraps the values; its name tells nothing more.
      const bool wraps = name(source) == "UserData" && has_elements(child);
      if (wraps) return source_of_data(child, path);
      element(child, key(child, path));
    });
  }

  void loose(const Node& source, const Node& child) {
    Part part{.text = std::string(tree_.text(child))};
    if (child.kind == Node::Kind::slot) part = {.slot = child.slot, .optional = true, .text = {}};
    add(Section::data, std::string(name(source)), {std::move(part)});
  }

  // The text of the attribute Name, when it has one and it is constant.
  std::string attribute_name(const Node& element) const {
    std::string found;
    each_child(element, [&](const Node& child) {
      if (child.kind != Node::Kind::attribute || name(child) != "Name") return;
      const auto text = parts(child);
      if (text.size() == 1 && text[0].slot == Part::no_slot) found = text[0].text;
    });
    return found;
  }

  std::string key(const Node& element, std::string_view path) const {
    auto named = attribute_name(element);
    return joined(path, named.empty() ? name(element) : std::string_view(named));
  }

  // With the attribute Name too when it is not what the element goes by.
  void attributes(const Node& element, const std::string& key, bool name_too) {
    each_child(element, [&](const Node& child) {
      if (child.kind != Node::Kind::attribute || name(child).starts_with("xmlns")) return;
      const bool is_key = name(child) == "Name" && !attribute_name(element).empty();
      if (name_too || !is_key) add(Section::data, joined(key, name(child)), parts(child));
    });
  }

  void element(const Node& node, const std::string& key) {
    attributes(node, key, false);
    if (!has_elements(node)) {
      auto content = parts(node);
      const bool only_attributes =
          content.empty() && node.first_child != no_node && attribute_name(node).empty();
      if (!only_attributes) add(Section::data, key, std::move(content));
      return;
    }
    each_child(node, [&](const Node& child) {
      if (child.kind == Node::Kind::element) element(child, this->key(child, key));
      if (child.kind == Node::Kind::slot || child.kind == Node::Kind::text) loose(node, child);
    });
  }

  void system(const Node& node) {
    if (node.kind != Node::Kind::element) return;
    each_child(node, [&](const Node& child) {
      if (child.kind != Node::Kind::attribute || name(child).starts_with("xmlns")) return;
      const auto section = section_of(name(node), name(child));
      add(section, joined(name(node), name(child)), parts(child));
    });
    if (auto content = parts(node); !content.empty())
      add(section_of(name(node), ""), std::string(name(node)), std::move(content));
    each_child(node, [&](const Node& child) {
      if (child.kind == Node::Kind::element)
        add(Section::system, joined(name(node), name(child)), parts(child));
    });
  }

  static Section section_of(std::string_view element, std::string_view attribute) {
    const auto* found =
        std::find_if(known_fields.begin(), known_fields.end(), [&](const Known& known) {
          return known.element == element && known.attribute == attribute;
        });
    return found == known_fields.end() ? Section::system : found->section;
  }

  const Tree& tree_;
  std::vector<Field> fields_;
  std::map<std::pair<Section, std::string>, std::size_t> index_;
};

}  // namespace

std::vector<Field> fields_of(const Tree& tree) {
  return Namer(tree).fields();
}

}  // namespace digue::read::evtx
