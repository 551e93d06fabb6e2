#include "incident/handover_json.h"

#include "base/json_writer.h"
#include "finding/json.h"

namespace digue::incident {

static void write_handover(JsonWriter& json, const Handover& handover) {
  json.begin_object()
      .member("from", handover.from)
      .member("to", handover.to)
      .member("text", handover.text)
      .member("move", handover.move)
      .member("root", handover.root)
      .member("entries", handover.entries)
      .member("entry", handover.said.entry)
      .member("accepted", handover.accepted.has_value());
  finding::write_time(json, "proposed_at", handover.said.occurred);
  finding::write_time(json, "accepted_at",
                      handover.accepted ? handover.accepted->occurred : Instant::unknown);
  json.end_object();
}

static void write_console(JsonWriter& json, const ConsoleLeft& left, Language language) {
  json.begin_object()
      .member("platform", left.console.platform)
      .member("path", left.console.path.in(language))
      .member("address", left.console.address)
      .key("steps")
      .begin_array();
  for (const auto& step : left.steps)
    json.begin_object()
        .member("item", step.item)
        .member("account", step.account)
        .member("title", step.title.in(language))
        .end_object();
  json.end_array().end_object();
}

std::string handover_json(const HandoverPage& page, const State& state, Language language) {
  JsonWriter json;
  json.begin_object().member("type", "handover").key("parts").begin_array();
  for (const auto& part : page.parts) {
    json.begin_object().member("part", part.id).member("title", part.title.in(language));
    finding::write_messages(json, "lines", part.lines, language);
    json.member("left_out", part.left_out).end_object();
  }
  json.end_array().key("consoles").begin_array();
  for (const auto& left : page.consoles) write_console(json, left, language);
  json.end_array().key("handovers").begin_array();
  for (const auto& handover : state.handovers) write_handover(json, handover);
  return json.end_array().end_object().take();
}

}  // namespace digue::incident
