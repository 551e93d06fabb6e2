// digue sheet export, digue sheet import, and the lint of playbooks: sheets as CACAO 2.0.
#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "cli/verb.h"
#include "sheet/library.h"
#include "sheet/lint.h"

namespace CLI {
class App;
}

namespace digue::cli::verbs {

struct ExchangeOptions {
  std::string sheet;             // what to export
  std::string file;              // what to import
  std::string out;               // empty: standard output
  std::string format = "cacao";  // the only one for now
  std::string profile = "full";  // or "simple"
  std::string marking = "TLP:CLEAR";
};

void declare_export(CLI::App& app, Language language, ExchangeOptions& options);
void declare_import(CLI::App& app, Language language, ExchangeOptions& options);

// `folder` has the sheets; empty for those of the program.
Exit export_sheet(Session& session, const ExchangeOptions& options, const std::string& folder);
Exit import_sheet(Session& session, const ExchangeOptions& options, const std::string& folder);

// Takes the playbooks out of the files (known by their ending, .json, else by their first
// character) and gives their problems.
std::vector<sheet::Problem> check_playbooks(std::vector<sheet::SheetFile>& files);

}  // namespace digue::cli::verbs
