#include "base/hash.h"

#include <openssl/evp.h>

#include <cstring>
#include <random>
#include <utility>

namespace digue {

// Looked up once: OpenSSL would go through its tables, and their locks, for each hash.
static const EVP_MD* sha256_method() {
  static const EVP_MD* const fetched = EVP_MD_fetch(nullptr, "SHA256", nullptr);
  return fetched != nullptr ? fetched : EVP_sha256();
}

namespace {

struct Context {
  EVP_MD_CTX* context = EVP_MD_CTX_new();
  Context() = default;
  ~Context() { EVP_MD_CTX_free(context); }
  Context(const Context&) = delete;
  Context& operator=(const Context&) = delete;

  void begin() const { EVP_DigestInit_ex(context, sha256_method(), nullptr); }
  void add(std::string_view bytes) const { EVP_DigestUpdate(context, bytes.data(), bytes.size()); }
  Digest finish() const {
    Digest digest{};
    unsigned size = 0;
    EVP_DigestFinal_ex(context, digest.data(), &size);
    return digest;
  }
};

}  // namespace

struct Sha256::State {
  Context context;
};

Sha256::Sha256() : state_(std::make_unique<State>()) {
  state_->context.begin();
}
Sha256::~Sha256() = default;
Sha256::Sha256(Sha256&&) noexcept = default;
Sha256& Sha256::operator=(Sha256&&) noexcept = default;

void Sha256::add(std::string_view bytes) {
  state_->context.add(bytes);
}

Digest Sha256::finish() {
  return state_->context.finish();
}

Digest sha256(std::string_view bytes) {
  static thread_local const Context context;
  context.begin();
  context.add(bytes);
  return context.finish();
}

std::string to_hex(std::span<const std::uint8_t> bytes) {
  static constexpr char digits[] = "0123456789abcdef";
  std::string text;
  text.reserve(bytes.size() * 2);
  for (const auto byte : bytes) {
    text += digits[byte >> 4];
    text += digits[byte & 15];
  }
  return text;
}

static int nibble(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

std::optional<std::string> from_hex(std::string_view hex) {
  if (hex.size() % 2 != 0) return std::nullopt;
  std::string bytes;
  for (std::size_t i = 0; i < hex.size(); i += 2) {
    const int high = nibble(hex[i]), low = nibble(hex[i + 1]);
    if (high < 0 || low < 0) return std::nullopt;
    bytes += static_cast<char>(high * 16 + low);
  }
  return bytes;
}

std::string to_base64(std::string_view bytes) {
  std::string text((bytes.size() + 2) / 3 * 4 + 1, '\0');
  const int size = EVP_EncodeBlock(reinterpret_cast<unsigned char*>(text.data()),
                                   reinterpret_cast<const unsigned char*>(bytes.data()),
                                   static_cast<int>(bytes.size()));
  text.resize(static_cast<std::size_t>(size));
  return text;
}

std::optional<std::string> from_base64(std::string_view text) {
  if (text.size() % 4 != 0) return std::nullopt;
  std::string bytes(text.size() / 4 * 3, '\0');
  const int size = EVP_DecodeBlock(reinterpret_cast<unsigned char*>(bytes.data()),
                                   reinterpret_cast<const unsigned char*>(text.data()),
                                   static_cast<int>(text.size()));
  if (size < 0) return std::nullopt;
  const std::size_t padding = text.ends_with("==") ? 2 : text.ends_with("=") ? 1 : 0;
  bytes.resize(static_cast<std::size_t>(size) - padding);
  return bytes;
}

// Multiply-and-fold, in the manner of wyhash.
static std::uint64_t mix(std::uint64_t a, std::uint64_t b) {
  __extension__ using Wide = unsigned __int128;
  const Wide product = static_cast<Wide>(a) * b;
  return static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64);
}

template <class Word>
static std::uint64_t word_at(const char* place) {
  Word word = 0;
  std::memcpy(&word, place, sizeof word);
  return word;
}

// Up to eight bytes from the front and as many from the back; they overlap in a short text.
static std::pair<std::uint64_t, std::uint64_t> both_ends(const char* begin, std::size_t size) {
  const char* end = begin + size;
  if (size >= 8) return {word_at<std::uint64_t>(begin), word_at<std::uint64_t>(end - 8)};
  if (size >= 4) return {word_at<std::uint32_t>(begin), word_at<std::uint32_t>(end - 4)};
  if (size == 0) return {0, 0};
  return {word_at<std::uint8_t>(begin) << 8 | word_at<std::uint8_t>(begin + size / 2),
          word_at<std::uint8_t>(end - 1)};
}

// Another one each time the program starts: who writes the evidence can't fill one bucket.
static std::uint64_t secret() {
  std::random_device device;
  return std::uint64_t{device()} << 32 | device();
}

std::uint64_t quick_hash(std::string_view bytes) {
  constexpr std::uint64_t key = 0xa0761d6478bd642fULL;
  static const std::uint64_t seed = secret();
  std::uint64_t hash = seed;
  const char* place = bytes.data();
  std::size_t left = bytes.size();
  for (; left > 16; left -= 16, place += 16)
    hash = mix(word_at<std::uint64_t>(place) ^ key, word_at<std::uint64_t>(place + 8) ^ hash);
  const auto [front, back] = both_ends(place, left);
  return mix(key ^ bytes.size(), mix(front ^ key, back ^ hash));
}

}  // namespace digue
