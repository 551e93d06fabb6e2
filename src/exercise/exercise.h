// Evidence made to order, with its truth: for training, for the demonstration and for the tests.
// The same name, seed and options give the same bytes, on any machine.
//
// This room knows only src/base: it writes the exports from their published shapes and never
// through our own readers, so that it can judge them.  docs/exercise.md describes what it leaves.
#pragma once
#include <cstdint>
#include <filesystem>
#include <span>
#include <string_view>

#include "base/result.h"

namespace digue::exercise {

struct Exercise {
  std::string_view name;  // "mailbox-takeover"
  Sentence summary;
};
std::span<const Exercise> exercises();

struct Options {
  std::uint64_t seed = 1;
  // About how many rows the audit log shall have; 0: what the story needs (some 12,000).  More of
  // them are more of the same ordinary reading; the story does not change.
  // Of the takeover of a mailbox only, as is the next one.
  std::uint64_t rows = 0;
  // One file of the audit log and one of the sign-ins, instead of every format: for measurements.
  bool single_format = false;
};

struct Made {
  std::uint64_t audit_rows = 0;  // different ones; a row may stand in several files
  std::uint64_t sign_ins = 0;
  std::uint64_t messages = 0;
  std::uint64_t records = 0;  // of Windows and lines of logs, in the exercises of a network
};

// Writes the exercise into `folder`, which is made if need be; files of an earlier run are
// replaced.  Refuses a folder that holds anything else.  Blocking; memory stays within one day.
Result<Made> make(std::string_view name, const std::filesystem::path& folder,
                  const Options& options);

}  // namespace digue::exercise
