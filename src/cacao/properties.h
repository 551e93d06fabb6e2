// The properties of the objects of CACAO 2.0, and its vocabularies, as tables.  Constant.
#pragma once
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace digue::cacao {

// What the value of a property is made of.
enum class Shape : std::uint8_t {
  any,
  text,
  texts,  // a list of texts, not empty
  boolean,
  whole,    // a whole number, not negative
  percent,  // ... up to 100
  base64,
  identifier,  // "type--UUID"
  identifiers,
  moment,        // RFC 3339 in UTC, with Z
  exact_moment,  // ... to the millisecond
  references,    // a list of external references
  variables,     // a dictionary of variables
  commands,
  extensions,  // a dictionary by extension definitions
  cases,       // a dictionary of steps
  object,      // whatever is in it
  flags,       // an object of booleans
  dictionary,  // of defined objects, looked at one by one
};

struct Property {
  std::string_view name;
  Shape shape;
  bool required = false;
};
using Properties = std::span<const Property>;

// A family of objects that share properties and have one type among some.
struct Family {
  std::string_view name;  // "step"...
  Properties common;
  bool open = false;  // types beyond the vocabulary are allowed
};
extern const Family playbook_family, step_family, command_family, agent_family, marking_family,
    authentication_family, extension_family, variable_family, reference_family;

struct TypeTable {
  std::string_view type;
  Properties own;
};
// The types of a family with what each adds; nothing for a family without types.
std::span<const TypeTable> types_of(const Family& family);
const TypeTable* type_named(const Family& family, std::string_view type);

std::span<const std::string_view> playbook_types();
std::span<const std::string_view> playbook_activities();
std::span<const std::string_view> variable_types();

}  // namespace digue::cacao
