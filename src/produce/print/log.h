// The logbook on paper: all of it or the lines that were looked for, with what proves it whole.
//
// One tagged PDF on A4, legible in black and white.  Each line has its number, when it happened (as
// exactly as it was said), who, what, the paper it is from, and the start of its hash; the root of
// the logbook and its signed checkpoint stand at the end.  Nothing of a long line is cut.
//
// Same lines and same fonts, same bytes.  Not thread-safe: Pango's font map is shared.  What is
// pointed at must outlive the call.  Errors: internal, when the PDF can't be finished.
#pragma once
#include <cstddef>
#include <string>
#include <vector>

#include "produce/print/kit.h"

namespace digue::produce::print {

struct LogPaper {
  Kit kit;                         // language, state, root, marking, author, product, written, zone
  std::vector<std::size_t> lines;  // places in the log of `kit.state`, in order
  std::size_t left_out = 0;        // lines that were not asked for
  std::string asked;               // what was asked for, as typed; empty: all of it
  std::string checkpoint;          // the signed note
};

Result<std::string> print_log(const LogPaper& paper);

}  // namespace digue::produce::print
