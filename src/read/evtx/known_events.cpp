#include "read/evtx/known_events.h"

#include <algorithm>
#include <array>

namespace digue::read::evtx {

namespace {

using event::Action;
using event::Verdict;

constexpr std::string_view security = "Microsoft-Windows-Security-Auditing";
constexpr std::string_view eventlog = "Microsoft-Windows-Eventlog";
constexpr std::string_view services = "Service Control Manager";
constexpr std::string_view event_log = "EventLog";
constexpr std::string_view starter = "User32";
constexpr std::string_view kernel = "Microsoft-Windows-Kernel-General";
constexpr std::string_view defender = "Microsoft-Windows-Windows Defender";
constexpr std::string_view sessions = "Microsoft-Windows-TerminalServices-LocalSessionManager";
constexpr std::string_view connections =
    "Microsoft-Windows-TerminalServices-RemoteConnectionManager";
constexpr std::string_view powershell = "Microsoft-Windows-PowerShell";
constexpr std::string_view sysmon = "Microsoft-Windows-Sysmon";

// The commonest events keep what detectors and people read, so that a million of them fit.
constexpr std::array<std::string_view, 16> of_logon = {
    "LogonType",       "LogonProcessName",  "AuthenticationPackageName",
    "LmPackageName",   "WorkstationName",   "TargetUserSid",
    "SubjectUserName", "SubjectDomainName", "TargetOutboundUserName",
    "ElevatedToken",   "ProcessName",       "IpPort",
    "Status",          "SubStatus",         "FailureReason",
    "LogonGuid"};
constexpr std::array<std::string_view, 2> of_privileges = {"SubjectUserSid", "PrivilegeList"};
constexpr std::array<std::string_view, 9> of_ticket = {
    "ServiceName", "ServiceSid", "TargetSid", "TicketOptions", "TicketEncryptionType",
    "PreAuthType", "Status",     "IpPort",    "Workstation"};
constexpr std::array<std::string_view, 6> of_process = {"CommandLine",        "ParentProcessName",
                                                        "NewProcessId",       "ProcessId",
                                                        "TokenElevationType", "MandatoryLabel"};

constexpr KnownEvent group(std::uint32_t id, Action action) {
  const bool member = action != Action::windows_group_set;
  return {security,
          id,
          action,
          "SubjectUserName",
          "SubjectDomainName",
          member ? "MemberName" : "",
          "",
          "TargetSid",
          "",
          "SubjectLogonId"};
}
constexpr KnownEvent user(std::uint32_t id, Action action) {
  return {security,
          id,
          action,
          "SubjectUserName",
          "SubjectDomainName",
          "TargetUserName",
          "TargetDomainName",
          "TargetSid",
          "",
          "SubjectLogonId"};
}
constexpr KnownEvent by_subject(std::uint32_t id, Action action, std::string_view object) {
  return {security, id,     action, "SubjectUserName", "SubjectDomainName", "",
          "",       object, "",     "SubjectLogonId"};
}
constexpr KnownEvent logon(std::uint32_t id, Action action, Verdict verdict) {
  return {security, id,      action,          "TargetUserName", "TargetDomainName",
          "",       "",      "TargetUserSid", "IpAddress",      "TargetLogonId",
          verdict,  of_logon};
}
constexpr KnownEvent ticket(std::uint32_t id, std::string_view object) {
  return {security,
          id,
          Action::credentials_checked,
          "TargetUserName",
          "TargetDomainName",
          "",
          "",
          object,
          "IpAddress",
          "",
          Verdict::unknown,
          of_ticket};
}
constexpr KnownEvent simple(std::string_view provider, std::uint32_t id, Action action,
                            std::string_view actor, std::string_view object) {
  return {provider, id, action, actor, "", "", "", object, "", ""};
}
constexpr KnownEvent log_cleared(std::uint32_t id, std::string_view object,
                                 std::string_view session) {
  return {
      eventlog, id,     Action::log_cleared, "SubjectUserName", "SubjectDomainName", "", "", object,
      "",       session};
}
constexpr KnownEvent with_details(KnownEvent event, std::span<const std::string_view> details) {
  event.details = details;
  return event;
}
constexpr KnownEvent remote_session(std::uint32_t id, Action action, Verdict verdict) {
  return {sessions, id, action, "User", "", "", "", "", "Address", "SessionID", verdict};
}

// Sorted by provider then number when the program starts.
constexpr std::array known = {
    logon(4624, Action::logon, Verdict::success),
    logon(4625, Action::logon, Verdict::failure),
    logon(4634, Action::logoff, Verdict::unknown),
    logon(4647, Action::logoff, Verdict::unknown),
    KnownEvent{security, 4648, Action::explicit_logon, "SubjectUserName", "SubjectDomainName",
               "TargetUserName", "TargetDomainName", "TargetServerName", "IpAddress",
               "SubjectLogonId"},
    with_details(by_subject(4672, Action::privileges_assigned, "SubjectUserSid"), of_privileges),
    with_details(by_subject(4688, Action::process_started, "NewProcessName"), of_process),
    by_subject(4697, Action::service_installed, "ServiceName"),
    by_subject(4698, Action::task_set, "TaskName"),
    by_subject(4702, Action::task_set, "TaskName"),
    by_subject(4719, Action::audit_policy_set, "SubcategoryGuid"),
    user(4720, Action::windows_user_added),
    user(4722, Action::windows_user_enabled),
    user(4723, Action::windows_password_set),
    user(4724, Action::windows_password_set),
    user(4725, Action::windows_user_disabled),
    user(4726, Action::windows_user_removed),
    group(4727, Action::windows_group_set),
    group(4728, Action::windows_group_member_added),
    group(4729, Action::windows_group_member_removed),
    group(4730, Action::windows_group_set),
    group(4731, Action::windows_group_set),
    group(4732, Action::windows_group_member_added),
    group(4733, Action::windows_group_member_removed),
    group(4734, Action::windows_group_set),
    group(4735, Action::windows_group_set),
    group(4737, Action::windows_group_set),
    user(4738, Action::windows_user_updated),
    KnownEvent{security, 4740, Action::windows_user_locked, "SubjectUserName", "SubjectDomainName",
               "TargetUserName", "", "TargetSid", "", "SubjectLogonId"},
    user(4741, Action::windows_user_added),
    group(4754, Action::windows_group_set),
    group(4755, Action::windows_group_set),
    group(4756, Action::windows_group_member_added),
    group(4757, Action::windows_group_member_removed),
    group(4758, Action::windows_group_set),
    ticket(4768, "TargetSid"),
    ticket(4769, "ServiceName"),
    ticket(4771, "TargetSid"),
    KnownEvent{security, 4776, Action::credentials_checked, "TargetUserName", "", "", "", "", "",
               "", Verdict::unknown, of_ticket},
    KnownEvent{security, 4781, Action::windows_user_updated, "SubjectUserName", "SubjectDomainName",
               "NewTargetUserName", "TargetDomainName", "TargetSid", "", "SubjectLogonId"},
    by_subject(5136, Action::directory_object_set, "ObjectDN"),
    log_cleared(104, "Channel", ""),
    log_cleared(1102, "", "SubjectLogonId"),
    simple(services, 7031, Action::service_stopped, "", "param1"),
    simple(services, 7034, Action::service_stopped, "", "param1"),
    simple(services, 7036, Action::service_stopped, "", "param1"),
    simple(event_log, 6006, Action::machine_stopped, "", ""),
    simple(kernel, 13, Action::machine_stopped, "", ""),
    simple(starter, 1074, Action::machine_stopped, "param7", ""),
    simple(services, 7045, Action::service_installed, "", "ServiceName"),
    simple(defender, 1116, Action::malware_found, "Detection User", "Path"),
    simple(defender, 1117, Action::malware_found, "Detection User", "Path"),
    simple(defender, 5001, Action::protection_disabled, "", ""),
    simple(defender, 5010, Action::protection_disabled, "", ""),
    simple(defender, 5012, Action::protection_disabled, "", ""),
    remote_session(21, Action::logon, Verdict::success),
    remote_session(23, Action::logoff, Verdict::unknown),
    remote_session(25, Action::logon, Verdict::success),
    KnownEvent{connections, 1149, Action::credentials_checked, "Param1", "Param2", "", "", "",
               "Param3", ""},
    simple(powershell, 4104, Action::script_run, "", "Path"),
    simple(sysmon, 1, Action::process_started, "User", "Image"),
};

bool before(const KnownEvent& a, const KnownEvent& b) {
  return a.provider != b.provider ? a.provider < b.provider : a.id < b.id;
}

}  // namespace

std::span<const KnownEvent> known_events() {
  static const auto sorted = [] {
    auto table = known;
    std::sort(table.begin(), table.end(), before);
    return table;
  }();
  return sorted;
}

const KnownEvent* known_event(std::string_view provider, std::uint32_t id) {
  const auto table = known_events();
  const KnownEvent wanted{provider, id, Action::other, {}, {}, {}, {}, {}, {}, {}};
  const auto found = std::lower_bound(table.begin(), table.end(), wanted, before);
  const bool same = found != table.end() && found->provider == provider && found->id == id;
  return same ? &*found : nullptr;
}

}  // namespace digue::read::evtx
