#include "evidence/spool.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>

#include "base/pages.h"
#include "evidence/sentences.h"

namespace digue::evidence {

std::filesystem::path temporary_folder() {
  const char* told = std::getenv("TMPDIR");
  if (told != nullptr && *told != '\0') return told;
  return ::access("/var/tmp", W_OK) == 0 ? "/var/tmp" : "/tmp";
}

static tl::unexpected<Error> no_room(const std::filesystem::path& folder) {
  return fail<sentences::no_room>(Error::Kind::storage, folder.string(), std::strerror(errno));
}

// O_TMPFILE where the file system knows it, else a named file unlinked at once.
Outcome Spool::open_file() {
  file_ = ::open(folder_.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
  if (file_ >= 0) return {};
  std::string name = (folder_ / "digue-XXXXXX").string();
  file_ = ::mkostemp(name.data(), O_CLOEXEC);
  if (file_ < 0) return no_room(folder_);
  ::unlink(name.c_str());
  return {};
}

Outcome Spool::write_out(std::string_view bytes) {
  while (!bytes.empty()) {
    const auto written = ::write(file_, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return no_room(folder_);
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return {};
}

Outcome Spool::add(std::string_view bytes) {
  size_ += bytes.size();
  if (file_ < 0 && size_ <= spool_memory_bytes) {
    memory_.append(bytes);
    return {};
  }
  if (file_ < 0) {
    DIGUE_CHECK(open_file());
    DIGUE_CHECK(write_out(memory_));
    memory_ = {};
  }
  return write_out(bytes);
}

Result<std::string_view> Spool::view() {
  if (file_ < 0) return std::string_view(memory_);
  if (mapped_ == nullptr) {
    void* mapped = ::mmap(nullptr, size_, PROT_READ, MAP_SHARED, file_, 0);
    if (mapped == MAP_FAILED) return no_room(folder_);
    ::madvise(mapped, size_, MADV_SEQUENTIAL);
    mapped_ = static_cast<char*>(mapped);
  }
  return std::string_view(mapped_, size_);
}

void Spool::release_before(std::size_t offset) const {
  if (mapped_ != nullptr) release_pages_before(mapped_, size_, offset);
}

void Spool::clear() {
  if (mapped_ != nullptr) ::munmap(mapped_, size_);
  if (file_ >= 0) ::close(file_);
  mapped_ = nullptr;
  file_ = -1;
  size_ = 0;
  memory_.clear();
}

}  // namespace digue::evidence
