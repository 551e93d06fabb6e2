// Health, who is signed in, people.
#include <sodium.h>

#include "base/json_writer.h"
#include "server/api/api.h"
#include "server/api/fields.h"
#include "server/api/openapi_text.h"
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

static void write_person(JsonWriter& json, const Person& person) {
  json.begin_object()
      .member("name", person.name)
      .member("display_name", person.display_name)
      .member("role", role_name(person.role))
      .end_object();
}

static std::string session_json(const Call& call, const std::optional<Person>& person) {
  JsonWriter json;
  json.begin_object().key("person");
  if (person)
    write_person(json, *person);
  else
    json.null();
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

// A session that was there before ends: nobody can have had its token prepared.
static Response signed_in_response(const Call& call, const SignedIn& in) {
  call.services.people.sign_out(call.request.cookie(session_cookie));
  auto response = json_response(201, session_json(call, in.person));
  response.with("Set-Cookie", cookie_text(call, in.token, false));
  return response;
}

static Response wait_response(const Call& call, const Error& error, std::int64_t wait_ms) {
  auto response = call.problem({429, error.message});
  response.with("Retry-After", std::to_string((wait_ms + second_ms - 1) / second_ms));
  return response;
}

Response sign_in(const Call& call) {
  Fields fields(call.request.body);
  const auto name = fields.text("name", 64, Fields::required);
  const auto password = fields.text("password", 1024, Fields::required);
  if (const auto trouble = fields.trouble()) return call.problem(*trouble);
  std::int64_t wait_ms = 0;
  const auto in = call.services.people.sign_in(name, password, call.request.peer, wait_ms);
  if (in) return signed_in_response(call, *in);
  if (wait_ms > 0) return wait_response(call, in.error(), wait_ms);
  const bool wrong = in.error().kind == Error::Kind::bad_input;
  return wrong ? call.problem({401, in.error().message}) : call.problem(in.error());
}

Response sign_out(const Call& call) {
  call.services.people.sign_out(call.request.cookie(session_cookie));
  Response response{.status = 204};
  response.with("Set-Cookie", cookie_text(call, "", true));
  return response;
}

static Person person_of(Fields& fields, Role role) {
  return {fields.text("name", 64, Fields::required),
          fields.text("display_name", 200, Fields::required), role};
}

static bool is_code(const std::string& told, const std::string& code) {
  return told.size() == code.size() && sodium_memcmp(told.data(), code.data(), code.size()) == 0;
}

Response first_start(const Call& call) {
  Fields fields(call.request.body);
  const auto code = fields.text("code", 64, Fields::required);
  const auto person = person_of(fields, Role::lead);
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

Response list_people(const Call& call) {
  const auto people = call.services.people.all();
  return page_response(call, people.size(), [&](std::size_t i) {
    JsonWriter json;
    write_person(json, people[i]);
    return json.take();
  });
}

static constexpr std::string_view roles[] = {"lead", "responder", "scribe", "observer", "counsel"};

Response add_person(const Call& call) {
  Fields fields(call.request.body);
  const auto role = role_named(fields.word("role", roles, Fields::required));
  const auto person = person_of(fields, role.value_or(Role::observer));
  const auto password = fields.text("password", 1024, Fields::required);
  if (const auto trouble = fields.trouble()) return call.problem(*trouble);
  const auto added = call.services.people.add(person, password);
  if (!added) return call.problem(added.error());
  JsonWriter json;
  write_person(json, *added);
  return json_response(201, json.take());
}

}  // namespace digue::server
