// Second factors: what one has, adding and removing one's own, and showing one when signing in.
#include "server/people/factors.h"

#include "base/address.h"
#include "base/json_writer.h"
#include "base/text.h"
#include "finding/json.h"
#include "produce/pdf/qr.h"
#include "server/api/api.h"
#include "server/api/fields.h"
#include "server/api/session.h"
#include "server/base64url.h"
#include "server/people/authorise.h"
#include "server/people/sentences.h"
#include "server/people/totp.h"
#include "server/sentences.h"

namespace digue::server {

using http::Response;

namespace {

constexpr std::size_t field_bytes = max_passkey_field_bytes;

// As a URL names it: version 6 in brackets.
bool is_address(const std::string& host) {
  return host.starts_with('[') || is_ip_address(host);
}

// The name in use, by which a browser ties a passkey to this server; without challenge.
Ceremony ceremony_of(const http::Request& request) {
  Ceremony out;
  const auto host = lower(request.field("host"));
  out.origin = origin_of(request);
  const auto colon = host.rfind(':');
  const bool has_port = colon != std::string::npos && !host.ends_with(']');
  out.site = has_port ? host.substr(0, colon) : host;
  return out;
}

void write_algorithms(JsonWriter& json) {
  json.key("algorithms").begin_array();
  for (const int one : passkey_algorithms) json.number(std::int64_t{one});
  json.end_array();
}

// Those of this name; a browser finds the others nowhere.
void write_credentials(JsonWriter& json, std::string_view key, const FactorsOf& factors,
                       const std::string& site) {
  json.key(key).begin_array();
  for (const auto& one : factors.passkeys)
    if (one.site == site) json.text(one.credential);
  json.end_array();
}

void write_passkey(JsonWriter& json, const Passkey& passkey) {
  json.begin_object()
      .member("passkey", passkey.credential)
      .member("name", passkey.name)
      .member("site", passkey.site);
  finding::write_time(json, "made", passkey.made);
  json.end_object();
}

Response codes_response(const RecoveryCodes& codes) {
  JsonWriter json;
  json.begin_object().member("recovery_codes", codes).end_object();
  return json_response(201, json.take());
}

// With a new factor, sessions that began without it end.
Response added_response(const Call& call, const Result<RecoveryCodes>& codes) {
  if (!codes) return call.problem(codes.error());
  call.services.people.end_sessions(call.person->name, call.request.cookie(session_cookie));
  return codes_response(*codes);
}

std::vector<std::string> qr_rows(const std::string& text) {
  const auto code = produce::pdf::make_qr(text);
  std::vector<std::string> rows;
  for (int row = 0; row < code.side; ++row) {
    rows.emplace_back();
    for (int column = 0; column < code.side; ++column)
      rows.back() += code.at(row, column) ? '1' : '0';
  }
  return rows;
}

std::string members_of_needed(const Call& call, const std::string& person) {
  const auto factors = call.services.factors.of(person);
  const auto site = ceremony_of(call.request).site;
  const bool has_passkey = std::any_of(factors.passkeys.begin(), factors.passkeys.end(),
                                       [&](const Passkey& one) { return one.site == site; });
  std::vector<std::string> kinds;
  if (factors.totp) kinds.emplace_back("totp");
  if (has_passkey) kinds.emplace_back("passkey");
  if (factors.recovery_codes > 0) kinds.emplace_back("recovery");
  JsonWriter json;
  json.begin_object().member("second_factor", kinds);
  if (has_passkey) {
    json.key("passkey").begin_object();
    json.member("challenge", call.services.factors.begin_sign_in(person)).member("site", site);
    write_credentials(json, "credentials", factors, site);
    json.end_object();
  }
  json.end_object();
  const auto text = json.take();
  return "," + text.substr(1, text.size() - 2);
}

Trouble needed(const Call& call, const std::string& person, const Message& why) {
  return {401, why, "", members_of_needed(call, person)};
}

}  // namespace

GivenFactor read_factor(Fields& fields) {
  GivenFactor out{fields.text("code", 64), std::nullopt};
  auto passkey = fields.part("passkey");
  if (!passkey) return out;
  out.passkey = Assertion{passkey->text("passkey", field_bytes, Fields::required),
                          passkey->text("client_data", field_bytes, Fields::required),
                          passkey->text("authenticator_data", field_bytes, Fields::required),
                          passkey->text("signature", field_bytes, Fields::required)};
  fields.take(*passkey);
  return out;
}

std::optional<Response> without_factor(const Call& call, const std::string& person,
                                       const GivenFactor& given) {
  auto& factors = call.services.factors;
  if (!factors.of(person).any()) return std::nullopt;
  if (given.code.empty() && !given.passkey)
    return call.problem(needed(call, person, tell<sentences::second_factor_needed>()));
  std::int64_t wait_ms = 0;
  const auto shown = given.passkey ? factors.check_passkey(person, ceremony_of(call.request),
                                                           *given.passkey, wait_ms)
                                   : factors.check_code(person, given.code, wait_ms);
  if (shown) return std::nullopt;
  if (wait_ms > 0 || shown.error().kind == Error::Kind::storage)
    return not_shown_response(call, shown.error(), wait_ms, {});
  return call.problem(needed(call, person, shown.error().message));
}

Response show_factors(const Call& call) {
  const auto factors = call.services.factors.of(call.person->name);
  JsonWriter json;
  json.begin_object();
  finding::write_time(json, "totp", factors.totp.value_or(Instant::unknown));
  json.key("passkeys").begin_array();
  for (const auto& passkey : factors.passkeys) write_passkey(json, passkey);
  json.end_array().member("recovery_codes", factors.recovery_codes).end_object();
  return json_response(200, json.take());
}

Response begin_totp(const Call& call) {
  Fields fields(call.request.body);
  if (auto refused = not_their_password(call, fields, "password")) return std::move(*refused);
  const auto secret = call.services.factors.begin_totp(call.person->name);
  const auto uri =
      otpauth_uri(secret, call.person->name, "Digue " + ceremony_of(call.request).site);
  JsonWriter json;
  json.begin_object()
      .member("secret", to_base32(secret))
      .member("uri", uri)
      .member("qr", qr_rows(uri))
      .end_object();
  return json_response(201, json.take());
}

Response confirm_totp(const Call& call) {
  Fields fields(call.request.body);
  const auto code = fields.text("code", 64, Fields::required);
  if (const auto trouble = fields.trouble()) return call.problem(*trouble);
  const auto codes = call.services.factors.confirm_totp(call.person->name, code);
  if (!codes && codes.error().kind == Error::Kind::bad_input)
    return call.problem({422, codes.error().message, "/code"});
  return added_response(call, codes);
}

Response remove_totp(const Call& call) {
  Fields fields(call.request.body);
  if (auto refused = not_their_password(call, fields, "password")) return std::move(*refused);
  const auto removed = call.services.factors.remove_totp(call.person->name);
  return removed ? Response{.status = 204} : call.problem(removed.error());
}

Response begin_passkey(const Call& call) {
  Fields fields(call.request.body);
  if (auto refused = not_their_password(call, fields, "password")) return std::move(*refused);
  const auto site = ceremony_of(call.request).site;
  if (is_address(site)) return call.problem({409, tell<sentences::passkey_needs_a_name>(site)});
  const auto& name = call.person->name;
  JsonWriter json;
  json.begin_object()
      .member("challenge", call.services.factors.begin_passkey(name))
      .member("site", site)
      .member("user", to_base64url(name))
      .member("name", name)
      .member("display_name", call.person->display_name);
  write_algorithms(json);
  write_credentials(json, "known", call.services.factors.of(name), site);
  json.end_object();
  return json_response(201, json.take());
}

Response add_passkey(const Call& call) {
  Fields fields(call.request.body);
  const auto name = fields.text("name", 100, Fields::required);
  const Registration given{fields.text("client_data", field_bytes, Fields::required),
                           fields.text("authenticator_data", field_bytes, Fields::required)};
  if (const auto trouble = fields.trouble()) return call.problem(*trouble);
  return added_response(call, call.services.factors.add_passkey(call.person->name, name,
                                                                ceremony_of(call.request), given));
}

Response remove_passkey(const Call& call) {
  Fields fields(call.request.body);
  if (auto refused = not_their_password(call, fields, "password")) return std::move(*refused);
  const auto removed =
      call.services.factors.remove_passkey(call.person->name, call.arguments.front());
  return removed ? Response{.status = 204} : call.problem(removed.error());
}

Response renew_recovery_codes(const Call& call) {
  Fields fields(call.request.body);
  if (auto refused = not_their_password(call, fields, "password")) return std::move(*refused);
  const auto codes = call.services.factors.new_recovery_codes(call.person->name);
  return codes ? codes_response(*codes) : call.problem(codes.error());
}

static Response demanded_response(const Demanded& demanded) {
  std::vector<std::string> names;
  for (const auto role : demanded) names.emplace_back(role_name(role));
  JsonWriter json;
  json.begin_object().member("roles", names).end_object();
  return json_response(200, json.take());
}

Response show_demanded_factors(const Call& call) {
  return demanded_response(call.services.factors.demanded());
}

// Not of oneself before one has one: nobody would be left to undo it.
Response demand_factors(const Call& call) {
  Fields fields(call.request.body);
  Demanded demanded;
  for (const auto& name : fields.texts("roles", role_count, Fields::required)) {
    if (const auto role = role_named(name))
      demanded.insert(*role);
    else
      fields.refuse("roles", tell<sentences::no_such_role>(name));
  }
  if (const auto trouble = fields.trouble()) return call.problem(*trouble);
  auto& factors = call.services.factors;
  if (may_only_enrol(demanded, *call.person, std::nullopt, factors.of(call.person->name)))
    return call.problem({409, tell<sentences::own_factor_first>()});
  const auto set = factors.demand(demanded);
  return set ? demanded_response(demanded) : call.problem(set.error());
}

// By whoever manages people, for who has lost them; their sessions end.
Response reset_factors(const Call& call) {
  const auto& name = call.arguments.front();
  if (!call.services.people.find(name))
    return call.problem({404, tell<sentences::no_such_person>(name)});
  const auto removed = call.services.factors.remove_all(name);
  if (!removed) return call.problem(removed.error());
  call.services.people.end_sessions(name, "");
  return Response{.status = 204};
}

}  // namespace digue::server
