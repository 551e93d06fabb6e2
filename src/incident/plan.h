// What is to be done next: the steps of the sheet, in the order to act in or by theme, once for
// each account of the perimeter where the sheet says so, with how each stands, what must come
// first, and what the rules of the sheet do to it.  Pure; pointers live as long as the sheet.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "incident/state.h"
#include "sheet/sheet.h"

namespace digue::incident {

// What stands in the way of starting an action.
struct Blocker {
  enum class Kind : std::uint8_t {
    prerequisite,  // another step first; may be overridden, with a reason
    impact,        // a named person must accept it
    preservation,  // save first, or say who waives it
  };
  Kind kind = Kind::prerequisite;
  std::string step;  // of a prerequisite
  Message message;
};
std::string_view blocker_name(Blocker::Kind kind);

struct PlanLine {
  const sheet::Step* step = nullptr;
  std::string account;  // "" when the step is not per account, or nobody is in the perimeter yet
  sheet::Priority priority = sheet::Priority::p0;  // after the rules
  ActionState state = ActionState::to_do;
  Said said;  // of the state or of the answer; author empty when nobody said anything
  std::string why, to;
  std::string owner;         // who has it to do; "" when nobody was named
  Instant due;               // of the action, else until when the owner has it
  std::string answer;        // of a person; "" when none
  bool asked_again = false;  // a conclusion, answered before the round under way: to do once more
  std::string evidence;      // what the evidence answers for that account; "" when not examined
  std::vector<std::string> findings;  // ids that speak to it, for that account
  std::vector<Blocker> blockers;
  std::vector<Message> reasons, warnings;  // of the rules
  bool hidden = false;                     // by a rule; `reasons` say why

  // Somebody here still has it to do or to answer: not settled, handed on, put off or hidden.
  bool is_open() const;
  // Another step comes first.  An impact to accept or evidence to save does not count: that is part
  // of doing it.
  bool waits_for_another() const;
  // Expected by then, and still owed.
  bool is_late(Instant now) const;
};

// By person: those who have something to do by name, then what nobody has; within, by priority.
enum class PlanOrder : std::uint8_t { priority, theme, person };

struct Plan {
  std::vector<PlanLine> lines;  // rules of the sheet are not lines
  // The first line that can be done now; nothing when all is settled or blocked.
  const PlanLine* next() const;
};

std::string_view order_name(PlanOrder order);  // "priority", "theme", "person"
std::optional<PlanOrder> order_named(std::string_view name);

Plan make_plan(const sheet::Sheet& sheet, const State& state, PlanOrder order);
// By person, of several sheets: the first whole, of the others what somebody has to do.
Plan plan_by_person(const std::vector<const sheet::Sheet*>& sheets, const State& state);
// Of one step for one account.
std::vector<Blocker> blockers_of(const sheet::Sheet& sheet, const State& state,
                                 const sheet::Step& step, const std::string& account);

}  // namespace digue::incident
