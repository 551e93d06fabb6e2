// One step of a measure, laid out: what comes before it in a frame, what to do, and beside it the
// blanks and the way back.  Inside the room only.
#pragma once
#include "produce/print/press.h"

namespace digue::produce::print {

struct StepLayout {
  Tick tick = Tick::empty;
  bool has_tick = true;
  Column before, left, right;
};

// `lines` are those of the plan for this step: none when the kit is blank.
StepLayout lay_out(const Press& press, const sheet::Sheet& sheet, const sheet::Step& step,
                   const std::vector<const incident::PlanLine*>& lines);

}  // namespace digue::produce::print
