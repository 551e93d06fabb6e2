#include "base/file.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "base/pages.h"
#include "base/sentences.h"

namespace digue {

namespace {
struct Descriptor {
  int fd;
  explicit Descriptor(int descriptor) : fd(descriptor) {}
  ~Descriptor() {
    if (fd >= 0) ::close(fd);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
};
}  // namespace

static std::string reason() {
  return std::strerror(errno);
}

Result<MappedFile> MappedFile::open(const std::filesystem::path& path) {
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  struct stat facts{};
  if (file.fd < 0 || ::fstat(file.fd, &facts) != 0)
    return fail<sentences::cannot_open>(Error::Kind::not_found, path.string(), reason());
  if (!S_ISREG(facts.st_mode)) {
    errno = EINVAL;
    return fail<sentences::cannot_open>(Error::Kind::bad_input, path.string(), reason());
  }
  const auto size = static_cast<std::size_t>(facts.st_size);
  if (size == 0) return MappedFile("", 0);  // mmap refuses an empty mapping
  void* data = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, file.fd, 0);
  if (data == MAP_FAILED)
    return fail<sentences::cannot_open>(Error::Kind::storage, path.string(), reason());
  ::madvise(data, size, MADV_SEQUENTIAL);
  return MappedFile(static_cast<const char*>(data), size);
}

MappedFile::MappedFile(MappedFile&& other) noexcept
    : data_(std::exchange(other.data_, nullptr)), size_(std::exchange(other.size_, 0)) {}

MappedFile& MappedFile::operator=(MappedFile&& other) noexcept {
  std::swap(data_, other.data_);
  std::swap(size_, other.size_);
  return *this;
}

MappedFile::~MappedFile() {
  if (size_ != 0) ::munmap(const_cast<char*>(data_), size_);
}

void MappedFile::release_before(std::size_t offset) const {
  release_pages_before(data_, size_, offset);
}

Result<std::string> DiskFiles::read(const std::filesystem::path& path) {
  DIGUE_TRY(const auto file, MappedFile::open(path));
  return std::string(file.bytes());
}

static Outcome write_all(int fd, std::string_view bytes, const std::string& name) {
  while (!bytes.empty()) {
    const auto written = ::write(fd, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return fail<sentences::cannot_write>(Error::Kind::storage, name, reason());
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return {};
}

static Outcome write_to(const std::filesystem::path& path, int flags, std::string_view bytes,
                        const std::string& name) {
  const Descriptor file(::open(path.c_str(), flags | O_WRONLY | O_CLOEXEC, 0640));
  if (file.fd < 0) return fail<sentences::cannot_write>(Error::Kind::storage, name, reason());
  DIGUE_CHECK(write_all(file.fd, bytes, name));
  if ((flags & O_CREAT) != 0 && ::fsync(file.fd) != 0)
    return fail<sentences::cannot_write>(Error::Kind::storage, name, reason());
  return {};
}

// Where a link leads; the path itself when it is none, or leads nowhere yet.
static std::filesystem::path behind_links(const std::filesystem::path& path) {
  std::error_code error;
  auto real = std::filesystem::canonical(path, error);
  return error ? path : real;
}

Outcome DiskFiles::write(const std::filesystem::path& path, std::string_view bytes) {
  std::error_code error;
  const auto status = std::filesystem::status(path, error);
  if (std::filesystem::exists(status) && !std::filesystem::is_regular_file(status))
    return write_to(path, 0, bytes, path.string());
  const auto real = behind_links(path);
  const std::string beside = real.string() + ".part";
  DIGUE_CHECK(write_to(beside, O_CREAT | O_TRUNC, bytes, path.string()));
  if (::rename(beside.c_str(), real.c_str()) != 0)
    return fail<sentences::cannot_write>(Error::Kind::storage, path.string(), reason());
  return {};
}

}  // namespace digue
