#include "read/evtx/template.h"

#include <algorithm>
#include <utility>

#include "read/evtx/text_writer.h"

namespace digue::read::evtx {

namespace {

using Kind = Instruction::Kind;

std::string escaped(Escape escape, std::string_view text) {
  Buffer buffer;
  write_utf8(buffer, escape, text);
  return std::string(buffer.text());
}

// Builds a program: constant text gathers until a value needs a place.
class Builder {
 public:
  void add(std::string_view text) { pending_ += text; }
  // What follows is a member: a comma, unless it may turn out to be the first of its object.
  void begin_member(bool may_be_first) {
    if (may_be_first) flush();
    may_be_first_ |= may_be_first;
    pending_ += ',';
  }
  // A value, after the text that gathered.
  void value(Kind kind, std::uint32_t slot, std::string_view close = {}) {
    Instruction instruction;
    instruction.kind = kind;
    instruction.slot = static_cast<std::uint16_t>(slot);
    instruction.may_be_first = std::exchange(may_be_first_, false);
    instruction.text = keep(pending_, instruction.text_bytes);
    instruction.close = keep(close, instruction.close_bytes);
    program_.instructions.push_back(instruction);
    pending_.clear();
  }
  // The text that gathered is written whatever becomes of the value that follows.
  void flush() {
    if (!pending_.empty()) value(Kind::text, 0);
  }

  Program finish() {
    flush();
    program_.texts.append(Buffer::slack, '\0');
    return std::move(program_);
  }

 private:
  std::uint32_t keep(std::string_view text, std::uint32_t& size) {
    const auto at = static_cast<std::uint32_t>(program_.texts.size());
    program_.texts += text;
    size = static_cast<std::uint32_t>(text.size());
    return at;
  }

  Program program_;
  std::string pending_;
  bool may_be_first_ = false;
};

bool is_slot(const Part& part) {
  return part.slot != Part::no_slot;
}
bool is_one_slot(const std::vector<Part>& parts) {
  return parts.size() == 1 && is_slot(parts[0]);
}

// ---- JSON

void add_json_value(Builder& out, const std::vector<Part>& parts, bool of_data = false) {
  if (is_one_slot(parts)) return out.value(of_data ? Kind::json : Kind::json_system, parts[0].slot);
  out.add("\"");
  for (const Part& part : parts) {
    if (is_slot(part))
      out.value(Kind::json_inside, part.slot);
    else
      out.add(escaped(Escape::json, part.text));
  }
  out.add("\"");
}

void add_json_values(Builder& out, const Field& field) {
  const bool of_data = field.section == Section::data;
  if (field.values.size() == 1) return add_json_value(out, field.values[0], of_data);
  out.add("[");
  for (std::size_t i = 0; i < field.values.size(); ++i) {
    if (i != 0) out.add(",");
    add_json_value(out, field.values[i], of_data);
  }
  out.add("]");
}

std::string json_key(std::string_view name) {
  return "\"" + escaped(Escape::json, name) + "\":";
}

const Field* find(const std::vector<Field>& fields, Section section) {
  const auto found = std::find_if(fields.begin(), fields.end(),
                                  [&](const Field& field) { return field.section == section; });
  return found == fields.end() ? nullptr : &*found;
}

void add_known(Builder& out, const std::vector<Field>& fields, Section section,
               std::string_view name) {
  out.add("," + json_key(name));
  const Field* field = find(fields, section);
  if (field == nullptr || field->values[0].empty()) return out.add("null");
  add_json_values(out, *field);
}

void add_time(Builder& out, const std::vector<Field>& fields) {
  out.add(",\"time\":");
  const Field* time = find(fields, Section::time);
  if (time == nullptr || time->values[0].empty()) return out.value(Kind::json_time, Part::no_slot);
  if (is_one_slot(time->values[0])) return out.value(Kind::json_time, time->values[0][0].slot);
  add_json_value(out, time->values[0]);
}

// What the record can leave out of the system's members; all of the data is told, null too.
Kind kind_of_member(const Field& field) {
  if (field.values.size() != 1 || !is_one_slot(field.values[0])) return Kind::text;
  if (field.section == Section::record_id) return Kind::json_record_id;
  const bool may_lack = field.section == Section::system && field.values[0][0].optional;
  return may_lack ? Kind::json_unless_null : Kind::text;
}

// The first member that is always there ends the doubt about the comma.
void add_members(Builder& out, const std::vector<Field>& fields, bool data) {
  bool may_be_first = true;
  for (const Field& field : fields) {
    const bool of_data = field.section == Section::data || field.section == Section::members;
    const bool of_system = field.section == Section::system || field.section == Section::record_id;
    if (data ? !of_data : !of_system) continue;
    if (field.section == Section::members) {
      out.flush();
      out.value(Kind::json_members, field.values[0][0].slot);
      continue;
    }
    const Kind kind = kind_of_member(field);
    if (kind != Kind::text) out.flush();
    out.begin_member(may_be_first);
    out.add(json_key(field.name));
    if (kind != Kind::text) {
      out.value(kind, field.values[0][0].slot);
      continue;
    }
    add_json_values(out, field);
    may_be_first = false;
  }
}

Program json_of(const std::vector<Field>& fields) {
  Builder out;
  add_time(out, fields);
  add_known(out, fields, Section::channel, "channel");
  add_known(out, fields, Section::provider, "provider");
  add_known(out, fields, Section::event_id, "event_id");
  add_known(out, fields, Section::computer, "computer");
  out.add(",\"system\":{");
  add_members(out, fields, false);
  out.add("},\"data\":{");
  add_members(out, fields, true);
  out.add("}}");
  return out.finish();
}

Program members_of(const std::vector<Field>& fields) {
  Builder out;
  add_members(out, fields, true);
  return out.finish();
}

// ---- XML

class XmlBuilder {
 public:
  explicit XmlBuilder(const Tree& tree) : tree_(tree) {}

