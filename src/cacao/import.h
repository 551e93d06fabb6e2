// A CACAO 2.0 playbook as a sheet.
//
// One of our own full exports gives back the sheet that it was made from: the same values in the
// same order (the comments of the file are not kept), and says what was changed in the playbook
// since.  Another playbook becomes a draft, with everything that a sheet has no place for counted:
// one measure, a step for each command, a question for each condition, which shows the steps of
// its branch.  Hostile input: the caps of json_tree.h.  Pure; thread-safe.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "sheet/library.h"
#include "sheet/problem.h"

namespace digue::cacao {

struct Imported {
  std::string yaml;                      // docs/sheets.md; empty when there is an error
  std::string sheet;                     // its id
  bool exact = false;                    // one of our own, and nothing in it was changed
  std::vector<sheet::Problem> problems;  // errors, and what could not be carried as warnings
};

// `file` is how messages call it.  The library gives the names of contacts and clocks with which
// our own exports are compared.
Imported import_playbook(std::string_view bytes, const std::string& file,
                         const sheet::Library& library);

}  // namespace digue::cacao
