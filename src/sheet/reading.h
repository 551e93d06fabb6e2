// From the bytes of a sheet file to a Sheet, strictly, with every problem found on the way.
//
// A sheet with an error is not to be used: load_sheet() gives the first one instead.  Caps: those
// of base/yaml.h, max_text_bytes a text, max_list_items a list, max_steps a sheet.  Thread-safe.
#pragma once
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "sheet/problem.h"
#include "sheet/requirement.h"
#include "sheet/sheet.h"

namespace digue::sheet {

inline constexpr std::size_t max_steps = 2000;

struct Reading {
  Sheet sheet;
  std::vector<Problem> problems;  // by line
};

// `file` is how messages call it.
Reading read_sheet(std::string_view bytes, const std::string& file);
Result<Sheet> load_sheet(std::string_view bytes, const std::string& file);

// What a sheet may name outside itself.
struct Surroundings {
  std::span<const Requirement> requirements;
  std::span<const std::string> sheets;    // ids
  std::span<const std::string> items;     // that the other sheets carry
  std::span<const std::string> contacts;  // ids of contacts.yaml
  std::span<const std::string> clocks;    // ids of clocks.yaml
};

// What it names must exist there; its own items are looked up in the requirements when these know
// of the sheet at all.
std::vector<Problem> check_outward(const Sheet& sheet, const Surroundings& around);

// What sheets/later.yaml says of items that no sheet carries yet.
struct LaterReading {
  std::vector<Later> later;
  std::vector<Problem> problems;
};
LaterReading read_later(std::string_view bytes, const std::string& file);

}  // namespace digue::sheet
