#include "analysis/visibility.h"
#include "base/json_writer.h"
#include "finding/json.h"

namespace digue::analysis {

static void write_events(JsonWriter& json, const std::vector<LoggedEvent>& events) {
  json.key("events").begin_array();
  for (const auto& event : events) {
    json.begin_object().member("event_id", event.event_id).member("records", event.records);
    finding::write_time(json, "first", event.first);
    finding::write_time(json, "last", event.last);
    json.end_object();
  }
  json.end_array();
}

std::string to_json(const ChannelView& view, Language language) {
  JsonWriter json;
  json.begin_object().member("type", "visibility");
  json.member("host", view.logged.host).member("channel", view.logged.channel);
  json.member("records", view.records);
  finding::write_time(json, "first", view.first);
  finding::write_time(json, "last", view.last);
  json.member("days", view.logged.days.size());
  json.member("reach", reach_name(view.reach));
  json.member("processes", view.processes);
  json.member("with_command_line", view.with_command_line);
  finding::write_gaps(json, "gaps", view.gaps, language);
  write_events(json, view.logged.events);
  json.end_object();
  return json.take();
}

}  // namespace digue::analysis
