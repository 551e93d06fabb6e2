// Regular expressions of rules: PCRE2, the dialect that Sigma names.
//
// Bounded: a match that takes too many steps or too much memory is given up, counted, and taken as
// no match.  A compiled expression may be shared by threads; a RegexRun belongs to one.
#pragma once
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "base/result.h"

namespace digue::detect::sigma {

struct RegexFlags {
  bool ignore_case = false, multi_line = false, dot_all = false;
};

class RegexRun {
 public:
  RegexRun();
  ~RegexRun();
  RegexRun(const RegexRun&) = delete;
  RegexRun& operator=(const RegexRun&) = delete;
  std::uint64_t given_up() const { return given_up_; }

 private:
  friend class Regex;
  struct State;
  std::unique_ptr<State> state_;
  std::uint64_t given_up_ = 0;
};

class Regex {
 public:
  static Result<Regex> compile(std::string_view text, RegexFlags flags);
  // Whether it is found anywhere in the text (UTF-8).
  bool found_in(std::string_view text, RegexRun& run) const;
  // What every such text contains, folded; empty when it cannot be told.
  const std::string& literal() const { return literal_; }

 private:
  struct Code;
  Regex(std::shared_ptr<const Code> code, std::string literal)
      : code_(std::move(code)), literal_(std::move(literal)) {}
  std::shared_ptr<const Code> code_;
  std::string literal_;
};

}  // namespace digue::detect::sigma
