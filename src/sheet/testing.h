// What the tests of the sheets share.
#pragma once
#include <doctest/doctest.h>

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/text.h"
#include "sheet/library.h"
#include "sheet/problem.h"

namespace digue::sheet {

// Everything is to do and nothing was answered, but for what is set here.
struct Situation final : Facts {
  std::map<std::string, std::string, std::less<>> answers, states, found;
  int accounts = 1;

  static std::string value(const auto& map, std::string_view key, const char* otherwise) {
    const auto entry = map.find(key);
    return entry == map.end() ? otherwise : entry->second;
  }
  std::string answer(std::string_view step) const override { return value(answers, step, ""); }
  std::string state(std::string_view step) const override { return value(states, step, "to-do"); }
  std::string evidence(std::string_view item) const override { return value(found, item, ""); }
  int compromised_accounts() const override { return accounts; }
};

// The text with one thing changed.
inline std::string changed(std::string_view text, std::string_view from, std::string_view to) {
  std::string bytes(text);
  const auto at = bytes.find(from);
  REQUIRE(at != std::string::npos);
  return bytes.replace(at, from.size(), to);
}

// What is said, one problem a line.
inline std::string told_in_english(const std::vector<Problem>& problems) {
  std::vector<std::string> lines;
  for (const auto& problem : problems) lines.push_back(told(problem).english);
  return join(lines, "\n");
}

inline const Sheet& shipped_sheet(const char* id) {
  static const auto library = built_in_library();
  REQUIRE_MESSAGE(library.has_value(), (library ? "" : library.error().message.english));
  const auto* sheet = library->find(id);
  REQUIRE(sheet != nullptr);
  return *sheet;
}

inline Standing standing_in(const Sheet& sheet, const char* step, const Facts& facts) {
  REQUIRE_MESSAGE(sheet.step(step) != nullptr, step);
  return standing(sheet, *sheet.step(step), facts);
}

// The contacts to call now, in the order of the rules, each with what to say.
struct Call {
  std::string contact;
  Message say;
};
inline std::vector<Call> calls_in(const Sheet& sheet, const Facts& facts) {
  std::vector<Call> calls;
  for (const auto& rule : sheet.rules)
    if (rule.when.holds(facts))
      for (const auto& effect : rule.effects)
        if (effect.kind == Effect::Kind::call) calls.push_back({effect.contact, rule.reason});
  return calls;
}

inline bool starts_clock(const Sheet& sheet, const Facts& facts, std::string_view clock) {
  for (const auto& rule : sheet.rules)
    if (rule.when.holds(facts))
      for (const auto& effect : rule.effects)
        if (effect.kind == Effect::Kind::clock && effect.clock == clock) return true;
  return false;
}

// What the sheet proposes for a conclusion; "" when nothing.
inline std::string proposed(const Sheet& sheet, const char* step, const Facts& facts) {
  REQUIRE_MESSAGE(sheet.step(step) != nullptr, step);
  for (const auto& proposal : sheet.step(step)->proposals)
    if (proposal.when.holds(facts)) return proposal.value;
  return {};
}

}  // namespace digue::sheet
