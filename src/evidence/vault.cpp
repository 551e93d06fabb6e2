#include "evidence/vault.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <set>
#include <system_error>
#include <utility>

#include "base/hash.h"
#include "base/hex.h"
#include "base/sentences.h"
#include "evidence/sentences.h"

namespace digue::evidence {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t piece_bytes = 1 << 20;
constexpr std::size_t hash_digits = 64;

class Descriptor {
 public:
  explicit Descriptor(int descriptor) : descriptor_(descriptor) {}
  ~Descriptor() {
    if (descriptor_ >= 0) ::close(descriptor_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  int get() const { return descriptor_; }
  bool is_open() const { return descriptor_ >= 0; }

 private:
  int descriptor_;
};

std::string reason() {
  return std::strerror(errno);
}

Outcome write_all(int file, std::string_view bytes, const fs::path& path) {
  while (!bytes.empty()) {
    const auto written = ::write(file, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0)
      return fail<digue::sentences::cannot_write>(Error::Kind::storage, path.string(), reason());
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return {};
}

struct Hashed {
  std::string sha256;
  std::uint64_t bytes = 0;
};

// Reads to the end; each piece goes to `each` too.
template <class Each>
Result<Hashed> read_through(int file, const fs::path& path, Each each) {
  std::string buffer(piece_bytes, '\0');
  Sha256 hash;
  Hashed hashed;
  while (true) {
    const auto size = ::read(file, buffer.data(), buffer.size());
    if (size < 0 && errno == EINTR) continue;
    if (size < 0)
      return fail<digue::sentences::cannot_read>(Error::Kind::storage, path.string(), reason());
    if (size == 0) break;
    const std::string_view piece(buffer.data(), static_cast<std::size_t>(size));
    hash.add(piece);
    hashed.bytes += piece.size();
    DIGUE_CHECK(each(piece));
  }
  hashed.sha256 = to_hex(hash.finish());
  return hashed;
}

Result<Hashed> hash_of(const fs::path& path) {
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW));
  if (!file.is_open())
    return fail<digue::sentences::cannot_open>(Error::Kind::storage, path.string(), reason());
  return read_through(file.get(), path, [](std::string_view) { return Outcome(); });
}

bool same_moment(const struct stat& a, const struct stat& b) {
  return a.st_size == b.st_size && a.st_mtim.tv_sec == b.st_mtim.tv_sec &&
         a.st_mtim.tv_nsec == b.st_mtim.tv_nsec;
}

Outcome sync_folder(const fs::path& folder) {
  const Descriptor file(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!file.is_open() || ::fsync(file.get()) != 0)
    return fail<digue::sentences::cannot_write>(Error::Kind::storage, folder.string(), reason());
  return {};
}

Outcome make_folder(const fs::path& folder) {
  std::error_code error;
  fs::create_directories(folder, error);
  if (error)
    return fail<digue::sentences::cannot_write>(Error::Kind::storage, folder.string(),
                                                error.message());
  return {};
}

// A copy on its way: gone at the end, unless it was given its name.
class Incoming {
 public:
  static Result<Incoming> open(const fs::path& folder) {
    std::string name = (folder / "incoming-XXXXXX").string();
    const int file = ::mkostemp(name.data(), O_CLOEXEC);
    if (file < 0)
      return fail<digue::sentences::cannot_write>(Error::Kind::storage, folder.string(), reason());
    return Incoming(file, name);
  }
  Incoming(Incoming&& other) noexcept
      : file_(std::exchange(other.file_, -1)), path_(std::move(other.path_)) {}
  Incoming& operator=(Incoming&&) = delete;
  ~Incoming() {
    if (file_ < 0) return;
    ::close(file_);
    ::unlink(path_.c_str());  // fails once it has its name, and that is well
  }

  int file() const { return file_; }
  const fs::path& path() const { return path_; }

  // On disk, read back the same, read-only, then under its name.
  Outcome settle(const Hashed& expected, const fs::path& place) {
    if (::fsync(file_) != 0 || ::fchmod(file_, 0440) != 0)
      return fail<digue::sentences::cannot_write>(Error::Kind::storage, path_.string(), reason());
    DIGUE_TRY(const auto written, hash_of(path_));
    if (written.sha256 != expected.sha256)
      return fail<sentences::copy_differs>(Error::Kind::storage, path_.string());
    if (::rename(path_.c_str(), place.c_str()) != 0)
      return fail<digue::sentences::cannot_write>(Error::Kind::storage, place.string(), reason());
    return sync_folder(place.parent_path());
  }