  Program build() {
    for (const auto root : tree_.roots) node(tree_.nodes[root]);
    return out_.finish();
  }

 private:
  const Node* child_of(const Node& node) const {
    return node.first_child == no_node ? nullptr : &tree_.nodes[node.first_child];
  }
  const Node* after(const Node& node) const {
    return node.next == no_node ? nullptr : &tree_.nodes[node.next];
  }

  void node(const Node& node) {
    if (node.kind == Node::Kind::element) return element(node);
    if (node.kind == Node::Kind::slot) return out_.value(Kind::xml, node.slot);
    out_.add(escaped(Escape::xml, tree_.text(node)));
  }

  void attribute(const Node& attribute) {
    const Node* content = child_of(attribute);
    const std::string open = " " + std::string(tree_.text(attribute)) + "=\"";
    const bool one_slot = content != nullptr && content->kind == Node::Kind::slot &&
                          content->optional && content->next == no_node;
    if (one_slot) out_.flush();
    out_.add(open);
    if (one_slot) return out_.value(Kind::xml_attribute, content->slot);
    for (; content != nullptr; content = after(*content)) node(*content);
    out_.add("\"");
  }

  void element(const Node& element) {
    const std::string tag(tree_.text(element));
    const Node* content = child_of(element);
    const Node* first = content;
    while (first != nullptr && first->kind == Node::Kind::attribute) first = after(*first);
    const bool one_slot =
        first != nullptr && first->kind == Node::Kind::slot && first->next == no_node;
    // An array repeats the element, so its start must be constant.
    const bool repeats = one_slot && has_constant_attributes(content);
    if (repeats) out_.flush();
    out_.add("<" + tag);
    for (; content != first; content = after(*content)) attribute(*content);
    if (first == nullptr) return out_.add("/>");
    out_.add(">");
    const std::string close = "</" + tag + ">";
    if (repeats) return out_.value(Kind::xml_element, first->slot, close);
    for (; first != nullptr; first = after(*first)) node(*first);
    out_.add(close);
  }

  bool has_constant_attributes(const Node* attribute) const {
    for (; attribute != nullptr && attribute->kind == Node::Kind::attribute;
         attribute = after(*attribute))
      for (const Node* part = child_of(*attribute); part != nullptr; part = after(*part))
        if (part->kind == Node::Kind::slot) return false;
    return true;
  }

  const Tree& tree_;
  Builder out_;
};

std::size_t size_of(const Program& program) {
  return program.texts.size() + program.instructions.size() * sizeof(Instruction);
}

std::size_t size_of(const std::vector<Field>& fields) {
  std::size_t size = 0;
  for (const Field& field : fields)
    for (const auto& parts : field.values)
      size += sizeof(Field) + field.name.size() + parts.size() * sizeof(Part);
  return size;
}

}  // namespace

std::size_t Template::size() const {
  return sizeof(Template) + pattern.size() + size_of(json) + size_of(members) + size_of(xml) +
         size_of(fields);
}

SomeFields compile_some(const std::vector<Field>& fields) {
  return {json_of(fields), members_of(fields)};
}

Template compile(const Tree& tree) {
  Template compiled;
  compiled.is_event = tree.roots.size() == 1 && tree.text(tree.nodes[tree.roots[0]]) == "Event";
  compiled.fields = fields_of(tree);
  compiled.json = json_of(compiled.fields);
  compiled.members = members_of(compiled.fields);
  compiled.xml = XmlBuilder(tree).build();
  return compiled;
}

}  // namespace digue::read::evtx
