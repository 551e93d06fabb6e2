#include "server/api/told.h"

#include "base/file.h"
#include "base/hash.h"
#include "evidence/vault.h"
#include "read/mapping/mapping.h"
#include "server/sentences.h"

namespace digue::server {

namespace {

// What an error in it is said to be in: there is no file yet.
constexpr std::string_view shown_as = "mapping.yaml";

using SharedMapping = std::shared_ptr<const read::Mapping>;

Result<SharedMapping> kept_mapping(const Call& call, const std::string& yaml) {
  DIGUE_CHECK(read::Mapping::read(yaml, std::string(shown_as)));
  const auto folder = evidence::Vault::of_incident(call.incident->path()).folder() / "mappings";
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  const auto file = folder / (to_hex(sha256(yaml)) + ".yaml");
  DIGUE_CHECK(DiskFiles().write(file, yaml));
  return read::Mapping::read(yaml, std::filesystem::absolute(file).string());
}

}  // namespace

Saying saying_in(Fields& fields) {
  return {fields.text("zone", 64), fields.text("mapping", max_mapping_bytes)};
}

read::Told told_by(const Saying& saying, const Call& call, Fields& fields) {
  read::Told told;
  if (fields.trouble()) return told;
  if (!saying.zone.empty()) {
    auto zone = Zone::named(saying.zone);
    if (zone)
      told.zone = std::move(*zone);
    else
      fields.refuse("zone", zone.error().message);
  }
  if (saying.mapping.empty() || fields.trouble()) return told;
  auto mapping = kept_mapping(call, saying.mapping);
  if (mapping)
    told.mapping = std::move(*mapping);
  else
    fields.refuse("mapping", mapping.error().message);
  return told;
}

Outcome note_told(const Call& call, const read::Told& told) {
  if (!told.zone && !told.mapping) return {};
  const auto zone = told.zone ? told.zone->name() : std::string();
  if (!told.mapping) return note_decision(call, tell<sentences::analysed_in_zone>(zone));
  const auto mapping = std::filesystem::path(told.mapping->file()).stem().string();
  if (!told.zone) return note_decision(call, tell<sentences::analysed_by_mapping>(mapping));
  return note_decision(call, tell<sentences::analysed_by_both>(zone, mapping));
}

}  // namespace digue::server
