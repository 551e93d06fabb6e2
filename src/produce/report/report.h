// The report of an incident: what is handed to a director, a gendarme, an insurer, a regulator.
//
// Report holds the facts as plain values; compose() turns them into a Document in one language,
// which the renderers (html.h, pdf.h) lay out.  Nothing here reads evidence or decides anything.
// Times are UTC; `zone` is the one that the incident is told in.  Values; thread-safe.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/sentence.h"
#include "base/time.h"
#include "finding/finding.h"
#include "produce/report/document.h"

namespace digue::produce::report {

struct Head {
  std::string incident;  // its id
  std::string title;     // as the person named it; may be empty
  std::string organisation;
  std::string author;
  Instant opened, written;
  std::string product;        // name and version of the program that wrote it
  Message case_numbers = {};  // under which others know the incident; empty when there is none
};

// An item of the sheet that the evidence, or a person, answers.
struct Question {
  finding::Answer answer;
  Message text;             // what the sheet asks
  std::string answered_by;  // a person who decided; empty: the program
  Message decided;          // what they chose, when it is neither yes, no nor unknown
};

enum class StepState : std::uint8_t {
  to_do,
  in_progress,
  done,
  partial,
  impossible,
  not_applicable,
  delegated,
  postponed,
};

// An action of the plan, in the order to act in.
struct Step {
  std::string id;    // "mail-account/1.a.1"
  Message priority;  // "P0"
  Message title;
  std::vector<std::string> accounts;  // for whom, when the sheet asks it for each account
  StepState state = StepState::to_do;
  std::string who;     // who did it, or has it to do
  Instant when;        // of the last change of state
  std::string why;     // of the state, in the person's words
  bool waits = false;  // for another step to be done first
};

// What is owed to an authority, an insurer or the persons concerned, and what was done about it.
struct Declaration {
  Message title;
  Message state;  // "running", "met", "not required"
  Instant start;  // of its starting fact; unknown while nobody has dated it
  Instant due;    // unknown when there is nothing to count
  Instant met;
  bool late = false;  // met, but after `due`
  std::string reference;
  std::string who, why;  // of the last thing that a person said of it
};

// A line of the logbook, in its order.
struct Entry {
  std::uint64_t position = 0;
  Instant occurred, recorded;
  std::string author;
  Message text;
  std::string leaf;                   // hash, hex
  bool is_act = false;                // something that a responder did: it stands in the timeline
  std::string when = {};              // when it happened, as exactly as it was said
  std::vector<Message> details = {};  // the paper it is from, when it was written, what it names
};

// What proves that the logbook is whole.
struct Seal {
  std::uint64_t entries = 0;
  std::string root;        // of the Merkle tree, hex
  std::string head;        // hash of the last entry, hex
  std::string checkpoint;  // the signed note, as text; empty when there is none
};

struct Report {
  Zone zone = Zone::utc();
  Head head;
  std::vector<std::string> compromised;         // accounts held compromised
  std::vector<std::string> intruder_addresses;  // proven ones
  std::vector<finding::Finding> findings;
  std::vector<Question> questions;
  std::vector<finding::Source> sources;  // indexed by the findings' places
  std::vector<finding::Unreadable> unreadable;
  std::vector<Step> plan;
  std::vector<Declaration> declarations;  // those that are proposed, or that people spoke of
  std::vector<Entry> logbook;
  std::optional<Seal> seal;
};

Document compose(const Report& report, Language language);

}  // namespace digue::produce::report
