// Our extension of CACAO, in which a playbook carries the sheet that it was made from.
//
// In `playbook_extensions`: `profile`, `language`, and `sheet`, the tree of the sheet in which a
// step that the workflow carries is its id alone.  In `step_extensions` of that step: `step`, the
// step whole.  Keys and values are those of docs/sheets.md; every value is a text.
#pragma once
#include <string_view>

namespace digue::cacao::extension {

inline constexpr std::string_view id = "extension-definition--0d7e7c37-5b6f-4d0e-9a63-6f0c8d6a2e11";
inline constexpr std::string_view version = "1.0.0";
inline constexpr std::string_view profile = "profile";
inline constexpr std::string_view language = "language";
inline constexpr std::string_view marking = "marking";
inline constexpr std::string_view sheet = "sheet";
inline constexpr std::string_view step = "step";

// The STIX identity that stands for Digue.
inline constexpr std::string_view digue = "identity--6d1f3c52-6c1b-4f0c-8f6e-1b7b4c1f9d20";

}  // namespace digue::cacao::extension
