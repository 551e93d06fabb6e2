// Any bytes, taken as the file of an incident that is verified.
#include <unistd.h>

#include <fstream>

#include "logbook/verify.h"

// SQLite wants a name of its own for the file; it goes with the process.
struct NamedFile {
  std::string path = "/dev/shm/digue-fuzz-" + std::to_string(::getpid()) + ".digue";
  ~NamedFile() {
    for (const char* end : {"", "-wal", "-shm", "-journal"}) ::unlink((path + end).c_str());
  }
};

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  static const NamedFile file;
  std::ofstream(file.path, std::ios::binary)
      .write(reinterpret_cast<const char*>(data), static_cast<std::streamsize>(size));
  (void)digue::logbook::verify(file.path, {});
  return 0;
}
