#include "analysis/mmdb.h"

#include <maxminddb.h>
#include <netinet/in.h>

#include <algorithm>
#include <charconv>
#include <cstring>
#include <initializer_list>
#include <vector>

#include "analysis/site_sentences.h"
#include "base/text.h"
#include "base/time.h"

namespace digue::analysis {

using detect::AddressBytes;
using detect::Site;

struct Mmdb::Handle {
  MMDB_s database{};
  bool is_open = false;
  Handle() = default;
  Handle(const Handle&) = delete;
  Handle& operator=(const Handle&) = delete;
  ~Handle() {
    if (is_open) MMDB_close(&database);
  }
};

Mmdb::Mmdb(std::unique_ptr<Handle> handle) : handle_(std::move(handle)) {}
Mmdb::Mmdb(Mmdb&&) noexcept = default;
Mmdb& Mmdb::operator=(Mmdb&&) noexcept = default;
Mmdb::~Mmdb() = default;

// The library works the size of the tree out in 32 bits, so that a count which overflows them
// passes its own check, and lookups then read outside the file.
static bool tree_fits(const MMDB_s& database) {
  constexpr std::uint64_t separator_bytes = 16;  // between the tree and the data
  const std::uint64_t nodes = database.metadata.node_count;
  const std::uint64_t tree_bytes = nodes * database.full_record_byte_size;
  const auto file_bytes = static_cast<std::uint64_t>(database.file_size);
  return tree_bytes + separator_bytes <= file_bytes;
}

digue::Result<Mmdb> Mmdb::open(const std::filesystem::path& path) {
  auto handle = std::make_unique<Handle>();
  const int status = MMDB_open(path.c_str(), MMDB_MODE_MMAP, &handle->database);
  if (status != MMDB_SUCCESS)
    return fail<sentences::database_broken>(Error::Kind::bad_input, path.string(),
                                            MMDB_strerror(status));
  handle->is_open = true;
  if (!tree_fits(handle->database))
    return fail<sentences::database_broken>(Error::Kind::bad_input, path.string(),
                                            MMDB_strerror(MMDB_INVALID_METADATA_ERROR));
  return Mmdb(std::move(handle));
}

std::string Mmdb::built_on() const {
  constexpr std::uint64_t year_9999 = 253'370'764'800;
  const std::uint64_t seconds = handle_->database.metadata.build_epoch;
  if (seconds > year_9999) return {};
  return utc_day(Instant{static_cast<std::int64_t>(seconds) * second_ms});
}

// The value at that path, when it is there and whole.
static std::optional<MMDB_entry_data_s> value_at(MMDB_entry_s& entry,
                                                 std::initializer_list<const char*> path) {
  std::vector<const char*> keys(path);
  keys.push_back(nullptr);
  MMDB_entry_data_s data{};
  if (MMDB_aget_value(&entry, &data, keys.data()) != MMDB_SUCCESS || !data.has_data)
    return std::nullopt;
  return data;
}

static std::string text_at(MMDB_entry_s& entry, std::initializer_list<const char*> path) {
  const auto data = value_at(entry, path);
  if (!data || data->type != MMDB_DATA_TYPE_UTF8_STRING) return {};
  return repaired_utf8(std::string_view(data->utf8_string, data->data_size));
}

static std::optional<double> number_at(MMDB_entry_s& entry,
                                       std::initializer_list<const char*> path) {
  const auto data = value_at(entry, path);
  if (!data) return std::nullopt;
  switch (data->type) {
    case MMDB_DATA_TYPE_DOUBLE:
      return data->double_value;
    case MMDB_DATA_TYPE_FLOAT:
      return static_cast<double>(data->float_value);
    case MMDB_DATA_TYPE_UINT32:
      return static_cast<double>(data->uint32);
    case MMDB_DATA_TYPE_UINT16:
      return static_cast<double>(data->uint16);
    case MMDB_DATA_TYPE_UTF8_STRING:
      break;
    default:
      return std::nullopt;
  }
  // Some publishers write numbers as text: "48.85", "AS3215".
  std::string_view text(data->utf8_string, data->data_size);
  if (starts_with_ignoring_case(text, "AS")) text.remove_prefix(2);
  double value = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
  return read.ec == std::errc{} ? std::optional(value) : std::nullopt;
}

static std::string first_text(MMDB_entry_s& entry,
                              std::initializer_list<std::initializer_list<const char*>> paths) {
  for (const auto& path : paths)
    if (auto text = text_at(entry, path); !text.empty()) return text;
  return {};
}

static std::optional<double> first_number(
    MMDB_entry_s& entry, std::initializer_list<std::initializer_list<const char*>> paths) {
  for (const auto& path : paths)
    if (const auto number = number_at(entry, path)) return number;
  return std::nullopt;
}

static std::optional<double> within(std::optional<double> value, double limit) {
  return value && *value >= -limit && *value <= limit ? value : std::nullopt;
}

static Site site_of(MMDB_entry_s& entry) {
  Site site;
  site.country = first_text(entry, {{"country", "iso_code"}, {"country_code"}, {"country"}});
  if (site.country.size() != 2) site.country.clear();
  site.city = first_text(entry, {{"city", "names", "en"}, {"city", "names", "fr"}, {"city"}});
  site.latitude = within(first_number(entry, {{"location", "latitude"}, {"latitude"}}), 90);
  site.longitude = within(first_number(entry, {{"location", "longitude"}, {"longitude"}}), 180);
  const auto number = first_number(
      entry, {{"autonomous_system_number"}, {"traits", "autonomous_system_number"}, {"asn"}});
  if (number && *number > 0 && *number <= 4294967295.0)
    site.as_number = static_cast<std::uint32_t>(*number);
  site.as_name = first_text(entry, {{"autonomous_system_organization"},
                                    {"traits", "autonomous_system_organization"},
                                    {"as_name"}});
  return site;
}

std::optional<Site> Mmdb::find(const AddressBytes& address) const {
  static constexpr AddressBytes mapped = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff};
  const bool four = std::equal(mapped.begin(), mapped.begin() + 12, address.begin());
  sockaddr_in v4{};
  sockaddr_in6 v6{};
  v4.sin_family = AF_INET;
  v6.sin6_family = AF_INET6;
  std::memcpy(&v4.sin_addr, address.data() + 12, 4);
  std::memcpy(&v6.sin6_addr, address.data(), 16);
  const auto* socket_address =
      four ? reinterpret_cast<const sockaddr*>(&v4) : reinterpret_cast<const sockaddr*>(&v6);
  int error = MMDB_SUCCESS;
  auto found = MMDB_lookup_sockaddr(&handle_->database, socket_address, &error);
  if (error != MMDB_SUCCESS || !found.found_entry) return std::nullopt;
  return site_of(found.entry);
}

}  // namespace digue::analysis
