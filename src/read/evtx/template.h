// A template, compiled once: what is constant is text ready to be copied, what varies is a short
// list of instructions that each put one value of the record in its place.
//
// A record is a template's number and a table of values, so rendering it is running that list.  The
// same template stands in many chunks, at other offsets each time: `pattern` knows it again.
// Immutable once compiled: threads may share it.
#pragma once
#include <array>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "read/evtx/binxml.h"

namespace digue::read::evtx {

struct Guid {
  std::uint64_t low = 0, high = 0;  // its sixteen bytes, as they stand
  bool operator==(const Guid&) const = default;
};

// A slot's number, or a constant text.
struct Part {
  static constexpr std::uint32_t no_slot = 0xffffffff;
  std::uint32_t slot = no_slot;
  bool optional = false;
  std::string text;  // UTF-8
};

// What every event says of itself stands in fields of its own; the rest is the system's or the
// data.
enum class Section : std::uint8_t {
  provider,
  event_id,
  time,
  record_id,
  channel,
  computer,
  system,   // the rest of the element System
  data,     // what the event tells
  members,  // a slot whose nested BinXML adds members of its own to the data
};

// One named value.  Elements of one name are one field with several values.
struct Field {
  Section section = Section::data;
  std::string name;
  std::vector<std::vector<Part>> values;  // each the parts that are joined
};

struct Instruction {
  enum class Kind : std::uint8_t {
    text,              // the constant text, no value
    json,              // the text, then a JSON value
    json_system,       // the same; a number written as text is a number
    json_unless_null,  // the same, or nothing at all when it is null
    json_inside,       // the text, then the value within quotes that are open
    json_time,         // the moment of the event; without one, when it was written
    json_record_id,    // only where it is not the number that the record has in the file
    json_members,      // the members of nested BinXML
    xml,               // the text, then the value
    xml_attribute,     // the text, the value and a quote; nothing at all when it is null
    xml_element,       // the text, the value, the end tag; once for each element of an array
  };
  Kind kind = Kind::text;
  bool may_be_first = false;  // its comma goes when nothing stands before it in the object
  std::uint16_t slot = 0;
  std::uint32_t text = 0, text_bytes = 0;
  std::uint32_t close = 0, close_bytes = 0;  // the end tag
};

class Program {
 public:
  std::vector<Instruction> instructions;
  // With Buffer's padding after the last text.
  std::string texts;
};

struct Template {
  Guid guid;
  Pattern pattern;
  bool is_event = false;  // its root is Event: it can be a whole record
  Program json;           // from ,"time": to the end of the record's object
  Program members;        // `"name":value` of the data, with commas between
  Program xml;
  std::vector<Field> fields;
  static constexpr std::uint32_t not_kept = 0xffffffff;
  std::uint32_t number = not_kept;  // among those that its decoder keeps
  std::size_t size() const;
};

// What the elements of a tree are called, in the order of the tree.
std::vector<Field> fields_of(const Tree& tree);
Template compile(const Tree& tree);

// The same of some of its fields.
struct SomeFields {
  Program json, members;
};
SomeFields compile_some(const std::vector<Field>& fields);

}  // namespace digue::read::evtx
