// Whom to call?  The directory of sheets/contacts.yaml, as plain values.
//
// Some contacts are public (a CERT, an authority), with the date when they were last checked and
// where the facts come from; others are places that the organisation fills in.  Numbers, mails and
// addresses are text to read out or to copy: nothing here opens one.  The format is docs/sheets.md.
// Values; thread-safe to read.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/sentence.h"
#include "sheet/problem.h"
#include "sheet/sheet.h"

namespace digue::sheet {

// What the organisation says of itself, in the words of profile_sectors() and profile_statuses();
// which of the two lists a word stands in does not matter.
struct Profile {
  std::vector<std::string> sectors, statuses;
  bool settled = false;  // no word at all then says: none of them

  bool unknown() const { return !settled && sectors.empty() && statuses.empty(); }
};
std::vector<std::string> profile_sectors();   // "health", "aviation"...
std::vector<std::string> profile_statuses();  // "oiv", "ose"...: as in docs/organisation.md

// Digits and spaces, with a leading "+" if need be.
bool is_dialled(std::string_view number);

struct Phone {
  std::string number;  // as dialled, with its spaces: "09 70 83 32 18"
  Message where;       // from where, or whose
};

// A public key to write to a contact in secret; to be confirmed by phone before it is used.
struct PublicKey {
  std::string id, fingerprint, address;  // the id is the end of the fingerprint
  Message text;
};

struct Contact {
  std::string id;
  Message title;
  Message whom;                                // for whom, and for what
  std::vector<std::string> sectors, statuses;  // none of both: everyone
  std::string otherwise;                       // id of whom the others call instead; may be empty
  std::vector<Phone> phones;
  std::string mail;
  std::vector<std::string> web;
  Message hours;
  std::string checked;  // YYYY-MM-DD; empty of a place to fill in
  Message source;       // where that comes from
  std::vector<Remark> notes;
  std::optional<PublicKey> key;
  bool fill = false;   // the organisation completes it
  std::string name;    // whom it named there; may be empty
  bool local = false;  // completed or added by the organisation
  Place place;

  // With whom the organisation named: "Your insurer: Claire Martin".
  Message titled() const;
  // True when it is there for everyone, or the profile is not known.
  bool serves(const Profile& profile) const;
};

struct Directory {
  std::string file, version, date;
  Message about;
  std::vector<Remark> notes;
  std::vector<Contact> contacts;  // in the order to think of them

  bool present() const { return !contacts.empty(); }
  const Contact* find(std::string_view id) const;
  std::vector<const Contact*> serving(const Profile& profile) const;
  // Whom a rule that says "call this contact" means: the contact itself, or whom it names for the
  // others.  All of them, the first to try first, when the profile is not known.
  std::vector<const Contact*> to_call(std::string_view id, const Profile& profile) const;
  // The same to read out, with the numbers to dial: "CERT Santé (09 72 43 91 25); or CERT-FR
  // (3218)"; the id when nobody has it.
  Message told_to_call(const std::string& id, const Profile& profile) const;
};

struct DirectoryReading {
  Directory directory;
  std::vector<Problem> problems;  // by line
};

// Strict, as read_sheet(): every problem is noted, with its place.  `file` is how messages call it.
DirectoryReading read_directory(std::string_view bytes, const std::string& file);

}  // namespace digue::sheet
