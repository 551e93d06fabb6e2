// The vault: copies of the evidence beside the incident, each under its own SHA-256, so that what
// was analysed can be shown again and checked by anyone with sha256sum.
//
//   incident.digue.evidence/objects/3f/3f9a...  (read-only; the name is the hash of the bytes)
//
// A copy is hashed while it is read, written beside and synced, read back and hashed again, and
// only then given its name: an object is whole or it is not there.  The source is never changed.
// Who brought it, from where and how stands in the logbook, not here.
//
// One vault may be used by several processes: equal objects are equal bytes.
#pragma once
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace digue::evidence {

struct Stored {
  std::string sha256;  // lower-case hex
  std::uint64_t bytes = 0;
  bool was_there = false;          // the vault had it already
  bool changed_meanwhile = false;  // the source was written to while it was read: a live file
};

// How an object stands against what the logbook says.
enum class Soundness : std::uint8_t { sound, altered, missing, not_logged };

struct Check {
  std::string sha256;
  Soundness soundness = Soundness::sound;
  std::uint64_t bytes = 0;  // of what is there
};

// A copy that comes in pieces, from a browser: hashed as it comes.  Gone at its end, unless it was
// settled.  Belongs to one thread at a time.
class Intake {
 public:
  Intake(Intake&&) noexcept;
  Intake& operator=(Intake&&) noexcept;
  ~Intake();
  Outcome add(std::string_view bytes);
  // Once, after the last piece.
  Result<Stored> settle();

 private:
  friend class Vault;
  struct State;
  explicit Intake(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

class Vault {
 public:
  // The vault of an incident: its file's path and ".evidence".  Nothing is made yet.
  static Vault of_incident(const std::filesystem::path& incident);
  explicit Vault(std::filesystem::path folder) : folder_(std::move(folder)) {}

  const std::filesystem::path& folder() const { return folder_; }
  std::filesystem::path path_of(const std::string& sha256) const;

  // Copies a file in.
  Result<Stored> add(const std::filesystem::path& source) const;
  // Copies an object of another vault, which others may have written.  Not_found when it is not
  // there, refused when its bytes are no longer those of its name: nothing is taken then.
  Outcome take(const Vault& other, const std::string& sha256) const;
  // Begins a copy that comes in pieces.
  Result<Intake> intake() const;
  // Reads every object again.  `logged`: the hashes that the logbook knows.  In order of hash.
  Result<std::vector<Check>> verify(std::vector<std::string> logged) const;

 private:
  Result<std::vector<std::string>> objects() const;
  std::filesystem::path folder_;
};

}  // namespace digue::evidence
