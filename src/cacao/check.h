// What is wrong in a CACAO 2.0 playbook, where, and what to do about it.
//
// Checked against the text of the specification rather than its JSON schemas, which contradict it
// (docs/cacao.md): what it says MUST be is an error; what it says SHOULD be, and what runs but will
// not do what its author thought, a warning.  Hostile input: the caps of json_tree.h, and at most
// max_playbook_problems problems.  Pure; thread-safe.
#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "sheet/problem.h"

namespace digue::cacao {

inline constexpr std::size_t max_playbook_problems = 1000;

// By line; `file` is how messages call it.
std::vector<sheet::Problem> check_playbook(std::string_view bytes, const std::string& file);

}  // namespace digue::cacao
