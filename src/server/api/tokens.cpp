// Tokens of whoever is signed in: made, listed, revoked.
#include "base/json_writer.h"
#include "finding/json.h"
#include "server/api/fields.h"
#include "server/api/routes.h"
#include "server/people/authorise.h"
#include "server/people/sentences.h"
#include "server/sentences.h"

namespace digue::server {

using http::Response;

static std::string token_json(const Token& token, const std::string& secret = {}) {
  JsonWriter json;
  json.begin_object()
      .member("token", token.id)
      .member("name", token.name)
      .member("scope", token.writes ? "write" : "read")
      .member("incident", token.incident);
  finding::write_time(json, "made", token.made);
  finding::write_time(json, "expires", token.expires);
  finding::write_time(json, "used", token.used);
  if (!secret.empty()) json.member("secret", secret);
  json.end_object();
  return json.take();
}

Response list_tokens(const Call& call) {
  const auto tokens = call.services.tokens.of(call.person->name);
  return page_response(call, tokens.size(), [&](std::size_t i) { return token_json(tokens[i]); });
}

// Of an incident in which the person has a role.
static bool is_theirs(const Call& call, const std::string& incident) {
  const auto open = call.services.incidents.find(incident);
  bool theirs = false;
  if (open)
    open->read([&](const incident::State& state, const std::string&) {
      theirs = role_in(state, *call.person).has_value();
    });
  return theirs;
}

Response add_token(const Call& call) {
  static constexpr std::string_view scopes[] = {"read", "write"};
  Fields fields(call.request.body);
  Token token;
  token.person = call.person->name;
  token.name = fields.text("name", 100, Fields::required);
  token.writes = fields.word("scope", scopes, Fields::required) == "write";
  token.incident = fields.text("incident", 64);
  const auto days = fields.count("days", max_token_days);
  if (!days || *days == 0) fields.refuse("days", tell<sentences::token_days>(max_token_days));
  if (const auto trouble = fields.trouble()) return call.problem(*trouble);
  if (!token.incident.empty() && !is_theirs(call, token.incident))
    return call.problem({422, tell<sentences::no_such_incident>(token.incident), "/incident"});
  token.expires = call.services.clock.now() + static_cast<std::int64_t>(*days) * day_ms;
  const auto made = call.services.tokens.add(token);
  return made ? json_response(201, token_json(made->token, made->secret))
              : call.problem(made.error());
}

Response revoke_token(const Call& call) {
  const auto revoked = call.services.tokens.revoke(call.person->name, call.arguments.front());
  return revoked ? Response{.status = 204} : call.problem(revoked.error());
}

}  // namespace digue::server
