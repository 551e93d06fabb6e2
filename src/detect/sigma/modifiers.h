// The modifiers of an item: `CommandLine|windash|contains|all` and its values become matchers.
#pragma once
#include <map>
#include <string>
#include <tl/expected.hpp>
#include <vector>

#include "detect/sigma/matcher.h"
#include "detect/sigma/rule.h"

namespace digue::detect::sigma {

// Values of an organisation's own, by the name of their placeholder (without percent signs).
using Placeholders = std::map<std::string, std::vector<std::string>, std::less<>>;

// An item, compiled.
struct Test {
  FieldId field = no_field;  // no_field: keywords, looked for in every value
  bool all = false;          // all the values, not any
  bool negated = false;
  std::vector<Matcher> matchers;
  // With `all`: where the forms that a modifier made of each value (windash, base64offset, expand)
  // end among the matchers; any form of a value will do.
  std::vector<std::size_t> ends;

  bool holds(Matching& matching) const;

 private:
  bool holds_any(std::size_t begin, std::size_t end, Matching& matching) const;
  bool holds_all(Matching& matching) const;
};

// Where names of fields become numbers: a rule may read a log that calls them otherwise.
class FieldNaming {
 public:
  virtual ~FieldNaming() = default;
  virtual FieldId field(std::string_view name) = 0;
  // The value as that log writes it.
  virtual std::string value(std::string_view field, std::string_view text) = 0;
};

tl::expected<Test, Message> compile_item(const Item& item, const Placeholders& placeholders,
                                         FieldNaming& naming);

}  // namespace digue::detect::sigma
