// Where do we stand?  The incident as plain values: what the fold of its logbook's entries gives.
//
// Times are UTC; a person's `occurred` keeps its own offset in the entry.  `entry` is always the
// position of the entry that says it, so that anything shown can be traced to who said it, and
// when.  Values; thread-safe.
#pragma once
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/sentence.h"
#include "base/time.h"
#include "finding/finding.h"
#include "finding/sign_in_counts.h"

namespace digue::incident {

// Who said something, and in which entry.
struct Said {
  std::string author;
  Instant occurred, recorded;
  std::uint64_t entry = 0;
  bool by_machine = false;  // the program proposed it; nobody has confirmed it yet
};

enum class ActionState : std::uint8_t {
  to_do,
  in_progress,
  done,
  partial,
  impossible,
  not_applicable,
  delegated,
  postponed,
};
// "to-do", "in-progress"...
std::string_view state_name(ActionState state);
std::optional<ActionState> state_named(std::string_view name);
const Sentence& state_label(ActionState state);
// Nothing more is owed by whoever acts: done, or set aside with a reason.
bool is_settled(ActionState state);

// How an account or a host stands in the perimeter.  Compromised and suspected ones are in it.
enum class Standing : std::uint8_t { compromised, suspected, cleared };
std::string_view standing_name(Standing standing);
std::optional<Standing> standing_named(std::string_view name);
const Sentence& standing_label(Standing standing);

// An account or a host of the perimeter.
struct Member {
  std::string name;  // lower case
  Standing standing = Standing::suspected;
  std::string owner = {};  // the person behind it; may be empty
  Message why = {};        // a person's own words are the same in both languages
  Said said = {};
};

struct Person {
  std::string name, role, contact;
  Said said;
};

// Somebody who signs in to the server, and what they are in this incident.
struct Participant {
  std::string account;  // by which they sign in
  std::string name;     // as the logbook names them
  std::string role;     // a name of server::Role; "" once it has ended
  Said said = {};
};

struct Piece {  // of evidence
  std::string sha256, name, origin, how;
  std::uint64_t bytes = 0;
  Said said;
};

// What a step is done for: the step, and the account when the step is per account, else "".
struct Target {
  std::string item, account;
  auto operator<=>(const Target&) const = default;
};

struct Action {
  ActionState state = ActionState::to_do;
  std::string why;
  std::string to;      // delegated to whom
  Instant due;         // postponed until, or to be done by; unknown when not said
  std::string effect;  // seen once done, and what was not foreseen
  Said said;
};

// Who has a step to do.
struct Owner {
  std::string name;  // "" once nobody has it any more
  Instant until;     // to be done by then; unknown when not said
  std::string why;
  Said said;
};

struct Answer {
  std::string value;  // an option's value; several apart by a space; or free text
  std::string why;
  Said said;
  std::uint64_t round = 0;  // of qualification, in which it was given; 0: in none
};

// Why a contact is to be called: what the sheet asks to say, and for what.
struct CallReason {
  Target target;
  Message say;
};

struct CallMade {
  std::string contact;    // id of contacts.yaml
  std::string note;       // what was answered
  std::string reference;  // the case number that was given; may be empty
  std::vector<CallReason> reasons;
  Said said;
};

// The number that somebody gave the incident: a CERT its case, an authority its receipt.
struct CaseNumber {
  std::string from;  // id of the contact, or of the clock that was met
  Message whom;
  std::string number;
};

struct Acceptance {  // of an impact
  std::string by;    // the named person
  std::string why;
  Said said;
};

struct Preservation {
  bool waived = false;
  std::string by;                     // who preserved, or who waived
  std::string why;                    // of a waiver
  std::vector<std::string> evidence;  // SHA-256, hex
  Said said;
};

enum class Treatment : std::uint8_t { observe, block };
std::string_view treatment_name(Treatment treatment);
std::optional<Treatment> treatment_named(std::string_view name);

struct Indicator {
  std::string value, kind;  // kind: a name of indicator::Kind
  Treatment treatment = Treatment::observe;
  Message why = {};
  Instant expires = Instant::unknown;  // until changed
  Said said = {};
};

// What a person said of a clock: what is due, and when (sheet/clocks.h).
enum class ClockStep : std::uint8_t {
  start,  // its starting fact, dated; said again, the last one holds
  met,    // it was declared
  waive,  // it is not required, and why
};
std::string_view clock_step_name(ClockStep step);  // "started", "met", "waived"

struct ClockAct {
  ClockStep step = ClockStep::start;
  Instant at;                         // of the starting fact; of the declaration
  std::optional<std::uint64_t> fact;  // of a start: the entry that tells the starting fact
  std::string why;
  std::string reference;  // of met: the receipt, the case number
  Said said;
};

// How severe the incident was held to be at a moment, in the table's own words.
struct SeverityView {
  std::string table;                              // its version
  std::string floor, ceiling, working;            // degrees
  std::map<std::string, std::string> inputs;      // "q4" to "yes", "no" or "unknown"
  std::map<std::string, std::uint64_t> settings;  // the thresholds that held
};

// A named person settles the degree, for now.
struct SeverityDecision {
  std::string degree, by, why;
  Message title;            // the degree in words, as the table had them
  std::string before;       // the degree that stood: decided, else working
  SeverityView view;        // what the table said then
  std::uint64_t round = 0;  // 0: in none
  Said said;
};

// One round of qualification, short on purpose.
struct Round {
  std::uint64_t number = 0;   // from 1
  Instant started, ended;     // `ended` unknown while it is open
  std::uint64_t minutes = 0;  // the time box; 0: none
  SeverityView view;          // at its end
  Said said;                  // of its start
};

// One shift hands over to the next; it holds once the other has accepted.
struct Handover {
  std::string from, to;
  std::string text;           // of the one who leaves
  bool move = false;          // what they have goes to the other
  std::string root;           // of the logbook before it, hex
  std::uint64_t entries = 0;  // that the root covers
  Said said;
  std::optional<Said> accepted = std::nullopt;
};

struct TakenFinding {
  finding::Finding finding;         // evidence places count in State::sources
  std::uint64_t evidence_rows = 0;  // all of them; the finding keeps at most max_evidence_rows
  std::string digest;               // SHA-256 of the entry's body, hex
  Said said;
};

struct TakenAnswer {
  finding::Answer answer;
  std::string digest;
  Said said;
};

// Where a line was written first: on paper, while there was no machine to trust.
struct Paper {
  std::string sheet = {};       // its number, as written on it; empty: it was not on paper
  std::string line = {};        // on that sheet; may be empty
  std::string written_by = {};  // may be empty: whoever copies it
};

// The other logbook that a line was taken in from.
struct MergedFrom {
  std::string incident = {};  // empty: it was written here
  std::uint64_t entry = 0;    // its number there
  Instant recorded = Instant::unknown;
  bool inert = false;  // to be read, without effect here
};

// A line of the logbook, as a person reads it.
struct LogLine {
  std::uint64_t position = 0;
  std::string kind;
  std::string author;
  Instant occurred, recorded;
  int offset_minutes = 0;
  std::string precision;  // "second", "minute", "hour", "day"
  Message text;
  std::string leaf;  // hex
  std::vector<std::string> accounts, hosts, indicators, evidence, items;
  Paper paper;
  std::string late;  // why it was written so late
  MergedFrom from;
  std::optional<std::uint64_t> corrected_by;  // an entry that replaces or withdraws it
  bool redacted = false;
  bool is_act = false;  // something that a responder did
};

struct KeptFile {
  std::string name;  // relative to the settings, or absolute
  std::string bytes;
};

// The organisation's settings and all that they name, as they were (incident/kept_organisation.h).
struct KeptOrganisation {
  std::string name;    // of the organisation; may be empty
  std::string file;    // name of the settings among `files`
  std::string sha256;  // of the settings, hex
  std::string folder;  // where they stood, absolute: on that machine
  std::vector<KeptFile> files;
  Said said;
};

struct State {
  std::string id, title, sheet;
  Zone zone = Zone::utc();
  Instant opened, closed;                                // `closed` unknown while it is open
  std::shared_ptr<const KeptOrganisation> organisation;  // nothing when none is kept
  std::map<std::string, Person> people;
  std::map<std::string, Participant> participants;  // by account
  std::map<std::string, Member> accounts, hosts;
  std::map<std::string, Piece> evidence;                  // by SHA-256
  std::vector<finding::Source> sources;                   // of all the analyses taken over
  std::shared_ptr<const finding::SignInCounts> sign_ins;  // of the last that saw some; else nothing
  std::map<std::string, TakenFinding> findings;           // by id
  std::map<std::string, TakenAnswer> evidence_answers;    // by item: what the evidence says
  std::map<Target, Answer> answers;                       // what people decided
  std::map<Target, std::vector<Answer>> answer_history;   // every answer, in order
  std::map<Target, Action> actions;
  std::map<Target, std::vector<Action>> history;  // every state, in order
  std::map<Target, Owner> owners;                 // who has it to do; incident/owners.h
  std::map<Target, Acceptance> impacts;
  std::map<Target, Preservation> preservations;
  std::map<std::string, Indicator> indicators;  // by value
  // What people's lines name as an indicator, whether it is observed or not: value to entries.
  std::map<std::string, std::vector<std::uint64_t>> named;
  std::vector<CallMade> calls;  // in order
  // The last that each gave, in the order of the first; a number is there once.
  std::vector<CaseNumber> case_numbers;
  std::map<std::string, std::vector<ClockAct>> clocks;  // by id of clocks.yaml, in order
  std::vector<SeverityDecision> severity;               // in order; the last one holds
  std::vector<Round> rounds;                            // in order
  std::vector<Handover> handovers;                      // in order
  std::vector<LogLine> log;                             // in order; all entries that can be read
  std::uint64_t unreadable = 0;                         // entries whose content says nothing to us

  std::vector<finding::Finding> findings_in_order() const;
  // Those in the perimeter, by name.
  std::vector<std::string> accounts_in_perimeter() const;
  std::size_t compromised_accounts() const;
  ActionState state_of(const Target& target) const;
  // The round under way; nothing when there is none.
  const Round* open_round() const;
};

}  // namespace digue::incident
