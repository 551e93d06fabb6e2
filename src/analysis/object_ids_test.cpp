#include "analysis/object_ids.h"

#include <doctest/doctest.h>

namespace digue::analysis {

static constexpr auto id = "311b45d6-1a3e-46ac-8434-721367961e19";

static void sign_in(event::Trail& trail, const char* account) {
  auto& event = trail.begin_event();
  event.action = event::Action::sign_in;
  event.account = trail.symbols.intern(account);
  trail.add_detail("UserObjectId", id);
}

static void forwarding(event::Trail& trail) {
  auto& event = trail.begin_event();
  event.action = event::Action::forwarding_set;
  event.target = trail.symbols.intern(id);
}

TEST_CASE("a mailbox named by its object id gets the name that its sign-ins have") {
  event::Trail trail;
  forwarding(trail);  // before the record that names it
  sign_in(trail, "matt@hopital.example");
  name_object_ids(trail);
  CHECK(trail.text(trail.events[0].target) == "matt@hopital.example");
}

TEST_CASE("a directory change names its target's id") {
  event::Trail trail;
  auto& event = trail.begin_event();
  event.action = event::Action::password_changed;
  event.object = trail.symbols.intern("311B45D6-1A3E-46AC-8434-721367961E19");
  event.target = trail.symbols.intern("matt@hopital.example");
  forwarding(trail);
  name_object_ids(trail);
  CHECK(trail.text(trail.events[1].target) == "matt@hopital.example");
}

TEST_CASE("who was given a mailbox is named too") {
  event::Trail trail;
  trail.begin_event().action = event::Action::send_permission_added;
  trail.add_detail("Trustee", "311B45D6-1A3E-46AC-8434-721367961E19");
  trail.add_detail("AccessRights", "SendAs");
  sign_in(trail, "matt@hopital.example");
  name_object_ids(trail);
  CHECK(trail.detail(trail.events[0], "Trustee") == "matt@hopital.example");
  CHECK(trail.detail(trail.events[0], "AccessRights") == "SendAs");
}

TEST_CASE("an id of two names, or of none, stays an id") {
  event::Trail trail;
  sign_in(trail, "matt@hopital.example");
  sign_in(trail, "matthieu@hopital.example");
  sign_in(trail, "matt@hopital.example");
  forwarding(trail);
  name_object_ids(trail);
  CHECK(trail.text(trail.events[3].target) == id);
}

}  // namespace digue::analysis
