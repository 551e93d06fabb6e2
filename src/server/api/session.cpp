// Health, and who is signed in.
#include <sodium.h>

#include "base/json_writer.h"
#include "base/text.h"
#include "server/api/api.h"
#include "server/api/fields.h"
#include "server/api/openapi_text.h"
#include "server/api/people.h"
#include "server/api/provider.h"
#include "server/api/session.h"
#include "server/sentences.h"

namespace digue::server {

using http::Response;

Response health(const Call& call) {
  JsonWriter json;
  json.begin_object().member("status", "ok").member("version", call.services.version).end_object();
  return json_response(200, json.take());
}

Response describe(const Call&) {
  Response response{.body = std::string(openapi_text())};
  response.with("Content-Type", "application/yaml");
  return response;
}

std::string origin_of(const http::Request& request) {
  return (request.secure ? "https://" : "http://") + lower(request.field("host"));
}

static std::string session_json(const Call& call, const std::optional<Person>& person) {
  JsonWriter json;
  json.begin_object().key("person");
  if (person)
    write_person(json, *person, call.services.factors.of(person->name).any());
  else
    json.null();
  json.member("must_enrol", person && only_enrols(call.services, *person, std::nullopt));
  write_provider(json, call);
  json.member("first_start", call.services.people.has_nobody())
      .member("version", call.services.version)
      .end_object();
  return json.take();
}

Response show_session(const Call& call) {
  return json_response(200, session_json(call, call.person));
}

static std::string cookie_text(const Call& call, const std::string& token, bool ends) {
  std::string text =
      std::string(session_cookie) + "=" + token + "; Path=/; HttpOnly; SameSite=Strict";
  if (call.request.secure) text += "; Secure";
  if (ends) text += "; Max-Age=0";
  return text;
}

Response signed_in_response(const Call& call, const SignedIn& in) {
  call.services.people.sign_out(call.request.cookie(session_cookie));
  auto response = json_response(201, session_json(call, in.person));
  response.with("Set-Cookie", cookie_text(call, in.token, false));
  return response;
}

Response not_shown_response(const Call& call, const Error& error, std::int64_t wait_ms,
                            const Trouble& wrong) {
  if (wait_ms > 0) {
    auto response = call.problem({429, error.message});
    response.with("Retry-After", std::to_string((wait_ms + second_ms - 1) / second_ms));
    return response;
  }
  return error.kind == Error::Kind::bad_input ? call.problem(wrong) : call.problem(error);
}

std::optional<Response> not_their_password(const Call& call, Fields& fields,
                                           std::string_view name) {
  const auto password = fields.text(name, 1024, Fields::required);
  if (const auto trouble = fields.trouble()) return call.problem(*trouble);
  std::int64_t wait_ms = 0;
  const auto shown =
      call.services.people.check_password(call.person->name, password, call.request.peer, wait_ms);
  if (shown) return std::nullopt;
  return not_shown_response(call, shown.error(), wait_ms,
                            {422, tell<sentences::wrong_old_password>(), "/" + std::string(name)});
}

// Which factors there are is told to who knows the password only.
Response sign_in(const Call& call) {
  Fields fields(call.request.body);
  const auto name = fields.text("name", 64, Fields::required);
  const auto password = fields.text("password", 1024, Fields::required);
  const auto factor = read_factor(fields);
  if (const auto trouble = fields.trouble()) return call.problem(*trouble);
  auto& people = call.services.people;
  std::int64_t wait_ms = 0;
  const auto person = people.check_password(name, password, call.request.peer, wait_ms);
  if (!person)
    return not_shown_response(call, person.error(), wait_ms, {401, person.error().message});
  if (auto refused = without_factor(call, name, factor)) return std::move(*refused);
  const auto in = people.begin_session(*person);
  return in ? signed_in_response(call, *in) : call.problem(in.error());
}

// Their own, by who knows the old one; a stolen session does not become an account.
Response change_password(const Call& call) {
  Fields fields(call.request.body);
  const auto password = fields.text("password", 1024, Fields::required);
  if (auto refused = not_their_password(call, fields, "old")) return std::move(*refused);
  const auto set = call.services.people.set_password(call.person->name, password,
                                                     call.request.cookie(session_cookie));
  return set ? Response{.status = 204} : call.problem(set.error());
}

Response end_other_sessions(const Call& call) {
  call.services.people.end_sessions(call.person->name, call.request.cookie(session_cookie));
  return Response{.status = 204};
}

Response sign_out(const Call& call) {
  call.services.people.sign_out(call.request.cookie(session_cookie));
  Response response{.status = 204};
  response.with("Set-Cookie", cookie_text(call, "", true));
  return response;
}

static bool is_code(const std::string& told, const std::string& code) {
  return told.size() == code.size() && sodium_memcmp(told.data(), code.data(), code.size()) == 0;
}

Response first_start(const Call& call) {
  Fields fields(call.request.body);
  const auto code = fields.text("code", 64, Fields::required);
  const auto person = with_usual_rights(new_person(fields, Role::lead));
  const auto password = fields.text("password", 1024, Fields::required);
  if (const auto trouble = fields.trouble()) return call.problem(*trouble);
  auto& people = call.services.people;
  if (!people.has_nobody()) return call.problem({409, tell<sentences::no_first_start>()});
  if (!is_code(code, call.services.first_start_code))
    return call.problem({403, tell<sentences::wrong_code>(), "/code"});
  const auto in = people.add_first(person, password);
  if (!in) return call.problem(in.error());
  return signed_in_response(call, *in);
}

}  // namespace digue::server
