// A file in memory, for what takes a path or a descriptor.
#pragma once
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdlib>
#include <string>
#include <string_view>

class MemoryFile {
 public:
  explicit MemoryFile(std::string_view bytes = {}) : descriptor_(::memfd_create("fuzz", 0)) {
    if (descriptor_ < 0) std::abort();
    const auto written = ::pwrite(descriptor_, bytes.data(), bytes.size(), 0);
    if (written != static_cast<ssize_t>(bytes.size())) std::abort();
  }
  ~MemoryFile() { ::close(descriptor_); }
  MemoryFile(const MemoryFile&) = delete;
  MemoryFile& operator=(const MemoryFile&) = delete;

  int descriptor() const { return descriptor_; }
  std::string path() const { return "/proc/self/fd/" + std::to_string(descriptor_); }
  std::string bytes() const {
    struct stat status{};
    if (::fstat(descriptor_, &status) != 0) std::abort();
    std::string out(static_cast<std::size_t>(status.st_size), '\0');
    if (::pread(descriptor_, out.data(), out.size(), 0) != status.st_size) std::abort();
    return out;
  }

 private:
  int descriptor_;
};
