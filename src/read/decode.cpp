#include "read/decode.h"

#include <fcntl.h>
#include <simdjson.h>
#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <utility>

#include "base/pages.h"
#include "base/text.h"
#include "read/format.h"
#include "read/sentences.h"

namespace digue::read {

static constexpr std::size_t statistics_bytes = 4096;

std::string_view encoding_name(Encoding encoding) {
  switch (encoding) {
    case Encoding::utf8:
      return "UTF-8";
    case Encoding::damaged_utf8:
      return "UTF-8 (damaged)";
    case Encoding::utf16_little:
      return "UTF-16LE";
    case Encoding::utf16_big:
      return "UTF-16BE";
    case Encoding::windows_1252:
      break;
  }
  return "windows-1252";
}

static bool is_high(char c) {
  return static_cast<unsigned char>(c) >= 0x80;
}

static std::size_t bom_bytes(std::string_view bytes, Encoding encoding) {
  if (encoding == Encoding::utf16_little) return bytes.starts_with("\xff\xfe") ? 2 : 0;
  if (encoding == Encoding::utf16_big) return bytes.starts_with("\xfe\xff") ? 2 : 0;
  return bytes.starts_with("\xef\xbb\xbf") ? 3 : 0;
}

// The length that the first byte of a UTF-8 sequence announces.
static std::size_t announced(char first) {
  const auto byte = static_cast<unsigned char>(first);
  return byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1;
}

// How many bytes at the end are the start of a sequence whose rest is missing.
static std::size_t unfinished_bytes(std::string_view bytes) {
  for (std::size_t back = 1; back <= 3 && back <= bytes.size(); ++back) {
    const char c = bytes[bytes.size() - back];
    if (!is_high(c)) return 0;
    if (announced(c) > 1) return announced(c) > back ? back : 0;
  }
  return 0;
}

// Text in a Latin script has a zero in every second byte of UTF-16, and none elsewhere.
static std::optional<Encoding> sixteen_by_zeros(std::string_view bytes) {
  bytes = bytes.substr(0, statistics_bytes);
  std::size_t zeros[2] = {0, 0};
  for (std::size_t i = 0; i < bytes.size(); ++i) zeros[i % 2] += bytes[i] == '\0' ? 1 : 0;
  const std::size_t pairs = bytes.size() / 2;
  if (pairs < 2) return std::nullopt;
  if (zeros[1] * 10 > pairs * 6 && zeros[0] * 20 < pairs) return Encoding::utf16_little;
  if (zeros[0] * 10 > pairs * 6 && zeros[1] * 20 < pairs) return Encoding::utf16_big;
  return std::nullopt;
}

void EncodingCheck::start(std::string_view bytes) {
  started_ = true;
  if (bytes.starts_with("\xff\xfe"))
    sixteen_ = Encoding::utf16_little;
  else if (bytes.starts_with("\xfe\xff"))
    sixteen_ = Encoding::utf16_big;
  else
    sixteen_ = sixteen_by_zeros(bytes);
}

void EncodingCheck::add(std::string_view bytes) {
  if (!started_ && !bytes.empty()) start(bytes);
  if (sixteen_) return;
  if (!pending_.empty()) {
    const std::size_t missing = std::min(announced(pending_[0]) - pending_.size(), bytes.size());
    pending_ += bytes.substr(0, missing);
    bytes.remove_prefix(missing);
    if (pending_.size() < announced(pending_[0])) return;
    count(pending_);
    pending_.clear();
  }
  const std::size_t unfinished = unfinished_bytes(bytes);
  count(bytes.substr(0, bytes.size() - unfinished));
  pending_ = bytes.substr(bytes.size() - unfinished);
}

void EncodingCheck::join(const EncodingCheck& next) {
  letters_ += next.letters_;
  bad_ += next.bad_;
  pending_ += next.pending_;  // at most one of them: a line's end finishes whatever is before
}

void EncodingCheck::count(std::string_view bytes) {
  if (simdjson::validate_utf8(bytes.data(), bytes.size())) return;
  for (std::size_t i = 0; i < bytes.size();) {
    const std::size_t length = std::min(announced(bytes[i]), bytes.size() - i);
    if (!is_high(bytes[i])) {
      ++i;
    } else if (is_utf8(bytes.substr(i, length))) {
      ++letters_;
      i += length;
    } else {
      ++bad_;
      ++i;
    }
  }
}

Encoding EncodingCheck::encoding() const {
  if (sixteen_) return *sixteen_;
  if (bad_ == 0) return pending_.empty() ? Encoding::utf8 : Encoding::damaged_utf8;
  return letters_ > bad_ ? Encoding::damaged_utf8 : Encoding::windows_1252;
}

Encoding encoding_of(std::string_view bytes) {
  EncodingCheck check;
  for (std::size_t at = 0; at < bytes.size(); at += decode_piece)
    check.add(bytes.substr(at, decode_piece));
  return check.encoding();
}

static std::string decoded_piece(std::string_view piece, Encoding encoding) {
  switch (encoding) {
    case Encoding::utf16_little:
    case Encoding::utf16_big:
      return utf8_from_utf16(piece, encoding == Encoding::utf16_big);
    case Encoding::windows_1252:
      return utf8_from_windows_1252(piece);
    case Encoding::utf8:
    case Encoding::damaged_utf8:
      break;
  }
  return repaired_utf8(piece);
}

// The front of `bytes` that can be decoded by itself: no letter is cut.
static std::string_view whole_piece(std::string_view bytes, Encoding encoding) {
  if (bytes.size() <= decode_piece) return bytes;
  auto piece = bytes.substr(0, decode_piece);
  const bool sixteen = encoding == Encoding::utf16_little || encoding == Encoding::utf16_big;
  if (encoding == Encoding::damaged_utf8) piece.remove_suffix(unfinished_bytes(piece));
  if (!sixteen) return piece;
  const char high = piece[piece.size() - (encoding == Encoding::utf16_little ? 1 : 2)];
  const bool half_a_pair = (static_cast<unsigned char>(high) & 0xfc) == 0xd8;
  return half_a_pair ? piece.substr(0, piece.size() - 2) : piece;
}

// Decodes all, giving each decoded piece to `keep` until it refuses one.
template <class Keep>
static bool decode_pieces(std::string_view bytes, Encoding encoding, Keep keep) {
  while (!bytes.empty()) {
    const auto piece = whole_piece(bytes, encoding);
    if (!keep(decoded_piece(piece, encoding))) return false;
    bytes.remove_prefix(piece.size());
  }
  return true;
}

namespace {
// A file without a name: gone when it is closed, whatever happens to us.
class NamelessFile {
 public:
  explicit NamelessFile(const std::filesystem::path& folder)
      : descriptor_(::open(folder.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, 0600)) {
    if (descriptor_ < 0) open_and_unlink(folder);
  }
  ~NamelessFile() {
    if (descriptor_ >= 0) ::close(descriptor_);
  }
  NamelessFile(const NamelessFile&) = delete;
  NamelessFile& operator=(const NamelessFile&) = delete;

