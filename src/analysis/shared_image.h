// Bytes that all workers share with the one who starts them: a file without a name, which they have
// as a descriptor of their own and map.
#pragma once
#include <optional>
#include <string_view>

#include "base/result.h"

namespace digue::analysis {

// The starter's side.
class SharedImage {
 public:
  static digue::Result<SharedImage> of(std::string_view image);
  SharedImage(SharedImage&& other) noexcept;
  SharedImage& operator=(SharedImage&&) = delete;
  ~SharedImage();
  // 10 or above; for WorkerSettings::shared_descriptor.
  int descriptor() const { return descriptor_; }

 private:
  SharedImage() = default;
  int descriptor_ = -1;
};

// The worker's: mapped until it ends.  Nothing when none was given.
std::optional<std::string_view> shared_image();

}  // namespace digue::analysis
