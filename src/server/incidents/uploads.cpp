#include "server/incidents/uploads.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cstring>

#include "base/file.h"
#include "base/hash.h"
#include "base/hex.h"
#include "base/json_writer.h"
#include "base/sentences.h"
#include "incident/body.h"
#include "logbook/key.h"
#include "server/sentences.h"

namespace digue::server {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t id_bytes = 16;
constexpr std::size_t read_bytes = 1 << 20;

fs::path folder_of(const fs::path& vault) {
  return vault / "uploads";
}
fs::path about(const fs::path& vault, const std::string& id) {
  return folder_of(vault) / (id + ".json");
}

// Nothing else is ever looked for on disk.
bool is_id(std::string_view id) {
  return id.size() == 2 * id_bytes && is_lower_hex(id);
}

Error cannot_write(const fs::path& path) {
  return {Error::Kind::storage,
          tell<digue::sentences::cannot_write>(path.string(), std::strerror(errno))};
}

class Descriptor {
 public:
  explicit Descriptor(int descriptor) : descriptor_(descriptor) {}
  Descriptor(Descriptor&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}
  Descriptor& operator=(Descriptor&&) = delete;
  ~Descriptor() {
    if (descriptor_ >= 0) ::close(descriptor_);
  }
  int get() const { return descriptor_; }
  bool is_open() const { return descriptor_ >= 0; }

 private:
  int descriptor_;
};

// What was written stays, whatever happens to the rest.
class PieceSink final : public http::BodySink {
 public:
  PieceSink(Descriptor file, fs::path path, std::uint64_t offset,
            std::shared_ptr<Uploads::Hold> hold)
      : hold_(std::move(hold)), file_(std::move(file)), path_(std::move(path)), size_(offset) {}
  ~PieceSink() override { ::fdatasync(file_.get()); }

  Outcome add(std::string_view bytes) override {
    if (size_ + bytes.size() > max_evidence_bytes)
      return fail<sentences::piece_too_big>(Error::Kind::bad_input, max_evidence_bytes);
    while (!bytes.empty()) {
      const auto written = ::write(file_.get(), bytes.data(), bytes.size());
      if (written < 0 && errno == EINTR) continue;
      if (written < 0) return fail(cannot_write(path_));
      bytes.remove_prefix(static_cast<std::size_t>(written));
      size_ += static_cast<std::uint64_t>(written);
    }
    return {};
  }

 private:
  std::shared_ptr<Uploads::Hold> hold_;  // let go of after the file is closed
  Descriptor file_;
  fs::path path_;
  std::uint64_t size_;
};

Result<std::string> hash_of(const fs::path& path) {
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW));
  Sha256 hash;
  std::string buffer(read_bytes, '\0');
  for (;;) {
    const auto size = file.is_open() ? ::read(file.get(), buffer.data(), buffer.size()) : -1;
    if (size < 0 && file.is_open() && errno == EINTR) continue;
    if (size < 0)
      return fail<digue::sentences::cannot_read>(Error::Kind::storage, path.string(),
                                                 std::strerror(errno));
    if (size == 0) return to_hex(hash.finish());
    hash.add({buffer.data(), static_cast<std::size_t>(size)});
  }
}

void remove(const fs::path& vault, const std::string& id) {
  std::error_code error;
  fs::remove(Uploads::file_of(vault, id), error);
  fs::remove(about(vault, id), error);
}

bool is_forgotten(const fs::path& file) {
  std::error_code error;
  const auto touched = fs::last_write_time(file, error);
  return !error && fs::file_time_type::clock::now() - touched >
                       std::chrono::milliseconds(upload_forgotten_ms);
}

// Of everyone; those that are forgotten are taken away.
std::size_t count_after_tidying(const fs::path& vault) {
  std::size_t count = 0;
  std::vector<std::string> forgotten;
  std::error_code error;
  for (const auto& file : fs::directory_iterator(folder_of(vault), error)) {
    const auto id = file.path().filename().string();
    if (!is_id(id)) continue;
    ++count;
    if (is_forgotten(file.path())) forgotten.push_back(id);
  }
  for (const auto& id : forgotten) remove(vault, id);
  return count - forgotten.size();
}

}  // namespace

