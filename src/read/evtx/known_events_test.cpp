#include "read/evtx/known_events.h"

#include <doctest/doctest.h>

namespace digue::read::evtx {

TEST_CASE("an event is known by its provider and number") {
  const auto* added = known_event("Microsoft-Windows-Security-Auditing", 4728);
  REQUIRE(added != nullptr);
  CHECK(added->action == event::Action::windows_group_member_added);
  CHECK(added->object == "TargetSid");
  CHECK(known_event("Another", 4728) == nullptr);
  CHECK(known_event("Microsoft-Windows-Security-Auditing", 1) == nullptr);
}

TEST_CASE("no event is told twice") {
  const auto table = known_events();
  for (std::size_t i = 1; i < table.size(); ++i) {
    CAPTURE(table[i].id);
    CHECK((table[i - 1].provider != table[i].provider || table[i - 1].id != table[i].id));
  }
}

}  // namespace digue::read::evtx
