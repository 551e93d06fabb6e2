#include "cli/layout.h"

#include <vector>

#include "base/text.h"

namespace digue::cli {

static bool is_continuation(char c) {
  return (static_cast<unsigned char>(c) & 0xc0) == 0x80;
}

std::size_t width_of(std::string_view text) {
  std::size_t width = 0;
  for (const char c : text) width += is_continuation(c) ? 0 : 1;
  return width;
}

std::string padded(std::string_view text, std::size_t columns) {
  std::string out(text);
  const auto width = width_of(text);
  if (width < columns) out.append(columns - width, ' ');
  return out;
}

// U+200E, U+200F, U+202A to U+202E, U+2066 to U+2069 in UTF-8.
static bool turns_text_around(std::string_view three) {
  if (three.size() < 3 || three[0] != '\xe2') return false;
  const auto second = static_cast<unsigned char>(three[1]),
             third = static_cast<unsigned char>(three[2]);
  if (second == 0x80) return third == 0x8e || third == 0x8f || (third >= 0xaa && third <= 0xae);
  return second == 0x81 && third >= 0xa6 && third <= 0xa9;
}

std::string harmless(std::string_view text) {
  static constexpr std::string_view replacement = "\xef\xbf\xbd";
  const std::string valid = repaired_utf8(text);
  std::string out;
  for (std::size_t i = 0; i < valid.size(); ++i) {
    const auto byte = static_cast<unsigned char>(valid[i]);
    if (byte < 0x20 || byte == 0x7f) {
      out += replacement;
    } else if (byte == 0xc2 && static_cast<unsigned char>(valid[i + 1]) < 0xa0) {  // C1 controls
      out += replacement;
      ++i;
    } else if (turns_text_around(std::string_view(valid).substr(i))) {
      out += replacement;
      i += 2;
    } else {
      out += valid[i];
    }
  }
  return out;
}

// French puts a space inside « » and before : ; ! ? that no line may break at.
static bool clings_to_next(std::string_view word) {
  return word.ends_with("«");
}
static bool clings_to_previous(std::string_view word) {
  return word.starts_with("»") || word == ":" || word == ";" || word == "!" || word == "?";
}

static std::vector<std::string> unbreakable_pieces(std::string_view text) {
  std::vector<std::string> pieces;
  for (const auto word : split(text, ' ')) {
    const bool clings =
        !pieces.empty() && (clings_to_next(pieces.back()) || clings_to_previous(word));
    if (clings)
      (pieces.back() += ' ') += word;
    else
      pieces.emplace_back(word);
  }
  return pieces;
}

std::string wrapped(std::string_view text, std::size_t first_indent, std::size_t indent) {
  std::string out(first_indent, ' ');
  std::size_t column = first_indent;
  bool line_is_empty = true;
  for (const auto& word : unbreakable_pieces(harmless(text))) {
    const auto width = width_of(word);
    if (!line_is_empty && column + 1 + width > terminal_columns) {
      out += '\n';
      out.append(indent, ' ');
      column = indent;
      line_is_empty = true;
    }
    if (!line_is_empty) {
      out += ' ';
      ++column;
    }
    out += word;
    column += width;
    line_is_empty = false;
  }
  return out + '\n';
}

}  // namespace digue::cli
