#include "read/json_split.h"

#include <algorithm>
#include <array>
#include <bit>
#include <string>

#include "base/text.h"
#include "read/blocks.h"
#include "read/framed_json.h"
#include "read/sentences.h"

namespace digue::read {

bool begins_as_json(std::string_view text) {
  const std::size_t start = text.find_first_not_of(" \t\r\n");
  if (start == std::string_view::npos) return false;
  return text[start] == '{' || text[start] == '[' || is_framed_json(text.substr(0, sample_bytes));
}

static constexpr std::uint64_t passed_step = 8 << 20;
static constexpr std::size_t search_window = 64 << 20;  // for the next start after a giant object
static constexpr std::size_t max_page_members = 16;     // looked at for the list of a page
static constexpr std::uint32_t objects_probed = 8;  // for being a page, whatever their first key
static constexpr std::size_t max_indent = 256;
static constexpr std::size_t max_key_bytes = 128;

static bool is_space(char c) {
  return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\x1e';
}

static std::size_t after_spaces(std::string_view text, std::size_t at) {
  while (at < text.size() && is_space(text[at])) ++at;
  return at;
}

namespace {
// What is a string and what is not, block after block.
struct StringState {
  std::uint64_t inside = 0;   // all ones inside a string
  std::uint64_t escaped = 0;  // the first byte of the next block is escaped

  // Bits of the bytes outside strings.
  std::uint64_t outside(std::uint64_t quotes, std::uint64_t backslashes) {
    backslashes &= ~escaped;
    std::uint64_t marked = escaped;
    escaped = 0;
    while (backslashes != 0) {
      const std::uint64_t lowest = backslashes & (~backslashes + 1);
      marked |= lowest << 1;
      escaped = lowest >> 63;
      backslashes &= ~(lowest | lowest << 1);
    }
    const std::uint64_t within = running_parity(quotes & ~marked) ^ inside;
    inside = within >> 63 != 0 ? ~std::uint64_t{0} : 0;
    return ~within;
  }
};

struct Close {
  std::size_t end = std::string_view::npos;  // after the closing brace
  std::uint32_t newlines = 0;
};
}  // namespace

static std::uint32_t count_of(std::uint64_t bits) {
  return bits == 0 ? 0 : static_cast<std::uint32_t>(std::popcount(bits));
}

// Where the object that begins at `begin` closes, looking no further than `limit`.
static Close close_of(JsonMarks& marks, std::size_t begin, std::size_t limit) {
  StringState strings;
  Close close;
  int depth = 0;
  const auto first_bit = static_cast<unsigned>(begin % block_bytes);
  std::uint64_t ours = ~low_bits(first_bit);
  for (std::size_t at = begin - first_bit; at < limit; at += block_bytes) {
    const auto& [quotes, backslashes, opening, closing, newlines] = marks.of(at / block_bytes);
    const std::uint64_t outside = strings.outside(quotes & ours, backslashes & ours) & ours;
    const std::uint64_t opens = opening & outside;
    for (std::uint64_t braces = opens | (closing & outside); braces != 0; braces &= braces - 1) {
      const auto bit = static_cast<unsigned>(std::countr_zero(braces));
      depth += (opens >> bit & 1) != 0 ? 1 : -1;
      if (depth > 0) continue;
      if (at + bit >= limit) return close;
      close.newlines += count_of(newlines & ours & low_bits(bit));
      close.end = at + bit + 1;
      return close;
    }
    close.newlines += count_of(newlines & ours);
    ours = ~std::uint64_t{0};
  }
  return close;
}

JsonSplitter::JsonSplitter(std::string_view text)
    : text_(text),
      marks_(text, {'"', '\\', '{', '}', '\n'}),
      next_(text.starts_with("\xef\xbb\xbf") ? 3 : 0) {}

JsonSplitter::Cut JsonSplitter::next() {
  for (; next_ < text_.size(); ++next_) {
    const char c = text_[next_];
    if (c == '\n') ++next_line_;
    if (is_space(c) || c == ',' || c == '[' || c == ']') continue;
    begin_ = next_;
    line_ = next_line_;
    if (c == '{') {
      if (!enter_page()) return cut_object();
      --next_;  // enter_page() stands after the bracket, and so will the loop
    } else if (in_page_) {
      pass_member();
    } else if (!pass_header()) {
      return cut_noise();
    }
  }
  return Cut::end;
}

// Past the header that a line of syslog has before its object.
bool JsonSplitter::pass_header() {
  if (next_ != 0 && text_[next_ - 1] != '\n') return false;
  const auto line = text_.substr(next_, text_.find('\n', next_) - next_);
  const auto object = object_after_header(line);
  if (object == std::string_view::npos) return false;
  framed_ = true;
  next_ += object - 1;
  return true;
}

// In a page, after its list: other members, and the brace that closes it.
void JsonSplitter::pass_member() {
  if (text_[next_] == '}') in_page_ = false;
  if (text_[next_] == '"') next_ = std::min(end_of_string(text_, next_), text_.size()) - 1;
}

std::size_t end_of_string(std::string_view text, std::size_t at) {
  for (++at; at < text.size(); ++at) {
    if (text[at] == '\\')
      ++at;
    else if (text[at] == '"')
      return at + 1;
  }
  return text.size();
}

static bool is_list_of_page(std::string_view key) {
  static constexpr std::array<std::string_view, 4> names = {"value", "records", "results", "items"};
  return std::any_of(names.begin(), names.end(),
                     [&](std::string_view name) { return equal_ignoring_case(key, name); });
}

namespace {
// Reads members of an object one after the other, as far as the text goes.
struct MemberReader {
  std::string_view text;
  std::size_t at;  // after the opening brace, then at the value

