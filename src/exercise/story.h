// The story: what happens once, over the routine of everyone.
#pragma once
#include <vector>
#include "exercise/audit.h"
#include "exercise/facts.h"
#include "exercise/truth.h"

namespace digue::exercise {

// An account that the responders closed.
struct Blocked {
  const Person* who = nullptr;
  Instant from;
};

struct Story {
  Facts facts;
  State state;
  Truth truth;
  std::vector<Blocked> blocked;
  Instant first_theft;      // the session is stolen
  std::string lure_domain;  // the look-alike
  std::string rule_name;    // of the hiding rule
};

// The intruder, and the responders after.
void tell_attack(const World& world, Story& story);
// What must not be accused: the traps of the benign month.
void tell_traps(const World& world, Story& story);
// The state of every mailbox and account before anybody touched it.
void tell_ground(const World& world, Story& story);

Story tell_story(const World& world);

}  // namespace digue::exercise
