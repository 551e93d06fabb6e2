// How a product words a message, as a line of a table instead of code.
//
//   {"Failed password for {account} from {address} port ", event::Action::logon, Verdict::failure}
//
// A wording is compared from the start of the text; what follows its end is free.  `{name}` takes
// what stands before the wording's next plain characters (to the end of the text when none follow):
// what the message says of that part (read/said.h), or the detail of that name when it begins with
// a capital.  `{}` is taken and left; `*` passes over anything.  Everything else is itself.
//
// One walk over the text, without going back: linear time, and no memory but what it says.
#pragma once
#include <span>
#include <string_view>

#include "read/said.h"

namespace digue::read {

struct Wording {
  std::string_view shape;
  event::Action action = event::Action::other;
  event::Verdict verdict = event::Verdict::unknown;
};

// Whether the text is worded so; then `said` has its parts, its action and its verdict.
bool matches(const Wording& wording, std::string_view text, Said& said);
// The same for the first of the table.
bool matches_any(std::span<const Wording> wordings, std::string_view text, Said& said);

}  // namespace digue::read