 private:
  Incoming(int file, std::string name) : file_(file), path_(std::move(name)) {}
  int file_;
  fs::path path_;
};

bool is_hash(std::string_view name) {
  return name.size() == hash_digits && is_lower_hex(name);
}

}  // namespace

Vault Vault::of_incident(const fs::path& incident) {
  return Vault(fs::path(incident.string() + ".evidence"));
}

fs::path Vault::path_of(const std::string& sha256) const {
  return folder_ / "objects" / sha256.substr(0, 2) / sha256;
}

struct Intake::State {
  State(Vault given, Incoming opened) : vault(std::move(given)), incoming(std::move(opened)) {}
  Vault vault;
  Incoming incoming;
  Sha256 hash;
  std::uint64_t bytes = 0;
};

Intake::Intake(std::unique_ptr<State> state) : state_(std::move(state)) {}
Intake::Intake(Intake&&) noexcept = default;
Intake& Intake::operator=(Intake&&) noexcept = default;
Intake::~Intake() = default;

Outcome Intake::add(std::string_view bytes) {
  state_->hash.add(bytes);
  state_->bytes += bytes.size();
  return write_all(state_->incoming.file(), bytes, state_->incoming.path());
}

Result<Stored> Intake::settle() {
  const Hashed hashed{to_hex(state_->hash.finish()), state_->bytes};
  Stored stored{hashed.sha256, hashed.bytes, false, false};
  const fs::path place = state_->vault.path_of(hashed.sha256);
  const auto known = hash_of(place);
  stored.was_there = known && known->sha256 == hashed.sha256;
  if (stored.was_there) return stored;
  DIGUE_CHECK(make_folder(place.parent_path()));
  DIGUE_CHECK(state_->incoming.settle(hashed, place));
  return stored;
}

Result<Intake> Vault::intake() const {
  DIGUE_CHECK(make_folder(folder_ / "objects"));
  DIGUE_TRY(auto incoming, Incoming::open(folder_));
  return Intake(std::make_unique<Intake::State>(*this, std::move(incoming)));
}

Result<Stored> Vault::add(const fs::path& source) const {
  const Descriptor file(::open(source.c_str(), O_RDONLY | O_CLOEXEC));
  struct stat before{}, after{};
  if (!file.is_open() || ::fstat(file.get(), &before) != 0)
    return fail<digue::sentences::cannot_open>(Error::Kind::not_found, source.string(), reason());
  if (!S_ISREG(before.st_mode))
    return fail<sentences::not_a_file>(Error::Kind::bad_input, source.string());
  DIGUE_TRY(auto copy, intake());
  DIGUE_CHECK(
      read_through(file.get(), source, [&](std::string_view piece) { return copy.add(piece); }));
  ::fstat(file.get(), &after);
  DIGUE_TRY(auto stored, copy.settle());
  stored.changed_meanwhile = !same_moment(before, after);
  return stored;
}

Outcome Vault::take(const Vault& other, const std::string& sha256) const {
  if (!is_hash(sha256)) return fail<sentences::no_such_object>(Error::Kind::not_found, sha256);
  const fs::path source = other.path_of(sha256);
  const auto hashed = hash_of(source);
  if (!hashed) return fail<sentences::no_such_object>(Error::Kind::not_found, source.string());
  if (hashed->sha256 != sha256)
    return fail<sentences::object_altered>(Error::Kind::refused, source.string());
  DIGUE_CHECK(add(source));
  return {};
}

Result<std::vector<std::string>> Vault::objects() const {
  std::vector<std::string> names;
  std::error_code error;
  if (!fs::exists(folder_ / "objects", error)) return names;
  for (fs::recursive_directory_iterator it(folder_ / "objects", error), end; !error && it != end;
       it.increment(error)) {
    const std::string name = it->path().filename().string();
    if (it->is_regular_file() && is_hash(name)) names.push_back(name);
  }
  if (error)
    return fail<digue::sentences::cannot_read>(Error::Kind::storage, folder_.string(),
                                               error.message());
  return names;
}

Result<std::vector<Check>> Vault::verify(std::vector<std::string> logged) const {
  DIGUE_TRY(const auto there, objects());
  const std::set<std::string> known(logged.begin(), logged.end());
  std::set<std::string> all(there.begin(), there.end());
  all.insert(known.begin(), known.end());
  std::vector<Check> checks;
  for (const std::string& sha256 : all) {
    Check check{sha256, Soundness::sound, 0};
    const auto hashed = hash_of(path_of(sha256));
    if (hashed) check.bytes = hashed->bytes;
    if (!hashed)
      check.soundness = Soundness::missing;
    else if (hashed->sha256 != sha256)
      check.soundness = Soundness::altered;
    else if (!known.contains(sha256))
      check.soundness = Soundness::not_logged;
    checks.push_back(std::move(check));
  }
  return checks;
}

}  // namespace digue::evidence
