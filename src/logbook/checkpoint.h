// A signed checkpoint in the format of C2SP (c2sp.org/tlog-checkpoint, c2sp.org/signed-note): the
// logbook's origin, its number of entries, its root, and who says so.  Held outside (printed, sent,
// on a stick), it shows later that nothing before it was changed, and that nothing was cut.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/hash.h"
#include "base/result.h"
#include "logbook/key.h"

namespace digue::logbook {

inline constexpr std::size_t max_note_bytes = 64 << 10;
inline constexpr std::size_t max_note_signatures = 16;

struct Checkpoint {
  std::string origin;
  std::uint64_t size = 0;
  Digest root{};
};

struct NoteSignature {
  std::string name;
  std::string key_hash;   // 4 bytes
  std::string signature;  // 64 bytes
};

struct SignedCheckpoint {
  Checkpoint checkpoint;
  std::string text;  // what is signed: the lines before the empty one
  std::vector<NoteSignature> signatures;
};

// "digue/<incident>": also the name of the signing key.
std::string origin_of(std::string_view incident);
// 4 bytes: SHA-256(name || "\n" || 0x01 || public key), its start.
std::string note_key_hash(std::string_view name, const PublicKey& key);
// "name+hash+key", what C2SP's tools take to verify a note.
std::string verifier_key(std::string_view name, const PublicKey& key);

std::string sign_checkpoint(const Checkpoint& checkpoint, const SigningKey& key);
// One note; refuses what is not exactly in the format.
Result<SignedCheckpoint> read_checkpoint(std::string_view note);
// The notes of a file, one after the other; each starts after the signatures of the one before.
std::vector<std::string> split_notes(std::string_view text);

}  // namespace digue::logbook
