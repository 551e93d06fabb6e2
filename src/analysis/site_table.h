// A person's own table of places, as CSV: what an organisation knows better than any database, and
// what an exercise needs for its made addresses.
//
//   network,country,city,latitude,longitude,as_number,as_name
//   192.0.2.0/24,FR,Lyon,45.76,4.84,64500,"Example, Net"
//
// UTF-8, comma or semicolon, the columns in any order and found by their names; `network` is
// needed, the others may lack or be empty.  Where networks overlap, the narrowest holds.
#pragma once
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "detect/operators.h"
#include "detect/scene.h"

namespace digue::analysis {

inline constexpr std::size_t max_table_rows = 2'000'000;
inline constexpr std::size_t max_table_line = 4096;  // bytes
inline constexpr std::size_t max_table_columns = 64;

// Owns its rows; thread-safe to read.
class SiteTable {
 public:
  // `name` is how messages call the file; a message points at the line of what is wrong.
  static digue::Result<SiteTable> read(std::string_view bytes, const std::string& name);
  std::optional<detect::Site> find(const detect::AddressBytes& address) const;
  std::size_t size() const { return sites_.size(); }

 private:
  struct Row {
    detect::AddressBytes start{};
    std::uint32_t site = 0;  // index into sites_
    bool operator<(const Row& other) const { return start < other.start; }
  };
  // By length of prefix of the 128 bits, longest first; rows in order of their start.
  std::map<int, std::vector<Row>, std::greater<>> rows_;
  std::vector<detect::Site> sites_;
};

// One line of CSV cut at `separator`, quotes taken off; at most max_table_columns fields.
std::vector<std::string> csv_fields(std::string_view line, char separator);

}  // namespace digue::analysis
