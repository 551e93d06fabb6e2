#include "logbook/checkpoint.h"

#include <algorithm>

#include "base/number.h"
#include "base/text.h"
#include "logbook/sentences.h"

namespace digue::logbook {

static constexpr std::string_view dash = "\u2014 ";
static constexpr char ed25519_type = 1;

std::string origin_of(std::string_view incident) {
  return "digue/" + std::string(incident);
}

std::string note_key_hash(std::string_view name, const PublicKey& key) {
  const std::string_view type(&ed25519_type, 1);
  const Digest digest = [&] {
    Sha256 hash;
    hash.add(name);
    hash.add("\n");
    hash.add(type);
    hash.add(as_text(key));
    return hash.finish();
  }();
  return std::string(as_text(std::span(digest).first(4)));
}

std::string verifier_key(std::string_view name, const PublicKey& key) {
  const std::string hash = note_key_hash(name, key);
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(hash.data());
  return std::string(name) + "+" + to_hex({bytes, hash.size()}) + "+" +
         to_base64(std::string(1, ed25519_type) + std::string(as_text(key)));
}

std::string sign_checkpoint(const Checkpoint& checkpoint, const SigningKey& key) {
  std::string note = checkpoint.origin + "\n" + std::to_string(checkpoint.size) + "\n" +
                     to_base64(as_text(checkpoint.root)) + "\n";
  const Signature signature = key.sign(note);
  const std::string signed_by =
      note_key_hash(checkpoint.origin, key.public_key()) + std::string(as_text(signature));
  note += "\n";
  note += dash;
  note += checkpoint.origin + " " + to_base64(signed_by) + "\n";
  return note;
}

static bool read_size(std::string_view text, std::uint64_t& size) {
  if (text.size() > 1 && text.front() == '0') return false;
  const auto number = whole_number(text);
  size = number.value_or(0);
  return number && size <= static_cast<std::uint64_t>(INT64_MAX);
}

static bool read_body(std::string_view text, Checkpoint& checkpoint) {
  const auto lines = split(text, '\n');  // the last piece is empty: the text ends in a newline
  if (lines.size() < 4 || lines[0].empty()) return false;
  checkpoint.origin = lines[0];
  const auto root = from_base64(lines[2]);
  if (!read_size(lines[1], checkpoint.size) || !root || root->size() != 32) return false;
  std::copy(root->begin(), root->end(), checkpoint.root.begin());
  return true;
}

static bool read_signature(std::string_view line, NoteSignature& out) {
  if (!line.starts_with(dash)) return false;
  line.remove_prefix(dash.size());
  const auto space = line.find(' ');
  if (space == std::string_view::npos || space == 0) return false;
  const auto bytes = from_base64(line.substr(space + 1));
  if (!bytes || bytes->size() < 5) return false;
  out = {std::string(line.substr(0, space)), bytes->substr(0, 4), bytes->substr(4)};
  return true;
}

Result<SignedCheckpoint> read_checkpoint(std::string_view note) {
  const auto broken = [] { return fail<sentences::note_broken>(Error::Kind::bad_input); };
  const auto end = note.rfind("\n\n");
  if (note.size() > max_note_bytes || end == std::string_view::npos || !note.ends_with('\n') ||
      !is_utf8(note))
    return broken();
  SignedCheckpoint out;
  out.text = note.substr(0, end + 1);
  if (!read_body(out.text, out.checkpoint)) return broken();
  auto lines = split(note.substr(end + 2), '\n');
  lines.pop_back();
  if (lines.empty() || lines.size() > max_note_signatures) return broken();
  for (const auto line : lines)
    if (!read_signature(line, out.signatures.emplace_back())) return broken();
  return out;
}

std::vector<std::string> split_notes(std::string_view text) {
  std::vector<std::string> notes;
  std::string note;
  bool signatures = false;
  for (const auto line : split(text, '\n')) {
    const bool is_signature = line.starts_with(dash);
    if (signatures && !is_signature) {
      notes.push_back(std::exchange(note, {}));
      signatures = false;
    }
    if (note.empty() && line.empty()) continue;
    note += line;
    note += '\n';
    signatures = is_signature;
  }
  if (!note.empty()) notes.push_back(note);
  return notes;
}

}  // namespace digue::logbook
