#include "exercise/output.h"

#include <cerrno>
#include <cstring>

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
  if (encoding != Encoding::utf8) out.write("\xEF\xBB\xBF");
  return out;
}

void OutFile::write(std::string_view utf8) {
  if (encoding_ != Encoding::utf16_bom) {
    std::fwrite(utf8.data(), 1, utf8.size(), file_.get());
    return;
  }
  const std::string wide = utf16_from_utf8(utf8);
  std::fwrite(wide.data(), 1, wide.size(), file_.get());
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
    out_.append(static_cast<std::size_t>(margin_ + 4 * depth_), ' ');
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

std::string utf16_from_utf8(std::string_view utf8) {
  std::string out;
  out.reserve(utf8.size() * 2);
  for (std::size_t i = 0; i < utf8.size();) {
    const auto lead = static_cast<unsigned char>(utf8[i]);
    const unsigned length = lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
    unsigned code = length == 1 ? lead : lead & (0x7fU >> length);
    for (unsigned k = 1; k < length && i + k < utf8.size(); ++k)
      code = code << 6U | (static_cast<unsigned char>(utf8[i + k]) & 0x3fU);
    append_code_point(out, code);
    i += length;
  }
  return out;
}

}  // namespace digue::exercise
