// One kind of file as a mapping describes it, and the format that reads it.  Inside the folder.
#pragma once
#include <deque>

#include "read/appliance/log_lines.h"

namespace digue::read {

enum class MappedShape : std::uint8_t { csv, json, w3c, key_values, cef, leef };

// Owns the texts that its table looks at.
struct Mapped {
  std::string name;
  MappedShape shape = MappedShape::csv;
  bool dates_are_utc = false;
  DateOrder date_order = DateOrder::undecided;
  std::vector<std::string_view> recognised_by;  // fields that all must be there
  std::vector<Test> signs;
  std::vector<Meaning> parts;
  std::vector<DetailOf> details;
  std::vector<Kind> kinds;
  std::deque<std::string> texts;

  std::string_view keep(std::string text) { return texts.emplace_back(std::move(text)); }
};

std::unique_ptr<Format> format_of(std::unique_ptr<Mapped> mapped);

}  // namespace digue::read
