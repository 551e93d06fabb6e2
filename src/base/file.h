// The seam for files: the product reads evidence through a mapping and writes through Files, so
// that tests can stand a folder in memory, or a full disk, in its place.
#pragma once
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "base/result.h"

namespace digue {

// A whole file, mapped read-only.  Views into it live as long as it does.  Thread-safe once open.
class MappedFile {
 public:
  static Result<MappedFile> open(const std::filesystem::path& path);
  MappedFile(MappedFile&& other) noexcept;
  MappedFile& operator=(MappedFile&& other) noexcept;
  ~MappedFile();

  std::string_view bytes() const { return {data_, size_}; }
  // Tells the kernel that the pages before `offset` will not be read soon; to be said at least
  // every 64 MB.
  void release_before(std::size_t offset) const;

 private:
  MappedFile(const char* data, std::size_t size) : data_(data), size_(size) {}
  const char* data_ = nullptr;
  std::size_t size_ = 0;
};

// Whole small files: settings, sheets, reports.
class Files {
 public:
  virtual ~Files() = default;
  virtual Result<std::string> read(const std::filesystem::path& path) = 0;
  // Written beside and renamed: the old file or the new one, never a half.  What is no plain file
  // (/dev/null, /dev/stdout, a pipe) is written into; a link stays, and what it leads to is
  // written.
  virtual Outcome write(const std::filesystem::path& path, std::string_view bytes) = 0;
};

class DiskFiles final : public Files {
 public:
  Result<std::string> read(const std::filesystem::path& path) override;
  Outcome write(const std::filesystem::path& path, std::string_view bytes) override;
};

}  // namespace digue
