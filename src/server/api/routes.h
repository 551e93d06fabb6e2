// Every route of the API, with who may take it: the one table.  openapi.yaml describes the same,
// and tests/server hold the two together.
#pragma once
#include <span>
#include <string_view>

#include "server/api/call.h"
#include "server/http/policy.h"

namespace digue::server {

enum class BodyKind : std::uint8_t { none, json, bytes };

struct Route {
  http::Method method;
  std::string_view path;  // below /api/v1; a piece in braces stands for any
  Access access;
  BodyKind body;
  Answer answer;
  // Of bytes: where they go as they come.
  Result<std::shared_ptr<http::BodySink>> (*sink)(const Call& call) = nullptr;
};
std::span<const Route> routes();

// What the access log keeps of a route that answered: whatever a session or a token is needed to
// read, but one's own and what is the same for all.
enum class Trace : std::uint8_t { none, read, exported };
Trace trace_of(const Route& route);

// Of the routes' functions; each in the file of its subject.
http::Response health(const Call& call);
http::Response describe(const Call& call);
http::Response show_session(const Call& call);
http::Response sign_in(const Call& call);
http::Response sign_out(const Call& call);
http::Response begin_with_provider(const Call& call);
http::Response return_from_provider(const Call& call);
http::Response finish_with_provider(const Call& call);
http::Response first_start(const Call& call);
http::Response list_people(const Call& call);
http::Response add_person(const Call& call);
http::Response change_person(const Call& call);
http::Response reset_password(const Call& call);
http::Response end_sessions(const Call& call);
http::Response change_password(const Call& call);
http::Response end_other_sessions(const Call& call);
http::Response show_factors(const Call& call);
http::Response begin_totp(const Call& call);
http::Response confirm_totp(const Call& call);
http::Response remove_totp(const Call& call);
http::Response begin_passkey(const Call& call);
http::Response add_passkey(const Call& call);
http::Response remove_passkey(const Call& call);
http::Response renew_recovery_codes(const Call& call);
http::Response reset_factors(const Call& call);
http::Response show_demanded_factors(const Call& call);
http::Response demand_factors(const Call& call);
http::Response list_participants(const Call& call);
http::Response set_role(const Call& call);
http::Response list_tokens(const Call& call);
http::Response add_token(const Call& call);
http::Response revoke_token(const Call& call);
http::Response list_accesses(const Call& call);
http::Response list_accesses_of_incident(const Call& call);
http::Response list_webhooks(const Call& call);
http::Response add_webhook(const Call& call);
http::Response remove_webhook(const Call& call);
http::Response list_deliveries(const Call& call);
http::Response list_sheets(const Call& call);
http::Response show_sheet(const Call& call);
http::Response list_contacts(const Call& call);
http::Response show_glossary(const Call& call);
http::Response show_ways_in(const Call& call);
http::Response show_rules(const Call& call);
http::Response list_incidents(const Call& call);
http::Response open_incident(const Call& call);
http::Response show_incident(const Call& call);
http::Response show_plan(const Call& call);
http::Response show_severity(const Call& call);
http::Response list_clocks(const Call& call);
http::Response list_accounts(const Call& call);
http::Response list_hosts(const Call& call);
http::Response list_indicators(const Call& call);
http::Response list_findings(const Call& call);
http::Response list_evidence(const Call& call);
http::Response verify_log(const Call& call);
http::Response write_action(const Call& call);
http::Response write_actions(const Call& call);
http::Response close_incident(const Call& call);
http::Response write_answer(const Call& call);
http::Response write_call(const Call& call);
http::Response decide_severity(const Call& call);
http::Response start_round(const Call& call);
http::Response end_round(const Call& call);
http::Response say_clock(const Call& call);
http::Response show_log(const Call& call);
http::Response write_log(const Call& call);
http::Response recognise_in_text(const Call& call);
http::Response stream_log(const Call& call);
// The sink of a piece of evidence that is about to come.
Result<std::shared_ptr<http::BodySink>> evidence_sink(const Call& call);
http::Response take_evidence(const Call& call);
http::Response begin_upload(const Call& call);
http::Response list_uploads(const Call& call);
http::Response show_upload(const Call& call);
Result<std::shared_ptr<http::BodySink>> piece_sink(const Call& call);
http::Response send_piece(const Call& call);
http::Response preview_upload(const Call& call);
http::Response preview_upload_told(const Call& call);
http::Response end_upload(const Call& call);
http::Response drop_upload(const Call& call);
http::Response start_analysis(const Call& call);
http::Response show_analysis(const Call& call);
http::Response cancel_analysis(const Call& call);
http::Response show_paper(const Call& call);
http::Response list_sources(const Call& call);
http::Response show_sign_ins(const Call& call);
http::Response list_scripts(const Call& call);
http::Response show_script(const Call& call);
http::Response assign_step(const Call& call);
http::Response follow_sheet(const Call& call);
http::Response show_handover(const Call& call);
http::Response propose_handover(const Call& call);
http::Response accept_handover(const Call& call);

}  // namespace digue::server
