#include "store/in_use.h"

#include <sys/stat.h>

#include <fstream>
#include <string>

namespace digue::store {

// A line of /proc/locks (proc(5)): "1: POSIX  ADVISORY  READ 4242 08:01:131072 128 128", the
// numbers being the process, the device and inode, the first and the last byte.
bool is_open(const std::filesystem::path& database) {
  struct ::stat shared{};
  if (::stat((database.string() + "-shm").c_str(), &shared) != 0) return false;
  const std::string place = ":" + std::to_string(shared.st_ino) + " 128 128";
  std::ifstream locks("/proc/locks");
  for (std::string line; std::getline(locks, line);)
    if (line.ends_with(place)) return true;
  return false;
}

}  // namespace digue::store
