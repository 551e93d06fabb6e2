// Where the sheets are: those built into the program, or those of a folder in their place.
// Thread-safe once loaded; pointers into a Library live as long as it.
#pragma once
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "base/file.h"
#include "base/result.h"
#include "sheet/clocks.h"
#include "sheet/contacts.h"
#include "sheet/data_file.h"
#include "sheet/entry.h"
#include "sheet/glossary.h"
#include "sheet/requirement.h"
#include "sheet/severity_table.h"
#include "sheet/sheet.h"

namespace digue::sheet {

struct Library {
  std::vector<Sheet> sheets;  // by id
  std::vector<Requirement> requirements;
  SeverityTable severity;      // not present() in a folder without severity.yaml
  std::vector<Later> later;    // items that no sheet carries yet; an item may end in "*"
  std::vector<DataFile> data;  // the files that are not sheets
  Clocks clocks;               // not present() in a folder without clocks.yaml
  Directory directory;         // not present() in a folder without contacts.yaml
  Glossary glossary;           // not present() in a folder without glossary.yaml
  Entry entry;                 // not present() in a folder without entry.yaml

  const Sheet* find(std::string_view id) const;
  // "contacts", "clocks"...; nothing when the library has no such file.
  const DataFile* data_file(std::string_view name) const;
};

// The sheets that the program was built with.
Result<Library> built_in_library();
// The *.yaml of a folder, read strictly: the first mistake of any sheet is the error.
Result<Library> library_from(Files& files, const std::filesystem::path& folder);

}  // namespace digue::sheet
