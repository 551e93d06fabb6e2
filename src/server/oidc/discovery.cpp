#include "server/oidc/discovery.h"

#include <simdjson.h>

#include <algorithm>
#include <vector>

#include "server/oidc/json.h"
#include "server/oidc/sentences.h"

namespace digue::server {

using simdjson::dom::object;

// Of a list of texts; nothing said is everything, by Discovery's section 3.
static bool takes(const object& said, std::string_view list, std::string_view value,
                  bool otherwise) {
  simdjson::dom::array values;
  if (said[list].get(values) != simdjson::SUCCESS) return otherwise;
  return std::any_of(values.begin(), values.end(), [&](const simdjson::dom::element& one) {
    std::string_view text;
    return one.get(text) == simdjson::SUCCESS && text == value;
  });
}

Result<Discovery> read_discovery(std::string_view json, const std::string& issuer) {
  const JsonText text(json, max_discovery_bytes);
  const auto* said = text.root();
  if (said == nullptr) return fail<sentences::bad_discovery>(Error::Kind::not_found);
  if (text_in(*said, "issuer") != issuer)
    return fail<sentences::discovery_of_another>(Error::Kind::not_found,
                                                 text_in(*said, "issuer").substr(0, 200), issuer);
  const auto sign_in = text_in(*said, "authorization_endpoint");
  const auto token = http::read_url(text_in(*said, "token_endpoint")),
             keys = http::read_url(text_in(*said, "jwks_uri"));
  if (!http::read_url(sign_in) || !token || !keys)
    return fail<sentences::bad_endpoints>(Error::Kind::not_found);
  static constexpr std::string_view methods = "token_endpoint_auth_methods_supported";
  Discovery out{std::string(sign_in), *token, *keys};
  out.posts_secret = !takes(*said, methods, "client_secret_basic", true);
  bool names_issuer = false;
  if ((*said)["authorization_response_iss_parameter_supported"].get(names_issuer) ==
      simdjson::SUCCESS)
    out.names_issuer = names_issuer;
  return out;
}

Result<std::string> id_token_of(std::string_view json) {
  const JsonText text(json, max_token_answer_bytes);
  const auto* said = text.root();
  const auto token = said == nullptr ? std::string_view() : text_in(*said, "id_token");
  if (token.empty()) return fail<sentences::no_id_token>(Error::Kind::not_found);
  return std::string(token);
}

}  // namespace digue::server
