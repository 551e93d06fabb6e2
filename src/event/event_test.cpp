#include "event/event.h"

#include <doctest/doctest.h>

#include <string>

namespace digue::event {

TEST_CASE("a text is kept once, and stays where it is while the table grows") {
  Symbols symbols;
  const Symbol first = symbols.intern("alice@example.org");
  const auto view = symbols.text(first);
  for (int i = 0; i < 5000; ++i) symbols.intern("text " + std::to_string(i));
  CHECK(symbols.intern("alice@example.org") == first);
  CHECK(symbols.text(first).data() == view.data());
  CHECK(symbols.intern("") == no_symbol);
  CHECK(symbols.find("never seen") == no_symbol);
  CHECK(symbols.size() == 5002);
}

TEST_CASE("addresses come out in one form, whatever the log wrote") {
  CHECK(canonical_address("1.2.3.4:62589") == "1.2.3.4");
  CHECK(canonical_address("[2A01:0::1]:47114") == "2a01::1");
  CHECK(canonical_address("::ffff:192.0.2.7") == "192.0.2.7");
  CHECK(canonical_address("fe80::1%eth0") == "fe80::1");
  CHECK(canonical_address("<null>") == "");
  CHECK(canonical_address("") == "");
}

TEST_CASE("one record is one id, whatever the case and the braces of its GUID") {
  const auto id = record_id_from_text("c27d7322-9cdc-41b7-9b56-26995b89e68f");
  CHECK(record_id_from_text("{C27D7322-9CDC-41B7-9B56-26995B89E68F}") == id);
  CHECK_FALSE(record_id_from_text("c27d7322-9cdc-41b7-9b56-26995b89e68e") == id);
  CHECK(id.high == 0xc27d73229cdc41b7ULL);
}

TEST_CASE("an action is named as its enumerator") {
  CHECK(action_name(Action::other) == "other");
  CHECK(action_name(Action::inbox_rule_set) == "inbox_rule_set");
  CHECK(action_name(Action::mailbox_audit_state) == "mailbox_audit_state");
}

TEST_CASE("details are found by name, in order") {
  Trail trail;
  trail.begin_event();
  trail.begin_event();
  trail.add_detail("ForwardTo", "a@example.org");
  trail.add_detail("ForwardTo", "b@example.org");
  CHECK(trail.detail(trail.events[1], "forwardto") == "a@example.org");
  CHECK(trail.all_details(trail.events[1], "ForwardTo").size() == 2);
  CHECK(trail.detail(trail.events[0], "ForwardTo").empty());
}

}  // namespace digue::event
