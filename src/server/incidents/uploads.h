// Evidence that comes in pieces: gigabytes over a line that is cut, a browser that is closed, a
// server that is killed.  What came stands beside the vault until it is told to count; only then is
// it hashed, compared with the hash that was told, copied into the vault and written of.
//
//   incident.digue.evidence/uploads/<id>        the bytes so far: their number is the offset
//   incident.digue.evidence/uploads/<id>.json   name, whose
//
// An upload belongs to the person who began it; nobody else sees it.  Names are never paths.  Those
// that nobody touched for upload_forgotten_ms are taken away when another begins.  Thread-safe.
#pragma once
#include <filesystem>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/result.h"
#include "base/time.h"
#include "evidence/vault.h"
#include "server/http/request.h"

namespace digue::server {

// Of one piece of evidence.
inline constexpr std::uint64_t max_evidence_bytes = std::uint64_t{64} << 30;
inline constexpr std::size_t max_uploads = 100;  // of an incident, at a time
inline constexpr std::int64_t upload_forgotten_ms = 7 * day_ms;

struct Upload {
  std::string id, name, person;  // `person`: the account
  std::uint64_t offset = 0;      // bytes that are on disk
};

class Uploads {
 public:
  // `vault`: the folder of the incident's.  refused when there are too many.
  Result<Upload> begin(const std::filesystem::path& vault, const std::string& name,
                       const std::string& person);
  std::vector<Upload> all(const std::filesystem::path& vault, const std::string& person) const;
  std::optional<Upload> find(const std::filesystem::path& vault, const std::string& id,
                             const std::string& person) const;
  // Takes the bytes from `offset` on; what came before a cut stays.  refused when the offset is not
  // the upload's, or when it is being written to already.
  Result<std::shared_ptr<http::BodySink>> sink(const std::filesystem::path& vault,
                                               const Upload& upload, std::uint64_t offset);
  // Into the vault, once it is the same.  bad_input when the hash is another: it stays as it is.
  Result<evidence::Stored> settle(const std::filesystem::path& vault, const Upload& upload,
                                  const std::string& sha256);
  void drop(const std::filesystem::path& vault, const Upload& upload);

  static std::filesystem::path file_of(const std::filesystem::path& vault, const std::string& id);

  // One request at a time writes to an upload; free again at the end of this.
  class Hold {
   public:
    Hold(Uploads& uploads, std::string id) : uploads_(uploads), id_(std::move(id)) {}
    ~Hold();
    Hold(const Hold&) = delete;
    Hold& operator=(const Hold&) = delete;

   private:
    Uploads& uploads_;
    std::string id_;
  };

 private:
  std::shared_ptr<Hold> hold(const std::string& id);

  std::mutex mutex_;
  std::set<std::string> held_;
};

}  // namespace digue::server
