#include "exercise/story.h"

#include <algorithm>

namespace digue::exercise {

static void answer(Truth& truth) {
  for (const char* item :
       {"mail-account/1.b.1", "mail-account/1.c.1", "mail-account/1.c.2", "mail-account/2.a.1",
        "mail-account/2.a.2", "mail-account/2.a.3", "mail-account/2.b.1", "mail-account/2.c.1",
        "mail-account/2.c.2", "mail-account/5.a.1", "mail-account/6.a.1", "mail-account/6.a.2",
        "mail-account/6.a.5", "mail-account/6.b.3", "mail-account/7.a.1", "mail-account/8.a.2",
        "mail-account/8.a.3", "mail-account/8.a.5", "mail-account/8.a.6", "mail-account/8.a.7"})
    truth.answers.emplace_back(item, "yes");
  truth.answers.emplace_back("mail-account/end", truth.containment_holds ? "no" : "yes");
}

// The CSV of the Entra audit has no record id: there, the correlation tells the record.
static void plant_correlations(Story& story) {
  for (auto& must : story.truth.must)
    for (const auto& act : story.facts.directory)
      if (std::find(must.planted.begin(), must.planted.end(), act.id) != must.planted.end())
        must.planted.push_back(act.correlation);
}

// Telephones that change town within minutes, mistyped passwords, prompts: everybody's month.
static void clear_the_others(const World& world, Truth& truth) {
  MustNot claim;
  claim.rules = {"R1", "R2", "R4", "R5", "R6", "R7", "R8", "R9", "R20"};
  claim.at_or_above = "high";
  claim.why = "an ordinary month: mobile networks, homes, mistyped passwords";
  for (const auto& person : world.people)
    if (std::find(truth.compromised.begin(), truth.compromised.end(), person.upn) ==
        truth.compromised.end())
      claim.accounts.push_back(person.upn);
  truth.must_not.push_back(std::move(claim));
}

Story tell_story(const World& world) {
  Story story;
  tell_ground(world, story);
  tell_traps(world, story);
  tell_attack(world, story);
  plant_correlations(story);
  clear_the_others(world, story.truth);
  answer(story.truth);
  return story;
}

}  // namespace digue::exercise
