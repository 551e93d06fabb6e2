// A sheet as a CACAO 2.0 playbook (OASIS, Committee Specification), in one of two profiles.
//
// full: the steps in the order of priorities, side by side within one; questions as variables, what
// follows from an answer as conditions, links as playbook actions; and the whole sheet, in both
// languages, in an extension of ours, so that import_playbook() gives back exactly what was
// exported.  simple: start, end, action and if-condition only, one after the other, conditions of
// three words and manual commands, which small engines execute.
//
// Same sheet, same settings: same bytes.  Pure; thread-safe.
#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/sentence.h"
#include "base/yaml.h"
#include "sheet/library.h"
#include "sheet/sheet.h"

namespace digue::cacao {

enum class Profile : std::uint8_t { full, simple };

struct Settings {
  Profile profile = Profile::full;
  Language language = Language::english;
  std::string marking = "TLP:CLEAR";  // one of markings()
};

// The five levels of TLP 2.0.
std::vector<std::string> markings();

// The playbook as JSON: indented, ends with a line feed.  `tree` is what `sheet` was read from. The
// library gives the contacts and clocks their names.
std::string export_playbook(const sheet::Sheet& sheet, const YamlNode& tree,
                            const sheet::Library& library, const Settings& settings);

// What of a sheet is in its playbook outside our extension.  A text counts when it stands there
// whole, in the language of the playbook; an id, an answer or a code when it stands as a word.
struct Carried {
  std::size_t values = 0;   // of the tree of the sheet
  std::size_t carried = 0;  // ... that are in the playbook
};
// Takes the time of a search for each value: of the order of a second.
Carried carried_natively(const sheet::Sheet& sheet, const YamlNode& tree,
                         const sheet::Library& library, const Settings& settings);

// The key of our extension in a playbook.
std::string_view extension_id();

}  // namespace digue::cacao
