#include "read/wording.h"

namespace digue::read {

namespace {

constexpr std::size_t max_captures = 16;  // of one wording

struct Capture {
  std::string_view name, value;
};

// The walk over one wording and one text.
class Walk {
 public:
  Walk(std::string_view shape, std::string_view text) : shape_(shape), text_(text) {}

  bool run() {
    while (!shape_.empty())
      if (!step()) return false;
    return true;
  }

  void tell(Said& said) const {
    for (std::size_t i = 0; i < count_; ++i) tell(captures_[i], said);
  }

 private:
  static void tell(const Capture& capture, Said& said) {
    if (capture.name.empty()) return;
    if (const auto part = part_named(capture.name))
      said.set(*part, capture.value);
    else
      said.detail(capture.name, capture.value);
  }

  bool step() {
    if (shape_.front() == '*') {
      shape_.remove_prefix(1);
      return pass_to(plain()).has_value();
    }
    if (shape_.front() == '{') return capture();
    const auto literal = plain();
    if (!text_.starts_with(literal)) return false;
    text_.remove_prefix(literal.size());
    shape_.remove_prefix(literal.size());
    return true;
  }

  bool capture() {
    const std::size_t close = std::min(shape_.find('}'), shape_.size());
    const auto name = shape_.substr(1, close - 1);
    shape_.remove_prefix(std::min(close + 1, shape_.size()));
    const auto value = pass_to(plain());
    if (!value || count_ == max_captures) return false;
    captures_[count_++] = {name, *value};
    return true;
  }

  // What stands before the literal, which comes next in the text; everything when it is empty.
  std::optional<std::string_view> pass_to(std::string_view literal) {
    const std::size_t at = literal.empty() ? text_.size() : text_.find(literal);
    if (at == std::string_view::npos) return std::nullopt;
    const auto before = text_.substr(0, at);
    text_.remove_prefix(at);
    return before;
  }

  // The plain characters that the wording begins with.
  std::string_view plain() const {
    return shape_.substr(0, std::min(shape_.find_first_of("{*"), shape_.size()));
  }

  std::string_view shape_, text_;
  std::array<Capture, max_captures> captures_;
  std::size_t count_ = 0;
};

}  // namespace

// Most wordings are another one from their first letter.
static bool begins_otherwise(std::string_view shape, std::string_view text) {
  if (shape.empty() || shape.front() == '{' || shape.front() == '*') return false;
  return text.empty() || text.front() != shape.front();
}

bool matches(const Wording& wording, std::string_view text, Said& said) {
  if (begins_otherwise(wording.shape, text)) return false;
  Walk walk(wording.shape, text);
  if (!walk.run()) return false;
  walk.tell(said);
  said.action = wording.action;
  said.verdict = wording.verdict;
  return true;
}

bool matches_any(std::span<const Wording> wordings, std::string_view text, Said& said) {
  for (const auto& wording : wordings)
    if (matches(wording, text, said)) return true;
  return false;
}

}  // namespace digue::read
