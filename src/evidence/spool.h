// Bytes of unknown length on their way out of an archive: in memory while they are few, then in a
// temporary file that has no name, so that a crash leaves nothing behind.
//
// Not thread-safe.  Views live until clear() or the end of the spool.
#pragma once
#include <filesystem>
#include <string>
#include <string_view>

#include "base/result.h"

namespace digue::evidence {

inline constexpr std::size_t spool_memory_bytes = 1 << 20;

class Spool {
 public:
  explicit Spool(std::filesystem::path folder) : folder_(std::move(folder)) {}
  ~Spool() { clear(); }
  Spool(const Spool&) = delete;
  Spool& operator=(const Spool&) = delete;

  Outcome add(std::string_view bytes);
  std::size_t size() const { return size_; }
  // Everything added, mapped when it is in a file.  Nothing may be added after.
  Result<std::string_view> view();
  // Tells the kernel that the pages before `offset` will not be read again.
  void release_before(std::size_t offset) const;
  void clear();

 private:
  Outcome open_file();
  Outcome write_out(std::string_view bytes);

  std::filesystem::path folder_;
  std::string memory_;
  int file_ = -1;
  std::size_t size_ = 0;
  char* mapped_ = nullptr;
};

// $TMPDIR, else /var/tmp (on disk; /tmp may be memory), else /tmp.
std::filesystem::path temporary_folder();

}  // namespace digue::evidence
