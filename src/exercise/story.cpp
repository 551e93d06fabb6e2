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

Story tell_story(const World& world) {
  Story story;
  tell_ground(world, story);
  tell_traps(world, story);
  tell_attack(world, story);
  plant_correlations(story);
  answer(story.truth);
  return story;
}

}  // namespace digue::exercise
