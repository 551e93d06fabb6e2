// What a record must hold for a rule to be worth asking: texts of which one at least stands in a
// record that the rule matches.  Immutable.
#pragma once
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "detect/sigma/compiled.h"

namespace digue::detect::sigma {

struct Atom {
  FieldId field = no_field;  // no_field: any value of the record
  std::string literal;       // folded, not empty
  bool exact = false;        // the whole value, not a part of it
};

// How many rules ask for each text: what many ask for tells them apart badly.
class Popularity {
 public:
  void count(const Compiled& rule);
  // The field's values tell nothing: records were chosen by them.
  void is_everywhere(FieldId field) { everywhere_ = field; }
  bool is_everywhere(const Atom& atom) const { return atom.field == everywhere_; }
  std::size_t of(const Atom& atom) const;

 private:
  std::map<std::pair<FieldId, std::string>, std::size_t> counts_;
  std::optional<FieldId> everywhere_;
};

// The rarest such set; nothing when the rule may match without any text.
std::optional<std::vector<Atom>> witness_of(const Compiled& rule, const Popularity& popularity);

}  // namespace digue::detect::sigma
