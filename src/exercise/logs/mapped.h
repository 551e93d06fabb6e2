// Products that Digue does not know: each writes in its own manner, and the organisation has said
// in a mapping (docs/formats.md) what its fields mean.  One of each shape that a mapping reads.
#pragma once
#include <string>
#include <string_view>

#include "exercise/logs/facts.h"

namespace digue::exercise::logs {

std::string olfeo_saas(const Site& site, const WebRequest& request);  // JSON, an object a line
extern const std::string_view olfeo_saas_mapping;

std::string web_filter(const Site& site, const WebRequest& request);  // W3C, columns of its own
std::string web_filter_head(const Site& site, Instant first);
extern const std::string_view web_filter_mapping;

std::string gateway_flow(const Site& site, const Flow& flow);  // CSV, in French
std::string gateway_flow_head(const Site& site, Instant first);
extern const std::string_view gateway_flow_mapping;

std::string remote_access(const Site& site, const VpnAct& act);  // LEEF
extern const std::string_view remote_access_mapping;

std::string resolver(const Site& site, const NameQuestion& question);  // key=value
extern const std::string_view resolver_mapping;

std::string poste(const Site& site, const Alert& alert);  // CEF
extern const std::string_view poste_mapping;

}  // namespace digue::exercise::logs
