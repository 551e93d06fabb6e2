#include "analysis/shared_image.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

#include "analysis/sentences.h"
#include "analysis/worker_exit.h"

namespace digue::analysis {

digue::Result<SharedImage> SharedImage::of(std::string_view image) {
  SharedImage shared;
  const int made = ::memfd_create("digue-shared", MFD_CLOEXEC);
  shared.descriptor_ = ::fcntl(made, F_DUPFD_CLOEXEC, 10);
  if (made >= 0) ::close(made);
  while (shared.descriptor_ >= 0 && !image.empty()) {
    const auto written = ::write(shared.descriptor_, image.data(), image.size());
    if (written < 0 && errno != EINTR) break;
    if (written > 0) image.remove_prefix(static_cast<std::size_t>(written));
  }
  if (shared.descriptor_ < 0 || !image.empty())
    return fail<sentences::cannot_start_worker>(Error::Kind::storage, std::strerror(errno));
  return shared;
}

SharedImage::SharedImage(SharedImage&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1)) {}

SharedImage::~SharedImage() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

std::optional<std::string_view> shared_image() {
  struct stat facts{};
  if (::fstat(shared_descriptor, &facts) != 0 || facts.st_size <= 0) return std::nullopt;
  const auto size = static_cast<std::size_t>(facts.st_size);
  void* data = ::mmap(nullptr, size, PROT_READ, MAP_SHARED, shared_descriptor, 0);
  if (data == MAP_FAILED) return std::nullopt;
  return std::string_view(static_cast<const char*>(data), size);
}

}  // namespace digue::analysis
