#include "logbook/witness.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include "base/file.h"
#include "base/hash.h"

namespace digue::logbook {

// The incident's name comes from a file that others may have written: it is hashed, so that it can
// never lead out of the folder.
Witness::Witness(const std::filesystem::path& state_folder, const std::string& incident)
    : path_(state_folder / "heads" / (to_hex(sha256(incident)).substr(0, 32) + ".checkpoint")) {
  std::error_code error;
  std::filesystem::create_directories(path_.parent_path(), error);
}

Witness::~Witness() {
  if (file_ >= 0) ::close(file_);
}

// Locked, so that nobody reads a note that another program is half way through writing.
std::string Witness::last() const {
  const int file = ::open(path_.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) return "";
  ::flock(file, LOCK_SH);
  auto note = DiskFiles().read(path_).value_or("");
  ::close(file);
  return note;
}

// In place: a note is a few hundred bytes of one page, so that a killed process leaves the old one
// or the new one.
void Witness::keep(const std::string& note) {
  if (file_ < 0) file_ = ::open(path_.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
  if (file_ < 0) return;
  ::flock(file_, LOCK_EX);
  if (::pwrite(file_, note.data(), note.size(), 0) == static_cast<::ssize_t>(note.size()))
    static_cast<void>(::ftruncate(file_, static_cast<::off_t>(note.size())) == 0);
  ::flock(file_, LOCK_UN);
}

}  // namespace digue::logbook
