// What do you see?  The ways in, as plain values: one line each for who recognises what happens,
// and a few questions for who does not.
//
// The format is docs/sheets.md.  Every answer leads to a sheet in a few steps: an answer may name
// only a question that stands further down, so there is no circle.  Values; thread-safe to read.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "base/sentence.h"
#include "sheet/problem.h"

namespace digue::sheet {

struct WayIn {
  Message text;
  std::string sheet;
  Place place;
};

struct EntryOption {
  Message label;
  std::string sheet;  // where it leads; empty when it leads to `next`
  std::string next;   // the id of a later question
  Place place;
};

struct EntryQuestion {
  std::string id;
  Message text;
  std::vector<EntryOption> options;
};

struct Entry {
  std::vector<WayIn> ways;
  std::vector<EntryQuestion> questions;  // the first is asked of who does not know

  bool present() const { return !ways.empty() && !questions.empty(); }
  const EntryQuestion* question(std::string_view id) const;
};

struct EntryReading {
  Entry entry;
  std::vector<Problem> problems;
};
EntryReading read_entry(std::string_view bytes, const std::string& file);

}  // namespace digue::sheet
