// An organisation's own version of the sheets: the overlay, one YAML file beside them.
//
// It names people and phones, says who owns a step and where it is done in the organisation's own
// tools, adds steps, and hides some with a reason.  The shipped sheets stay as they are: the
// overlay is laid over the library when it is used, so that both can be updated apart.  It keeps
// the version that it was written for and a digest of each step, so that an update can show what
// changed under it.  The format is docs/overlay.md.  Values; thread-safe to read.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.h"
#include "sheet/library.h"
#include "sheet/problem.h"
#include "sheet/reference.h"
#include "sheet/sheet.h"

namespace digue::sheet {

// Digits of a digest that are kept: enough to tell that a step or a sheet changed.
inline constexpr std::size_t step_digest_digits = 8;
inline constexpr std::size_t sheet_hash_digits = 12;
// Once older, a review or an exercise is to be done again.
inline constexpr int review_days = 365;

// A step as it was when the overlay was written.
struct BaseStep {
  std::string id;
  Priority priority = Priority::p0;
  std::string digest;
};

// Of a sheet that the overlay adapts.
struct Base {
  std::string sheet, version, hash;
  std::vector<BaseStep> steps;
  Place place;
};

// A contact that the organisation fills in, or one of its own when `title` is not empty.
struct LocalContact {
  std::string id;
  Message title, whom;
  std::string name, mail;
  std::vector<Phone> phones;
  Message hours, note;
  Place place;
};

// What is put beside a step that is shipped.
struct LocalStep {
  std::string id;
  Local local;
  Place place;
};

// A step of the organisation's own, and where it stands.
struct OwnStep {
  Step step;
  std::vector<Rule> rules;
  std::vector<Reference> references;  // that it makes
  std::string beside;                 // the step that it comes after, or before
  bool before = false;                // ...
  std::optional<Priority> priority;   // else that of `beside`
  std::string theme;                  // empty: that of `beside`
  Place place;                        // of `beside`
};

struct HiddenStep {
  std::string id;
  Message reason;
  Place place;
};

struct Overlay {
  std::string file, sha256;  // of the file, hex
  std::string organisation;
  std::vector<Base> bases;
  Review reviewed, tested;
  std::vector<std::string> platforms;  // in use; none: not said
  std::vector<LocalContact> contacts;
  std::vector<LocalStep> steps;
  std::vector<OwnStep> own_steps;
  std::vector<HiddenStep> hidden;

  const Base* base(std::string_view sheet) const;
};

struct OverlayReading {
  Overlay overlay;
  std::vector<Problem> problems;  // by line
};
// True when the file means to be an overlay: it has the key `overlay` at its head.
bool is_overlay(std::string_view bytes);
// Strict, as read_sheet(); knows no sheet yet.
OverlayReading read_overlay(std::string_view bytes, const std::string& file);

// What can be said once the sheets are known: steps and contacts that are not there, a version that
// is not theirs, ids that collide, what is dangerous to hide, a review that is too old.
std::vector<Problem> check_overlay(const Overlay& overlay, const Library& library, Instant now);

// Both at once: what `digue sheet lint` says of the file.
std::vector<Problem> problems_of_overlay(std::string_view bytes, const std::string& file,
                                         const Library& library, Instant now);

// Lays the overlay over the library.  What no longer fits is left out, and returned.
std::vector<Problem> adapt(Library& library, const Overlay& overlay);

// The sheet that a step is of, by its id: "mail-account".
std::string_view sheet_id_of(std::string_view step);
// Digest of all that a step says, in both languages; not of where it stands.
std::string digest_of(const Step& step);
// What an overlay keeps of a sheet as it is now.
Base base_of(const Sheet& sheet);

// What the organisation put beside a step, one line each, to be shown as it is.
std::vector<Message> local_lines(const Step& step);
// A console by itself, as local_lines() tells it.
Message console_line(const Console& console);
// Why it hides the step; empty when it does not.
Message hidden_line(const Step& step);
std::vector<const Step*> hidden_by_organisation(const Sheet& sheet);
// Who adapted the sheet, when that was reviewed and tried, how many steps it added and hid.
std::vector<Message> adaptation_lines(const Sheet& sheet);

// ---- an updated sheet

struct Difference {
  enum class Kind : std::uint8_t {
    version,  // the sheet itself
    unkept,   // nothing was kept of its steps: no more can be told
    gone,     // a step is no longer there
    added,    // a step is new
    changed,  // what a step says has changed
    moved,    // it has another priority
  };
  Kind kind = Kind::version;
  std::string sheet, step;    // `step` is empty of the first two
  Message title;              // of the step, as it is now
  std::string before, after;  // versions, or priorities
  bool touched = false;       // the overlay puts, hides or hangs something there
};
std::string_view difference_name(Difference::Kind kind);
std::vector<Difference> differences(const Overlay& overlay, const Library& library);

// The overlay's file brought up to date: its base written again, and each entry that a difference
// touches marked by a comment; entries about steps that are gone become comments.  Everything else
// stays as it was written, comments included.  `bytes` are those that `overlay` was read from.
std::string brought_up_to_date(std::string_view bytes, const Overlay& overlay,
                               const Library& library, Instant now);

// A file to fill in for these sheets, explained in both languages; texts are written in `language`.
std::string overlay_to_fill(const Library& library, const std::vector<const Sheet*>& sheets,
                            Language language, Instant now);

}  // namespace digue::sheet