fs::path Uploads::file_of(const fs::path& vault, const std::string& id) {
  return folder_of(vault) / id;
}

Uploads::Hold::~Hold() {
  const std::lock_guard lock(uploads_.mutex_);
  uploads_.held_.erase(id_);
}

std::shared_ptr<Uploads::Hold> Uploads::hold(const std::string& id) {
  const std::lock_guard lock(mutex_);
  return held_.insert(id).second ? std::make_shared<Hold>(*this, id) : nullptr;
}

Result<Upload> Uploads::begin(const fs::path& vault, const std::string& name,
                              const std::string& person) {
  std::error_code error;
  fs::create_directories(folder_of(vault), error);
  if (count_after_tidying(vault) >= max_uploads)
    return fail<sentences::too_many_uploads>(Error::Kind::refused, max_uploads);
  const std::string chance = logbook::random_bytes(id_bytes);
  Upload upload{to_hex({reinterpret_cast<const std::uint8_t*>(chance.data()), chance.size()}), name,
                person, 0};
  JsonWriter json;
  json.begin_object().member("name", name).member("person", person).end_object();
  DIGUE_CHECK(DiskFiles().write(about(vault, upload.id), json.take()));
  const auto path = file_of(vault, upload.id);
  const Descriptor file(::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600));
  if (!file.is_open()) return fail(cannot_write(path));
  return upload;
}

std::optional<Upload> Uploads::find(const fs::path& vault, const std::string& id,
                                    const std::string& person) const {
  if (!is_id(id)) return std::nullopt;
  const auto bytes = DiskFiles().read(about(vault, id));
  const auto body = bytes ? incident::Body::read(*bytes) : std::nullopt;
  std::error_code error;
  const auto size = fs::file_size(file_of(vault, id), error);
  if (!body || error || body->text("person") != person) return std::nullopt;
  return Upload{id, body->text("name"), person, size};
}

std::vector<Upload> Uploads::all(const fs::path& vault, const std::string& person) const {
  std::vector<Upload> out;
  std::error_code error;
  for (const auto& file : fs::directory_iterator(folder_of(vault), error))
    if (auto upload = find(vault, file.path().filename().string(), person))
      out.push_back(std::move(*upload));
  std::sort(out.begin(), out.end(), [](const Upload& a, const Upload& b) {
    return a.name != b.name ? a.name < b.name : a.id < b.id;
  });
  return out;
}

Result<std::shared_ptr<http::BodySink>> Uploads::sink(const fs::path& vault, const Upload& upload,
                                                      std::uint64_t offset) {
  auto held = hold(upload.id);
  if (!held) return fail<sentences::upload_busy>(Error::Kind::refused);
  const auto path = file_of(vault, upload.id);
  Descriptor file(::open(path.c_str(), O_WRONLY | O_CLOEXEC | O_NOFOLLOW));
  if (!file.is_open()) return fail(cannot_write(path));
  const auto end = ::lseek(file.get(), 0, SEEK_END);
  if (end < 0 || static_cast<std::uint64_t>(end) != offset)
    return fail<sentences::upload_elsewhere>(Error::Kind::refused, end);
  return std::make_shared<PieceSink>(std::move(file), path, offset, std::move(held));
}

Result<evidence::Stored> Uploads::settle(const fs::path& vault, const Upload& upload,
                                         const std::string& sha256) {
  const auto held = hold(upload.id);
  if (!held) return fail<sentences::upload_busy>(Error::Kind::refused);
  const auto path = file_of(vault, upload.id);
  DIGUE_TRY(const auto there, hash_of(path));
  if (there != sha256) return fail<sentences::upload_differs>(Error::Kind::bad_input, there);
  return evidence::Vault(vault).add(path);
}

void Uploads::drop(const fs::path& vault, const Upload& upload) {
  remove(vault, upload.id);
}

}  // namespace digue::server
