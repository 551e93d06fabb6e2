#include "incident/handover.h"

#include "base/hash.h"
#include "base/text.h"
#include "incident/draft.h"
#include "incident/kinds.h"
#include "incident/owners.h"
#include "incident/sentences.h"
#include "logbook/checkpoint.h"

namespace digue::incident {

const Handover* pending_handover(const State& state) {
  if (state.handovers.empty() || state.handovers.back().accepted) return nullptr;
  return &state.handovers.back();
}

static void write_parts(JsonWriter& json, const std::vector<HandoverPart>& parts) {
  json.key("summary").begin_array();
  for (const auto& part : parts) {
    json.begin_object().member("part", part.id);
    write_words(json, "title", part.title);
    json.key("lines").begin_array();
    for (const auto& line : part.lines)
      json.begin_object().member("fr", line.french).member("en", line.english).end_object();
    json.end_array().member("left_out", part.left_out).end_object();
  }
  json.end_array();
}

static void write_targets(JsonWriter& json, std::string_view name,
                          const std::vector<Target>& targets) {
  json.key(name).begin_array();
  for (const auto& target : targets)
    json.begin_object().member("item", target.item).member("account", target.account).end_object();
  json.end_array();
}

Result<logbook::Receipt> hand_over(logbook::Logbook& logbook, const sheet::Library& library,
                                   const State& state, const HandingOver& what, Instant now,
                                   const Speaker& speaker) {
  const auto to = known_name(state, what.to), from = known_name(state, speaker.author);
  if (to.empty() || to == from) return fail<sentences::hand_to_whom>(Error::Kind::bad_input);
  DIGUE_TRY(const auto note, logbook::read_checkpoint(logbook.checkpoint()));
  const auto body = body_of([&](JsonWriter& json) {
    json.member("from", from)
        .member("to", to)
        .member("text", what.text)
        .member("move", what.move)
        .member("entries", note.checkpoint.size)
        .member("root", to_hex(note.checkpoint.root));
    write_parts(json, handover_summary(library, state, now).parts);
  });
  return say(logbook, kinds::handover, body, speaker);
}

static std::string leaf_of(const State& state, std::uint64_t position) {
  for (const auto& line : state.log)
    if (line.position == position) return line.leaf;
  return {};
}

Result<logbook::Receipt> accept_handover(logbook::Logbook& logbook, const State& state,
                                         const Speaker& speaker) {
  const auto* pending = pending_handover(state);
  if (pending == nullptr) return fail<sentences::no_handover>(Error::Kind::refused);
  if (known_name(state, speaker.author) != pending->to)
    return fail<sentences::handover_for_another>(Error::Kind::refused, pending->to);
  const auto moved = pending->move ? owned_by(state, pending->from) : std::vector<Target>{};
  logbook::References references;
  for (const auto& target : moved) references.items.push_back(target.item);
  const auto body = body_of([&](JsonWriter& json) {
    json.member("from", pending->from)
        .member("to", pending->to)
        .member("handover", leaf_of(state, pending->said.entry));
    write_targets(json, "moved", moved);
  });
  return say(logbook, kinds::handover_accepted, body, speaker, references);
}

}  // namespace digue::incident
