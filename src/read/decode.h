// Bytes of a text file to UTF-8, whatever wrote them.
//
// UTF-8 with or without BOM, UTF-16 in either order with a BOM or known by its zero bytes, else
// Windows-1252.  UTF-8 with a few bad bytes (a file cut in the middle of a letter) stays UTF-8,
// each bad byte becoming U+FFFD.
//
// Memory: UTF-8 is not copied: the text is a view of the bytes given, which must outlive it (a BOM
// is left out).  Anything else up to max_decoded_in_memory is decoded into memory; a bigger one is
// decoded in pieces of decode_piece bytes into a temporary file that has no name and is mapped, so
// that anonymous memory stays bounded by one piece.
#pragma once
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/file.h"
#include "base/result.h"

namespace digue::read {

inline constexpr std::size_t max_decoded_in_memory = 16 << 20;
inline constexpr std::size_t decode_piece = 1 << 20;

enum class Encoding : std::uint8_t { utf8, damaged_utf8, utf16_little, utf16_big, windows_1252 };
// "UTF-8", "UTF-16LE"...
std::string_view encoding_name(Encoding encoding);

// Says what a file is from its bytes in order, given in pieces of any size: can share the pass
// that hashes them.  Not thread-safe; parts of a file may have one each, and be joined.
class EncodingCheck {
 public:
  // A part that is not the first begins behind a line's end.
  explicit EncodingCheck(bool is_first = true) : started_(!is_first) {}
  void add(std::string_view bytes);
  // `next` has seen the part right after.
  void join(const EncodingCheck& next);
  Encoding encoding() const;

 private:
  void start(std::string_view bytes);
  void count(std::string_view bytes);

  std::string pending_;  // an unfinished sequence at the end of the last piece
  bool started_;
  std::optional<Encoding> sixteen_;
  std::uint64_t letters_ = 0;  // well-formed sequences of two bytes or more
  std::uint64_t bad_ = 0;      // bytes that are none
};
Encoding encoding_of(std::string_view bytes);

class DecodedText {
 public:
  DecodedText(DecodedText&& other) noexcept;
  DecodedText& operator=(DecodedText&& other) noexcept;
  ~DecodedText();

  std::string_view text() const { return text_; }
  Encoding encoding() const { return encoding_; }
  // Whether text() is a view of the bytes given to decode(): then offsets into it are offsets into
  // the file, but for a BOM of `skipped()` bytes.
  bool is_view() const { return !owned_ && mapped_ == nullptr; }
  std::size_t skipped() const { return skipped_; }
  // Lets the pages before `offset` of a mapped temporary go.
  void release_before(std::size_t offset) const;

 private:
  friend DecodedText undecoded(std::string_view);
  friend Result<DecodedText> decode(std::string_view, Encoding, const std::filesystem::path&);
  DecodedText() = default;
  void swap(DecodedText& other) noexcept;

  std::string_view text_;
  Encoding encoding_ = Encoding::utf8;
  std::size_t skipped_ = 0;
  std::unique_ptr<std::string> owned_;
  void* mapped_ = nullptr;
  std::size_t mapped_bytes_ = 0;
};

// `folder` is where the temporary goes.
Result<DecodedText> decode(std::string_view bytes, Encoding encoding,
                           const std::filesystem::path& folder);
inline Result<DecodedText> decode(std::string_view bytes, const std::filesystem::path& folder) {
  return decode(bytes, encoding_of(bytes), folder);
}
// The bytes themselves, for a format that reads them.
DecodedText undecoded(std::string_view bytes);
// The start of a file for recognition: at most sample_bytes are looked at.
std::string decoded_sample(std::string_view bytes);

}  // namespace digue::read
