// Begun by a write of our own page, which gets the address to go to as soon as it is known; the
// provider sends the browser back with a code; our page then takes the outcome by another write, so
// that no page elsewhere can sign somebody in.  How it stands in between, the session tells.
#include "server/api/provider.h"

#include "base/json_writer.h"
#include "server/api/api.h"
#include "server/api/fields.h"
#include "server/api/session.h"
#include "server/oidc/entrance.h"
#include "server/oidc/provider.h"
#include "server/oidc/sentences.h"
#include "server/people/sentences.h"

namespace digue::server {

using http::Response;

namespace {

constexpr std::string_view way_back = "/api/v1/session/provider/return";

std::string_view browser_of(const Call& call) {
  return call.request.cookie(provider_cookie);
}

// Lax, since the browser comes back from another site; what it opens alone is worth nothing.
std::string cookie_text(const Call& call, const std::string& value, std::int64_t seconds) {
  auto text = std::string(provider_cookie) + "=" + value +
              "; Path=/api/v1/session; HttpOnly; SameSite=Lax; Max-Age=" + std::to_string(seconds);
  if (call.request.secure) text += "; Secure";
  return text;
}

void write_progress(JsonWriter& json, const Provider& provider, std::string_view browser) {
  const auto progress = provider.progress(browser);
  json.begin_object()
      .member("name", provider.settings().name)
      .member("standing", standing_name(progress.standing));
  if (!progress.url.empty()) json.member("url", progress.url);
  json.end_object();
}

std::string parameter_of(const Call& call, std::string_view name) {
  return std::string(call.request.parameter(name).value_or(""));
}

// The trouble of a call that can't go on; nothing when it can.
std::optional<Trouble> closed(const Call& call) {
  const Fields fields(call.request.body);
  if (auto trouble = fields.trouble()) return trouble;
  if (call.services.provider == nullptr) return Trouble{409, tell<sentences::provider_is_off>()};
  if (call.services.people.has_nobody()) return Trouble{409, tell<sentences::first_person_first>()};
  return std::nullopt;
}

// The provider's own failings are not the person's.
int status_of(const Error& error) {
  switch (error.kind) {
    case Error::Kind::not_found:
      return 502;
    case Error::Kind::bad_input:
      return 401;
    default:
      return trouble_of(error).status;
  }
}

}  // namespace

void write_provider(JsonWriter& json, const Call& call) {
  json.key("provider");
  if (call.services.provider == nullptr)
    json.null();
  else
    write_progress(json, *call.services.provider, browser_of(call));
}

Response begin_with_provider(const Call& call) {
  if (const auto trouble = closed(call)) return call.problem(*trouble);
  auto& provider = *call.services.provider;
  const auto browser = provider.begin(origin_of(call.request) + std::string(way_back),
                                      call.request.peer, browser_of(call));
  JsonWriter json;
  write_progress(json, provider, browser);
  auto response = json_response(201, json.take());
  response.with("Set-Cookie", cookie_text(call, browser, attempt_ms / second_ms));
  return response;
}

// To the interface, whatever came: it asks how the sign-in stands.
Response return_from_provider(const Call& call) {
  const bool ours = call.services.provider != nullptr &&
                    call.services.provider->came_back(
                        browser_of(call), {parameter_of(call, "state"), parameter_of(call, "code"),
                                           parameter_of(call, "error"), parameter_of(call, "iss")});
  Response response{.status = 303};
  response.with("Location", ours ? "/" : "/?sign-in=elsewhere");
  return response;
}

Response finish_with_provider(const Call& call) {
  if (const auto trouble = closed(call)) return call.problem(*trouble);
  const auto& services = call.services;
  const auto claims = services.provider->take(browser_of(call));
  if (!claims) {
    if (claims.error().kind == Error::Kind::refused) return call.problem(claims.error());
    services.tell(claims.error().message);
    return call.problem({status_of(claims.error()), claims.error().message});
  }
  const auto person = let_in(services.people, services.tokens, services.factors.demanded(),
                             services.provider->settings(), *claims);
  if (!person && person.error().kind == Error::Kind::refused)
    return call.problem({403, person.error().message});
  if (!person) return call.problem(person.error());
  const auto in = services.people.begin_session(*person);
  if (!in) return call.problem(in.error());
  auto response = signed_in_response(call, *in);
  response.with("Set-Cookie", cookie_text(call, "", 0));
  return response;
}

}  // namespace digue::server
