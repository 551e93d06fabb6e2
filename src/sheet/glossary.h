// What does that word mean?  The glossary of sheets/glossary.yaml, as plain values.
//
// A definition has forms: how the word is written in texts, in each language.  They are compared
// whole words only, without case or accents.  The format is docs/sheets.md.  Values; thread-safe to
// read.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "base/sentence.h"
#include "sheet/problem.h"
#include "sheet/sheet.h"

namespace digue::sheet {

struct Definition {
  std::string id;                            // "perimeter"
  std::string item;                          // that it carries; may be empty
  std::string source;                        // whose definition it follows; empty when it is ours
  std::vector<std::string> french, english;  // its forms
  Message title;
  Message text;
  Place place;
};

// Something to read further; the address is text, never opened.
struct FurtherReading {
  std::string title, publisher, address;
};

struct Glossary {
  std::string file, version, date;
  Message about;
  Licence licence;
  std::vector<Definition> definitions;
  Message readings_about;
  std::vector<FurtherReading> readings;

  bool present() const { return !definitions.empty(); }
  // By id, or by a form in either language; nothing when the word is not defined.
  const Definition* find(std::string_view word) const;
  // Those whose words stand in a text of that language, in the order of the glossary.  Of "refresh
  // token" and "token", both defined, the longer one takes the place.
  std::vector<const Definition*> used_in(std::string_view text, Language language) const;
};

struct GlossaryReading {
  Glossary glossary;
  std::vector<Problem> problems;  // by line
};

// Strict, as read_sheet(): every problem is noted, with its place.  `file` is how messages call it.
GlossaryReading read_glossary(std::string_view bytes, const std::string& file);

}  // namespace digue::sheet
