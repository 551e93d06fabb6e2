// Windows events as a text of JSON, one after another, read for a sink.
//
// Lives for one read of a text; of one thread.
#pragma once
#include <string_view>

#include "read/format.h"
#include "read/json_split.h"
#include "read/windows_events/event_json.h"

namespace digue::read::windows_events {

class JsonLog {
 public:
  // `sink` hears of every object and of damage; both must outlive it.
  JsonLog(std::string_view text, Sink& sink) : records_(text), sink_(sink) {}

  // Fills the fields with the next record that can be read; false at the end.
  bool next(evtx::Fields& fields);
  evtx::RecordPlace place() const;

 private:
  JsonRecords records_;
  Sink& sink_;
  EventJson event_;
};

}  // namespace digue::read::windows_events
