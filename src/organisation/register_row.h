// One entry of the register as it was written, in YAML or in a row of CSV; for the files of this
// room.  Fields are called by the names of the YAML format, values are text.
#pragma once
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "organisation/register.h"

namespace digue::organisation {

struct RegisterRow {
  Message where;                                           // "org.yaml, line 3, column 5"
  std::map<std::string, std::vector<std::string>> fields;  // absent: not written

  // One text: "" when absent.
  std::string text(const std::string& field) const;
  // Several, each given apart, or in one text apart by commas, bars or line ends.
  std::vector<std::string> list(const std::string& field) const;
};

enum class RegisterKind : std::uint8_t { activities, systems, interconnections };
// The fields of each kind; the first is its name.
const std::vector<std::string_view>& fields_of(RegisterKind kind);

// Adds the entry; what can't be read is noted, and left unknown.
void add_row(const RegisterRow& row, RegisterKind kind, Register& into, RegisterNotes& notes);

}  // namespace digue::organisation
