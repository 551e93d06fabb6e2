// Reads requests from the bytes of a connection, as they come: the head by the policy, then the
// body by Beast's parser, under caps.  No input or output of its own.  Not thread-safe.
//
// The two must agree on where a request ends: what Beast reads otherwise than the policy is
// refused.
#pragma once
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "server/http/policy.h"

namespace digue::server::http {

// Of a chunked body: sizes, extensions and trailers together, beyond one sixteenth of the body; and
// any line of them alone.
inline constexpr std::uint64_t max_chunk_overhead = 8 << 10;

class RequestReader {
 public:
  enum class Status : std::uint8_t {
    more,     // feed it more bytes
    head,     // head() is there: call expect_body(), then read() on
    body,     // body() is a piece of it: take it, then read() on
    done,     // the request is whole: call next() for the one after
    refused,  // refusal() says why; nothing more can be read from this connection
  };

  RequestReader();
  ~RequestReader();

  // Adds bytes that came.
  void feed(std::string_view bytes);
  // Goes on with what is there.
  Status read();
  // After `head`: how long the body may be.
  void expect_body(std::uint64_t limit);
  // After `done`: the bytes that are left begin the next request.
  void next();

  const Head& head() const;
  Head& head();
  std::string_view body() const;  // valid until the next call
  Refusal refusal() const;
  // Nothing of a request has come yet.
  bool is_idle() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace digue::server::http
