#include "cli/casework/handover.h"

#include "base/json_writer.h"
#include "cli/casework/page.h"
#include "cli/casework/sentences.h"
#include "finding/json.h"

namespace digue::cli::casework {

using namespace incident;

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

static std::string handover_json(const std::vector<HandoverPart>& parts, const State& state,
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

static void show_part(Page& page, const HandoverPart& part) {
  page.gap();
  page.paragraph(tell<sentences::handover_part>(part.title));
  for (const auto& line : part.lines) page.paragraph(line, 2);
  if (part.left_out > 0) page.paragraph(tell<sentences::handover_more>(part.left_out), 2);
}

// What has nothing to say is said in one line: an empty part is news too.
static void show_empty(Page& page, const std::vector<HandoverPart>& parts) {
  Message names;
  for (const auto& part : parts) {
    if (!part.lines.empty()) continue;
    names = names.english.empty() ? part.title : tell<sentences::and_also>(names, part.title);
  }
  if (names.english.empty()) return;
  page.gap();
  page.paragraph(tell<sentences::handover_nothing>(names));
}

static void show_last(Page& page, const State& state, const std::string& file) {
  if (state.handovers.empty()) return;
  const auto& last = state.handovers.back();
  const auto when = state.zone.show(last.said.occurred);
  page.gap();
  if (last.accepted) {
    const auto accepted = state.zone.show(last.accepted->occurred);
    return page.paragraph(
        tell<sentences::handover_accepted>(last.from, last.to, accepted, last.text));
  }
  page.paragraph(tell<sentences::handover_waits>(last.from, last.to, when, last.text));
  page.paragraph(tell<sentences::handover_command>(last.to, file), 2);
}

void show_handover(Session& session, const std::vector<HandoverPart>& parts, const State& state,
                   const std::string& file) {
  if (session.json) return session.line(handover_json(parts, state, session.language));
  Page page(session);
  page.heading(tell<sentences::heading_handover>(state.title));
  for (const auto& part : parts)
    if (!part.lines.empty()) show_part(page, part);
  show_empty(page, parts);
  show_last(page, state, file);
}

}  // namespace digue::cli::casework
