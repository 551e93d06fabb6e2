#include "detect/sigma/pattern.h"

#include <algorithm>

#include "detect/sigma/fold.h"

namespace digue::detect::sigma {

namespace {

using Kind = Token::Kind;

void add_letter(Tokens& tokens, char c) {
  if (tokens.empty() || tokens.back().kind != Kind::literal) tokens.push_back({Kind::literal, {}});
  tokens.back().text += c;
}

// Two stars in a row say no more than one.
void add_wildcard(Tokens& tokens, char c) {
  const Kind kind = c == '*' ? Kind::any : Kind::one;
  const bool again = kind == Kind::any && !tokens.empty() && tokens.back().kind == Kind::any;
  if (!again) tokens.push_back({kind, {}});
}

bool is_special(char c) {
  return c == '*' || c == '?' || c == '\\';
}

std::size_t letter_bytes(char first) {
  const auto byte = static_cast<unsigned char>(first);
  return byte < 0xc0 ? 1 : byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4;
}

// Past the token, when the text at `at` begins with it.
bool takes(const Token& token, std::string_view text, std::size_t& at) {
  if (token.kind == Kind::one) {
    if (at == text.size()) return false;
    at = std::min(text.size(), at + letter_bytes(text[at]));
    return true;
  }
  if (!text.substr(at).starts_with(token.text)) return false;
  at += token.text.size();
  return true;
}

}  // namespace

Tokens parse_wildcards(std::string_view text) {
  Tokens tokens;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool escapes = text[i] == '\\' && i + 1 < text.size() && is_special(text[i + 1]);
    if (escapes)
      add_letter(tokens, text[++i]);
    else if (text[i] == '*' || text[i] == '?')
      add_wildcard(tokens, text[i]);
    else
      add_letter(tokens, text[i]);
  }
  return tokens;
}

Tokens literal_tokens(std::string_view text) {
  if (text.empty()) return {};
  return {{Kind::literal, std::string(text)}};
}

std::string literal_text(const Tokens& tokens) {
  std::string text;
  for (const Token& token : tokens) text += token.text;
  return text;
}

bool has_wildcards(const Tokens& tokens) {
  return std::any_of(tokens.begin(), tokens.end(),
                     [](const Token& token) { return token.kind != Kind::literal; });
}

Pattern::Pattern(Tokens tokens, bool cased) : cased_(cased) {
  for (Token& token : tokens)
    if (!cased) token.text = folded(token.text);
  for (const Token& token : tokens)
    if (token.text.size() > literal_.size()) literal_ = token.text;
  const bool begins = !tokens.empty() && tokens.front().kind == Kind::any;
  const bool ends = tokens.size() > 1 && tokens.back().kind == Kind::any;
  const std::size_t stars = (begins ? 1U : 0U) + (ends ? 1U : 0U);
  const std::size_t literals = literal_.empty() ? 0 : 1;
  if (tokens.size() != stars + literals) {
    shape_ = Shape::glob;
    tokens_ = std::move(tokens);
  } else if (literals == 0) {
    shape_ = stars == 0 ? Shape::exact : Shape::anything;
  } else {
    shape_ = begins && ends ? Shape::contains
             : begins       ? Shape::suffix
             : ends         ? Shape::prefix
                            : Shape::exact;
  }
}

bool Pattern::matches(std::string_view text) const {
  switch (shape_) {
    case Shape::exact:
      return text == literal_;
    case Shape::prefix:
      return text.starts_with(literal_);
    case Shape::suffix:
      return text.ends_with(literal_);
    case Shape::contains:
      return text.find(literal_) != std::string_view::npos;
    case Shape::anything:
      return true;
    case Shape::glob:
      break;
  }
  return matches_glob(text);
}

// Goes back to the last star only, which is enough: an earlier one could not do more.
bool Pattern::matches_glob(std::string_view text) const {
  std::size_t at = 0, token = 0;
  std::size_t star = tokens_.size(), resume = 0;
  while (at < text.size() || token < tokens_.size()) {
    if (token < tokens_.size() && tokens_[token].kind == Kind::any) {
      star = token++;
      resume = at;
      if (token == tokens_.size()) return true;
      continue;
    }
    if (token < tokens_.size() && takes(tokens_[token], text, at)) {
      ++token;
      continue;
    }
    if (star == tokens_.size() || resume >= text.size()) return false;
    at = ++resume;
    token = star + 1;
  }
  return true;
}

}  // namespace digue::detect::sigma
