#include "cacao/foreign_texts.h"

#include "base/text.h"
#include "cacao/sentences.h"
#include "sheet/node_reader.h"

namespace digue::cacao {

// Room for our own words beside.
static constexpr std::size_t max_bytes = sheet::max_text_bytes - 200;

Message ForeignTexts::both(const YamlNode& node, const Message& otherwise) {
  const auto text = clean(node);
  return text.empty() ? otherwise : as_message(text);
}

std::string ForeignTexts::fitted(std::string_view text, const YamlNode& at) {
  std::string line;
  for (const char c : text.substr(0, 2 * max_bytes))
    line += static_cast<unsigned char>(c) < 0x20 || c == 0x7f ? ' ' : c;
  line = std::string(trimmed(line));
  if (line.size() <= max_bytes && text.size() <= 2 * max_bytes) return line;
  lost_.push_back({sheet::Problem::Level::warning,
                   file_,
                   {at.line, at.column},
                   tell<sentences::cut_text>(max_bytes)});
  line.resize(std::min(line.size(), max_bytes));
  while (!is_utf8(line)) line.pop_back();
  return std::string(trimmed(line));
}

}  // namespace digue::cacao
