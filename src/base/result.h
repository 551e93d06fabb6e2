// How our code reports failure: a value or an Error, never an exception.
//
// An Error says what was being done, where, and what to do about it, in both languages.  Exceptions
// come from libraries only, and are caught at the verb, the HTTP handler or the job.
#pragma once
#include <cstdint>
#include <tl/expected.hpp>
#include <utility>

#include "base/sentence.h"

namespace digue {

struct Error {
  enum class Kind : std::uint8_t {
    bad_input,  // what we were given can't be used: the person can mend it
    not_found,  // what was named does not exist
    refused,    // we could, and we won't: the message says why
    storage,    // the disk or the database failed
    internal,   // ours to mend
  };
  Kind kind;
  Message message;
};

template <class T>
using Result = tl::expected<T, Error>;
using Outcome = Result<void>;

template <const Sentence& sentence, class... Arguments>
tl::unexpected<Error> fail(Error::Kind kind, Arguments&&... arguments) {
  return tl::unexpected<Error>(Error{kind, tell<sentence>(std::forward<Arguments>(arguments)...)});
}

inline tl::unexpected<Error> fail(Error error) {
  return tl::unexpected<Error>(std::move(error));
}

}  // namespace digue

// DIGUE_TRY(auto file, open(path)): the value, or this function returns the error.
#define DIGUE_TRY_JOIN_(a, b) a##b
#define DIGUE_TRY_NAME_(line) DIGUE_TRY_JOIN_(digue_try_, line)
#define DIGUE_TRY(declaration, expression)                              \
  auto DIGUE_TRY_NAME_(__LINE__) = (expression);                        \
  if (!DIGUE_TRY_NAME_(__LINE__))                                       \
    return ::digue::fail(std::move(DIGUE_TRY_NAME_(__LINE__)).error()); \
  declaration = std::move(*DIGUE_TRY_NAME_(__LINE__))
// DIGUE_CHECK(write(bytes)): goes on, or this function returns the error.
#define DIGUE_CHECK(expression)                      \
  if (auto digue_check = (expression); !digue_check) \
  return ::digue::fail(std::move(digue_check).error())
