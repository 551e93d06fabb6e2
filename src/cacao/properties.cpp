#include "cacao/properties.h"

#include <algorithm>

namespace digue::cacao {

using enum Shape;

static constexpr Property playbook_properties[] = {
    {"type", text, true},
    {"spec_version", text, true},
    {"id", identifier, true},
    {"name", text, true},
    {"description", text},
    {"playbook_types", texts},
    {"playbook_activities", texts},
    {"playbook_processing_summary", flags},
    {"created_by", identifier, true},
    {"created", exact_moment, true},
    {"modified", exact_moment, true},
    {"revoked", boolean},
    {"valid_from", moment},
    {"valid_until", moment},
    {"derived_from", identifiers},
    {"related_to", identifiers},
    {"priority", percent},
    {"severity", percent},
    {"impact", percent},
    {"industry_sectors", texts},
    {"labels", texts},
    {"external_references", references},
    {"markings", identifiers},
    {"playbook_variables", variables},
    {"workflow_start", identifier, true},
    {"workflow_exception", identifier},
    {"workflow", dictionary, true},
    {"playbook_extensions", extensions},
    {"authentication_info_definitions", dictionary},
    {"agent_definitions", dictionary},
    {"target_definitions", dictionary},
    {"extension_definitions", dictionary},
    {"data_marking_definitions", dictionary},
    {"signatures", any},
};

static constexpr Property step_properties[] = {
    {"type", text, true},
    {"name", text},
    {"description", text},
    {"external_references", references},
    {"delay", whole},
    {"timeout", whole},
    {"step_variables", variables},
    {"owner", identifier},
    {"on_completion", identifier},
    {"on_success", identifier},
    {"on_failure", identifier},
    {"step_extensions", extensions},
};
static constexpr Property action_properties[] = {
    {"commands", commands, true}, {"agent", identifier, true}, {"targets", identifiers},
    {"in_args", texts},           {"out_args", texts},
};
static constexpr Property playbook_action_properties[] = {
    {"playbook_id", identifier, true},
    {"playbook_version", moment},
    {"in_args", texts},
    {"out_args", texts},
};
static constexpr Property parallel_properties[] = {{"next_steps", identifiers, true}};
static constexpr Property if_properties[] = {
    {"condition", text, true}, {"on_true", identifier, true}, {"on_false", identifier}};
static constexpr Property while_properties[] = {{"condition", text, true},
                                                {"on_true", identifier, true}};
static constexpr Property switch_properties[] = {{"switch", text, true}, {"cases", cases, true}};

static constexpr TypeTable steps[] = {
    {"start", {}},
    {"end", {}},
    {"action", action_properties},
    {"playbook-action", playbook_action_properties},
    {"parallel", parallel_properties},
    {"if-condition", if_properties},
    {"while-condition", while_properties},
    {"switch-condition", switch_properties},
};

static constexpr Property command_properties[] = {
    {"type", text, true},
    {"description", text},
    {"version", text},
    {"playbook_activity", text},
    {"external_references", references},
};
static constexpr Property either_command[] = {{"command", text}, {"command_b64", base64}};
static constexpr Property encoded_command[] = {{"command_b64", base64, true}};
static constexpr Property http_command[] = {
    {"command", text, true}, {"headers", object}, {"content", text}, {"content_b64", base64}};
static constexpr Property openc2_command[] = {
    {"command", text, true}, {"headers", object}, {"content_b64", base64, true}};

static constexpr TypeTable commands_by_type[] = {
    {"manual", either_command},   {"bash", either_command},        {"caldera-cmd", either_command},
    {"elastic", encoded_command}, {"http-api", http_command},      {"jupyter", encoded_command},
    {"kestrel", encoded_command}, {"openc2-http", openc2_command}, {"powershell", either_command},
    {"sigma", encoded_command},   {"ssh", either_command},         {"yara", encoded_command},
};

static constexpr Property agent_properties[] = {
    {"type", text, true},
    {"name", text, true},
    {"description", text},
    {"location", object},
    {"agent_target_extensions", extensions},
};
static constexpr Property person_properties[] = {{"contact", object}};
static constexpr Property location_properties[] = {{"logical", texts}};
static constexpr Property sector_properties[] = {{"sector", text, true}};
static constexpr Property category_properties[] = {{"category", texts, true}};
static constexpr Property network_properties[] = {
    {"address", object, true}, {"authentication_info", identifier}, {"category", texts}};
static constexpr Property port_properties[] = {{"address", object, true},
                                               {"port", text},
                                               {"authentication_info", identifier},
                                               {"category", texts}};

static constexpr TypeTable agents[] = {
    {"group", person_properties},        {"individual", person_properties},
    {"organization", person_properties}, {"location", location_properties},
    {"sector", sector_properties},       {"security-category", category_properties},
    {"net-address", network_properties}, {"http-api", port_properties},
    {"linux", port_properties},          {"ssh", port_properties},
};

static constexpr Property marking_properties[] = {
    {"type", text, true},
    {"id", identifier, true},
    {"name", text},
    {"description", text},
    {"created_by", identifier, true},
    {"created", exact_moment, true},
    {"revoked", boolean},
    {"valid_from", moment},
    {"valid_until", moment},
    {"labels", texts},
    {"external_references", references},
    {"marking_extensions", extensions},
};
static constexpr Property tlp_properties[] = {{"tlpv2_level", text, true}};
static constexpr Property statement_properties[] = {{"statement", text, true}};
static constexpr Property iep_properties[] = {
    {"name", text, true},
    {"description", text, true},
    {"tlp", text, true},
    {"iep_version", whole, true},
    {"start_date", moment, true},
    {"end_date", any, true},
    {"encrypt_in_transit", text, true},
    {"permitted_actions", text, true},
    {"affected_party_notifications", text, true},
    {"attribution", text, true},
    {"unmodified_resale", text, true},
    {"external_references", references, true},
};
static constexpr TypeTable markings_by_type[] = {
    {"marking-tlp", tlp_properties},
    {"marking-statement", statement_properties},
    {"marking-iep", iep_properties},
};

static constexpr Property authentication_properties[] = {
    {"type", text, true},
    {"name", text},
    {"description", text},
    {"authentication_info_extensions", extensions},
};
static constexpr Property basic_properties[] = {
    {"user_id", text}, {"password", text}, {"kms", boolean}, {"kms_key_identifier", text}};
static constexpr Property oauth_properties[] = {{"oauth_header", text, true},
                                                {"token", text, true},
                                                {"kms", boolean},
                                                {"kms_key_identifier", text}};
static constexpr Property user_properties[] = {
    {"username", text}, {"password", text}, {"kms", boolean}, {"kms_key_identifier", text}};
static constexpr TypeTable authentications[] = {
    {"http-basic", basic_properties}, {"oauth2", oauth_properties}, {"user-auth", user_properties}};

static constexpr Property extension_properties[] = {
    {"type", text, true},
    {"name", text, true},
    {"description", text},
    {"created_by", identifier, true},
    {"schema", text, true},
    {"version", text, true},
    {"external_references", references},
};
static constexpr TypeTable extension_types[] = {{"extension-definition", {}}};

static constexpr Property variable_properties[] = {
    {"type", text, true},  {"description", text}, {"value", any},
    {"constant", boolean}, {"external", boolean},
};
static constexpr Property reference_properties[] = {
    {"name", text, true}, {"description", text}, {"source", text},
    {"url", text},        {"external_id", text}, {"reference_id", text},
};

const Family playbook_family{"playbook", playbook_properties};
const Family step_family{"step", step_properties};
const Family command_family{"command", command_properties, true};
const Family agent_family{"agent-target", agent_properties, true};
const Family marking_family{"marking", marking_properties};
const Family authentication_family{"authentication-info", authentication_properties, true};
const Family extension_family{"extension", extension_properties};
const Family variable_family{"variable", variable_properties};
const Family reference_family{"external-reference", reference_properties};

std::span<const TypeTable> types_of(const Family& family) {
  if (&family == &step_family) return steps;
  if (&family == &command_family) return commands_by_type;
  if (&family == &agent_family) return agents;
  if (&family == &marking_family) return markings_by_type;
  if (&family == &authentication_family) return authentications;
  if (&family == &extension_family) return extension_types;
  return {};
}

const TypeTable* type_named(const Family& family, std::string_view type) {
  const auto types = types_of(family);
  const auto found = std::find_if(types.begin(), types.end(),
                                  [&](const TypeTable& table) { return table.type == type; });
  return found == types.end() ? nullptr : &*found;
}

std::span<const std::string_view> playbook_types() {
  static constexpr std::string_view types[] = {"attack",        "detection",  "engagement",
                                               "investigation", "mitigation", "notification",
                                               "prevention",    "remediation"};
  return types;
}

std::span<const std::string_view> playbook_activities() {
  static constexpr std::string_view activities[] = {"compose-content",
                                                    "deliver-content",
                                                    "identify-audience",
                                                    "identify-channel",
                                                    "scan-system",
                                                    "match-indicator",
                                                    "analyze-collected-data",
                                                    "identify-indicators",
                                                    "scan-vulnerabilities",
                                                    "configure-systems",
                                                    "restrict-access",
                                                    "disconnect-system",
                                                    "eliminate-risk",
                                                    "revert-system",
                                                    "restore-data",
                                                    "restore-capabilities",
                                                    "map-network",
                                                    "identify-steps",
                                                    "step-sequence",
                                                    "prepare-engagement",
                                                    "execute-operation",
                                                    "analyze-engagement-results"};
  return activities;
}

std::span<const std::string_view> variable_types() {
  static constexpr std::string_view types[] = {"bool",     "dictionary", "float",     "hexstring",
                                               "integer",  "ipv4-addr",  "ipv6-addr", "long",
                                               "mac-addr", "hash",       "md5-hash",  "sha256-hash",
                                               "string",   "uri",        "uuid"};
  return types;
}

}  // namespace digue::cacao
