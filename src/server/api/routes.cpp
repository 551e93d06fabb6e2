#include "server/api/routes.h"

#include <algorithm>

namespace digue::server {

namespace {

using http::Method;
using enum BodyKind;

// clang-format off
constexpr Route table[] = {
    {Method::get,  "health",                                 Access::anyone,     none, health},
    {Method::get,  "openapi.yaml",                           Access::anyone,     none, describe},
    {Method::get,  "session",                                Access::anyone,     none, show_session},
    {Method::post, "session",                                Access::anyone,     json, sign_in},
    {Method::del,  "session",                                Access::enrol,             none, sign_out},
    {Method::post, "session/provider",                       Access::anyone,     json, begin_with_provider},
    {Method::get,  "session/provider/return",                Access::anyone,     none, return_from_provider},
    {Method::post, "session/provider/completion",            Access::anyone,     json, finish_with_provider},
    {Method::post, "first-start",                            Access::anyone,     json, first_start},
    {Method::get,  "people",                                 Access::signed_in,      none, list_people},
    {Method::post, "people",                                 Access::manage_people, json, add_person},
    {Method::get,  "second-factor",                          Access::signed_in,      none, show_demanded_factors},
    {Method::post, "second-factor",                          Access::manage_people, json, demand_factors},
    {Method::post, "people/{person}",                        Access::manage_people, json, change_person},
    {Method::post, "people/{person}/password",               Access::manage_people, json, reset_password},
    {Method::del,  "people/{person}/sessions",               Access::manage_people, none, end_sessions},
    {Method::del,  "people/{person}/factors",                Access::manage_people, none, reset_factors},
    {Method::post, "session/password",                       Access::keep_account,  json, change_password},
    {Method::del,  "session/others",                         Access::keep_account,  none, end_other_sessions},
    {Method::get,  "session/factors",                        Access::enrol,         none, show_factors},
    {Method::post, "session/totp",                           Access::enrol,         json, begin_totp},
    {Method::post, "session/totp/confirmation",              Access::enrol,         json, confirm_totp},
    {Method::post, "session/totp/removal",                   Access::keep_account,  json, remove_totp},
    {Method::post, "session/passkeys",                       Access::enrol,         json, begin_passkey},
    {Method::post, "session/passkeys/confirmation",          Access::enrol,         json, add_passkey},
    {Method::post, "session/passkeys/{passkey}/removal",     Access::keep_account,  json, remove_passkey},
    {Method::post, "session/recovery-codes",                 Access::keep_account,  json, renew_recovery_codes},
    {Method::get,  "tokens",                                 Access::keep_account, none, list_tokens},
    {Method::post, "tokens",                                 Access::keep_account, json, add_token},
    {Method::del,  "tokens/{token}",                         Access::keep_account, none, revoke_token},
    {Method::get,  "accesses",                               Access::manage_people, none, list_accesses},
    {Method::get,  "sheets",                                 Access::signed_in,      none, list_sheets},
    {Method::get,  "sheets/{sheet}",                         Access::signed_in,      none, show_sheet},
    {Method::get,  "contacts",                               Access::signed_in,      none, list_contacts},
    {Method::get,  "glossary",                               Access::signed_in,      none, show_glossary},
    {Method::get,  "entry",                                  Access::signed_in,      none, show_ways_in},
    {Method::get,  "rules",                                  Access::signed_in,      none, show_rules},
    {Method::get,  "incidents",                              Access::signed_in,      none, list_incidents},
    {Method::post, "incidents",                              Access::open_incidents,       json, open_incident},
    {Method::get,  "incidents/{incident}",                   Access::read,       none, show_incident},
    {Method::get,  "incidents/{incident}/people",            Access::read,       none, list_participants},
    {Method::post, "incidents/{incident}/people",            Access::set_roles,  json, set_role},
    {Method::get,  "incidents/{incident}/accesses",          Access::read_accesses, none, list_accesses_of_incident},
    {Method::get,  "incidents/{incident}/webhooks",          Access::send_out,   none, list_webhooks},
    {Method::post, "incidents/{incident}/webhooks",          Access::send_out,   json, add_webhook},
    {Method::del,  "incidents/{incident}/webhooks/{webhook}", Access::send_out,  none, remove_webhook},
    {Method::get,  "incidents/{incident}/webhooks/{webhook}/deliveries", Access::send_out, none, list_deliveries},
    {Method::get,  "incidents/{incident}/sheets",            Access::read,       none, list_sheets},
    {Method::get,  "incidents/{incident}/sheets/{sheet}",    Access::read,       none, show_sheet},
    {Method::get,  "incidents/{incident}/contacts",          Access::read,       none, list_contacts},
    {Method::get,  "incidents/{incident}/plan",              Access::read,       none, show_plan},
    {Method::post, "incidents/{incident}/actions",           Access::act,        json, write_action},
    {Method::post, "incidents/{incident}/actions/bulk",      Access::act,        json, write_actions},
    {Method::post, "incidents/{incident}/close",             Access::close,      json, close_incident},
    {Method::post, "incidents/{incident}/answers",           Access::act,        json, write_answer},
    {Method::post, "incidents/{incident}/calls",             Access::write_log,  json, write_call},
    {Method::get,  "incidents/{incident}/severity",          Access::read,       none, show_severity},
    {Method::post, "incidents/{incident}/severity/decision", Access::act,        json, decide_severity},
    {Method::post, "incidents/{incident}/rounds",            Access::act,        json, start_round},
    {Method::post, "incidents/{incident}/rounds/end",        Access::act,        json, end_round},
    {Method::get,  "incidents/{incident}/clocks",            Access::read,       none, list_clocks},
    {Method::post, "incidents/{incident}/clocks/{clock}",    Access::say_clocks, json, say_clock},
    {Method::get,  "incidents/{incident}/log",               Access::read,       none, show_log},
    {Method::post, "incidents/{incident}/log",               Access::write_log,  json, write_log},
    {Method::post, "incidents/{incident}/log/recognise",     Access::read,       json, recognise_in_text},
    {Method::get,  "incidents/{incident}/stream",            Access::read,       none, stream_log},
    {Method::get,  "incidents/{incident}/accounts",          Access::read,       none, list_accounts},
    {Method::get,  "incidents/{incident}/hosts",             Access::read,       none, list_hosts},
    {Method::get,  "incidents/{incident}/indicators",        Access::read,       none, list_indicators},
    {Method::get,  "incidents/{incident}/findings",          Access::read,       none, list_findings},
    {Method::get,  "incidents/{incident}/evidence",          Access::read,       none, list_evidence},
    {Method::post, "incidents/{incident}/evidence",          Access::act,        bytes, take_evidence, evidence_sink},
    {Method::get,  "incidents/{incident}/uploads",           Access::act,        none, list_uploads},
    {Method::post, "incidents/{incident}/uploads",           Access::act,        json, begin_upload},
    {Method::get,  "incidents/{incident}/uploads/{upload}",  Access::act,        none, show_upload},
    {Method::post, "incidents/{incident}/uploads/{upload}",  Access::act,        bytes, send_piece, piece_sink},
    {Method::del,  "incidents/{incident}/uploads/{upload}",  Access::act,        none, drop_upload},
    {Method::get,  "incidents/{incident}/uploads/{upload}/preview", Access::act, none, preview_upload},
    {Method::post, "incidents/{incident}/uploads/{upload}/preview", Access::act, json, preview_upload_told},
    {Method::post, "incidents/{incident}/uploads/{upload}/end", Access::act,     json, end_upload},
    {Method::post, "incidents/{incident}/analyses",          Access::act,        json, start_analysis},
    {Method::get,  "incidents/{incident}/analyses/{analysis}", Access::read,     none, show_analysis},
    {Method::del,  "incidents/{incident}/analyses/{analysis}", Access::act,      none, cancel_analysis},
    {Method::get,  "incidents/{incident}/sources",           Access::read,       none, list_sources},
    {Method::get,  "incidents/{incident}/sign-ins",          Access::read,       none, show_sign_ins},
    {Method::get,  "incidents/{incident}/scripts",           Access::read,       none, list_scripts},
    {Method::get,  "incidents/{incident}/scripts/{script}",  Access::read,       none, show_script},
    {Method::post, "incidents/{incident}/assignments",       Access::act,        json, assign_step},
    {Method::post, "incidents/{incident}/sheet",             Access::act,        json, follow_sheet},
    {Method::get,  "incidents/{incident}/handover",          Access::read,       none, show_handover},
    {Method::post, "incidents/{incident}/handover",          Access::write_log,  json, propose_handover},
    {Method::post, "incidents/{incident}/handover/acceptance", Access::write_log, json, accept_handover},
    {Method::get,  "incidents/{incident}/papers/{paper}",    Access::read,       none, show_paper},
    {Method::get,  "incidents/{incident}/verify",            Access::read,       none, verify_log},
};
// clang-format on

// The same for all, or one's own.
constexpr std::string_view untraced[] = {"session/factors", "tokens",   "sheets", "sheets/{sheet}",
                                         "contacts",        "glossary", "entry",  "rules"};
// What leaves the server as a file.
constexpr std::string_view exports[] = {"incidents/{incident}/papers/{paper}",
                                        "incidents/{incident}/scripts/{script}"};

}  // namespace

std::span<const Route> routes() {
  return table;
}

Trace trace_of(const Route& route) {
  const auto is_among = [&](std::span<const std::string_view> paths) {
    return std::find(paths.begin(), paths.end(), route.path) != paths.end();
  };
  if (route.method != Method::get || route.access == Access::anyone || is_among(untraced))
    return Trace::none;
  return is_among(exports) ? Trace::exported : Trace::read;
}

}  // namespace digue::server
