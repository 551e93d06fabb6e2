// Where records are rendered: one block of memory that grows and is used again and again, so that
// nothing is allocated for a record.  Not thread-safe.
#pragma once
#include <algorithm>
#include <cstring>
#include <memory>
#include <string_view>

namespace digue::read::evtx {

class Buffer {
 public:
  // Writers may write so many bytes past what they were given room for, and then not count them.
  static constexpr std::size_t slack = 64;

  // Where to write up to `count` bytes; say with wrote_to() where the writing ended.
  char* room(std::size_t count) {
    if (count + slack > capacity_ - size_) grow(count);
    return data_.get() + size_;
  }
  void wrote_to(const char* end) { size_ = static_cast<std::size_t>(end - data_.get()); }

  void add(std::string_view text) {
    char* at = room(text.size());
    if (!text.empty()) std::memcpy(at, text.data(), text.size());
    size_ += text.size();
  }
  void add(char c) {
    *room(1) = c;
    ++size_;
  }
  // The same, for a text with at least 31 readable bytes after its end: short texts in one move.
  void add_padded(const char* text, std::size_t size) {
    char* at = room(size);
    std::memcpy(at, text, 32);
    if (size > 32) std::memcpy(at + 32, text + 32, size - 32);
    size_ += size;
  }

  std::size_t size() const { return size_; }
  char last() const { return size_ == 0 ? '\0' : data_[size_ - 1]; }
  std::string_view text() const { return {data_.get(), size_}; }
  void shrink_to(std::size_t size) { size_ = std::min(size, size_); }
  void clear() { size_ = 0; }

 private:
  void grow(std::size_t count) {
    const std::size_t capacity = std::max(capacity_ * 2, size_ + count + slack);
    auto data = std::make_unique_for_overwrite<char[]>(capacity);
    if (size_ != 0) std::memcpy(data.get(), data_.get(), size_);
    data_ = std::move(data);
    capacity_ = capacity;
  }

  std::unique_ptr<char[]> data_ = std::make_unique_for_overwrite<char[]>(slack);
  std::size_t size_ = 0, capacity_ = slack;
};

}  // namespace digue::read::evtx
