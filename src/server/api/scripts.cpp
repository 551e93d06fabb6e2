// What the evidence covers, and the containment scripts that rest on it.
#include "base/hash.h"
#include "base/json_writer.h"
#include "base/text.h"
#include "finding/json.h"
#include "organisation/organisation.h"
#include "produce/containment/containment.h"
#include "produce/report/from_incident.h"
#include "server/api/routes.h"
#include "server/sentences.h"

namespace digue::server {

using http::Response;
using incident::State;
using produce::containment::Script;

Response list_sources(const Call& call) {
  if (const auto fresh = call.incident->refresh(); !fresh) return call.problem(fresh.error());
  Response response;
  call.incident->read([&](const State& state, const std::string&) {
    response = page_response(call, state.sources.size(), [&](std::size_t i) {
      return finding::to_json(state.sources[i], call.language);
    });
  });
  return response;
}

Response show_sign_ins(const Call& call) {
  if (const auto fresh = call.incident->refresh(); !fresh) return call.problem(fresh.error());
  Response response;
  call.incident->read([&](const State& state, const std::string&) {
    finding::SignInCounts none;
    none.zone = state.zone.name();
    response = json_response(200, finding::to_json(state.sign_ins ? *state.sign_ins : none));
  });
  return response;
}

namespace {

// Never to be blocked: the organisation's own, and those of the accounts in question.
std::vector<std::string> own_domains(const organisation::Organisation* organisation,
                                     const std::vector<std::string>& accounts) {
  std::vector<std::string> domains;
  if (organisation != nullptr) domains = organisation->domains;
  for (const auto& account : accounts)
    if (const auto at = account.rfind('@'); at != std::string::npos)
      domains.push_back(lower(account.substr(at + 1)));
  return domains;
}

produce::containment::Request request_of(const Call& call, const State& state,
                                         const sheet::Sheet& sheet) {
  const auto report = produce::report::report_of(state, sheet, {});
  produce::containment::Request request;
  request.incident = state.id;
  request.author = call.person->display_name;
  // As of the last line, not of the request: the same logbook gives the same bytes.
  if (!state.log.empty()) request.written = state.log.back().recorded;
  request.zone = state.zone;
  request.language = call.language;
  request.accounts = report.compromised;
  request.subjects = produce::containment::subjects_of(report.findings);
  for (const auto& [value, indicator] : state.indicators)
    if (indicator.treatment == incident::Treatment::block) request.blocked.push_back(value);
  request.own_domains = own_domains(call.organisation(), request.accounts);
  return request;
}

std::string script_json(const Script& script, Language language) {
  JsonWriter json;
  json.begin_object().member("type", "script");
  json.member("measure", produce::containment::measure_code(script.measure));
  json.member("title", script.title.in(language)).member("file", script.file);
  json.member("sha256", to_hex(sha256(script.text))).member("reverse_file", script.reverse_file);
  json.member("actions", script.actions);
  finding::write_messages(json, "by_hand", script.by_hand, language);
  return json.end_object().take();
}

// Every script that has something to do, as the incident stands.
Result<std::vector<Script>> scripts_of(const Call& call) {
  DIGUE_CHECK(call.incident->refresh());
  std::optional<produce::containment::Request> request;
  std::string missing;
  call.incident->read([&](const State& state, const std::string&) {
    if (const auto* sheet = call.library().find(state.sheet))
      request = request_of(call, state, *sheet);
    missing = state.sheet;
  });
  if (!request) return fail<sentences::no_such_sheet>(Error::Kind::not_found, missing);
  return produce::containment::make_scripts(*request);
}

Response attached(const std::string& file, std::string text) {
  Response response{.body = std::move(text)};
  response.with("Content-Type", "text/plain; charset=utf-8");
  response.with("Content-Disposition", "attachment; filename=\"" + file + "\"");
  return response;
}

}  // namespace

Response list_scripts(const Call& call) {
  const auto scripts = scripts_of(call);
  if (!scripts) return call.problem(scripts.error());
  return page_response(call, scripts->size(),
                       [&](std::size_t i) { return script_json((*scripts)[i], call.language); });
}

Response show_script(const Call& call) {
  auto scripts = scripts_of(call);
  if (!scripts) return call.problem(scripts.error());
  const auto& file = call.arguments[1];
  for (auto& script : *scripts) {
    if (script.file == file) return attached(file, std::move(script.text));
    if (!file.empty() && script.reverse_file == file)
      return attached(file, std::move(script.reverse_text));
  }
  return call.problem({404, tell<sentences::no_such_script>(file)});
}

}  // namespace digue::server
