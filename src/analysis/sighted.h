// A sighting out of the event of its record.  Internal to the hunt.
#pragma once
#include "event/event.h"
#include "finding/sighting.h"

namespace digue::analysis {

// When, who and which machine: the host that is named, else the address that acted.
inline finding::Sighting sighted(const event::Trail& trail, const event::Event& event) {
  finding::Sighting sighting;
  sighting.place = event.place;
  sighting.time = event.time;
  sighting.time_is_local = event.time_is_local;
  const auto account = event.account != event::no_symbol ? event.account : event.target;
  sighting.account = trail.text(account);
  const auto host = trail.detail(event, "Host");
  sighting.host = !host.empty()                                ? host
                  : event.family == event::Family::windows_log ? trail.text(event.device)
                                                               : trail.text(event.address);
  return sighting;
}

}  // namespace digue::analysis
