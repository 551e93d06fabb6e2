// Bytes of a hostile file, read in order: every read names what it reads, and none leaves the
// bytes.
//
// The first read that does not fit, or that the caller refuses, is remembered with its name and
// place; from then on every read gives zeros.  So code reads a whole structure, then asks once.
// Little-endian.  A view: the bytes must outlive it.  Not thread-safe.
#pragma once
#include <bit>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <type_traits>

namespace digue {

static_assert(std::endian::native == std::endian::little,
              "little_endian() copies bytes as they are");

// The number whose bytes begin here; the caller knows that they are there.
template <class Number>
Number little_endian(const char* bytes) {
  static_assert(std::is_trivially_copyable_v<Number>);
  Number number;
  std::memcpy(&number, bytes, sizeof number);
  return number;
}

template <class Number>
Number little_endian(std::string_view bytes) {
  const char* begin = bytes.data();
  return little_endian<Number>(begin);
}

class ByteCursor {
 public:
  explicit ByteCursor(std::string_view bytes, std::size_t at = 0) : bytes_(bytes), at_(at) {
    if (at > bytes.size()) refuse("position");
  }

  std::uint8_t u8(const char* what) { return number<std::uint8_t>(what); }
  std::uint16_t u16(const char* what) { return number<std::uint16_t>(what); }
  std::uint32_t u32(const char* what) { return number<std::uint32_t>(what); }
  std::uint64_t u64(const char* what) { return number<std::uint64_t>(what); }

  std::string_view bytes(std::size_t count, const char* what) {
    if (!has(count, what)) return {};
    at_ += count;
    return bytes_.substr(at_ - count, count);
  }
  void skip(std::size_t count, const char* what) {
    if (has(count, what)) at_ += count;
  }
  // The next byte, left where it is; 0 at the end.
  std::uint8_t peek() const {
    return at_ < bytes_.size() && what_ == nullptr ? static_cast<std::uint8_t>(bytes_[at_]) : 0;
  }

  // What was read is there, and cannot be: the caller says so by its name.
  void refuse(const char* what) {
    if (what_ == nullptr) what_ = what;
  }
  bool failed() const { return what_ != nullptr; }
  // What could not be read; nullptr while all went well.
  const char* what() const { return what_; }
  // From the start of the bytes; where it stopped, once failed.
  std::size_t at() const { return at_; }
  std::size_t left() const { return failed() ? 0 : bytes_.size() - at_; }

 private:
  bool has(std::size_t count, const char* what) {
    if (what_ == nullptr && count <= bytes_.size() - at_) return true;
    refuse(what);
    return false;
  }
  template <class Number>
  Number number(const char* what) {
    if (!has(sizeof(Number), what)) return 0;
    const auto value = little_endian<Number>(bytes_.data() + at_);
    at_ += sizeof(Number);
    return value;
  }

  std::string_view bytes_;
  std::size_t at_;
  const char* what_ = nullptr;
};

}  // namespace digue