  // The next key, `at` on its value; "" when there is no such thing.
  std::string_view key() {
    at = after_spaces(text, at);
    if (at >= text.size() || text[at] != '"') return {};
    const std::size_t begin = at + 1;
    at = end_of_string(text, at);
    const auto name = text.substr(begin, std::min(at, text.size()) - begin);
    at = after_spaces(text, at);
    if (at >= text.size() || text[at] != ':' || name.size() < 2) return {};
    at = after_spaces(text, at + 1);
    return name.substr(0, name.size() - 1);
  }
  bool pass_comma() {
    at = after_spaces(text, std::min(at, text.size()));
    if (at == text.size() || text[at] != ',') return false;
    ++at;
    return true;
  }
  // Past a value that is no object or array, and the comma; false when there is no comma.
  bool pass_scalar() {
    if (at < text.size() && text[at] == '"')
      at = end_of_string(text, at);
    else
      at = text.find_first_of(",}]", at);
    return pass_comma();
  }
  // Past any value.
  bool pass_value() {
    if (at >= text.size() || (text[at] != '{' && text[at] != '[')) return pass_scalar();
    int depth = 0;
    while (at < text.size()) {
      const char c = text[at];
      if (c == '"') {
        at = end_of_string(text, at);
        continue;
      }
      ++at;
      depth += c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
      if (depth == 0) break;
    }
    return pass_comma();
  }
};
}  // namespace

// Whether the object that begins here only wraps a list of records; if so, stands in the list.
bool JsonSplitter::enter_page() {
  ++objects_;
  MemberReader members{text_.substr(0, std::min(text_.size(), next_ + sample_bytes)), next_ + 1};
  for (std::size_t count = 0; count < max_page_members; ++count) {
    const auto key = members.key();
    if (key.empty() || members.at >= members.text.size()) return false;
    const bool listed = is_list_of_page(key);
    if (count == 0 && objects_ > objects_probed && !listed && key[0] != '@') return false;
    const char first = members.text[members.at];
    if (first == '[' && listed) {
      const auto inside = after_spaces(members.text, members.at + 1);
      if (inside >= members.text.size() || (text_[inside] != '{' && text_[inside] != ']'))
        return false;
      const auto page = text_.substr(next_, members.at + 1 - next_);
      next_line_ += static_cast<std::uint32_t>(std::count(page.begin(), page.end(), '\n'));
      next_ = members.at + 1;
      return in_page_ = true;
    }
    if (first == '[' || first == '{' || !members.pass_scalar()) return false;
  }
  return false;
}

JsonSplitter::Cut JsonSplitter::cut_object() {
  std::size_t limit = std::min(text_.size(), begin_ + max_record_bytes);
  if (unclosed_ >= max_unclosed_records) limit = std::min(limit, next_start(limit));
  const Close close = close_of(marks_, begin_, limit);
  if (close.end != std::string_view::npos) {
    end_ = next_ = close.end;
    next_line_ = line_ + close.newlines;
    start_of_good_ = start_of(begin_);
    return Cut::record;
  }
  ++unclosed_;
  const std::size_t start = next_start(limit);
  if (start <= limit && start < text_.size())
    return give_damage(start, tell<sentences::object_never_closes>());
  if (limit == text_.size()) return give_damage(limit, tell<sentences::cut_short>());
  const std::size_t window = std::min(text_.size(), limit + search_window);
  return give_damage(std::min(next_start(window), window),
                     tell<sentences::record_too_long>(max_record_bytes));
}

bool JsonSplitter::split_again() {
  const std::size_t start = next_start(end_);
  if (start >= end_) return false;
  ++unclosed_;
  next_line_ = line_;
  give_damage(start, reason_);
  return true;
}

JsonSplitter::Cut JsonSplitter::cut_noise() {
  const auto* const marks = framed_ ? "\n" : "{[";
  const std::size_t end = std::min(text_.find_first_of(marks, begin_ + 1), text_.size());
  return give_damage(end, tell<sentences::between_records>());
}

JsonSplitter::Cut JsonSplitter::give_damage(std::size_t end, const Message& reason) {
  end_ = next_ = end;
  const auto lost = record();
  next_line_ += static_cast<std::uint32_t>(std::count(lost.begin(), lost.end(), '\n'));
  reason_ = reason;
  return Cut::damage;
}

// The bytes that a record begins with, up to the end of its first key: "{\"CreationTime\"".
std::string_view JsonSplitter::start_of(std::size_t begin) const {
  const std::size_t key = after_spaces(text_, begin + 1);
  if (key >= text_.size() || text_[key] != '"' || key - begin > max_indent) return {};
  const std::size_t end = text_.find('"', key + 1);
  if (end == std::string_view::npos || end - key > max_key_bytes) return {};
  return text_.substr(begin, end + 1 - begin);
}

// The line break and indentation before the record, "" when it does not begin its line.
std::string_view JsonSplitter::indent_before(std::size_t begin) const {
  std::size_t at = begin;
  while (at > 0 && begin - at < max_indent && (text_[at - 1] == ' ' || text_[at - 1] == '\t')) --at;
  return at > 0 && text_[at - 1] == '\n' ? text_.substr(at - 1, begin - (at - 1))
                                         : std::string_view();
}

// The next place after `begin_` and before `limit` where a record seems to begin; npos if none.
std::size_t JsonSplitter::next_start(std::size_t limit) const {
  std::size_t nearest = std::string_view::npos;
  const auto look_for = [&](std::string_view pattern, std::size_t offset) {
    if (pattern.empty()) return;
    const std::size_t end = std::min(limit, nearest);
    const std::size_t at = text_.substr(0, end).find(pattern, begin_ + 1);
    if (at != std::string_view::npos) nearest = at + offset;
  };
  look_for(start_of(begin_), 0);
  look_for(start_of_good_, 0);
  // The very first line has no line break before it: then the next line tells.
  const std::string line_start =
      begin_ == 0 ? std::string("\n{") : std::string(indent_before(begin_)) + "{";
  if (line_start.size() > 1) look_for(line_start, line_start.size() - 1);
  return nearest;
}

static void tell_place(event::Place& place, const JsonSplitter& splitter) {
  place.offset = splitter.offset();
  place.line = splitter.line();
}

bool JsonRecords::next(Sink& sink) {
  const bool any = next_uncounted(sink);
  if (any) sink.row();
  return any;
}

bool JsonRecords::next_uncounted(Sink& sink) {
  for (;;) {
    const auto cut = splitter_.next();
    if (cut == JsonSplitter::Cut::end) return false;
    if (splitter_.offset() >= passed_ + passed_step) {
      passed_ = splitter_.offset();
      sink.passed(passed_);
    }
    if (cut == JsonSplitter::Cut::record) return true;
    sink.row();
    reject(sink, splitter_.reason());
    if (splitter_.reason() == tell<sentences::cut_short>()) sink.remark(splitter_.reason());
  }
}

bool JsonRecords::next() {
  for (;;) {
    const auto cut = splitter_.next();
    if (cut != JsonSplitter::Cut::damage) return cut == JsonSplitter::Cut::record;
    ++damaged_;
  }
}

void JsonRecords::place(event::Place& place) const {
  tell_place(place, splitter_);
}

void JsonRecords::reject(Sink& sink, const Message& reason) const {
  sink.rejected(splitter_.offset(), splitter_.record().size(), splitter_.line(), reason);
}

void JsonRecords::reject_broken(Sink& sink, const Message& reason) {
  splitter_.split_again();
  reject(sink, reason);
}

std::string_view first_record(std::string_view sample) {
  JsonSplitter splitter(sample);
  const auto cut = splitter.next();
  return cut == JsonSplitter::Cut::end ? std::string_view() : splitter.record();
}

std::vector<std::string_view> member_names(std::string_view record) {
  std::vector<std::string_view> names;
  if (!record.starts_with('{')) return names;
  MemberReader members{record, 1};
  for (auto key = members.key(); !key.empty() && names.size() < max_columns; key = members.key()) {
    names.push_back(key);
    if (!members.pass_value()) break;
  }
  return names;
}

}  // namespace digue::read
