// What the kit knows of whom to call and of the time limits.  Inside the room only.
#pragma once
#include <vector>

#include "incident/clocks.h"
#include "produce/print/press.h"

namespace digue::produce::print {

sheet::Profile profile_of(const Kit& kit);
// Those that the rules of the sheet ask to call, then who is always there; no more than a card
// holds.
std::vector<const sheet::Contact*> card_contacts(const Kit& kit, const sheet::Sheet& sheet);
// "09 70 83 32 18, from the mainland"; a line each.
Column phone_lines(const Press& press, const sheet::Contact& contact, const pdf::TextStyle& style);

// Whom to call by that id, with the first number; the id when the directory is not there.
std::string contact_words(const Press& press, const std::string& id);

// The clocks that may run for this organisation, as they stand.
std::vector<incident::ClockState> clocks_of(const Kit& kit);
// "72 h", "one month", "at once", "as the contract says".
std::string limit_text(const Press& press, const sheet::Regime* regime);

}  // namespace digue::produce::print
