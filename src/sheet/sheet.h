// What should be done?  A reflex sheet as plain values, in French and in English.
//
// A sheet is measures in the order of their priority; a measure is cut into actions, an action into
// steps.  `steps` holds them all, flat, in the order written, which is the order to act in within
// one priority.  A step's id is its item id ("mail-account/1.b.1"): the same as in requirements.tsv
// and in what detectors speak to, so it alone joins a finding, an answer and a step.
//
// The format is docs/sheets.md.  Values only: thread-safe to read, cheap to keep, no link between
// them but ids.  Texts are UTF-8, already checked; French has its no-break spaces.
#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/sentence.h"
#include "sheet/place.h"
#include "sheet/priority.h"
#include "sheet/rule.h"

namespace digue::sheet {

enum class StepKind : std::uint8_t {
  act,          // "do": something to do
  look,         // something to look for, in the evidence or by hand; answered yes, no or unknown
  ask,          // a question; the answer is one of the options, or what `answer` says
  rule,         // what the plan does by itself, and why; nothing to tick
  alternative,  // a choice between two ways of doing; answered by an option
};
std::string_view kind_name(StepKind kind);  // "do", "look", "ask", "rule", "alternative"

// What an answer to a step is made of.
enum class AnswerType : std::uint8_t {
  none,
  choice,    // one of the options
  several,   // some of the options
  number,    // a whole number
  moment,    // a date and a time
  duration,  // a length of time
  text,
  accounts,    // lists of names, from the perimeter or the register where they are there
  hosts,       // ...
  zones,       // of the network
  activities,  // of the organisation
};
std::string_view answer_type_name(AnswerType type);
bool is_list(AnswerType type);        // accounts, hosts, zones or activities
bool takes_options(AnswerType type);  // choice or several

// One answer that can be given.  Every choice offers `unknown`.
struct Option {
  std::string value;  // "yes", "no", "unknown" or a word of the sheet's: [a-z][a-z0-9-]*
  std::string item;   // the item that this option carries, if any
  Message label;
  Message then;  // what follows from choosing it; may be empty
};

// What may go wrong because of the step: shown, and accepted by a named person, before it starts.
struct Impact {
  std::string item;  // may be empty
  Message text;
};

// Something to know, beside the step.
struct Remark {
  std::string item;  // may be empty
  bool important = false;
  Message text;
};

// What to save before the step destroys or hides it.
struct Evidence {
  std::string family;  // the family of export that is it ("inbox-rules"...); empty when none is
  Message text;
};

// Another sheet, ours or its publisher's, that may be the next one.
struct Link {
  std::string sheet;      // id of a sheet of the product; empty when it has none
  std::string reference;  // the publisher's; may be empty when `sheet` is not
  Message title;
  Place place = {};
};

// Of a step that blocks, isolates or filters for a time only.
struct Temporary {
  int review_hours = 0;   // after it is done, when to look at it again
  std::string lifted_by;  // the step that lifts it
};

// What later evidence shows when a containment step worked: the analysis answers `evidence` with
// no.
struct Proof {
  std::string evidence;  // an item
  Message text;          // what shows it, in words
};

// A conclusion that the program proposes, with its reason; a person decides.
struct Proposal {
  std::string value;  // of an option of the step
  Condition when;
  Message reason;
  Place place = {};
};

// Where to do it, in an organisation's own tools.
struct Console {
  std::string platform;  // id: "microsoft-365"; may be empty
  Message path;          // menus, commands; may be empty
  std::string address;   // to be read or copied, never opened; may be empty
};

// What an organisation put beside a step (sheet/overlay.h); empty in the sheets as shipped.
struct Local {
  std::vector<std::string> owners;  // who does it: names or roles
  std::vector<Console> consoles;
  Message note;
  Message hidden;    // why the organisation takes the step out; empty when it does not
  bool own = false;  // the step itself is the organisation's
};

struct Step {
  std::string id;  // the item id
  StepKind kind = StepKind::act;
  std::string action;   // Action::id
  std::string measure;  // Measure::id
  std::string theme;    // Theme::id
  Priority priority = Priority::p0;
  std::string section;  // of the source sheet: "§4.1.1"
  Message title;        // verb first, short: a line to tick
  Message text;         // how and why; may be empty
  std::vector<Impact> impacts;
  std::vector<Remark> remarks;
  std::vector<Evidence> preservation;      // asked for before the step can start; or its waiver
  std::vector<std::string> prerequisites;  // step ids to be done, or set aside with a reason, first
  std::vector<std::string> analyses;       // detector rules that answer it: "R10"
  std::vector<std::string> scripts;        // "C1": what Digue writes to help doing it
  std::vector<Option> options;
  std::vector<Link> links;
  std::vector<Proposal> proposals;  // the first whose condition holds is the one
  std::optional<Temporary> temporary;
  std::optional<Proof> proof;
  AnswerType answer = AnswerType::none;
  bool conclusion = false;   // asked again at each round, and its history is kept
  bool per_account = false;  // once for each account of the perimeter
  bool with_user = false;    // better done with the owner of the account
  bool destructive =
      false;             // deletes, resets or cuts: preservation first, undo or why there is none
  bool hidden = false;   // until an effect shows it
  Message without_user;  // what to do when the owner refuses or can't be reached
  Message undo;          // how to go back, or what can't be undone
  Local local;
  Place place;

