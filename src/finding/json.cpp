#include "finding/json.h"

#include "base/json_writer.h"

namespace digue::finding {

void write_time(JsonWriter& json, std::string_view name, Instant instant) {
  json.key(name);
  if (instant.known())
    json.text(rfc3339(instant));
  else
    json.null();
}

void write_messages(JsonWriter& json, std::string_view name, std::span<const Message> messages,
                    Language language) {
  json.key(name).begin_array();
  for (const auto& message : messages) json.text(message.in(language));
  json.end_array();
}

static void write_evidence(JsonWriter& json, const Finding& finding,
                           std::span<const Source> sources) {
  json.key("evidence").begin_array();
  for (const auto& [place] : finding.evidence) {
    json.begin_object();
    json.member("file", place.source < sources.size() ? sources[place.source].file : "");
    json.member("record", place.record);
    if (place.line != 0) json.member("line", place.line);
    json.member("offset", place.offset);
    json.end_object();
  }
  json.end_array();
}

static void write_subjects(JsonWriter& json, const Finding& finding) {
  json.key("subjects").begin_array();
  for (const auto& subject : finding.subjects) {
    json.begin_object();
    json.member("kind", subject.kind).member("identity", subject.identity);
    json.member("name", subject.name).member("mailbox", subject.mailbox);
    json.key("state").begin_array();
    for (const auto& [name, value] : subject.state)
      json.begin_object().member("name", name).member("value", value).end_object();
    json.end_array().end_object();
  }
  json.end_array();
}

void write_gaps(JsonWriter& json, std::string_view name, std::span<const Gap> gaps,
                Language language) {
  json.key(name).begin_array();
  for (const auto& gap : gaps) {
    json.begin_object();
    write_time(json, "from", gap.from);
    write_time(json, "to", gap.to);
    json.member("reason", gap.reason.in(language)).end_object();
  }
  json.end_array();
}

std::string to_json(const Finding& finding, std::span<const Source> sources, Language language) {
  JsonWriter json;
  json.begin_object().member("type", "finding").member("id", finding.id);
  json.member("rule", finding.rule).member("rule_version", finding.rule_version);
  json.member("severity", severity_name(finding.severity));
  json.member("title", finding.title.in(language));
  write_time(json, "time", finding.time);
  write_time(json, "time_end", finding.time_end);
  if (finding.time_is_local) json.member("time_is_local", true);
  json.member("accounts", finding.accounts).member("addresses", finding.addresses);
  json.member("hosts", finding.hosts).member("indicators", finding.indicators);
  json.member("items", finding.items);
  write_evidence(json, finding, sources);
  write_subjects(json, finding);
  write_messages(json, "why", finding.why, language);
  json.end_object();
  return json.take();
}

std::string to_json(const Answer& answer, Language language) {
  JsonWriter json;
  json.begin_object().member("type", "answer").member("item", answer.item);
  json.member("value", value_name(answer.value)).member("because", answer.because);
  json.member("coverage", answer.coverage.in(language)).end_object();
  return json.take();
}

void write_zoneless(JsonWriter& json, const ZonelessDates& dates) {
  if (dates.count == 0) return;
  json.key("zoneless").begin_object().member("dates", dates.count);
  if (dates.zone.empty())
    json.key("zone").null().key("from").null();
  else
    json.member("zone", dates.zone).member("from", dates.is_assumed ? "organisation" : "told");
  json.end_object();
}

std::string to_json(const Source& source, Language language) {
  JsonWriter json;
  json.begin_object().member("type", "source").member("file", source.file);
  json.member("format", source.format).member("family", event::family_name(source.family));
  json.member("sha256", source.sha256).member("bytes", source.bytes);
  json.member("rows", source.rows).member("records", source.records);
  json.member("duplicates", source.duplicates).member("rejected", source.rejected);
  write_time(json, "first", source.first);
  write_time(json, "last", source.last);
  write_zoneless(json, source.zoneless);
  write_gaps(json, "gaps", source.gaps, language);
  json.end_object();
  return json.take();
}

std::string to_json(const Unreadable& unreadable, Language language) {
  JsonWriter json;
  json.begin_object().member("type", "unreadable").member("file", unreadable.file);
  json.member("offset", unreadable.offset).member("bytes", unreadable.bytes);
  if (unreadable.line != 0) json.member("line", unreadable.line);
  json.member("reason", unreadable.reason.in(language)).end_object();
  return json.take();
}

}  // namespace digue::finding
