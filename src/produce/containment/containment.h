// Containment scripts for Microsoft 365, to be reviewed and run by an administrator.  Digue never
// runs one.
//
// One script a measure, C1 to C9, in the order of the ANSSI sheet (block, sessions and password,
// second factor, rules, forwarding and permissions, applications and devices, flow, logs).  Each:
// saves the present state first and stops if it can't; changes nothing without -Apply; numbers its
// actions, one command each; keeps a transcript and a line to log for every action; and comes with
// the script that undoes it, built from the state that the evidence gave, else from what the script
// itself saved.  What can't be put in a command safely is printed as a task to do by hand.
//
// The text is UTF-8 with a byte order mark (without one, Windows PowerShell 5.1 reads it in the
// Windows code page, where the bytes of some letters are quotes) and CRLF line ends.
//
// What a finding's Subject must carry, `state` under the platform's own names:
//   kind                   identity                      state that is used
//   inbox-rule             "...\<rule id>" or the name   Name, Enabled
//   mailbox-forwarding     the mailbox                   ForwardingAddress, ForwardingSmtpAddress,
//                                                        DeliverToMailboxAndForward
//   mailbox-permission     the mailbox                   User, AccessRights
//   send-permission        the mailbox                   User or Trustee, AccessRights
//   folder-permission      "mailbox:\Folder"             User, AccessRights
//   transport-rule         name or id                    Name, State
//   application            AppId or service principal    AppId, AccountEnabled
//   consent                grant, or service principal   AppId
//   authentication-method  method id                     MethodType, PhoneNumber, DisplayName
//   device                 device id (Entra or EAS)      DisplayName, AccountEnabled
//   account                user principal name           AccountEnabled
//   role-member            the member                    Role or Group
//   audit-setting          the mailbox, or the tenant    whatever was set
// Sources: Microsoft's reference of each cmdlet; the traps are listed in docs/containment.md.
//
// Plain values, pure functions, thread-safe.
#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/sentence.h"
#include "base/time.h"
#include "finding/finding.h"

namespace digue::produce::containment {

enum class Measure : std::uint8_t {
  block_account,    // C1
  revoke_sessions,  // C2
  reset_password,   // C3
  second_factor,    // C4
  inbox_rules,      // C5
  forwarding,       // C6, with permissions and transport rules
  applications,     // C7, with devices
  mail_flow,        // C8
  audit_logs,       // C9
  count_
};
inline constexpr std::size_t measure_count = static_cast<std::size_t>(Measure::count_);
// "C5"
std::string_view measure_code(Measure measure);
// "C5-inbox-rules", in every language: the start of the file names.
std::string_view measure_file(Measure measure);
std::optional<Measure> measure_from_code(std::string_view code);

struct Request {
  std::string incident;  // its id or title
  std::string author;
  Instant written;
  Zone zone = Zone::utc();
  Language language = Language::french;
  std::vector<std::string> accounts;       // held compromised: user principal names
  std::vector<finding::Subject> subjects;  // from the findings; repeats are fine
  std::vector<std::string> blocked;        // C8: what somebody decided to block, not to watch
  std::vector<std::string> own_domains;    // never blocked
};

struct Script {
  Measure measure;
  Message title;
  std::string file, text;
  std::string reverse_file, reverse_text;
  std::size_t actions = 0;       // commands
  std::vector<Message> by_hand;  // tasks that the script prints instead of doing
};

// Every subject of the findings that are at least as grave, once, in their order.  A lesser finding
// is to be looked at before anything is changed because of it.
std::vector<finding::Subject> subjects_of(std::span<const finding::Finding> findings,
                                          finding::Severity at_least = finding::Severity::high);

// The scripts that have something to do, in order.
std::vector<Script> make_scripts(const Request& request);

}  // namespace digue::produce::containment
