// The print kit: the sheets on paper, for the day when no screen can be trusted.
//
// One tagged PDF on A4.  For each sheet a card (when to use it, the first actions, who to call, the
// time limits), then a page for each measure; then the directory, the time limits, the complaint,
// the glossary and blank pages of the logbook.  Blank, or filled in from an incident.  Legible in
// black and white: nothing is told by colour.
//
// Same kit and same fonts, same bytes.  Not thread-safe: Pango's font map is shared.  What is
// pointed at must outlive the call.  Errors: internal, when the PDF can't be finished.
#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/sentence.h"
#include "base/time.h"
#include "incident/state.h"
#include "organisation/organisation.h"
#include "sheet/library.h"

namespace digue::produce::print {

// A card holds no more first actions; the measures have them all.
inline constexpr std::size_t most_card_actions = 7;
inline constexpr int log_pages = 2;

struct KitSheet {
  const sheet::Sheet* sheet = nullptr;
  std::string sha256;  // of its file, hex
};

struct Kit {
  Language language = Language::french;
  const sheet::Library* library = nullptr;
  std::vector<KitSheet> sheets;                              // in the order to print
  const organisation::Organisation* organisation = nullptr;  // nothing is known of it without
  const incident::State* state = nullptr;                    // blank without
  std::string root;     // of the incident's logbook, hex; empty when blank
  Message title = {};   // of the PDF; that of a kit when empty
  std::string marking;  // "TLP:AMBER"; may be empty
  std::string author;   // who prints
  std::string product;  // name and version of the program
  Instant written;
  Zone zone = Zone::utc();  // of the times that are printed
};

Result<std::string> print_kit(const Kit& kit);

// The markings of TLP 2.0, as they are written.
bool is_marking(std::string_view text);

}  // namespace digue::produce::print
