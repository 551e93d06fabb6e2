#include "hunt/stix_pattern.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace digue::hunt {

namespace {

struct Token {
  enum class Kind : std::uint8_t { mark, word, text, end, bad };
  Kind kind = Kind::end;
  std::string text;  // of a text: without its quotes and escapes
};

class Tokens {
 public:
  explicit Tokens(std::string_view pattern) : rest_(pattern) { next(); }

  const Token& now() const { return token_; }
  bool take_mark(char mark) { return take(Token::Kind::mark, std::string_view(&mark, 1)); }
  bool take_word(std::string_view word) { return take(Token::Kind::word, word); }

  void next() {
    rest_ = trimmed(rest_);
    if (rest_.empty())
      token_ = {Token::Kind::end, {}};
    else if (rest_.front() == '\'')
      quoted();
    else if (std::string_view("[]()=,").find(rest_.front()) != std::string_view::npos)
      token_ = {Token::Kind::mark, std::string(cut(1))};
    else
      word();
  }

 private:
  bool take(Token::Kind kind, std::string_view text) {
    if (token_.kind != kind || token_.text != text) return false;
    next();
    return true;
  }
  std::string_view cut(std::size_t count) {
    const auto taken = rest_.substr(0, count);
    rest_.remove_prefix(taken.size());
    return taken;
  }

  void quoted() {
    Token token{Token::Kind::text, {}};
    std::size_t i = 1;
    for (; i < rest_.size() && rest_[i] != '\''; ++i) {
      if (rest_[i] == '\\' && i + 1 < rest_.size()) ++i;
      token.text += rest_[i];
    }
    if (i >= rest_.size()) token.kind = Token::Kind::bad;
    cut(i + 1);
    token_ = std::move(token);
  }

  // A path may have parts in quotes: file:hashes.'SHA-256'.
  void word() {
    std::size_t i = 0;
    bool quoted_part = false;
    for (; i < rest_.size(); ++i) {
      if (rest_[i] == '\'') quoted_part = !quoted_part;
      if (!quoted_part &&
          std::string_view("[]()=, \t\r\n").find(rest_[i]) != std::string_view::npos)
        break;
    }
    token_ = {quoted_part ? Token::Kind::bad : Token::Kind::word, std::string(cut(i))};
  }

  std::string_view rest_;
  Token token_;
};

class Reader {
 public:
  explicit Reader(std::string_view pattern) : tokens_(pattern) {}

  std::optional<std::vector<PatternValue>> read() {
    if (!observations(0) || tokens_.now().kind != Token::Kind::end) return std::nullopt;
    return std::move(values_);
  }

 private:
  static constexpr int max_depth = 32;

  bool observations(int depth) {
    do {
      if (!observation(depth)) return false;
    } while (tokens_.take_word("OR"));
    return true;
  }
  bool observation(int depth) {
    if (depth > max_depth) return false;
    if (tokens_.take_mark('(')) return observations(depth + 1) && tokens_.take_mark(')');
    return tokens_.take_mark('[') && comparisons(0) && tokens_.take_mark(']');
  }
  bool comparisons(int depth) {
    do {
      if (!comparison(depth)) return false;
    } while (tokens_.take_word("OR"));
    return true;
  }
  bool comparison(int depth) {
    if (depth > max_depth) return false;
    if (tokens_.take_mark('(')) return comparisons(depth + 1) && tokens_.take_mark(')');
    if (tokens_.now().kind != Token::Kind::word) return false;
    const std::string path = tokens_.now().text;
    tokens_.next();
    if (tokens_.take_mark('=')) return text(path);
    if (!tokens_.take_word("IN") || !tokens_.take_mark('(')) return false;
    do {
      if (!text(path)) return false;
    } while (tokens_.take_mark(','));
    return tokens_.take_mark(')');
  }
  bool text(const std::string& path) {
    if (tokens_.now().kind != Token::Kind::text) return false;
    values_.push_back({path, tokens_.now().text});
    tokens_.next();
    return true;
  }

  Tokens tokens_;
  std::vector<PatternValue> values_;
};

struct PathType {
  std::string_view path, type;
};

// Without quotes and in lower case.
constexpr std::array<PathType, 17> path_types = {{
    {"domain-name:value", "domain"},
    {"ipv4-addr:value", "address"},
    {"ipv6-addr:value", "address"},
    {"url:value", "url"},
    {"email-addr:value", "mail"},
    {"email-message:from_ref.value", "mail"},
    {"email-message:sender_ref.value", "mail"},
    {"file:hashes.md5", "md5"},
    {"file:hashes.sha-1", "sha1"},
    {"file:hashes.sha1", "sha1"},
    {"file:hashes.sha-256", "sha256"},
    {"file:hashes.sha256", "sha256"},
    {"file:hashes.sha-512", "sha512"},
    {"file:hashes.sha512", "sha512"},
    {"file:name", "file"},
    {"user-account:account_login", "account"},
    {"user-account:user_id", "account"},
}};

}  // namespace

std::optional<std::vector<PatternValue>> read_stix_pattern(std::string_view pattern) {
  if (pattern.size() > max_pattern_bytes) return std::nullopt;
  return Reader(pattern).read();
}

std::string_view type_of_path(std::string_view path) {
  std::string plain = lower(path);
  std::erase(plain, '\'');
  const auto* known = std::find_if(path_types.begin(), path_types.end(),
                                   [&](const PathType& one) { return one.path == plain; });
  return known == path_types.end() ? std::string_view() : known->type;
}

}  // namespace digue::hunt
