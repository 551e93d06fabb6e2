// How sheets, their problems and their coverage are printed.
#pragma once
#include <string>
#include <vector>

#include "cli/verb.h"
#include "sheet/coverage.h"
#include "sheet/lint.h"
#include "sheet/overlay.h"

namespace digue::cli::verbs {

enum class SheetOrder : std::uint8_t { priority, theme };

void list_sheets(Session& session, const sheet::Library& library);
void show_sheet(Session& session, const sheet::Sheet& sheet, SheetOrder order);
void show_step(Session& session, const sheet::Sheet& sheet, const sheet::Step& step);
void show_problems(Session& session, const sheet::Linted& linted, std::size_t files);
// What an update changed under an overlay; `file` is the overlay's.
void show_differences(Session& session, const std::vector<sheet::Difference>& differences,
                      const std::string& file);
void show_coverage(Session& session, const std::vector<sheet::Covered>& lines);

// The same as JSON Lines.
void print_problem(Session& session, const sheet::Problem& problem);
void print_difference(Session& session, const sheet::Difference& difference);
void print_covered(Session& session, const sheet::Covered& line);

}  // namespace digue::cli::verbs
