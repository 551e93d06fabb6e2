#include "server/api/api.h"

#include <algorithm>
#include <charconv>

#include "base/hash.h"
#include "base/text.h"
#include "server/api/fields.h"
#include "server/interface/interface.h"
#include "server/people/authorise.h"
#include "server/people/sentences.h"
#include "server/sentences.h"

namespace digue::server {

namespace {

using http::Method;
using http::Request;
using http::Response;

// "fr-FR,fr;q=0.9,en;q=0.8": the first of ours with the highest weight.
Language preferred(std::string_view accepted) {
  Language best = Language::english;
  double best_weight = 0;
  for (const auto piece : split(accepted, ',')) {
    const auto parts = split(piece, ';');
    const auto name = lower(trimmed(parts.front())).substr(0, 2);
    double weight = 1;
    for (std::size_t i = 1; i < parts.size(); ++i)
      if (const auto part = trimmed(parts[i]); part.starts_with("q="))
        std::from_chars(part.data() + 2, part.data() + part.size(), weight);
    if ((name != "fr" && name != "en") || weight <= best_weight) continue;
    best_weight = weight;
    best = name == "fr" ? Language::french : Language::english;
  }
  return best;
}

Language language_of(const Request& request) {
  const auto told = request.parameter("lang");
  if (told == "fr") return Language::french;
  if (told == "en") return Language::english;
  return preferred(request.field("accept-language"));
}

bool is_api(const Request& request) {
  const auto& path = request.target.path;
  return !path.empty() && path.front() == "api";
}

// The pieces in braces, in order; nothing when the path is another.
std::optional<std::vector<std::string>> arguments_of(const Route& route,
                                                     std::span<const std::string> path) {
  const auto pieces = split(route.path, '/');
  if (pieces.size() != path.size()) return std::nullopt;
  std::vector<std::string> arguments;
  for (std::size_t i = 0; i < pieces.size(); ++i)
    if (pieces[i].starts_with('{'))
      arguments.push_back(path[i]);
    else if (pieces[i] != path[i])
      return std::nullopt;
  return arguments;
}

bool is_write(const Request& request) {
  return request.head.method == Method::post || request.head.method == Method::del;
}

// What every answer carries.
Response dressed(Response response) {
  const auto has = [&](std::string_view name) {
    return std::any_of(
        response.fields.begin(), response.fields.end(),
        [&](const http::Field& field) { return equal_ignoring_case(field.name, name); });
  };
  if (!has("Content-Security-Policy"))
    response.with("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
  if (!has("Cache-Control")) response.with("Cache-Control", "no-store");
  response.with("X-Content-Type-Options", "nosniff")
      .with("Referrer-Policy", "no-referrer")
      .with("Cross-Origin-Opener-Policy", "same-origin")
      .with("Cross-Origin-Resource-Policy", "same-origin")
      .with("X-Frame-Options", "DENY");
  return response;
}

std::string request_hash(const Request& request) {
  std::string all(method_name(request.head.method));
  for (const auto& piece : request.target.path) all += "/" + piece;
  return to_hex(sha256(all + "\n" + request.body));
}

bool is_key(std::string_view key) {
  return key.size() <= 128 &&
         std::all_of(key.begin(), key.end(), [](char c) { return c > 0x20 && c < 0x7f; });
}

Trouble no_page() {
  return {404, tell<sentences::no_such_page>()};
}

bool is_of_type(const Request& request, std::string_view type) {
  const auto given = request.field("content-type");
  return equal_ignoring_case(trimmed(given.substr(0, given.find(';'))), type);
}

std::optional<Trouble> wrong_type(const Route& route, const Request& request) {
  if (route.body == BodyKind::json && !is_of_type(request, "application/json"))
    return Trouble{415, tell<sentences::json_needed>()};
  if (route.body == BodyKind::bytes && !is_of_type(request, "application/octet-stream"))
    return Trouble{415, tell<sentences::bytes_needed>()};
  return std::nullopt;
}

// RFC 6750; "" when there is none.
std::string_view bearer_of(const Request& request) {
  const auto given = request.field("authorization");
  static constexpr std::string_view scheme = "bearer ";
  if (given.size() < scheme.size() || !equal_ignoring_case(given.substr(0, scheme.size()), scheme))
    return {};
  return trimmed(given.substr(scheme.size()));
}

// By a token when one is given, else by the session.
void find_person(Call& call) {
  const auto secret = bearer_of(call.request);
  if (secret.empty()) {
    call.person = call.services.people.signed_in(call.request.cookie(session_cookie));
    return;
  }
  call.token = call.services.tokens.find(secret);
  if (call.token) call.person = call.services.people.find(call.token->person);
  if (call.person && call.person->disabled) call.person.reset();
}

std::string_view incident_of(const Route& route, const Call& call) {
  const bool names = route.path.starts_with("incidents/{incident}");
  return names ? std::string_view(call.arguments.front()) : std::string_view();
}

// Whose role it is; who has none does not learn that the incident is there.
std::optional<Trouble> find_incident(const Route& route, Call& call) {
  if (!route.path.starts_with("incidents/{incident}")) return std::nullopt;
  const bool other =
      call.token && !call.token->incident.empty() && call.token->incident != call.arguments.front();
  if (!other) call.incident = call.services.incidents.find(call.arguments.front());
  if (call.incident)
    call.incident->read([&](const incident::State& state, const std::string&) {
      call.role = role_in(state, *call.person);
      call.prepared = call.services.preparations.of(state);
    });
  if (call.role) return std::nullopt;
  return Trouble{404, tell<sentences::no_such_incident>(call.arguments.front())};
}

// Asked twice: by the account, before anything is told of the incident, and by the role in it.
std::optional<Trouble> without_demanded_factor(const Route& route, Call& call) {
  call.only_enrols = call.person && only_enrols(call.services, *call.person, call.role);
  if (!call.only_enrols || is_authorised(route.access, call.person, call.role, true))
    return std::nullopt;
  if (call.person->by_provider) return Trouble{403, tell<sentences::provider_shows_no_factor>()};
  return Trouble{403, tell<sentences::factor_demanded>()};
}

// Who asks, and whether they may.
std::optional<Trouble> forbidden(const Route& route, Call& call) {
  if (route.access != Access::anyone && !call.person)
    return Trouble{401, tell<sentences::sign_in_needed>()};
  if (auto trouble = without_demanded_factor(route, call)) return trouble;
  if (auto trouble = find_incident(route, call)) return trouble;
  if (auto trouble = without_demanded_factor(route, call)) return trouble;
  if (call.token &&
      !token_allows(*call.token, route.access, is_write(call.request), incident_of(route, call)))
    return Trouble{403, tell<sentences::token_may_not>()};
  if (!is_authorised(route.access, call.person, call.role, call.only_enrols)) {
    if (!call.role) return Trouble{403, tell<sentences::account_may_not>()};
    return Trouble{403, tell<sentences::role_may_not>(role_name(*call.role))};
  }
  if (is_write(call.request) && call.request.field("x-digue") != "1")
    return Trouble{403, tell<sentences::guard_missing>()};
  return std::nullopt;
}

// What the access log says of a call.
AccessLine access_line(const Route& route, const Call& call) {
  AccessLine line{.at = {},
                  .person = call.person->name,
                  .token = call.token ? call.token->id : std::string(),
                  .token_name = call.token ? call.token->name : std::string(),
                  .address = call.request.peer,
                  .exported = trace_of(route) == Trace::exported,
                  .incident = std::string(incident_of(route, call)),
                  .object = {}};
  const auto& path = call.request.target.path;  // "api", "v1", ...
  const std::ptrdiff_t first = line.incident.empty() ? 2 : 4;
  line.object = join(std::vector<std::string>(path.begin() + first, path.end()), "/");
  return line;
}

}  // namespace

tl::expected<Api::Admitted, Response> Api::admit(const Request& request) {
  Call call{services_, request, language_of(request)};
  const auto refuse = [&](const Trouble& trouble) {
    return tl::unexpected<Response>(call.problem(trouble));
  };
  const auto& path = request.target.path;
  if (path.size() < 2 || path[1] != "v1") return refuse(no_page());
  const auto method = request.head.method == Method::head ? Method::get : request.head.method;
  const Route* found = nullptr;
  bool path_is_known = false;
  for (const auto& route : routes()) {
    auto arguments = arguments_of(route, std::span(path).subspan(2));
    if (!arguments) continue;
    path_is_known = true;
    if (route.method != method) continue;
    found = &route;
    call.arguments = std::move(*arguments);
    break;
  }
  find_person(call);
  // Who is not signed in does not learn which addresses there are.
  if (found == nullptr && !call.person) return refuse({401, tell<sentences::sign_in_needed>()});
  if (found == nullptr)
    return refuse(path_is_known ? Trouble{405, tell<sentences::no_such_method>()} : no_page());
  if (const auto trouble = forbidden(*found, call)) return refuse(*trouble);
  if (const auto trouble = wrong_type(*found, request)) return refuse(*trouble);
  return Admitted{found, std::move(call)};
}

http::Reception Api::receive(const Request& request) {
  if (!is_api(request)) return {};
  auto admitted = admit(request);
  if (!admitted) return {.refusal = dressed(std::move(admitted.error()))};
  if (admitted->route->body == BodyKind::json) return {.body_limit = max_json_body_bytes};
  if (admitted->route->body == BodyKind::none) return {};
  auto sink = admitted->route->sink(admitted->call);
  if (!sink) return {.refusal = dressed(admitted->call.problem(sink.error()))};
  return {.body_limit = max_evidence_bytes, .sink = std::move(*sink)};
}

// The same key and the same request again: the same answer.
Response Api::answer_once(const Admitted& admitted) {
  const auto& call = admitted.call;
  const std::string key(call.request.field("idempotency-key"));
  // A secret that is told once is kept nowhere.
  const bool keeps = admitted.route->body == BodyKind::json && call.person &&
                     admitted.route->access != Access::enrol &&
                     admitted.route->access != Access::keep_account &&
                     admitted.route->access != Access::send_out;
  if (key.empty() || !keeps) return admitted.route->answer(call);
  if (!is_key(key)) return call.problem({400, tell<sentences::bad_key>(), "Idempotency-Key"});
  const auto asked = request_hash(call.request);
  const auto& person = call.person->name;
  const std::string mine = person + " " + key;
  {
    const std::lock_guard lock(mutex_);
    if (!under_way_.insert(mine).second)
      return call.problem({409, tell<sentences::key_under_way>()});
  }
  auto response = [&]() -> Response {
    const auto kept = services_.people.kept_answer(person, key);
    if (!kept) return call.problem(kept.error());
    if (*kept && (*kept)->request != asked)
      return call.problem({422, tell<sentences::key_of_another>(), "Idempotency-Key"});
    if (*kept) return json_response((*kept)->status, (*kept)->body);
    auto made = admitted.route->answer(call);
    // What was written stays written, kept or not.
    if (made.status < 300)
      static_cast<void>(services_.people.keep_answer(person, key, {asked, made.status, made.body}));
    return made;
  }();
  const std::lock_guard lock(mutex_);
  under_way_.erase(mine);
  return response;
}

// Who read it, or took it out.  Nothing leaves that could not be written of; a disk that is full
// does not keep people from reading.
Response Api::answer_traced(const Admitted& admitted) {
  auto response = answer_once(admitted);
  const auto trace = trace_of(*admitted.route);
  const auto& call = admitted.call;
  if (trace == Trace::none || !call.person || response.status >= 400) return response;
  const auto written = services_.accesses.add(access_line(*admitted.route, call));
  if (written) return response;
  if (trace == Trace::exported) return call.problem(written.error());
  services_.tell(tell<sentences::access_not_kept>(written.error().message));
  return response;
}

Response Api::answer_api(const Request& request) {
  // Again: between the head and the end of the body the session may have ended.
  auto admitted = admit(request);
  if (!admitted) return std::move(admitted.error());
  return answer_traced(*admitted);
}

Response Api::answer(const Request& request) {
  if (is_api(request)) return dressed(answer_api(request));
  return dressed(interface_file(request, services_.theme));
}

Response Api::refused(http::Refusal refusal, const http::Head& head) {
  return dressed(
      problem({status_of(refusal), tell<sentences::refused_by_policy>(refusal_name(refusal))},
              preferred(head.field("accept-language"))));
}

}  // namespace digue::server
