// Is the logbook what its authors wrote?  Reads the file and changes nothing in it.
//
// Finds entries that were altered, removed, moved or inserted, contents altered or gone, signatures
// that are wrong, a cut tail, and a history that differs from a checkpoint held outside; says which
// entry.  What follows from a problem already told is not told again.  The rules, one by one and in
// order, are docs/logbook.md; tools/verify_logbook.py follows them without sharing any code.
#pragma once
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "base/hash.h"
#include "base/result.h"
#include "logbook/entry.h"
#include "store/connection.h"

namespace digue::logbook {

enum class Fault : std::uint8_t {
  unreadable_entry,
  foreign_entry,
  unknown_key,
  wrong_author,
  wrong_signature,
  altered_body,
  missing_body,
  unredacted_body,
  dangling_reference,
  missing_entry,
  moved_entry,
  inserted_entry,
  broken_chain,
  broken_author_chain,
  head_missing,
  head_not_signed,
  unsealed_tail,
  cut_tail,
  forked_history,
  unreadable_checkpoint,
  other_logbook,
  unknown_checkpoint_key,
  wrong_checkpoint_signature,
};
// "unreadable-entry"...
std::string_view fault_name(Fault fault);

struct Problem {
  Fault fault;
  // The entry concerned, from 0; of a checkpoint held outside, its rank among those given, from 1.
  std::uint64_t number = 0;
  Message message;
};

inline constexpr std::size_t max_problems = 1000;

struct Verdict {
  std::string incident;
  std::uint64_t entries = 0;
  Digest root{};
  std::uint64_t own_signatures = 0;  // signed by the author's own key
  std::uint64_t vouched = 0;         // signed by a machine for its author
  std::uint64_t redacted = 0;
  std::uint64_t checkpoints = 0;  // held outside, and agreeing
  std::vector<Problem> problems;  // in the order of the rules; at most max_problems
  std::uint64_t problems_left_out = 0;

  bool intact() const { return problems.empty(); }
};

struct VerifyOptions {
  std::vector<std::string> checkpoints = {};  // notes held outside, one each
  bool signatures = true;
  std::string file_layer = {};
};

Result<Verdict> verify(const std::filesystem::path& path, const VerifyOptions& options);
Result<Verdict> verify(store::Connection& connection, const VerifyOptions& options);

}  // namespace digue::logbook
