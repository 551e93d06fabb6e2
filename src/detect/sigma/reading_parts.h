// Inside the reading of Sigma documents: the parts of one.
#pragma once
#include <initializer_list>
#include <string_view>
#include <tl/expected.hpp>

#include "base/yaml.h"
#include "detect/sigma/rule.h"

namespace digue::detect::sigma {

// What is wrong, and on which line.
struct Fault {
  int line = 0;
  Message why;
};
template <class T>
using Part = tl::expected<T, Fault>;

template <const Sentence& sentence, class... Arguments>
tl::unexpected<Fault> fault(const YamlNode& at, Arguments&&... arguments) {
  return tl::unexpected(Fault{at.line, tell<sentence>(std::forward<Arguments>(arguments)...)});
}

// DIGUE_PART(rule.title, text_of(root, "title")): the part, or this function returns the fault.
#define DIGUE_PART(target, expression)            \
  if (auto digue_part = (expression); digue_part) \
    target = std::move(*digue_part);              \
  else                                            \
    return tl::unexpected(std::move(digue_part.error()))

// The text under a key that must be there.
Part<std::string> text_of(const YamlNode& root, std::string_view key);

// The searches and conditions under `key`; members of `but` are none.
Part<Detections> detections_of(const YamlNode& root, std::string_view key,
                               std::initializer_list<std::string_view> but);
// What is under "correlation".
Part<Correlation> correlation_of(const YamlNode& root);

}  // namespace digue::detect::sigma
