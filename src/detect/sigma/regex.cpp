#include "detect/sigma/regex.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include <array>

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
  // Where it can't be had, the same is found more slowly.
  (void)pcre2_jit_compile(code, PCRE2_JIT_COMPLETE);
  return Regex(std::make_shared<const Code>(code), folded(required_literal(text)));
}

bool Regex::found_in(std::string_view text, RegexRun& run) const {
  const auto& state = *run.state_;
  const int found =
      pcre2_match(code_->code, letters(text), text.size(), 0, 0, state.data, state.context);
  if (found < 0 && found != PCRE2_ERROR_NOMATCH) ++run.given_up_;
  return found >= 0;
}

}  // namespace digue::detect::sigma
