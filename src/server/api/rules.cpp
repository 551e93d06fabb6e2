// The Sigma rules that analyses ask, and those that do not run.
#include <algorithm>

#include "base/json_writer.h"
#include "detect/sigma/left_out.h"
#include "detect/sigma/own_rules.h"
#include "server/api/routes.h"

namespace digue::server {

// Further ones are counted.
static constexpr std::size_t max_refusals_told = 100;

http::Response show_rules(const Call& call) {
  const bool given = call.services.rules != nullptr;
  const auto& loaded = given ? *call.services.rules : detect::sigma::own_rules();
  JsonWriter json;
  json.begin_object()
      .member("given", given)
      .member("applied", loaded.rules.rules().size())
      .member("correlations", loaded.rules.correlations().size())
      .member("filters", loaded.filters.size())
      .member("not_applied", loaded.left_out.size());
  json.key("reasons").begin_array();
  for (const auto& reason : detect::sigma::reasons_of(loaded.left_out))
    json.begin_object()
        .member("reason", reason.why.in(call.language))
        .member("rules", reason.rules)
        .end_object();
  json.end_array().member("not_loaded", loaded.refusals.size()).key("refusals").begin_array();
  const auto told = std::min(loaded.refusals.size(), max_refusals_told);
  for (std::size_t i = 0; i < told; ++i) {
    const auto& refusal = loaded.refusals[i];
    json.begin_object()
        .member("file", detect::sigma::file_name(refusal.file))
        .member("line", refusal.line)
        .member("title", refusal.title)
        .member("reason", refusal.why.in(call.language))
        .end_object();
  }
  json.end_array().end_object();
  return json_response(200, json.take());
}

}  // namespace digue::server
