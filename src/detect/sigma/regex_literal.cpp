#include "detect/sigma/regex_literal.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <utility>

#include "base/text.h"

namespace digue::detect::sigma {

namespace {

// Goes through the expression once, outside of its groups.  What it does not know for sure ends it
// without a result.
class Walk {
 public:
  explicit Walk(std::string_view text) : text_(text) {}

  RegexNeeds take() {
    while (at_ < text_.size() && !unsure_) step();
    end_run();
    if (unsure_) return {};
    const auto most = std::max_element(times_.begin(), times_.end());
    return {std::move(longest_), static_cast<char>(most - times_.begin()), *most};
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
    for (const char c : lower(run_))
      if (const auto byte = static_cast<unsigned char>(c); byte < times_.size()) ++times_[byte];
    if (run_.size() > longest_.size()) longest_ = run_;
    run_.clear();
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::string run_, longest_;
  std::array<std::size_t, 128> times_{};  // of each ASCII letter in the runs
  bool unsure_ = false;
};

// Copies the expression, `.*` before a letter that another `.*` or the end follows apart.
class Rewriter {
 public:
  explicit Rewriter(std::string_view text) : text_(text) {}

  std::string take() {
    while (at_ < text_.size()) step();
    return std::move(made_);
  }

 private:
  void step() {
    const char c = text_[at_];
    if (c == '\\') return copy(2);
    if (c == '[') return copy(end_of_class() - at_);
    if (c == '(') ++depth_;
    if (c == ')') --depth_;
    const char letter = depth_ == 0 ? letter_between_stars() : '\0';
    if (letter == '\0') return copy(1);
    made_ += fmt::format("[^\\x{{{:x}}}\\n]*+", static_cast<unsigned char>(letter));
    at_ += star.size();
  }

  void copy(std::size_t count) {
    made_ += text_.substr(at_, count);
    at_ += count;
  }

  std::size_t end_of_class() const {
    std::size_t at = at_ + 1;
    if (text_.substr(at, 1) == "^") ++at;
    if (text_.substr(at, 1) == "]") ++at;
    for (; at < text_.size() && text_[at] != ']'; ++at)
      if (text_[at] == '\\') ++at;
    return std::min(at + 1, text_.size());
  }

  // '\0' when it is something else.
  char letter_between_stars() const {
    constexpr std::string_view special = "\\[](){}*+?.^$|";
    const auto rest = text_.substr(at_);
    if (!rest.starts_with(star) || rest.size() == star.size()) return '\0';
    const bool escaped = rest[star.size()] == '\\' && rest.size() > star.size() + 1;
    const char letter = rest[star.size() + (escaped ? 1 : 0)];
    const auto byte = static_cast<unsigned char>(letter);
    const bool plain = escaped ? std::isalnum(byte) == 0 : special.find(letter) == special.npos;
    const auto after = rest.substr(star.size() + (escaped ? 2 : 1));
    const bool free = after.empty() || (after.starts_with(star) && !after.starts_with(".*+"));
    return plain && byte < 0x80 && free ? letter : '\0';
  }

  static constexpr std::string_view star = ".*";
  std::string_view text_;
  std::size_t at_ = 0, depth_ = 0;
  std::string made_;
};

}  // namespace

RegexNeeds needs_of(std::string_view expression) {
  return Walk(expression).take();
}

std::string with_first_places(std::string_view expression) {
  const bool sure = needs_of(expression).times != 0 && expression.find("(?") == expression.npos;
  return sure ? Rewriter(expression).take() : std::string(expression);
}

}  // namespace digue::detect::sigma
