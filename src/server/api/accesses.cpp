// Who read what, and who took it out: of one incident for those who lead it, of all for whoever
// manages people.
#include "base/json_writer.h"
#include "finding/json.h"
#include "server/api/routes.h"

namespace digue::server {

using http::Response;

static std::string access_json(const AccessLine& line) {
  JsonWriter json;
  json.begin_object();
  finding::write_time(json, "at", line.at);
  json.member("person", line.person)
      .member("token", line.token)
      .member("token_name", line.token_name)
      .member("address", line.address)
      .member("kind", line.exported ? "export" : "read")
      .member("incident", line.incident)
      .member("object", line.object)
      .end_object();
  return json.take();
}

static Response accesses_response(const Call& call, AccessFilter filter) {
  std::optional<Trouble> trouble;
  const auto paging = paging_of(call, trouble);
  filter.person = call.request.parameter("person").value_or("");
  filter.exports_only = word_of(call, "kind", "export", "", trouble) == "export";
  if (trouble) return call.problem(*trouble);
  const auto page = call.services.accesses.page(filter, paging.first(), paging.per_page);
  if (!page) return call.problem(page.error());
  std::vector<std::string> items;
  for (const auto& line : page->lines) items.push_back(access_json(line));
  return page_response(paging, page->total, items);
}

Response list_accesses(const Call& call) {
  const auto incident = call.request.parameter("incident").value_or("");
  return accesses_response(call, {.incident = std::string(incident), .person = {}});
}

Response list_accesses_of_incident(const Call& call) {
  return accesses_response(call, {.incident = call.arguments.front(), .person = {}});
}

}  // namespace digue::server
