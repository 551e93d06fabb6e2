// One vocabulary for what happened.  Every format's reader turns its records into Events; every
// detector reads Events and nothing else.  Fields carry the Elastic Common Schema's meaning (the
// ECS name stands beside each); what a format says beyond them stays as Details, under the
// evidence's own names.
//
// An Event is a plain value of fixed size whose texts are Symbols of one table, so that a million
// of them fit in memory and cross a pipe as bytes.  Times are UTC.
#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.h"
#include "event/symbols.h"

namespace digue::event {

// What was done, in the words of the detectors.  `operation` keeps the evidence's own name.
// A *_state action is a row of a state export: how a thing stands, with no time of its own.
enum class Action : std::uint16_t {
  other,  // read, counted, pivoted on; no detector looks at it by itself
  sign_in,
  // mailbox
  inbox_rule_set,      // created or changed, and its content is in the details
  inbox_rule_touched,  // enabled, disabled, re-stamped without content
  inbox_rule_removed,
  forwarding_set,      // mailbox-level forwarding set or cleared
  mailbox_audit_set,   // audit switched, its age or its bypass
  mailbox_access_set,  // protocols of a mailbox (IMAP, POP, EAS...)
  mailbox_permission_added,
  mailbox_permission_removed,
  send_permission_added,  // SendAs, SendOnBehalf
  send_permission_removed,
  folder_permission_added,
  folder_permission_removed,
  transport_rule_set,
  transport_rule_removed,
  remote_domain_set,
  mail_accessed,
  mail_sent,
  mail_sent_as,  // as or on behalf of another
  mail_moved,
  mail_deleted,    // to the bin, soft or hard
  message_traced,  // one message to one recipient, seen by the transport
  // directory
  consent_granted,
  application_added,
  application_credential_added,
  role_member_added,
  role_member_removed,
  group_member_added,
  user_added,
  user_removed,
  user_updated,
  user_disabled,
  user_enabled,
  password_changed,
  sessions_revoked,
  authentication_method_added,
  authentication_method_removed,
  device_registered,
  audit_log_set,  // the tenant's audit log: ingestion switched, age...
  policy_set,     // conditional access, authorisation, security defaults
  // files
  file_accessed,
  file_downloaded,
  file_shared,
  // hosts and Windows domains: apart from the cloud's, which other detectors read
  logon,           // a session opened or refused on a host
  explicit_logon,  // other credentials than the session's own were used
  logoff,
  privileges_assigned,  // a session got an administrator's rights
  credentials_checked,  // by a domain controller or a host: Kerberos, NTLM
  windows_user_added,
  windows_user_removed,
  windows_user_updated,  // renamed too
  windows_user_disabled,
  windows_user_enabled,
  windows_user_locked,
  windows_password_set,
  windows_group_member_added,
  windows_group_member_removed,
  windows_group_set,  // created, changed or removed
  directory_object_set,
  log_cleared,
  audit_policy_set,
  service_installed,
  service_stopped,  // stopped, ended unexpectedly, or kept from starting
  task_set,         // a scheduled task created or changed
  process_started,
  script_run,
  malware_found,
  protection_disabled,  // an antivirus, or a part of it
  rule_matched,         // a rule of ours matched a record: beside what the record itself is
  // network and virtual machines
  vpn_opened,  // a remote user's session was opened or refused
  vpn_closed,
  name_looked_up,  // a question to a name server
  machine_started,
  machine_stopped,  // powered off, reset or suspended
  machine_removed,
  snapshot_removed,
  traffic,      // what passed between a client and a destination in one day, summed by the reader
  web_request,  // one request of a client that stands out: not every one of a log is an event
  // state exports
  inbox_rule_state,
  forwarding_state,
  mailbox_permission_state,
  send_permission_state,
  folder_permission_state,
  transport_rule_state,
  remote_domain_state,
  consent_state,
  authentication_method_state,
  device_state,
  role_member_state,
  mailbox_audit_state,
  count_
};

// The enumerator's own name: "inbox_rule_set".
std::string_view action_name(Action action);

// event.outcome.  Microsoft's status words lie; readers of sign-ins decide by the error code.
// `interrupted`: neither a success nor a failure, such as a prompt for a second factor.
enum class Verdict : std::uint8_t { unknown, success, failure, interrupted };

// Which export a record came from.  Coverage and "each family alone" are said in these words.
enum class Family : std::uint8_t {
  none,
  audit_log,        // the Unified Audit Log
  sign_ins,         // Entra sign-ins
  directory_audit,  // Entra audit
  inbox_rules,
  mailbox_permissions,
  forwarding,
  transport_rules,
  consents,
  authentication_methods,
  devices,
  message_trace,
  windows_log,  // Windows event logs
  count_
};
inline constexpr std::size_t family_count = static_cast<std::size_t>(Family::count_);
// The word for it in JSON: "audit-log", "sign-ins"...
std::string_view family_name(Family family);

// Who a record is: the native id where there is one (a GUID's own 128 bits), else a hash of its
// content.  Equal ids are one record, whatever file or export they came from.
struct RecordId {
  std::uint64_t high = 0, low = 0;
  bool operator==(const RecordId&) const = default;
  auto operator<=>(const RecordId&) const = default;
};
RecordId record_id_from_text(std::string_view native_id);
RecordId record_id_from_content(std::string_view content);

// Where the record's bytes are.
struct Place {
  std::uint32_t source = 0;  // index of the file in the analysis
  std::uint32_t record = 0;  // from 1, in the order of the file
  std::uint32_t line = 0;    // from 1; the line where the record starts; 0 in a text without lines
  std::uint64_t offset = 0;  // bytes from the start of the (decoded) file
};

// A named value of the record, under the evidence's own name ("ForwardTo", "DeleteMessage").
// A list is several details of one name, in order.
struct Detail {
  Symbol name = no_symbol;
  Symbol value = no_symbol;
};

struct Event {
  Instant time;  // @timestamp
  RecordId id;   // event.id
  Place place;
  Action action = Action::other;       // event.action
  Verdict verdict = Verdict::unknown;  // event.outcome
  Family family = Family::none;
  // The time is as the file wrote it, in a zone nobody told: not used to order or to accuse.
  bool time_is_local = false;
  std::int32_t error_code = 0;   // event.code: Entra's AADSTS number, 0 when none
  Symbol operation = no_symbol;  // event.provider's own name of the action: "New-InboxRule"
  Symbol account = no_symbol;    // user.name: who acted, lower case
  Symbol target = no_symbol;     // user.target.name: the mailbox or account acted upon, lower case
  Symbol object = no_symbol;     // the thing acted upon, native identity
  Symbol address = no_symbol;    // source.ip, canonical text, no port; empty when none
  Symbol session = no_symbol;    // the provider's session id
  Symbol token = no_symbol;      // unique token id
  Symbol device = no_symbol;     // device.id
  Symbol application = no_symbol;   // the client application's id (AppId), lower case
  Symbol agent = no_symbol;         // user_agent.original
  std::uint32_t details_begin = 0;  // into Trail::details
  std::uint32_t details_count = 0;
};

// The events of one analysis (or of one file), with their texts and details.
// Owns everything; views are valid as long as it is.  Not thread-safe while it is filled.
class Trail {
 public:
  Symbols symbols;
  std::vector<Event> events;
  std::vector<Detail> details;

  std::string_view text(Symbol symbol) const { return symbols.text(symbol); }
  std::span<const Detail> details_of(const Event& event) const {
    return std::span(details).subspan(event.details_begin, event.details_count);
  }
  // The first detail of that name, ignoring case; "" when there is none.
  std::string_view detail(const Event& event, std::string_view name) const;
  std::vector<std::string_view> all_details(const Event& event, std::string_view name) const;

  // Forgets everything, and keeps the memory for other events.
  void clear();

  // Puts the event at the end; add_detail() then adds to it until the next begin_event().
  Event& begin_event();
  void add_detail(std::string_view name, std::string_view value);
  // The same of a value that hardly comes twice (Symbols::keep_apart).
  void add_detail_apart(std::string_view name, std::string_view value);
};

// Four numbers up to 255 without a zero before: the canonical text already.
bool is_plain_ipv4(std::string_view text);

// The address in canonical text (RFC 5952 for IPv6) out of what logs write: "1.2.3.4:62589",
// "[2a01::1]:47114", "::ffff:1.2.3.4".  "" when it is no address.
std::string canonical_address(std::string_view text);

}  // namespace digue::event
