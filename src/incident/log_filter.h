// Finding lines of the logbook: by words, kind, author, what they name, step, time or paper.
// All that is asked for must hold; of one option given several times, one is enough.
// Values; thread-safe.
#pragma once
#include <cstddef>
#include <string>
#include <vector>

#include "base/sentence.h"
#include "incident/state.h"

namespace digue::incident {

struct LogFilter {
  // Each word must stand somewhere in the line as it is shown, in either language, whatever its
  // case and accents: its text, its author, what it names, its sheet of paper.
  std::string text = {};
  std::vector<std::string> kinds = {}, authors = {}, accounts = {}, hosts = {};
  std::vector<std::string> indicators = {};  // defanged or not
  std::vector<std::string> items = {};       // a step, or the start of one: "mail-account/1"
  std::vector<std::string> papers = {};      // numbers of sheets of paper; "*": any
  Instant since = Instant::unknown, until = Instant::unknown;  // of when it happened; inclusive

  bool any() const;
};

// Positions in `state.log`, in order.
struct Selection {
  std::vector<std::size_t> lines;
  std::size_t left_out = 0;
};
Selection select(const State& state, const LogFilter& filter);

// The kinds that a filter may ask for.
const std::vector<std::string>& log_kinds();

}  // namespace digue::incident
