#include "detect/sigma/regex_literal.h"

#include <cctype>

namespace digue::detect::sigma {

namespace {

// Goes through the expression once, outside of its groups.  What it does not know for sure ends it
// without a result.
class Walk {
 public:
  explicit Walk(std::string_view text) : text_(text) {}

  std::string take() {
    while (at_ < text_.size() && !unsure_) step();
    end_run();
    return unsure_ ? std::string() : longest_;
  }

 private:
  void step() {
    const char c = text_[at_];
    switch (c) {
      case '\\':
        return escape();
      case '[':
        end_run();
        return skip_class();
      case '(':
        end_run();
        return skip_group();
      case '*':
      case '?':
      case '{':
        return may_be_absent();
      case '+':
      case '.':
      case '^':
      case '$':
        end_run();
        ++at_;
        return;
      case '|':
      case ')':
        unsure_ = true;
        return;
      default:
        run_ += c;
        ++at_;
    }
  }

  // A backslash before what is no letter or digit makes it plain; \d and its like are one letter
  // of a kind, or a place; of the rest we know nothing.
  void escape() {
    constexpr std::string_view kinds = "dDwWsSbBAzZtnrfvhHR";
    const char c = at_ + 1 < text_.size() ? text_[at_ + 1] : 'E';
    if (std::isalnum(static_cast<unsigned char>(c)) == 0)
      run_ += c;
    else
      end_run();
    unsure_ = unsure_ || (std::isalnum(static_cast<unsigned char>(c)) != 0 &&
                          kinds.find(c) == std::string_view::npos);
    at_ += 2;
  }

  // What stands before it is optional, or is when it is {0,n}: its last letter is not required.
  void may_be_absent() {
    while (!run_.empty() && (static_cast<unsigned char>(run_.back()) & 0xc0) == 0x80)
      run_.pop_back();
    if (!run_.empty()) run_.pop_back();
    end_run();
    const bool braces = text_[at_] == '{';
    const auto end = braces ? text_.find('}', at_) : at_;
    unsure_ = unsure_ || end == std::string_view::npos;
    at_ = end == std::string_view::npos ? text_.size() : end + 1;
  }

  void skip_class() {
    ++at_;
    if (at_ < text_.size() && text_[at_] == '^') ++at_;
    if (at_ < text_.size() && text_[at_] == ']') ++at_;
    for (; at_ < text_.size() && text_[at_] != ']'; ++at_) {
      // [:alpha:] within
      unsure_ = unsure_ || text_[at_] == '[';
      if (text_[at_] == '\\') skip_letter_of_escape();
    }
    ++at_;
  }

  void skip_group() {
    std::size_t depth = 0;
    do {
      if (text_[at_] == '[') {
        skip_class();
        continue;
      }
      if (text_[at_] == '(') open_group(depth);
      if (text_[at_] == ')') --depth;
      if (text_[at_] == '\\') skip_letter_of_escape();
      ++at_;
    } while (depth != 0 && at_ < text_.size());
    unsure_ = unsure_ || depth != 0;
  }

  // (?x) changes how the rest reads, (*VERB) what it does.
  void open_group(std::size_t& depth) {
    ++depth;
    const auto after = text_.substr(at_ + 1, 2);
    unsure_ = unsure_ || after.starts_with('*') || after == "?#" || after == "?x" ||
              (after.starts_with('?') && has_flag_x());
  }
  bool has_flag_x() const {
    for (std::size_t at = at_ + 2; at < text_.size(); ++at) {
      if (text_[at] == 'x') return true;
      if (std::islower(static_cast<unsigned char>(text_[at])) == 0) return false;
    }
    return false;
  }

  // \Q begins a stretch of its own kind.
  void skip_letter_of_escape() {
    ++at_;
    unsure_ = unsure_ || at_ >= text_.size() || text_[at_] == 'Q' || text_[at_] == 'E';
  }

  void end_run() {
    if (run_.size() > longest_.size()) longest_ = run_;
    run_.clear();
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::string run_, longest_;
  bool unsure_ = false;
};

}  // namespace

std::string required_literal(std::string_view expression) {
  return Walk(expression).take();
}

}  // namespace digue::detect::sigma
