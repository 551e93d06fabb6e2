// One Windows event written as JSON, as the values that the record of a log has (read/evtx):
//   digue evtx      {"type":"record","record_id":7,"channel":"Security",...,"system":{},"data":{}}
//   evtx_dump       {"Event":{"System":{"Provider":{"#attributes":{"Name":...}}},"EventData":{}}}
//   Winlogbeat      {"@timestamp":...,"winlog":{"channel":...,"event_id":4688,"event_data":{}}},
//                   within {"_source":{}} too
//   flat            {"EventID":4688,"Channel":"Security","Provider_Name":...,"Image":...}
// Members within members may also stand under one name: "winlog.event_id", "Event.System.EventID".
//
// An array is as many values.  What a tool renders (messages, names of tasks and levels) is no
// value of the record, and is left out where the shape says which is which.  Of one thread.
//
// Source: those tools' own output; Elastic's page of the winlog fields; NXLog's of im_msvistalog.
#pragma once
#include <memory>
#include <optional>
#include <string_view>

#include "base/sentence.h"
#include "read/evtx/decoder.h"

namespace digue::read::windows_events {

class EventJson {
 public:
  EventJson();
  ~EventJson();

  enum class Kind : std::uint8_t {
    record,
    unreadable_stretch,  // digue evtx tells of one in the log
    other                // what it says of the log as a whole
  };
  // Takes the object apart, or says why it cannot: broken JSON, or over a cap (max_fields,
  // max_json_depth).  Names live until the next time.
  std::optional<Message> fill(std::string_view object, evtx::Fields& fields);
  Kind kind() const;
  // The number that the record has in its log, 0 when it is not told; and whether it was recovered.
  evtx::RecordPlace place() const;

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

// How sure, as Format::recognise().
int looks_like_events(std::string_view sample);

}  // namespace digue::read::windows_events
