// How things stood before the story begins.
#include <fmt/core.h>

#include "exercise/story.h"

namespace digue::exercise {

// What was there before: everybody's second factor and machine, and the ordinary settings.
void tell_ground(const World& world, Story& story) {
  Random random = Random(world.seed).fork("ground");
  for (const auto& person : world.people) {
    const Instant long_ago = world.start - random.between(60, 700) * day_ms;
    Method method;
    method.who = &person;
    method.id = random.guid();
    const bool app = random.chance(70);
    method.kind = app ? "microsoftAuthenticatorAuthenticationMethod" : "phoneAuthenticationMethod";
    const int number = random.between(1000, 9999);
    method.name = app ? person.phone.name : fmt::format("+33 1 99 00 {:04}", number);
    method.tag = app ? "SoftwareTokenActivated" : "";
    method.created = long_ago;
    story.state.methods.push_back(method);
    const Instant last_seen = world.at(world.incident_day + 2, 7, random.between(0, 59));
    story.state.devices.push_back({&person, person.desktop, long_ago, last_seen, true});
  }
  TransportRule legal;
  legal.id = random.guid();
  legal.name = "Mention légale";
  legal.created_by = world.person(world.administrator).upn;
  legal.changed = world.start - 200 * day_ms;
  legal.description =
      "If the message:\r\n\tIs sent to 'Outside the organization'\r\nTake the "
      "following actions:\r\n\tAppend the message with the disclaimer "
      "'Ce message…'\r\n";
  story.state.transport_rules.push_back(legal);
  story.state.grants.push_back({Grant::Kind::send_as,
                                &world.person(world.director),
                                world.person(world.secretary).upn,
                                "SendAs",
                                {}});
}

}  // namespace digue::exercise
