// Regular expressions of rules: PCRE2, the dialect that Sigma names.
//
// Bounded: a match that takes too many steps or too much memory is given up, counted, and taken as
// no match.  A compiled expression may be shared by threads; a RegexRun belongs to one.
#pragma once
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "detect/sigma/regex_literal.h"

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
  // Texts may change now: until then, what was looked for once in one is known.
  void forget() { known_.clear(); }

 private:
  friend class Regex;
  struct State;
  struct Known {
    const void* code;
    std::string_view text;  // the same bytes at the same place
    bool found;
  };
  std::vector<Known> known_;
  std::unique_ptr<State> state_;
  std::uint64_t given_up_ = 0;
};

class Regex {
 public:
  static Result<Regex> compile(std::string_view text, RegexFlags flags);
  // Whether it is found anywhere in the text (UTF-8), which is `folded` without its case.
  bool found_in(std::string_view text, std::string_view folded, RegexRun& run) const;
  // What every such text contains, folded; empty when it cannot be told.
  const std::string& literal() const { return needs_.literal; }

 private:
  struct Code;
  Regex(std::shared_ptr<const Code> code, RegexNeeds needs)
      : code_(std::move(code)), needs_(std::move(needs)) {}
  bool may_be_in(std::string_view folded) const;
  std::shared_ptr<const Code> code_;
  RegexNeeds needs_;  // folded
};

}  // namespace digue::detect::sigma
