// Tables that people keep in a spreadsheet: our register, prepared beforehand.
//
// A header, then rows; separated by semicolons, commas or tabs, whichever the header has most of;
// quotes double themselves (RFC 4180) and may hold line ends.  UTF-8 with or without a mark, else
// Windows-1252, as spreadsheets save in France.  Empty lines are passed over.  Values; thread-safe.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace digue::organisation {

inline constexpr std::size_t max_csv_bytes = 16 << 20;
inline constexpr std::size_t max_csv_rows = 20'000;
inline constexpr std::size_t max_csv_columns = 64;
inline constexpr std::size_t max_csv_cell = 2000;  // bytes; what is over is cut

struct CsvRow {
  std::uint32_t line = 0;  // where it starts, from 1
  std::vector<std::string> cells;
};

struct Csv {
  std::vector<std::string> header;
  std::vector<CsvRow> rows;
  bool cut = false;  // there were more rows, columns or bytes than the caps allow
};
Csv read_csv(std::string_view bytes);

}  // namespace digue::organisation
