#include "incident/kept_organisation.h"

#include <algorithm>

#include "base/hash.h"
#include "base/text.h"
#include "incident/draft.h"
#include "incident/kinds.h"
#include "incident/sentences.h"

namespace digue::incident {

// A table from a spreadsheet may be in Windows-1252: its bytes are kept all the same.
static void write_file(JsonWriter& json, const KeptFile& file) {
  json.begin_object().member("name", file.name).member("sha256", to_hex(sha256(file.bytes)));
  if (is_utf8(file.bytes))
    json.member("text", file.bytes);
  else
    json.member("base64", to_base64(file.bytes));
  json.end_object();
}

Result<logbook::Receipt> keep_organisation(logbook::Logbook& logbook,
                                           const KeptOrganisation& organisation,
                                           const Speaker& speaker) {
  auto body = body_of([&](JsonWriter& json) {
    json.member("name", organisation.name)
        .member("file", organisation.file)
        .member("sha256", organisation.sha256)
        .member("folder", organisation.folder);
    json.key("files").begin_array();
    for (const auto& file : organisation.files) write_file(json, file);
    json.end_array();
  });
  if (body.size() > logbook::max_body_bytes || organisation.files.size() > max_kept_files)
    return fail<sentences::organisation_too_big>(Error::Kind::refused, organisation.file,
                                                 organisation.files.size(), body.size(),
                                                 logbook::max_body_bytes);
  return say(logbook, kinds::organisation, std::move(body), speaker);
}

std::optional<KeptOrganisation> read_kept_organisation(const Body& body) {
  KeptOrganisation out{
      body.text("name"), body.text("file"), body.text("sha256"), body.text("folder"), {}, {}};
  for (const auto& file : body.bodies("files")) {
    if (out.files.size() == max_kept_files) break;
    const auto encoded = file.text("base64");
    out.files.push_back({file.text("name"),
                         encoded.empty() ? file.text("text") : from_base64(encoded).value_or("")});
  }
  const bool whole = std::any_of(out.files.begin(), out.files.end(),
                                 [&](const KeptFile& file) { return file.name == out.file; });
  if (!whole) return std::nullopt;
  return out;
}

Result<std::string> KeptFiles::read(const std::filesystem::path& path) {
  for (const auto& file : organisation_.files)
    if (file.name == path.string()) return file.bytes;
  return fail<sentences::file_not_kept>(Error::Kind::not_found, path.string());
}

Outcome KeptFiles::write(const std::filesystem::path& path, std::string_view) {
  return fail<sentences::file_not_kept>(Error::Kind::refused, path.string());
}

Result<std::string> KeepingFiles::read(const std::filesystem::path& path) {
  DIGUE_TRY(auto bytes, files_.read(path));
  const auto folder = folder_.empty() ? std::string() : (folder_ / "").string();
  auto name = path.string();
  if (name.starts_with(folder)) name.erase(0, folder.size());
  kept_.push_back({std::move(name), bytes});
  return bytes;
}

Outcome KeepingFiles::write(const std::filesystem::path& path, std::string_view bytes) {
  return files_.write(path, bytes);
}

}  // namespace digue::incident
