#include "incident/clock_json.h"

#include "base/json_writer.h"
#include "finding/json.h"

namespace digue::incident {

static void write_entry(JsonWriter& json, std::string_view name,
                        std::optional<std::uint64_t> entry) {
  json.key(name);
  if (entry)
    json.number(static_cast<std::int64_t>(*entry));
  else
    json.null();
}

static void write_regime(JsonWriter& json, const ClockState& clock, Language language) {
  json.key("regime");
  if (clock.regime == nullptr) {
    json.null();
    return;
  }
  const auto& regime = *clock.regime;
  json.begin_object()
      .member("limit", sheet::time_limit_name(regime.limit.kind))
      .member("count", regime.limit.count)
      .member("valid_from", regime.valid_from)
      .member("valid_to", regime.valid_to)
      .member("source", regime.source.in(language))
      .member("checked", regime.checked)
      .end_object();
}

static void write_history(JsonWriter& json, const ClockState& clock) {
  json.key("history").begin_array();
  for (const auto* act : clock.history) {
    json.begin_object().member("step", clock_step_name(act->step)).member("who", act->said.author);
    finding::write_time(json, "said", act->said.occurred);
    finding::write_time(json, "at", act->at);
    write_entry(json, "fact", act->fact);
    json.member("why", act->why)
        .member("reference", act->reference)
        .member("entry", act->said.entry)
        .end_object();
  }
  json.end_array();
}

std::string clock_state_json(const ClockState& clock, Language language) {
  JsonWriter json;
  json.begin_object()
      .member("type", "clock")
      .member("clock", clock.clock->id)
      .member("title", clock.clock->title.in(language))
      .member("status", clock_status_name(clock.status))
      .member("alert", clock_alert_name(clock.alert))
      .member("concerned", concern_name(clock.concerned.value))
      .member("concerned_why", clock.concerned.why.in(language));
  finding::write_messages(json, "proposed_why", clock.proposed_why, language);
  json.member("items", clock.items);
  finding::write_time(json, "start", clock.start);
  json.member("started", clock.started != nullptr);
  write_entry(json, "fact", clock.fact);
  json.member("fact_gone", clock.fact_gone);
  finding::write_time(json, "half", clock.moments.half);
  finding::write_time(json, "last_hours", clock.moments.last_hours);
  finding::write_time(json, "due", clock.moments.due);
  finding::write_time(json, "met", clock.met == nullptr ? Instant::unknown : clock.met->at);
  json.member("late", clock.late)
      .member("reference", clock.reference)
      .member("contact", clock.clock->contact);
  write_regime(json, clock, language);
  write_history(json, clock);
  json.end_object();
  return json.take();
}

}  // namespace digue::incident
