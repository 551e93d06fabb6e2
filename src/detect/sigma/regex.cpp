#include "detect/sigma/regex.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include <algorithm>
#include <array>
#include <utility>

#include "detect/sigma/fold.h"
#include "detect/sigma/limits.h"
#include "detect/sigma/regex_literal.h"
#include "detect/sigma/sentences.h"

namespace digue::detect::sigma {

struct RegexRun::State {
  pcre2_match_data* data = pcre2_match_data_create(1, nullptr);
  pcre2_match_context* context = pcre2_match_context_create(nullptr);
  State() {
    pcre2_set_match_limit(context, max_regex_steps);
    pcre2_set_heap_limit(context, max_regex_memory_kib);
  }
  ~State() {
    pcre2_match_data_free(data);
    pcre2_match_context_free(context);
  }
  State(const State&) = delete;
  State& operator=(const State&) = delete;
};

RegexRun::RegexRun() : state_(std::make_unique<State>()) {}
RegexRun::~RegexRun() = default;

struct Regex::Code {
  explicit Code(pcre2_code* compiled) : code(compiled) {}
  ~Code() { pcre2_code_free(code); }
  Code(const Code&) = delete;
  Code& operator=(const Code&) = delete;
  pcre2_code* code;
};

namespace {

std::string message_of(int error) {
  std::array<PCRE2_UCHAR, 256> text{};
  pcre2_get_error_message(error, text.data(), text.size());
  return reinterpret_cast<const char*>(text.data());
}

PCRE2_SPTR letters(std::string_view text) {
  return reinterpret_cast<PCRE2_SPTR>(text.data());
}

}  // namespace

Result<Regex> Regex::compile(std::string_view text, RegexFlags flags) {
  if (text.size() > max_regex_bytes)
    return fail<sentences::regex_too_long>(Error::Kind::refused, max_regex_bytes);
  std::uint32_t options = PCRE2_UTF | PCRE2_MATCH_INVALID_UTF | PCRE2_NEVER_BACKSLASH_C;
  if (flags.ignore_case) options |= PCRE2_CASELESS;
  if (flags.multi_line) options |= PCRE2_MULTILINE;
  if (flags.dot_all) options |= PCRE2_DOTALL;
  int error = 0;
  std::size_t at = 0;
  pcre2_code* code = pcre2_compile(letters(text), text.size(), options, &error, &at, nullptr);
  if (code == nullptr)
    return fail<sentences::bad_regex>(Error::Kind::bad_input, text, message_of(error), at);
  if (const std::string faster = flags.dot_all ? std::string(text) : with_first_places(text);
      faster != text)
    if (auto* other = pcre2_compile(letters(faster), faster.size(), options, &error, &at, nullptr);
        other != nullptr)
      pcre2_code_free(std::exchange(code, other));
  // Where it can't be had, the same is found more slowly.
  (void)pcre2_jit_compile(code, PCRE2_JIT_COMPLETE);
  auto needs = needs_of(text);
  needs.literal = folded(needs.literal);
  return Regex(std::make_shared<const Code>(code), std::move(needs));
}

// Most texts lack what the expression can't do without; one that lacks but one of many equal
// letters is what takes it longest.
bool Regex::may_be_in(std::string_view folded) const {
  if (!needs_.literal.empty() && folded.find(needs_.literal) == std::string_view::npos)
    return false;
  return needs_.times < 2 || static_cast<std::size_t>(std::count(folded.begin(), folded.end(),
                                                                 needs_.letter)) >= needs_.times;
}

bool Regex::found_in(std::string_view text, std::string_view folded, RegexRun& run) const {
  if (!may_be_in(folded)) return false;
  for (const auto& known : run.known_)
    if (known.code == code_.get() && known.text.data() == text.data() &&
        known.text.size() == text.size())
      return known.found;
  const auto& state = *run.state_;
  const int found =
      pcre2_match(code_->code, letters(text), text.size(), 0, 0, state.data, state.context);
  if (found < 0 && found != PCRE2_ERROR_NOMATCH) ++run.given_up_;
  run.known_.push_back({code_.get(), text, found >= 0});
  return found >= 0;
}

}  // namespace digue::detect::sigma
