// Writing exports the way the tools of others do: streamed to disk, in their encodings, with their
// quoting.  Nothing here knows the story.
#pragma once
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "base/result.h"
#include "base/time.h"

namespace digue::exercise {

// UTF-16 is little-endian.  Windows-1252 is what Export-Csv -Encoding Default gives on a French
// Windows.
enum class Encoding : std::uint8_t { utf8, utf8_bom, utf16_bom, windows_1252 };

// A file written from start to end.  A failed write is kept and told by close().  Not thread-safe.
class OutFile {
 public:
  // Makes the folders above it; replaces a file that is there.
  static Result<OutFile> create(const std::filesystem::path& path,
                                Encoding encoding = Encoding::utf8);
  void write(std::string_view utf8);
  Outcome close();

 private:
  struct Closer {
    void operator()(std::FILE* file) const { std::fclose(file); }
  };
  OutFile(std::FILE* file, std::string name, Encoding encoding)
      : file_(file), name_(std::move(name)), encoding_(encoding) {}
  void put(std::string_view bytes);
  std::unique_ptr<std::FILE, Closer> file_;
  std::string name_;
  Encoding encoding_;
};

// One row, ended by CR LF.  `quote_all` is what PowerShell's Export-Csv does; else a cell is quoted
// when it needs it.
std::string csv_row(std::span<const std::string> cells, char separator = ',',
                    bool quote_all = true);

// JSON text as Windows PowerShell's ConvertTo-Json lays it out: indented, two spaces after the
// colon, and ' < > & written as \u0027...  `json` must be well-formed.
std::string powershell_json(std::string_view json, int margin = 0);
// "/" written "\/" as the audit log's own serialiser does.
std::string escaped_slashes(std::string_view json);
std::string utf16_from_utf8(std::string_view utf8);
// What has no place in the code page becomes "?".
std::string windows_1252_from_utf8(std::string_view utf8);

// "5/29/2026 2:04:35 PM", UTC
std::string us_time(Instant time);
// "29/05/2026 14:04:35", UTC
std::string french_time(Instant time);

}  // namespace digue::exercise
