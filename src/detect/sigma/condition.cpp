#include "detect/sigma/condition.h"

#include <algorithm>
#include <cctype>
#include <optional>
#include <utility>

#include "base/number.h"
#include "base/text.h"
#include "detect/sigma/limits.h"
#include "detect/sigma/pattern.h"
#include "detect/sigma/sentences.h"

namespace digue::detect::sigma {

Expression Expression::of_search(std::size_t index) {
  return {Kind::search, index, 0, {}};
}

Expression Expression::not_of(Expression child) {
  Expression made{Kind::negation, 0, 0, {}};
  made.children.push_back(std::move(child));
  return made;
}

Expression Expression::at_least(std::size_t count, std::vector<Expression> children) {
  if (children.size() == 1 && count == 1) return std::move(children.front());
  return {Kind::at_least, 0, count, std::move(children)};
}

Expression Expression::all_of(std::vector<Expression> children) {
  const std::size_t count = children.size();
  return at_least(count, std::move(children));
}

Expression Expression::any_of(std::vector<Expression> children) {
  return at_least(1, std::move(children));
}

namespace {

using Parsed = tl::expected<Expression, Message>;

struct Word {
  std::string_view text;
  std::size_t at = 0;
};

bool is_word_letter(char c) {
  return c != '(' && c != ')' && c != '|' && std::isspace(static_cast<unsigned char>(c)) == 0;
}

std::vector<Word> words_of(std::string_view text) {
  std::vector<Word> words;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    while (end < text.size() && is_word_letter(text[end])) ++end;
    if (end == at && std::isspace(static_cast<unsigned char>(text[at])) == 0) ++end;
    if (end != at) words.push_back({text.substr(at, end - at), at});
    at = std::max(end, at + 1);
  }
  return words;
}

bool goes_by(std::string_view name, std::string_view wanted) {
  return Pattern(parse_wildcards(wanted), true).matches(name);
}

class Parser {
 public:
  Parser(const Detections& detections, std::string_view text)
      : detections_(detections), text_(text), words_(words_of(text)) {}

  Parsed parse() {
    if (text_.size() > max_condition_bytes)
      return wrong(0, tell<sentences::condition_long>(max_condition_bytes));
    Parsed parsed = any(0);
    if (parsed && next_ < words_.size())
      return here(words_[next_].text == "|" ? tell<sentences::condition_pipe>()
                                            : tell<sentences::condition_extra>(words_[next_].text));
    return parsed;
  }

 private:
  Parsed wrong(std::size_t at, Message what) const {
    return tl::unexpected(tell<sentences::bad_condition>(at + 1, std::move(what)));
  }
  Parsed here(Message what) const {
    return wrong(next_ < words_.size() ? words_[next_].at : text_.size(), std::move(what));
  }

  bool take(std::string_view word) {
    if (next_ == words_.size() || lower(words_[next_].text) != word) return false;
    ++next_;
    return true;
  }

  Parsed any(std::size_t depth) { return chain(depth, "or", &Parser::all, Expression::any_of); }
  Parsed all(std::size_t depth) { return chain(depth, "and", &Parser::one, Expression::all_of); }

  Parsed chain(std::size_t depth, std::string_view word, Parsed (Parser::*part)(std::size_t),
               Expression (*join)(std::vector<Expression>)) {
    std::vector<Expression> children;
    do {
      Parsed child = (this->*part)(depth);
      if (!child) return child;
      children.push_back(std::move(*child));
    } while (take(word));
    return join(std::move(children));
  }

  Parsed one(std::size_t depth) {
    if (depth > max_condition_depth)
      return here(tell<sentences::condition_deep>(max_condition_depth));
    if (next_ == words_.size()) return here(tell<sentences::condition_end>());
    if (take("not")) {
      Parsed child = one(depth + 1);
      return child ? Parsed(Expression::not_of(std::move(*child))) : child;
    }
    if (take("(")) {
      Parsed inside = any(depth + 1);
      if (inside && !take(")")) return here(tell<sentences::condition_close>());
      return inside;
    }
    if (next_ + 1 < words_.size() && lower(words_[next_ + 1].text) == "of") return several();
    return search();
  }

  Parsed search() {
    const std::string_view name = words_[next_].text;
    for (std::size_t i = 0; i < detections_.searches.size(); ++i)
      if (detections_.searches[i].name == name) return ++next_, Expression::of_search(i);
    return here(tell<sentences::condition_unknown>(name));
  }

  // `1 of x*`, `all of them`.
  Parsed several() {
    const std::string how_many = lower(words_[next_].text);
    const auto number = whole_number<std::size_t>(how_many);
    const bool known = how_many == "all" || how_many == "any" || (number && *number != 0);
    if (!known) return here(tell<sentences::condition_extra>(words_[next_].text));
    next_ += 2;
    if (next_ == words_.size()) return here(tell<sentences::condition_end>());
    const std::string_view wanted = words_[next_].text;
    std::vector<Expression> children;
    for (std::size_t i = 0; i < detections_.searches.size(); ++i)
      if (is_meant(detections_.searches[i].name, wanted))
        children.push_back(Expression::of_search(i));
    if (children.empty()) return here(tell<sentences::condition_none>(wanted));
    ++next_;
    const std::size_t count = how_many == "all" ? children.size() : number.value_or(1);
    return Expression::at_least(count, std::move(children));
  }

  // Searches whose name begins with an underscore are not among `them`.
  static bool is_meant(std::string_view name, std::string_view wanted) {
    if (lower(wanted) == "them") return !name.starts_with('_');
    return goes_by(name, wanted);
  }

  const Detections& detections_;
  std::string_view text_;
  std::vector<Word> words_;
  std::size_t next_ = 0;
};

}  // namespace

Parsed parse_conditions(const Detections& detections) {
  std::vector<Expression> conditions;
  for (const Condition& condition : detections.conditions) {
    Parsed parsed = Parser(detections, condition.text).parse();
    if (!parsed) return parsed;
    conditions.push_back(std::move(*parsed));
  }
  return Expression::any_of(std::move(conditions));
}

}  // namespace digue::detect::sigma
