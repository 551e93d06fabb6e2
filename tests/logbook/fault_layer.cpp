#include "fault_layer.h"

#include <fcntl.h>
#include <signal.h>
#include <sqlite3.h>
#include <unistd.h>

#include <cstring>
#include <map>
#include <mutex>
#include <random>
#include <vector>

namespace digue::faults {

namespace {

constexpr std::size_t sector = 512;

// A write, or a truncation, that was not synced.
struct Change {
  std::int64_t offset = 0, size_before = 0;
  std::string before, after;
  bool truncation = false;
};

struct World {
  std::mutex mutex;
  Plan plan;
  std::uint64_t writes = 0, steps = 0, bytes = 0;
  bool dark = false;
  std::map<std::string, std::vector<Change>> unsynced;  // by path
};

World& world() {
  static World the_world;
  return the_world;
}

sqlite3_vfs* below() {
  static sqlite3_vfs* const system = sqlite3_vfs_find("unix");
  return system;
}

struct File {
  sqlite3_file base;
  std::string* path;
  sqlite3_file* real;
};

File* as_file(sqlite3_file* file) {
  return reinterpret_cast<File*>(file);
}

sqlite3_file* real_of(sqlite3_file* file) {
  return as_file(file)->real;
}

std::int64_t size_of(sqlite3_file* real) {
  sqlite3_int64 size = 0;
  real->pMethods->xFileSize(real, &size);
  return size;
}

std::string read_at(sqlite3_file* real, std::int64_t offset, std::int64_t size) {
  if (size <= 0) return {};
  std::string bytes(static_cast<std::size_t>(size), '\0');
  real->pMethods->xRead(real, bytes.data(), static_cast<int>(size), offset);
  return bytes;
}

// Counts a write or a sync; false when the power is gone.
bool step(World& w) {
  if (w.dark) return false;
  if (++w.steps >= w.plan.dark_at_step) w.dark = true;
  return !w.dark;
}

void remember(World& w, File& file, const void* data, int size, std::int64_t offset) {
  if (!w.plan.remember_unsynced) return;
  const auto before = size_of(file.real);
  Change change{offset, before,
                read_at(file.real, offset, std::min<std::int64_t>(size, before - offset)),
                std::string(static_cast<const char*>(data), static_cast<std::size_t>(size)), false};
  w.unsynced[*file.path].push_back(std::move(change));
}

int write(sqlite3_file* file, const void* data, int size, sqlite3_int64 offset) {
  auto& w = world();
  const std::lock_guard lock(w.mutex);
  auto* real = real_of(file);
  if (!step(w)) return SQLITE_IOERR_WRITE;
  if (++w.writes == w.plan.kill_at_write) {
    if (w.plan.torn) real->pMethods->xWrite(real, data, size / 2, offset);
    ::kill(::getpid(), SIGKILL);
  }
  if (w.bytes + static_cast<std::uint64_t>(size) > w.plan.full_after_bytes) return SQLITE_FULL;
  w.bytes += static_cast<std::uint64_t>(size);
  remember(w, *as_file(file), data, size, offset);
  return real->pMethods->xWrite(real, data, size, offset);
}

int truncate(sqlite3_file* file, sqlite3_int64 size) {
  auto& w = world();
  const std::lock_guard lock(w.mutex);
  auto* real = real_of(file);
  if (!step(w)) return SQLITE_IOERR_TRUNCATE;
  if (w.plan.remember_unsynced) {
    const auto before = size_of(real);
    w.unsynced[*as_file(file)->path].push_back(
        {size, before, read_at(real, size, before - size), {}, true});
  }
  return real->pMethods->xTruncate(real, size);
}

int sync(sqlite3_file* file, int flags) {
  auto& w = world();
  const std::lock_guard lock(w.mutex);
  auto* real = real_of(file);
  if (!step(w)) return SQLITE_IOERR_FSYNC;
  w.unsynced.erase(*as_file(file)->path);
  return w.plan.really_sync ? real->pMethods->xSync(real, flags) : SQLITE_OK;
}

int close(sqlite3_file* file) {
  auto* own = as_file(file);
  const int code = own->real->pMethods->xClose(own->real);
  ::operator delete(own->real);
  delete own->path;
  return code;
}

int read(sqlite3_file* f, void* data, int size, sqlite3_int64 offset) {
  return real_of(f)->pMethods->xRead(real_of(f), data, size, offset);
}
int file_size(sqlite3_file* f, sqlite3_int64* size) {
  return real_of(f)->pMethods->xFileSize(real_of(f), size);
}
int lock(sqlite3_file* f, int level) {
  return real_of(f)->pMethods->xLock(real_of(f), level);
}
int unlock(sqlite3_file* f, int level) {
  return real_of(f)->pMethods->xUnlock(real_of(f), level);
}
int check_lock(sqlite3_file* f, int* held) {
  return real_of(f)->pMethods->xCheckReservedLock(real_of(f), held);
}
// Chunked growth and memory maps would write behind our back: both are left out.
int control(sqlite3_file* f, int operation, void* argument) {
  if (operation == SQLITE_FCNTL_SIZE_HINT || operation == SQLITE_FCNTL_CHUNK_SIZE ||
      operation == SQLITE_FCNTL_MMAP_SIZE)
    return SQLITE_NOTFOUND;
  return real_of(f)->pMethods->xFileControl(real_of(f), operation, argument);
}
int sector_size(sqlite3_file*) {
  return static_cast<int>(sector);
}
// Nothing is promised of the disk: no atomic write, no order.
int characteristics(sqlite3_file*) {
  return 0;
}
int shm_map(sqlite3_file* f, int page, int size, int extend, void volatile** out) {
  return real_of(f)->pMethods->xShmMap(real_of(f), page, size, extend, out);
}
int shm_lock(sqlite3_file* f, int offset, int count, int flags) {
  return real_of(f)->pMethods->xShmLock(real_of(f), offset, count, flags);
}
void shm_barrier(sqlite3_file* f) {
  real_of(f)->pMethods->xShmBarrier(real_of(f));
}
int shm_unmap(sqlite3_file* f, int remove) {
  return real_of(f)->pMethods->xShmUnmap(real_of(f), remove);
}

const sqlite3_io_methods methods = {
    2,         close,      read,    write,       truncate,        sync,    file_size, lock,
    unlock,    check_lock, control, sector_size, characteristics, shm_map, shm_lock,  shm_barrier,
    shm_unmap, nullptr,    nullptr};

int open_file(sqlite3_vfs*, sqlite3_filename name, sqlite3_file* file, int flags, int* out_flags) {
  auto* own = as_file(file);
  own->base.pMethods = nullptr;
  own->real =
      static_cast<sqlite3_file*>(::operator new(static_cast<std::size_t>(below()->szOsFile)));
  std::memset(own->real, 0, static_cast<std::size_t>(below()->szOsFile));
  const int code = below()->xOpen(below(), name, own->real, flags, out_flags);
  if (code != SQLITE_OK) {
    ::operator delete(own->real);
    return code;
  }
  own->path = new std::string(name == nullptr ? "" : name);
  own->base.pMethods = &methods;
  return SQLITE_OK;
}

int delete_file(sqlite3_vfs*, const char* name, int sync_folder) {
  auto& w = world();
  const std::lock_guard lock_world(w.mutex);
  if (w.dark) return SQLITE_IOERR_DELETE;
  w.unsynced.erase(name);
  return below()->xDelete(below(), name, sync_folder);
}

int access_file(sqlite3_vfs*, const char* name, int flags, int* out) {
  return below()->xAccess(below(), name, flags, out);
}
int full_path(sqlite3_vfs*, const char* name, int size, char* out) {
  return below()->xFullPathname(below(), name, size, out);
}
int randomness(sqlite3_vfs*, int size, char* out) {
  return below()->xRandomness(below(), size, out);
}
int sleep_for(sqlite3_vfs*, int microseconds) {
  return below()->xSleep(below(), microseconds);
}
int current_time(sqlite3_vfs*, double* out) {
  return below()->xCurrentTime(below(), out);
}
int last_error(sqlite3_vfs*, int size, char* out) {
  return below()->xGetLastError(below(), size, out);
}
int current_time_64(sqlite3_vfs*, sqlite3_int64* out) {
  return below()->xCurrentTimeInt64(below(), out);
}

// An image of a file as it stands after the cut.
std::string durable_image(std::string image, const std::vector<Change>& changes) {
  for (auto change = changes.rbegin(); change != changes.rend(); ++change) {
    const auto offset = static_cast<std::size_t>(change->offset);
    if (change->truncation) {
      image.resize(offset);
      image += change->before;
      continue;
    }
    if (image.size() < offset + change->before.size()) image.resize(offset + change->before.size());
    image.replace(offset, change->before.size(), change->before);
    image.resize(static_cast<std::size_t>(change->size_before));
  }
  return image;
}

// Sectors reach the disk in any order, or not.
void let_some_through(std::string& image, const std::vector<Change>& changes,
                      std::mt19937_64& chance) {
  for (const auto& change : changes) {
    if (change.truncation) continue;
    for (std::size_t at = 0; at < change.after.size(); at += sector) {
      if (chance() % 2 == 0) continue;
      const auto offset = static_cast<std::size_t>(change.offset) + at;
      const auto piece = change.after.substr(at, sector);
      if (image.size() < offset + piece.size()) image.resize(offset + piece.size());
      image.replace(offset, piece.size(), piece);
    }
  }
}

std::string content_of(const std::string& path) {
  std::string bytes;
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  char buffer[65536];
  for (::ssize_t got = 0; file >= 0 && (got = ::read(file, buffer, sizeof buffer)) > 0;)
    bytes.append(buffer, static_cast<std::size_t>(got));
  if (file >= 0) ::close(file);
  return bytes;
}

void put_content(const std::string& path, const std::string& bytes) {
  const int file = ::open(path.c_str(), O_WRONLY | O_TRUNC | O_CLOEXEC);
  if (file < 0) return;
  if (::write(file, bytes.data(), bytes.size()) != static_cast<::ssize_t>(bytes.size())) ::abort();
  ::close(file);
}

}  // namespace

void install() {
  static sqlite3_vfs layer = {2,
                              static_cast<int>(sizeof(File)),
                              below()->mxPathname,
                              nullptr,
                              layer_name,
                              nullptr,
                              open_file,
                              delete_file,
                              access_file,
                              full_path,
                              nullptr,
                              nullptr,
                              nullptr,
                              nullptr,
                              randomness,
                              sleep_for,
                              current_time,
                              last_error,
                              current_time_64,
                              nullptr,
                              nullptr,
                              nullptr};
  static const int registered = sqlite3_vfs_register(&layer, 0);
  static_cast<void>(registered);
}

void set_plan(const Plan& plan) {
  auto& w = world();
  const std::lock_guard lock_world(w.mutex);
  w.plan = plan;
  w.writes = w.steps = w.bytes = 0;
  w.dark = false;
  w.unsynced.clear();
}

std::uint64_t writes() {
  const std::lock_guard lock_world(world().mutex);
  return world().writes;
}
std::uint64_t steps() {
  const std::lock_guard lock_world(world().mutex);
  return world().steps;
}
std::uint64_t bytes_written() {
  const std::lock_guard lock_world(world().mutex);
  return world().bytes;
}

void restore_after_power_cut(std::uint64_t seed) {
  auto& w = world();
  const std::lock_guard lock_world(w.mutex);
  std::mt19937_64 chance(seed);
  for (const auto& [path, changes] : w.unsynced) {
    std::string image = durable_image(content_of(path), changes);
    if (seed != 0) let_some_through(image, changes, chance);
    put_content(path, image);
  }
  w.unsynced.clear();
  w.dark = false;
}

}  // namespace digue::faults
