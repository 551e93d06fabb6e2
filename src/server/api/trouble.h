// What a person is told when a request fails: RFC 9457, in their language.  Pure; thread-safe.
#pragma once
#include <string>

#include "base/result.h"
#include "server/http/response.h"

namespace digue::server {

struct Trouble {
  int status = 500;
  Message detail;
  std::string where = {};  // JSON pointer into the body, or a parameter's name
  std::string more = {};   // members that follow, written ready: ",\"etag\":\"...\""
};

// bad_input 422, not_found 404, refused 409, storage 507, internal 500.
Trouble trouble_of(const Error& error);
http::Response problem(const Trouble& trouble, Language language);

}  // namespace digue::server
