#include "read/evtx/engine.h"

#include <algorithm>
#include <utility>

#include "base/byte_cursor.h"
#include "read/evtx/shape.h"

namespace digue::read::evtx {

namespace {

using Kind = Instruction::Kind;

constexpr Slot no_value{};
constexpr std::size_t descriptor_bytes = 4;

// What stands before a template's values: token, version, id, offset of the definition.
constexpr std::size_t instance_header_bytes = 10;
constexpr std::size_t definition_header_bytes = 24;
constexpr std::size_t definition_size_at = 20;

bool is_open_element(std::uint8_t token) {
  return (token & ~token_more) == token_open_element;
}

}  // namespace

void Decoder::Engine::begin_chunk(std::string_view chunk) {
  chunk_ = chunk;
  writer_.read_until(chunk.data() + chunk.size());
  templates.next_chunk();
  chunk_work_ = max_chunk_instructions;
  chunk_rendered_ = 0;
}

const char* Decoder::Engine::begin(const Record& record, Wanted wanted, Buffer& out) {
  record_ = &record;
  wanted_ = wanted;
  out_ = &out;
  begun_ = out.size();
  work_ = std::min(max_instructions, chunk_work_);
  writer_.write_to(out);
  if (!passing_.empty()) passing_.clear();
  if (!passing_programs_.empty()) passing_programs_.clear();
  if (chunk_rendered_ > max_chunk_rendered_bytes) return "chunk.rendered_size";
  const std::size_t given = work_;
  const char* why = given == 0 ? "chunk.instructions" : fragment(record.begin_, record.end_, 0);
  chunk_work_ -= given - work_;
  chunk_rendered_ += out.size() - begun_;
  return why;
}

const char* Decoder::Engine::render(const Record& record, Wanted wanted, Buffer& out,
                                    Selection* selection) {
  selection_ = selection;
  const char* why = begin(record, wanted, out);
  if (why == nullptr && out.size() == begun_) why = "record.fragment";
  if (why != nullptr) out.shrink_to(begun_);
  return why;
}

const char* Decoder::Engine::fill(const Record& record, Fields& fields, Selection* wanted) {
  fields.clear();
  fields_ = &fields;
  selection_ = wanted;
  const char* why = begin(record, Wanted::fields, fields.texts_);
  if (why == nullptr) fields.finish();
  return why;
}

// Headers, then a template with its values, or an element; several in a row are possible in a
// value.
const char* Decoder::Engine::fragment(std::size_t begin, std::size_t end, std::size_t depth) {
  if (depth > max_nesting) return "fragment.depth";
  bool any = false;
  for (std::size_t at = begin; at < end;) {
    const auto token = static_cast<std::uint8_t>(chunk_[at]);
    if (token == token_end) break;
    if (token == token_fragment) {
      at += 4;
      continue;
    }
    if (depth == 0 && any) return "record.end";
    // Elements go on until the end of the fragment.
    if (is_open_element(token)) return element(at, end, depth);
    if ((token & ~token_more) != token_template) return "fragment.token";
    if (const char* why = instance(at, end, depth, at); why != nullptr) return why;
    any = true;
  }
  return any || depth != 0 ? nullptr : "record.fragment";
}

const char* Decoder::Engine::instance(std::size_t begin, std::size_t end, std::size_t depth,
                                      std::size_t& next) {
  if (end - begin < instance_header_bytes) return "template.header";
  const std::uint32_t id = little_endian<std::uint32_t>(chunk_.data() + begin + 2);
  const std::uint32_t offset = little_endian<std::uint32_t>(chunk_.data() + begin + 6);
  std::size_t at = begin + instance_header_bytes;
  const bool here = offset == at;
  const char* why = "template.definition";
  const Template* found = templates.at(chunk_, offset, why);
  // What a recovered record refers to may have been written over since.
  const bool other = found != nullptr && static_cast<std::uint32_t>(found->guid.low) != id;
  if (record_->recovered_ && !here && (found == nullptr || other)) found = templates.by_id(id);
  const bool is_lost = found == nullptr && record_->recovered_;
  if (found == nullptr && !is_lost) return why;
  if (here) {
    if (end - at < definition_header_bytes) return "definition.header";
    const std::size_t size = little_endian<std::uint32_t>(chunk_.data() + at + definition_size_at);
    if (size > end - at - definition_header_bytes) return "definition.size";
    at += definition_header_bytes + size;
  }
  why = slots(at, end, depth, next);
  if (why != nullptr) return why;
  return is_lost ? lost(id, depth) : with(*found, depth);
}

const char* Decoder::Engine::slots(std::size_t at, std::size_t end, std::size_t depth,
                                   std::size_t& next) {
  if (end - at < 4) return "values.count";
  const std::size_t count = little_endian<std::uint32_t>(chunk_.data() + at);
  at += 4;
  if (count > (end - at) / descriptor_bytes) return "values.count";
  auto& slots = slots_[depth];
  slots.resize(count);
  const char* descriptor = chunk_.data() + at;
  std::size_t value_at = at + count * descriptor_bytes;
  for (Slot& slot : slots) {
    slot.offset = static_cast<std::uint32_t>(value_at);
    slot.size = little_endian<std::uint16_t>(descriptor);
    slot.type = static_cast<std::uint8_t>(descriptor[2]);
    value_at += slot.size;
    descriptor += descriptor_bytes;
  }
  next = value_at;
  return value_at <= end ? nullptr : "values.size";
}

const char* Decoder::Engine::element(std::size_t begin, std::size_t end, std::size_t depth) {
  Tokens tokens{chunk_, begin, end, false, true};
  const bool simple = take_shape(tokens, shape_, slots_[depth]);
  if (!templates.may_parse(shape_.size())) return "fragment.work";
  if (simple)
    if (const Template* found = templates.of_shape(shape_, tokens); found != nullptr)
      return with(*found, depth);
  tokens.values_are_slots = false;
  tree_.clear();
  slots_[depth].clear();
  std::size_t stopped_at = 0;
  const char* why = parse_tree(tokens, tree_, nullptr, stopped_at);
  (void)templates.may_parse(tree_.texts.size());
  if (why != nullptr) return why;
  if (tree_.roots.empty()) return "fragment.element";
  passing_.push_back(compile(tree_));
  return with(passing_.back(), depth);
}

const char* Decoder::Engine::with(const Template& found, std::size_t depth) {
  switch (wanted_) {
    case Wanted::fields:
      return take_fields(found, depth);
    case Wanted::xml:
      return run(found.xml, depth);
    case Wanted::members:
      return run(members_of(found), depth);
    case Wanted::json:
      break;
  }
  if (found.is_event) return run(json_of(found), depth);
  without_event(nullptr);
  const char* why = run(members_of(found), depth);
  out_->add("}}");
  return why;
}

bool Decoder::Engine::is_wanted(std::string_view data) {
  return selection_ == nullptr || selection_->number(Section::data, data) != Selection::unwanted;
}

const SomeFields& Decoder::Engine::selected(const Template& found) {
  if (found.number != Template::not_kept)
    return selection_->known_programs_of(found, templates.generation());
  passing_programs_.push_back(selection_->programs_of(found));
  return passing_programs_.back();
}
const Program& Decoder::Engine::json_of(const Template& found) {
  return selection_ == nullptr ? found.json : selected(found).json;
}
const Program& Decoder::Engine::members_of(const Template& found) {
  return selection_ == nullptr ? found.members : selected(found).members;
}

// A record whose root is something else: all of it is data.
void Decoder::Engine::without_event(const Value* lost_template) {
  out_->add(",\"time\":");
  time(no_value);
  out_->add(",\"channel\":null,\"provider\":null,\"event_id\":null,\"computer\":null,\"system\":{");
  if (lost_template != nullptr) {
    out_->add("\"LostTemplate\":");
    writer_.json(*lost_template);
  }
  out_->add("},\"data\":{");
}

// The template was written over: its values are told without names, and its id in their place.
const char* Decoder::Engine::lost(std::uint32_t id, std::size_t depth) {
  if (wanted_ == Wanted::fields) return take_lost(depth);
  const bool xml = wanted_ == Wanted::xml, whole = wanted_ == Wanted::json;
  const Value id_value{type_uint32, {reinterpret_cast<const char*>(&id), sizeof id}};
  if (whole) without_event(&id_value);
  if (!is_wanted("Value")) return out_->add(whole ? "}}" : ""), nullptr;
  if (xml) out_->add("<Values>");
  if (!xml) out_->add(out_->last() == '{' ? "\"Value\":[" : ",\"Value\":[");
  for (std::size_t i = 0; i < slots_[depth].size(); ++i) {
    if (!spend()) return "record.instructions";
    if (out_->size() - begun_ > max_rendered_bytes) return "record.rendered_size";
    const Slot slot = slots_[depth][i];
    if (xml) out_->add("<Value>");
    if (!xml && i != 0) out_->add(',');
    const char* why = xml ? xml_value(slot, depth) : json_value(slot, depth);
    if (why != nullptr) return why;
    if (xml) out_->add("</Value>");
  }
  out_->add(xml ? "</Values>" : whole ? "]}}" : "]");
  return nullptr;
}

const char* Decoder::Engine::run(const Program& program, std::size_t depth) {
  const char* texts = program.texts.data();
  for (const Instruction& instruction : program.instructions) {
    if (!spend()) return "record.instructions";
    if (out_->size() - begun_ > max_rendered_bytes) return "record.rendered_size";
    // Nested values have tables of their own, so this one stays while they are read.
    const auto& slots = slots_[depth];
    const Slot& slot = instruction.slot < slots.size() ? slots[instruction.slot] : no_value;
    if (instruction.kind == Kind::json || instruction.kind == Kind::text) {
      const std::size_t first = instruction.may_be_first && out_->last() == '{' ? 1 : 0;
      out_->add_padded(texts + instruction.text + first, instruction.text_bytes - first);
      if (instruction.kind == Kind::text) continue;
      if (const char* why = json_value(slot, depth); why != nullptr) return why;
      continue;
    }
    const char* why = step(instruction, slot, texts, depth);
    if (why != nullptr) return why;
  }
  return nullptr;
}

const char* Decoder::Engine::step(const Instruction& instruction, const Slot& slot,
                                  const char* texts, std::size_t depth) {
  const bool null = value(slot).is_null();
  const bool left_out = null && (instruction.kind == Kind::json_unless_null ||
                                 instruction.kind == Kind::xml_attribute);
  if (left_out) return nullptr;
  if (instruction.kind == Kind::json_record_id) {
    const auto id = number_of(value(slot));
    if (null || (id && *id == record_->id_)) return nullptr;
  }
  const char* text = texts + instruction.text;
  if (instruction.kind == Kind::xml_element)
    return xml_element(instruction, text, texts + instruction.close, slot, depth);
  const std::size_t first = instruction.may_be_first && out_->last() == '{' ? 1 : 0;
  out_->add_padded(text + first, instruction.text_bytes - first);
  switch (instruction.kind) {
    case Kind::json_time:
      return time(slot), nullptr;
    case Kind::json_system:
    case Kind::json_unless_null:
    case Kind::json_record_id:
      return json_system(slot, depth);
    case Kind::json_inside:
      return writer_.text(value(slot), Escape::json), nullptr;
    case Kind::json_members:
      return json_members(slot, depth);
    case Kind::xml_attribute:
      writer_.text(value(slot), Escape::xml);
      return out_->add('"'), nullptr;
    default:
      return xml_value(slot, depth);
  }
}

void Decoder::Engine::time(const Slot& slot) {
  out_->add('"');
  const Value said = value(slot);
  const bool filetime = said.type == type_filetime && said.bytes.size() == 8;
  const std::size_t before = out_->size();
  if (filetime)
    (void)writer_.filetime(little_endian<std::uint64_t>(said.bytes));
  else
    writer_.text(said, Escape::json);
  const bool wrote = out_->size() != before || writer_.filetime(record_->written_);
  if (wrote) return out_->add('"');
  out_->shrink_to(before - 1);
  out_->add("null");
}

const char* Decoder::Engine::nested(const Slot& slot, std::size_t depth, Wanted wanted) {
  const Wanted before = std::exchange(wanted_, wanted);
  const char* why = fragment(slot.offset, slot.offset + slot.size, depth + 1);
  wanted_ = before;
  return why;
}

const char* Decoder::Engine::json_value(const Slot& slot, std::size_t depth) {
  if (slot.type != type_binxml) return writer_.json(value(slot)), nullptr;
  out_->add('{');
  // A member that is wanted is wanted whole.
  Selection* const before = std::exchange(selection_, nullptr);
  const char* why = nested(slot, depth, Wanted::members);
  selection_ = before;
  out_->add('}');
  return why;
}

const char* Decoder::Engine::json_system(const Slot& slot, std::size_t depth) {
  if (slot.type == type_utf16)
    if (const auto number = number_of(value(slot))) return writer_.number(*number), nullptr;
  return json_value(slot, depth);
}

const char* Decoder::Engine::json_members(const Slot& slot, std::size_t depth) {
  if (slot.type == type_binxml) return nested(slot, depth, Wanted::members);
  if (value(slot).is_null() || !is_wanted("Event")) return nullptr;
  out_->add(out_->last() == '{' ? "\"Event\":" : ",\"Event\":");
  return writer_.json(value(slot)), nullptr;
}

const char* Decoder::Engine::xml_value(const Slot& slot, std::size_t depth) {
  if (slot.type == type_binxml) return nested(slot, depth, Wanted::xml);
  return writer_.text(value(slot), Escape::xml), nullptr;
}

const char* Decoder::Engine::xml_element(const Instruction& instruction, const char* open,
                                         const char* close, const Slot& slot, std::size_t depth) {
  const std::string_view start(open, instruction.text_bytes), end(close, instruction.close_bytes);
  if (!value(slot).is_array() || slot.size == 0) {
    out_->add(start);
    const char* why = xml_value(slot, depth);
    out_->add(end);
    return why;
  }
  Elements elements(value(slot));
  while (const auto one = elements.next()) {
    out_->add(start);
    writer_.text(*one, Escape::xml);
    out_->add(end);
    if (out_->size() - begun_ > max_rendered_bytes) return "record.rendered_size";
  }
  return nullptr;
}

const char* Decoder::Engine::take_fields(const Template& found, std::size_t depth) {
  if (selection_ == nullptr) {
    for (const Field& field : found.fields)
      if (const char* why = take_values(field, 0, depth); why != nullptr) return why;
    return nullptr;
  }
  if (found.number != Template::not_kept)
    return take_selected(found, selection_->numbers_of(found, templates.generation()), depth);
  return take_selected(found, selection_->work_out(found), depth);
}

const char* Decoder::Engine::take_selected(const Template& found,
                                           const std::vector<std::uint32_t>& numbers,
                                           std::size_t depth) {
  for (std::size_t i = 0; i < found.fields.size(); ++i) {
    const Field& field = found.fields[i];
    const char* why = numbers[i] == Selection::unwanted ? take_inside(field, depth)
                                                        : take_values(field, numbers[i], depth);
    if (why != nullptr) return why;
  }
  return nullptr;
}

const char* Decoder::Engine::take_values(const Field& field, std::uint32_t number,
                                         std::size_t depth) {
  for (const auto& parts : field.values) {
    if (!spend()) return "record.instructions";
    if (const char* why = take_parts(field, parts, number, depth); why != nullptr) return why;
    if (out_->size() > max_rendered_bytes) return "record.rendered_size";
  }
  return nullptr;
}

// Of a field that is not wanted: it may hold others that are.
const char* Decoder::Engine::take_inside(const Field& field, std::size_t depth) {
  if (!selection_->looks_inside()) return nullptr;
  for (const auto& parts : field.values) {
    if (!spend()) return "record.instructions";
    if (parts.size() != 1 || parts[0].slot == Part::no_slot) continue;
    const Slot slot = slot_of(parts[0], depth);
    if (slot.type != type_binxml) continue;
    if (const char* why = nested(slot, depth, Wanted::fields); why != nullptr) return why;
  }
  return nullptr;
}

Slot Decoder::Engine::slot_of(const Part& part, std::size_t depth) const {
  return part.slot < slots_[depth].size() ? slots_[depth][part.slot] : no_value;
}

const char* Decoder::Engine::take_parts(const Field& field, const std::vector<Part>& parts,
                                        std::uint32_t number, std::size_t depth) {
  const bool one_slot = parts.size() == 1 && parts[0].slot != Part::no_slot;
  if (one_slot && slot_of(parts[0], depth).type == type_binxml)
    return nested(slot_of(parts[0], depth), depth, Wanted::fields);
  if (one_slot && selection_ != nullptr && value(slot_of(parts[0], depth)).is_array())
    return take_elements(field, value(slot_of(parts[0], depth)), number);
  const std::size_t begin = out_->size();
  for (const Part& part : parts) {
    out_->add(part.text);
    if (part.slot != Part::no_slot) writer_.text(value(slot_of(part, depth)), Escape::none);
  }
  const bool null = one_slot && value(slot_of(parts[0], depth)).is_null();
  fields_->add(field.section, field.name, begin, null, number);
  return nullptr;
}

const char* Decoder::Engine::take_elements(const Field& field, const Value& array,
                                           std::uint32_t number) {
  Elements elements(array);
  while (const auto one = elements.next()) {
    if (!spend()) return "record.instructions";
    if (out_->size() > max_rendered_bytes) return "record.rendered_size";
    const std::size_t begin = out_->size();
    writer_.text(*one, Escape::none);
    fields_->add(field.section, field.name, begin, one->is_null(), number);
  }
  return nullptr;
}

// The values of a template that was written over: as `Value`, the name that JSON gives them.
const char* Decoder::Engine::take_lost(std::size_t depth) {
  static const Field field{Section::data, "Value", {}};
  const std::uint32_t number =
      selection_ == nullptr ? 0 : selection_->number(Section::data, field.name);
  if (number == Selection::unwanted) return nullptr;
  for (std::size_t i = 0; i < slots_[depth].size(); ++i) {
    if (!spend()) return "record.instructions";
    if (out_->size() > max_rendered_bytes) return "record.rendered_size";
    const std::vector<Part> parts = {
        {.slot = static_cast<std::uint32_t>(i), .optional = false, .text = {}}};
    if (const char* why = take_parts(field, parts, number, depth); why != nullptr) return why;
  }
  return nullptr;
}

}  // namespace digue::read::evtx
