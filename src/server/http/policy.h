// Which request heads we take: a pure function of their bytes, stricter than RFC 9112, so that no
// two programs can read the same request differently.
//
// Refused: a line that ends otherwise than in CR LF, folded lines, control characters, a method
// that we do not serve, a target that is not an absolute path, more than one Host or none, two
// lengths, a length with a transfer coding, any transfer coding but `chunked`, any in HTTP/1.0, a
// body where none is meant, an expectation other than 100-continue.  Thread-safe.
#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <tl/expected.hpp>

namespace digue::server::http {

inline constexpr std::size_t max_head_bytes = 8 << 10;  // request line and fields
inline constexpr std::size_t max_fields = 64;

enum class Method : std::uint8_t { get, head, post, del };
std::string_view method_name(Method method);

struct Field {
  std::string name;  // lower case
  std::string value;
};

struct Head {
  Method method = Method::get;
  std::string target;  // as sent: "/api/v1/incidents?page=2"
  bool version_1_0 = false;
  std::vector<Field> fields;
  std::optional<std::uint64_t> length;
  bool chunked = false;
  bool close = false;  // the client wants the connection closed after the answer
  bool waits = false;  // for "100 Continue", before it sends the body
  std::string_view field(std::string_view lower_case_name) const;  // "" when it is not there
};

enum class Refusal : std::uint8_t {
  malformed,        // 400
  bad_framing,      // 400: lengths and codings that contradict each other
  unknown_coding,   // 501
  unknown_method,   // 501
  unknown_version,  // 505
  bad_host,         // 421: not an address that we serve
  bad_expectation,  // 417
  head_too_big,     // 431
  body_too_big,     // 413
  body_not_meant,   // 400
  too_slow,         // 408
};
int status_of(Refusal refusal);
std::string_view refusal_name(Refusal refusal);  // "bad-framing"...

// `bytes`: the whole head, up to and with the empty line.
tl::expected<Head, Refusal> read_head(std::string_view bytes);

// Against DNS rebinding: the name that the client asked for is one of those we serve under, with
// the port; letters' case does not matter.
bool is_served(std::string_view host, std::span<const std::string> served);

// A field of an answer that would not be read as another one.
bool is_sendable(std::string_view name, std::string_view value);

}  // namespace digue::server::http
