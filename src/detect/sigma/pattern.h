// A text with wildcards, the way Sigma writes it: `*` any letters, `?` one letter, a backslash
// before either (or before a backslash) for the letter itself.
//
// Immutable once made: threads may share it.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace digue::detect::sigma {

// What a value is made of, in order.
struct Token {
  enum class Kind : std::uint8_t { literal, any, one };
  Kind kind = Kind::literal;
  std::string text;  // of a literal
  bool operator==(const Token&) const = default;
};
using Tokens = std::vector<Token>;

Tokens parse_wildcards(std::string_view text);
Tokens literal_tokens(std::string_view text);
// Literals joined, wildcards left out.
std::string literal_text(const Tokens& tokens);
bool has_wildcards(const Tokens& tokens);

class Pattern {
 public:
  enum class Shape : std::uint8_t { exact, prefix, suffix, contains, anything, glob };

  // Unless `cased`, the literals are folded, and texts to compare must be.
  Pattern(Tokens tokens, bool cased);

  bool matches(std::string_view text) const;
  Shape shape() const { return shape_; }
  bool cased() const { return cased_; }
  // What every text that matches contains: the longest literal.
  const std::string& literal() const { return literal_; }

 private:
  bool matches_glob(std::string_view text) const;

  Shape shape_ = Shape::exact;
  bool cased_;
  std::string literal_;
  Tokens tokens_;  // of a glob
};

}  // namespace digue::detect::sigma
