#include "read/windows_events/json_log.h"

#include "read/windows_events/sentences.h"

namespace digue::read::windows_events {

bool JsonLog::next(evtx::Fields& fields) {
  while (records_.next_uncounted(sink_)) {
    const auto why = event_.fill(records_.record(), fields);
    if (!why && event_.kind() == EventJson::Kind::other) continue;
    sink_.row();
    if (why)
      records_.reject_broken(sink_, *why);
    else if (event_.kind() == EventJson::Kind::record)
      return true;
    else
      records_.reject(sink_, tell<sentences::unreadable_when_decoded>());
  }
  return false;
}

evtx::RecordPlace JsonLog::place() const {
  auto place = event_.place();
  place.offset = records_.offset();
  place.line = records_.line();
  return place;
}

}  // namespace digue::read::windows_events