  bool has_options() const { return !options.empty(); }
};

struct Action {
  std::string id;  // "mail-account/1.a"
  std::string measure;
  Message title;
  std::vector<Remark> remarks;
};

struct Measure {
  std::string id;     // "mail-account/1"
  std::string label;  // as printed: "1"; empty for what has no number
  std::string theme;
  Priority priority = Priority::p0;
  Message title;
  std::vector<Remark> remarks;
};

struct Theme {
  std::string id;  // "protect-mail"
  Message title;
};

// An item that the product itself carries: the plan, the logbook, the report...
struct Feature {
  std::string item;
  std::string part;  // "plan", "logbook", "analysis", "report", "scripts", "incident", "sheet"
  Message text;      // what it does
};

// What the product does not do yet for an item, and why.
struct Later {
  std::string item;
  Message reason;
};

struct Source {
  std::string publisher, reference, version, date, title;
  std::string licence = {};  // of `sources` only: the licence of the sheet stands apart
};

struct Licence {
  std::string name;
  Message attribution;  // what must be shown wherever the sheet is
};

enum class Bearer : std::uint8_t { sheet, remark, impact, step, option, feature, data };
std::string_view bearer_name(Bearer bearer);

// What the sheet is for.
enum class SheetKind : std::uint8_t { containment, qualification, mixed };
std::string_view sheet_kind_name(SheetKind kind);

// An item that is named here and carried elsewhere.
struct Mention {
  std::string item;
  Place place;
};

// Which part of the sheet carries an item, and where it is written.
struct Carrier {
  std::string item;
  Bearer bearer = Bearer::step;
  // Of a step its kind, of a feature its part, of data nothing, of the others the step, if any.
  std::string detail;
  bool french = false, english = false;  // which texts it has
  Place place;
};

// Who looked at an organisation's version of the sheets, or which exercise tried it, and when.
struct Review {
  std::string date;  // YYYY-MM-DD
  std::string by;
  Place place = {};

  bool present() const { return !date.empty(); }
};

// By whom a sheet was adapted (sheet/overlay.h).
struct Adaptation {
  std::string organisation;
  std::string sha256;  // of the overlay's file, hex
  Review reviewed, tested;
};

struct Sheet {
  std::string id;  // "mail-account"
  std::string file;
  std::string sha256;  // of the file, hex
  Place place;         // of its id
  std::string version;
  std::string date;  // of this version, YYYY-MM-DD
  Message title;
  Message goal;
  Message when;                   // when to use it
  std::vector<Message> symptoms;  // what a person who can't name the incident would say
  SheetKind kind = SheetKind::containment;
  int time_box_minutes = 0;  // suggested for a round; 0 when none is
  bool own = false;          // ours rather than a publisher's
  Source source;
  std::vector<Source> sources;  // what a sheet of ours was written from
  Licence licence;
  std::vector<Remark> remarks;  // on the whole sheet
  std::vector<Theme> themes;    // in their own order: the second view of the same steps
  std::vector<Measure> measures;
  std::vector<Action> actions;
  std::vector<Step> steps;
  std::vector<Rule> rules;  // what acts on the plan, those of the options among them
  std::vector<Feature> features;
  std::vector<Later> later;
  std::vector<Carrier> carriers;
  std::vector<Mention> foreign_items;  // of evidence: items of other sheets
  std::optional<Adaptation> adaptation;

  const Step* step(std::string_view step_id) const;
  const Action* action(std::string_view action_id) const;
  const Measure* measure(std::string_view measure_id) const;
  const Theme* theme(std::string_view theme_id) const;
};

}  // namespace digue::sheet