  bool good() const { return descriptor_ >= 0; }
  bool write(std::string_view bytes) {
    while (!bytes.empty()) {
      const auto written = ::write(descriptor_, bytes.data(), bytes.size());
      if (written < 0 && errno == EINTR) continue;
      if (written <= 0) return false;
      bytes.remove_prefix(static_cast<std::size_t>(written));
      size_ += static_cast<std::size_t>(written);
    }
    return true;
  }
  // What was written, which must be something.
  void* map() const {
    if (size_ == 0) return MAP_FAILED;
    return ::mmap(nullptr, size_, PROT_READ, MAP_SHARED, descriptor_, 0);
  }
  std::size_t size() const { return size_; }

 private:
  // For file systems that know no nameless files.
  void open_and_unlink(const std::filesystem::path& folder) {
    std::string name = (folder / "digue-XXXXXX").string();
    descriptor_ = ::mkostemp(name.data(), O_CLOEXEC);
    if (descriptor_ >= 0) ::unlink(name.c_str());
  }

  int descriptor_;
  std::size_t size_ = 0;
};
}  // namespace

DecodedText::DecodedText(DecodedText&& other) noexcept {
  swap(other);
}

DecodedText& DecodedText::operator=(DecodedText&& other) noexcept {
  swap(other);
  return *this;
}

DecodedText::~DecodedText() {
  if (mapped_ != nullptr) ::munmap(mapped_, mapped_bytes_);
}

void DecodedText::swap(DecodedText& other) noexcept {
  std::swap(text_, other.text_);
  std::swap(encoding_, other.encoding_);
  std::swap(skipped_, other.skipped_);
  std::swap(owned_, other.owned_);
  std::swap(mapped_, other.mapped_);
  std::swap(mapped_bytes_, other.mapped_bytes_);
}

void DecodedText::release_before(std::size_t offset) const {
  if (mapped_ != nullptr)
    release_pages_before(static_cast<const char*>(mapped_), mapped_bytes_, offset);
}

// Fills in a text that is too big for memory.
static Result<std::pair<void*, std::size_t>> decode_to_file(std::string_view bytes,
                                                            Encoding encoding,
                                                            const std::filesystem::path& folder) {
  const auto failed = [&] {
    return fail<sentences::no_temporary>(Error::Kind::storage, folder.string(),
                                         std::strerror(errno));
  };
  NamelessFile file(folder);
  if (!file.good()) return failed();
  const auto keep = [&](const std::string& piece) { return file.write(piece); };
  if (!decode_pieces(bytes, encoding, keep)) return failed();
  void* mapped = file.map();
  if (mapped == MAP_FAILED) return failed();
  return std::pair{mapped, file.size()};
}

Result<DecodedText> decode(std::string_view bytes, Encoding encoding,
                           const std::filesystem::path& folder) {
  DecodedText decoded;
  decoded.encoding_ = encoding;
  decoded.skipped_ = bom_bytes(bytes, encoding);
  bytes.remove_prefix(decoded.skipped_);
  if (encoding == Encoding::utf8) {
    decoded.text_ = bytes;
  } else if (bytes.size() <= max_decoded_in_memory) {
    decoded.owned_ = std::make_unique<std::string>();
    decode_pieces(bytes, encoding,
                  [&](const std::string& piece) { return decoded.owned_->append(piece), true; });
    decoded.text_ = *decoded.owned_;
  } else {
    DIGUE_TRY(const auto mapped, decode_to_file(bytes, encoding, folder));
    decoded.mapped_ = mapped.first;
    decoded.mapped_bytes_ = mapped.second;
    decoded.text_ = {static_cast<const char*>(mapped.first), mapped.second};
  }
  return decoded;
}

DecodedText undecoded(std::string_view bytes) {
  DecodedText text;
  text.text_ = bytes;
  return text;
}

std::string decoded_sample(std::string_view bytes) {
  bytes = bytes.substr(0, sample_bytes);
  EncodingCheck check;
  check.add(bytes);
  // The sample's end may cut a letter: that is no damage.
  const Encoding encoding = check.encoding();
  bytes.remove_prefix(bom_bytes(bytes, encoding));
  if (encoding == Encoding::damaged_utf8) bytes.remove_suffix(unfinished_bytes(bytes));
  return decoded_piece(bytes, encoding);
}

}  // namespace digue::read
