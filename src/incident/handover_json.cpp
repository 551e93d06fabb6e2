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

std::string handover_json(std::span<const HandoverPart> parts, const State& state,
                          Language language) {
  JsonWriter json;
  json.begin_object().member("type", "handover").key("parts").begin_array();
  for (const auto& part : parts) {
    json.begin_object().member("part", part.id).member("title", part.title.in(language));
    finding::write_messages(json, "lines", part.lines, language);
    json.member("left_out", part.left_out).end_object();
  }
  json.end_array().key("handovers").begin_array();
  for (const auto& handover : state.handovers) write_handover(json, handover);
  return json.end_array().end_object().take();
}

}  // namespace digue::incident
