// The logbook of one incident: append, read, redact.
//
// An entry is acknowledged (append returned) only once it is on disk.  Threads that append at the
// same moment share one commit, and one sync.  Another program may append to the same file: each
// commit first takes in what it added.  Nothing is ever overwritten; a correction is an entry.
//
// Outside the incident's file, the state folder keeps the machine's key and, for each incident, the
// last checkpoint that this machine saw: opening compares the two, so that a file put back to an
// older state, or cut, is told.
//
// Thread-safe.  Errors: storage (nothing was added), refused (the logbook does not verify).
#pragma once
#include <filesystem>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/time.h"
#include "logbook/entry.h"
#include "logbook/key.h"
#include "logbook/verify.h"

namespace digue::logbook {

// $DIGUE_STATE, else $XDG_STATE_HOME/digue, else ~/.local/state/digue.
std::filesystem::path default_state_folder();

struct Settings {
  std::filesystem::path state_folder;
  Clock* clock = nullptr;  // must outlive the logbook
  std::string machine_name =
      {};                       // who the machine's entries are signed by; the host's name if empty
  std::string file_layer = {};  // SQLite VFS, for tests
  SealCost seal_cost = SealCost::normal;
  bool despite_damage = false;  // append even to a logbook that does not verify
};

struct Receipt {
  std::uint64_t position = 0;
  Digest leaf{};
  Instant recorded = Instant::unknown;
};

// What opening found.  Problems do not stop reading; they stop appending.
struct Opening {
  std::uint64_t entries = 0;
  bool read_only = false;         // the file can't be written, or must not be
  bool closed_abruptly = false;   // the write-ahead log was still there: killed, or power cut
  std::vector<Message> notices;   // for the person, in order
  std::vector<Message> problems;  // why it does not verify (signatures are left to verify())
};

class Logbook {
 public:
  // Makes the file; its first entry brings in the machine's key.
  static Result<Logbook> create(const std::filesystem::path& path, std::string_view incident,
                                const Settings& settings);
  static Result<Logbook> open(const std::filesystem::path& path, const Settings& settings);
  Logbook(Logbook&&) noexcept;
  Logbook& operator=(Logbook&&) noexcept;
  ~Logbook();

  const std::string& incident() const;
  const Opening& opening() const;
  std::uint64_t size() const;

  // Signed by `key`, else by the machine for the author.
  Result<Receipt> append(const Draft& draft, const SigningKey* key = nullptr);
  // All in one commit: all on disk, in that order, or none.
  Result<std::vector<Receipt>> append_all(std::span<const Draft> drafts,
                                          const SigningKey* key = nullptr);
  // Takes the body of an entry away for good, and says so in a new entry.
  Result<Receipt> redact(std::uint64_t position, const Draft& draft,
                         const SigningKey* key = nullptr);

  // Makes the author's key, seals it in the file, and adds the entry that brings it in.
  Result<SigningKey> make_key(std::string_view author, std::string_view password);
  bool has_key(std::string_view author) const;
  Result<SigningKey> unlock(std::string_view author, std::string_view password) const;

  // Entries in order, from a position on.  `visit` must not call the logbook back.
  Outcome each(std::uint64_t from, const std::function<void(const Entry&)>& visit) const;
  Result<Entry> at(std::uint64_t position) const;

  // The signed checkpoint of what is on disk now: to print, to hold outside.
  std::string checkpoint() const;
  // "name+hash+key": what checks that checkpoint with C2SP's tools.
  std::string verifier() const;

 private:
  struct State;
  explicit Logbook(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

// A logbook of others, verified and then read, without changing anything in it nor in the state
// folder.  The entries are those that the verdict is about; none when it is not intact.
struct ForeignLogbook {
  Verdict verdict;
  std::vector<Entry> entries;
  std::string checkpoint;  // its last signed note
};
Result<ForeignLogbook> read_foreign(const std::filesystem::path& path);

}  // namespace digue::logbook
