// What we say of the evidence: findings, answers and coverage.  Plain values, computed again from
// the same evidence byte for byte; safe to copy between threads.
#pragma once
#include <array>
#include <compare>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/sentence.h"
#include "base/time.h"
#include "event/event.h"

namespace digue::finding {

enum class Severity : std::uint8_t { info, low, medium, high, critical };
std::string_view severity_name(Severity severity);

// Bytes of the evidence that made a finding: one row, one record.
struct EvidenceRow {
  event::Place place;
};

// A native object that the finding is about, with what a script needs to act on it and to undo.
struct Subject {
  // "inbox-rule", "mailbox-forwarding", "mailbox-permission", "send-permission",
  // "folder-permission", "transport-rule", "consent", "application", "authentication-method",
  // "device", "account", "session", "role-member", "audit-setting"
  std::string kind;
  std::string identity;  // as the platform names it: rule identity, grant id, user principal name
  std::string name;      // as a person knows it; empty when the same
  std::string mailbox;   // the account that it belongs to, lower case
  // How it stood, under the platform's own names, in order: {"ForwardingSmtpAddress", "smtp:..."}.
  std::vector<std::pair<std::string, std::string>> state;
  bool operator==(const Subject&) const = default;
};

// What a finding gives to search the rest of the evidence by.
struct Pivot {
  enum class Kind : std::uint8_t { session, address, token, device, application };
  // proven: it was used for the malicious act itself; probable: tied to it by time or account only.
  enum class Certainty : std::uint8_t { probable, proven };
  Kind kind;
  Certainty certainty;
  std::string value;
  std::string account;  // whose session, device... ; for an address: who it was seen with
  bool operator==(const Pivot&) const = default;
};

// When, and with which account, the intruder did what the finding tells.  It opens a window in
// which the account's other acts are probably the intruder's, where no session or address ties
// them: consents, roles and methods are logged without either.
struct Act {
  std::string account;  // lower case
  Instant time;
  bool operator==(const Act&) const = default;
};

struct Finding {
  std::string id;    // "f-" and 16 hex digits; see make_id
  std::string rule;  // "R10", "R11"...
  int rule_version = 1;
  Severity severity = Severity::info;
  Message title;                       // one sentence, in plain words
  Instant time, time_end;              // first and last event; unknown for a state without a date
  bool time_is_local = false;          // as the evidence wrote them, in a zone nobody told
  std::vector<std::string> accounts;   // lower case, sorted, unique
  std::vector<std::string> addresses;  // canonical, sorted, unique
  std::vector<std::string> hosts;
  std::vector<std::string> indicators;  // domains, addresses, mail addresses to watch
  std::vector<std::string> items;       // sheet items it speaks to: "mail-account/2.a.2"
  std::vector<EvidenceRow> evidence;
  std::vector<Subject> subjects;
  std::vector<Message> why;   // the facts that made it fire; evidence's names kept
  std::vector<Pivot> pivots;  // not part of the contract's output
  std::vector<Act> acts;      // likewise
  // True when the act is malicious in itself, so that who did it is an intruder to follow.
  bool seeds_intruder = false;
};

// The same evidence gives the same id: `identity` must be made of native ids and names, never of
// line numbers, file names or the order of rows.
std::string make_id(std::string_view rule, std::string_view identity);
// Sorts and deduplicates the lists, and orders evidence; call once a finding is complete.
void tidy(Finding& finding);
// "2026-03-08 03:11:07 (zone unknown)": a moment that is as the evidence wrote it.
Message local_time(Instant as_written);
// The one order of output: time, severity (worst first), rule, id.
bool before(const Finding& a, const Finding& b);

enum class Value : std::uint8_t { unknown, no, yes };
std::string_view value_name(Value value);

// What the evidence answers to an item of a sheet.
struct Answer {
  std::string item;
  Value value = Value::unknown;
  std::vector<std::string> because;  // ids of findings
  Message coverage;                  // what was looked at, what lacks, what would refute it
};

// A stretch of time that a source should cover and does not.
struct Gap {
  Instant from, to;
  Message reason;
};

// Of the dates of a file that say no zone.
struct ZonelessDates {
  std::uint64_t count = 0;
  std::string zone;         // that they were read in; "" when nobody told: they are as written
  bool is_assumed = false;  // it is the organisation's, not told of this file
};

// What came in, file by file.
struct Source {
  std::string file;    // as given; "outer.zip/inner.csv" inside an archive
  std::string format;  // "m365-audit-csv"...; "" when not recognised
  event::Family family = event::Family::none;
  std::string sha256;
  std::uint64_t bytes = 0;
  std::uint64_t rows = 0;        // as they stand in the file
  std::uint64_t records = 0;     // rows that were read and are not repeated
  std::uint64_t duplicates = 0;  // rows already seen, in this file or an earlier one
  std::uint64_t rejected = 0;    // rows that could not be read; each is an Unreadable
  Instant first, last;
  ZonelessDates zoneless;
  std::vector<Gap> gaps;

  // `first` and `last` may be as the file wrote them, in a zone nobody told.
  bool times_are_local() const { return zoneless.count > 0 && zoneless.zone.empty(); }
};

// Bytes that could not be read, and why.
struct Unreadable {
  std::string file;
  std::uint64_t offset = 0;
  std::uint64_t bytes = 0;
  std::uint32_t line = 0;  // 0 when not known
  Message reason;
};

}  // namespace digue::finding
