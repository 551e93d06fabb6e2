// What the evidence answers to the items of the sheets: yes, no or unknown, with the reasons.
//
// yes: some finding speaks to the item.  no: none does, and every export that could show one is
// there, whole, over the whole period.  Anything else is unknown, so that taking a source away can
// turn an answer into unknown, never into no.
#pragma once
#include <string_view>
#include <vector>

#include "analysis/coverage.h"
#include "finding/finding.h"

namespace digue::analysis {

// `not_run`: rules that could not run; no item that they speak to is answered no.
std::vector<finding::Answer> answer_items(const std::vector<finding::Finding>& findings,
                                          const Coverage& coverage,
                                          const std::vector<std::string_view>& not_run = {});

// Puts an answer worked out elsewhere in the place of the one for its item.
void replace_answer(std::vector<finding::Answer>& answers, finding::Answer answer);

// The name of an export, for people.
Message family_title(event::Family family);

}  // namespace digue::analysis
