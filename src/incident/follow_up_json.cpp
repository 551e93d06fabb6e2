#include "incident/follow_up_json.h"

#include "base/json_writer.h"
#include "finding/json.h"

namespace digue::incident {

std::string call_json(const sheet::Directory& directory, const sheet::Profile& profile,
                      const Call& call, Language language) {
  JsonWriter json;
  json.begin_object()
      .member("type", "call")
      .member("contact", call.contact)
      .member("whom", directory.told_to_call(call.contact, profile).in(language))
      .member("item", call.item)
      .member("accounts", call.accounts)
      .member("say", call.say.in(language))
      .member("made", call.made.has_value())
      .member("who", call.made ? call.made->said.author : std::string());
  finding::write_time(json, "when", call.made ? call.made->said.occurred : Instant::unknown);
  json.member("note", call.made ? call.made->note : std::string())
      .member("reference", call.made ? call.made->reference : std::string());
  return json.end_object().take();
}

std::string clock_json(const ProposedClock& clock, Language language) {
  JsonWriter json;
  json.begin_object()
      .member("type", "clock-proposed")
      .member("clock", clock.clock)
      .member("item", clock.item)
      .member("accounts", clock.accounts)
      .member("why", clock.why.in(language));
  return json.end_object().take();
}

std::string temporary_json(const TemporaryMeasure& measure, Language language) {
  JsonWriter json;
  json.begin_object()
      .member("type", "temporary")
      .member("item", measure.step->id)
      .member("account", measure.account)
      .member("title", measure.step->title.in(language))
      .member("who", measure.said.author);
  finding::write_time(json, "done", measure.said.occurred);
  finding::write_time(json, "review", measure.review);
  json.member("due", measure.due).member("lifted_by", measure.lifted_by->id);
  return json.end_object().take();
}

std::string proof_json(const EffectProof& proof, Language language) {
  JsonWriter json;
  json.begin_object()
      .member("type", "proof")
      .member("item", proof.step->id)
      .member("account", proof.account)
      .member("title", proof.step->title.in(language))
      .member("evidence", proof.step->proof->evidence)
      .member("text", proof.step->proof->text.in(language));
  finding::write_time(json, "done", proof.said.occurred);
  json.member("value", effectiveness_name(proof.value))
      .member("why", proof.why.in(language))
      .member("findings", proof.findings);
  return json.end_object().take();
}

static void write_history(JsonWriter& json, const Conclusion& conclusion) {
  json.key("history").begin_array();
  for (const auto& answer : conclusion.history) {
    json.begin_object().member("value", answer.value).member("who", answer.said.author);
    finding::write_time(json, "when", answer.said.occurred);
    json.member("why", answer.why)
        .member("round", answer.round)
        .member("entry", answer.said.entry)
        .end_object();
  }
  json.end_array();
}

std::string conclusion_json(const Conclusion& conclusion, Language language) {
  JsonWriter json;
  json.begin_object()
      .member("type", "conclusion")
      .member("item", conclusion.step->id)
      .member("account", conclusion.account)
      .member("title", conclusion.step->title.in(language))
      .member("proposed", conclusion.proposed)
      .member("reason", conclusion.reason.in(language))
      .member("owed", conclusion.owed);
  write_history(json, conclusion);
  return json.end_object().take();
}

}  // namespace digue::incident
