// The words of the format, for enumerations whose values follow each other from 0.
#pragma once
#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

#include "sheet/sheet.h"

namespace digue::sheet {

template <class Enumeration, std::size_t count>
struct Names {
  std::array<std::string_view, count> words;

  constexpr std::string_view of(Enumeration value) const {
    return words[static_cast<std::size_t>(value)];
  }
  constexpr std::optional<Enumeration> named(std::string_view word) const {
    for (std::size_t i = 0; i < count; ++i)
      if (words[i] == word) return static_cast<Enumeration>(i);
    return std::nullopt;
  }
};

inline constexpr Names<Priority, 7> priority_names{
    {"before", "P0", "P1", "P2", "P3", "P4", "after"}};
inline constexpr Names<StepKind, 5> kind_names{{"do", "look", "ask", "rule", "alternative"}};
inline constexpr Names<AnswerType, 11> answer_type_names{{"none", "choice", "several", "number",
                                                          "moment", "duration", "text", "accounts",
                                                          "hosts", "zones", "activities"}};
inline constexpr Names<Bearer, 7> bearer_names{
    {"sheet", "remark", "impact", "step", "option", "feature", "data"}};
inline constexpr Names<Effect::Kind, 7> effect_names{
    {"hide", "show", "raise", "lower", "warn", "call", "clock"}};
inline constexpr Names<SheetKind, 3> sheet_kind_names{{"containment", "qualification", "mixed"}};

}  // namespace digue::sheet
