#include "exercise/output.h"

#include <fmt/core.h>
#include <cerrno>
#include <cstring>
#include <span>
#include <string_view>

#include "base/sentences.h"

namespace digue::exercise {

Result<OutFile> OutFile::create(const std::filesystem::path& path, Encoding encoding) {
  std::error_code trouble;
  std::filesystem::create_directories(path.parent_path(), trouble);
  std::FILE* file = trouble ? nullptr : std::fopen(path.c_str(), "wb");
  if (file == nullptr) {
    const std::string reason = trouble ? trouble.message() : std::strerror(errno);
    return fail<digue::sentences::cannot_write>(Error::Kind::storage, path.string(), reason);
  }
  OutFile out(file, path.string(), encoding);
  if (encoding == Encoding::utf8_bom || encoding == Encoding::utf16_bom) out.write("\xEF\xBB\xBF");
  return out;
}

void OutFile::write(std::string_view utf8) {
  if (encoding_ == Encoding::utf16_bom) return put(utf16_from_utf8(utf8));
  if (encoding_ == Encoding::windows_1252) return put(windows_1252_from_utf8(utf8));
  put(utf8);
}

void OutFile::put(std::string_view bytes) {
  std::fwrite(bytes.data(), 1, bytes.size(), file_.get());
}

Outcome OutFile::close() {
  const bool failed = std::ferror(file_.get()) != 0;
  const bool closed = std::fclose(file_.release()) == 0;
  if (failed || !closed)
    return fail<digue::sentences::cannot_write>(Error::Kind::storage, name_,
                                                std::string(std::strerror(errno)));
  return {};
}

static void append_cell(std::string& row, std::string_view cell, char separator, bool quote) {
  const char special[] = {'"', '\r', '\n', separator, '\0'};
  if (!quote && cell.find_first_of(special) == std::string_view::npos) {
    row += cell;
    return;
  }
  row += '"';
  for (const char c : cell) {
    if (c == '"') row += '"';
    row += c;
  }
  row += '"';
}

std::string csv_row(std::span<const std::string> cells, char separator, bool quote_all) {
  std::string row;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i != 0) row += separator;
    append_cell(row, cells[i], separator, quote_all);
  }
  return row + "\r\n";
}

namespace {

// Lays well-formed JSON out; one pass, no tree.
class Layout {
 public:
  explicit Layout(int margin) : margin_(margin) {}

  std::string of(std::string_view json) {
    for (at_ = 0; at_ < json.size(); ++at_) token(json);
    return std::move(out_);
  }

 private:
  void token(std::string_view json) {
    const char c = json[at_];
    if (c == '"') return text(json);
    if (c == '{' || c == '[') return open(json);
    if (c == '}' || c == ']') {
      --depth_;
      new_line();
    }
    out_ += c;
    if (c == ',') new_line();
    if (c == ':') out_ += "  ";
  }

  void text(std::string_view json) {
    out_ += '"';
    for (++at_; json[at_] != '"'; ++at_) {
      if (json[at_] == '\\') out_ += json[at_++];
      character(json[at_]);
    }
    out_ += '"';
  }

  void character(char c) {
    if (c == '\'') {
      out_ += "\\u0027";
    } else if (c == '<') {
      out_ += "\\u003c";
    } else if (c == '>') {
      out_ += "\\u003e";
    } else if (c == '&') {
      out_ += "\\u0026";
    } else {
      out_ += c;
    }
  }

  void open(std::string_view json) {
    out_ += json[at_];
    if (json[at_ + 1] == '}' || json[at_ + 1] == ']') {
      out_ += json[++at_];
      return;
    }
    ++depth_;
    new_line();
  }

  void new_line() {
    out_ += "\r\n";
    out_.append(
        static_cast<std::size_t>(margin_) + std::size_t{4} * static_cast<std::size_t>(depth_), ' ');
  }

  std::string out_;
  std::size_t at_ = 0;
  int margin_;
  int depth_ = 0;
};

}  // namespace

std::string powershell_json(std::string_view json, int margin) {
  return std::string(static_cast<std::size_t>(margin), ' ') + Layout(margin).of(json);
}

std::string escaped_slashes(std::string_view json) {
  std::string out;
  out.reserve(json.size() + 64);
  for (const char c : json) {
    if (c == '/') out += '\\';
    out += c;
  }
  return out;
}

static void append_unit(std::string& out, unsigned unit) {
  out += static_cast<char>(unit & 0xffU);
  out += static_cast<char>(unit >> 8U);
}

static void append_code_point(std::string& out, unsigned code) {
  if (code < 0x10000) return append_unit(out, code);
  append_unit(out, 0xd800U + ((code - 0x10000U) >> 10U));
  append_unit(out, 0xdc00U + ((code - 0x10000U) & 0x3ffU));
}

// Calls `each` with every code point of well-formed UTF-8.
template <class Each>
static void for_each_code_point(std::string_view utf8, Each each) {
  for (std::size_t i = 0; i < utf8.size();) {
    const auto lead = static_cast<unsigned char>(utf8[i]);
    const unsigned length = lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
    unsigned code = length == 1 ? lead : lead & (0x7fU >> length);
    for (unsigned k = 1; k < length && i + k < utf8.size(); ++k)
      code = code << 6U | (static_cast<unsigned char>(utf8[i + k]) & 0x3fU);
    each(code);
    i += length;
  }
}

std::string utf16_from_utf8(std::string_view utf8) {
  std::string out;
  out.reserve(utf8.size() * 2);
  for_each_code_point(utf8, [&](unsigned code) { append_code_point(out, code); });
  return out;
}

// Of the part that differs from Latin-1, what the story uses.
static char windows_1252_byte(unsigned code) {
  if (code < 0x80 || (code >= 0xa0 && code < 0x100)) return static_cast<char>(code);
  switch (code) {
    case 0x2019:
      return '\x92';
    case 0x2026:
      return '\x85';
    case 0x2013:
      return '\x96';
    case 0x0153:
      return '\x9c';
    default:
      return '?';
  }
}

std::string windows_1252_from_utf8(std::string_view utf8) {
  std::string out;
  out.reserve(utf8.size());
  for_each_code_point(utf8, [&](unsigned code) { out += windows_1252_byte(code); });
  return out;
}

std::string us_time(Instant time) {
  const CivilTime civil = to_civil_utc(time);
  const unsigned hour = civil.hour % 12 == 0 ? 12 : civil.hour % 12;
  return fmt::format("{}/{}/{} {}:{:02}:{:02} {}", civil.month, civil.day, civil.year, hour,
                     civil.minute, civil.second, civil.hour < 12 ? "AM" : "PM");
}

std::string french_time(Instant time) {
  const CivilTime civil = to_civil_utc(time);
  return fmt::format("{:02}/{:02}/{} {:02}:{:02}:{:02}", civil.day, civil.month, civil.year,
                     civil.hour, civil.minute, civil.second);
}

}  // namespace digue::exercise
