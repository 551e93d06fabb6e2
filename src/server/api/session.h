// What several routes of one's own account share.
#pragma once
#include <optional>

#include "server/api/call.h"
#include "server/api/fields.h"

namespace digue::server {

// "https://host:port", as the browser calls us.
std::string origin_of(const http::Request& request);
// A new session, in place of the one that was there before: nobody can have had its token prepared.
http::Response signed_in_response(const Call& call, const SignedIn& in);

// Too often (429, Retry-After), wrong, or our own fault.
http::Response not_shown_response(const Call& call, const Error& error, std::int64_t wait_ms,
                                  const Trouble& wrong);
// Of a body whose field `name` is the password that one has; the answer when it is not, or when the
// body is wrong.
std::optional<http::Response> not_their_password(const Call& call, Fields& fields,
                                                 std::string_view name);

// What was given beside the password; who has a second factor and gave none, or a wrong one, gets
// the answer that says which they have.
struct GivenFactor {
  std::string code;
  std::optional<Assertion> passkey;
};
GivenFactor read_factor(Fields& fields);
std::optional<http::Response> without_factor(const Call& call, const std::string& person,
                                             const GivenFactor& given);

}  // namespace digue::server
