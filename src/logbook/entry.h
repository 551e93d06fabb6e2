// An entry of the logbook: a header and a body, both kept as the exact bytes that were signed.
//
// The header is one line of JSON, written once, with every member in a fixed order; a header that
// differs in order or in members is refused.  The body is free; the header holds
// SHA-256(salt || body), so that the body can go without breaking what the tree proves.
// docs/logbook.md is the format.  Times are UTC inside; a moment keeps the offset it was given in.
// Values; thread-safe.
#pragma once
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/hash.h"
#include "base/result.h"
#include "base/time.h"
#include "logbook/key.h"

namespace digue::logbook {

inline constexpr std::size_t max_header_bytes = 64 << 10;
inline constexpr std::size_t max_body_bytes = 4 << 20;
inline constexpr std::size_t salt_bytes = 16;
inline constexpr int format_version = 1;

// The kinds that the logbook itself understands; all others belong to the incident.
inline constexpr std::string_view key_kind = "key";              // brings in a signing key
inline constexpr std::string_view redaction_kind = "redaction";  // takes a body away

// How exact a time is: 04:12 said by a witness is `minute`.
enum class Precision : std::uint8_t { second, minute, hour, day };
std::string_view precision_name(Precision precision);
std::optional<Precision> precision_named(std::string_view name);

struct Moment {
  Instant at = Instant::unknown;
  int offset_minutes = 0;  // east of UTC, as the person gave it
  Precision precision = Precision::second;
  bool operator==(const Moment&) const = default;
};
// "2026-03-08T03:11:07+01:00"
std::string moment_text(const Moment& moment);
// RFC 3339, offset required; the precision is left as it is.
std::optional<Moment> read_moment(std::string_view text);

struct References {
  std::vector<std::string> accounts;    // lower case
  std::vector<std::string> hosts;       //
  std::vector<std::string> indicators;  // addresses, domains...
  std::vector<std::string> evidence;    // SHA-256, hex
  std::vector<std::string> items;       // item ids of a sheet: "mail-account/2.a.2"
  bool operator==(const References&) const = default;
};

// What a key entry brings in.
struct Introduction {
  PublicKey key{};
  bool machine = false;  // a machine's key vouches for any author; a person's for its own only
  bool operator==(const Introduction&) const = default;
};

struct Header {
  std::string incident;
  std::string kind;                // [a-z-]+
  std::string author;              // who says it
  std::string key;                 // id of the key that signs it
  std::optional<Digest> previous;  // leaf of the entry that the same key signed before
  std::uint64_t after_size = 0;    // how many entries stood before it
  std::optional<Digest> after;     // leaf of the last of them
  Moment occurred;
  Instant recorded = Instant::unknown;
  std::optional<Digest> supersedes;  // leaf of the entry that this one corrects
  std::optional<Digest> redacts;     // leaf of the entry whose body goes
  std::optional<Introduction> introduces;
  References references;
  Digest body{};  // SHA-256(salt || body)
  bool operator==(const Header&) const = default;
};

struct Entry {
  std::uint64_t position = 0;
  Digest leaf{};
  Header header;
  std::optional<std::string> body;  // nothing once redacted
};

// What a person or the program wants to say; the logbook adds the rest.
struct Draft {
  std::string kind;
  std::string author;
  std::optional<Moment> occurred = std::nullopt;  // now, when not given
  std::optional<Digest> supersedes = std::nullopt;
  References references = {};
  std::string body = {};
};

std::string header_bytes(const Header& header);
// What is signed: a line that says what this is, then the header.
std::string signed_bytes(std::string_view header);
Digest body_hash(std::string_view salt, std::string_view body);

// Reads headers; keeps its buffers from one to the next.  Not thread-safe.
class HeaderReader {
 public:
  HeaderReader();
  ~HeaderReader();
  HeaderReader(HeaderReader&&) noexcept;
  // Nothing when the bytes are not a header of ours.
  std::optional<Header> read(std::string_view bytes);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace digue::logbook
