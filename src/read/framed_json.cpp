#include "read/framed_json.h"

#include "base/text.h"
#include "read/lines.h"
#include "read/syslog/message.h"

namespace digue::read {

// A program may name itself or mark its bytes as UTF-8 before the object; no sentence comes first.
static constexpr std::size_t max_before_object = 64;

// Cheap, for text that is nothing of the sort.
static bool may_be_header(char first) {
  return first == '<' || (first >= '0' && first <= '9') || (first >= 'A' && first <= 'Z');
}

std::size_t object_after_header(std::string_view line) {
  const auto ended = trimmed(line);
  if (ended.empty() || !may_be_header(ended.front()) || ended.back() != '}') return line.npos;
  const auto message = syslog::take_apart(line);
  if (!message) return line.npos;
  const auto text = message->text;
  const auto brace = text.find('{');
  if (brace > max_before_object || text.substr(0, brace).find('=') != text.npos) return line.npos;
  const auto next = text.find_first_not_of(" \t", brace + 1);
  if (next == text.npos || text[next] != '"') return line.npos;
  return static_cast<std::size_t>(text.data() - line.data()) + brace;
}

bool is_framed_json(std::string_view sample) {
  const auto first = sample.find_first_not_of(" \t\r\n");
  if (first == sample.npos || !may_be_header(sample[first])) return false;
  return sure_by_lines(sample, 100, [](std::string_view line) {
           return object_after_header(line) != line.npos;
         }) != 0;
}

}  // namespace digue::read
