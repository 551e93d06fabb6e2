// One MaxMind database file, whatever its schema.  Thread-safe once open.
#pragma once
#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "base/result.h"
#include "detect/operators.h"
#include "detect/scene.h"

namespace digue::analysis {

class Mmdb {
 public:
  static digue::Result<Mmdb> open(const std::filesystem::path& path);
  Mmdb(Mmdb&&) noexcept;
  Mmdb& operator=(Mmdb&&) noexcept;
  ~Mmdb();

  // What the database says of the address; nothing when it has no such address.
  std::optional<detect::Site> find(const detect::AddressBytes& address) const;
  // The UTC day it was built, "2026-06-05"; "" when it says no day that there is.
  std::string built_on() const;

 private:
  struct Handle;
  explicit Mmdb(std::unique_ptr<Handle> handle);
  std::unique_ptr<Handle> handle_;
};

}  // namespace digue::analysis
