#include "incident/finding_json.h"

#include <algorithm>

#include "base/json_writer.h"
#include "finding/json.h"
#include "incident/body.h"
#include "incident/fold.h"

namespace digue::incident {

template <class T>
static std::span<const T> at_most(const std::vector<T>& all, std::size_t cap) {
  return std::span(all).first(std::min(all.size(), cap));
}

static void write_message(JsonWriter& json, const Message& message) {
  json.begin_object().member("fr", message.french).member("en", message.english).end_object();
}

static void write_messages(JsonWriter& json, std::string_view name,
                           const std::vector<Message>& messages) {
  json.key(name).begin_array();
  for (const auto& message : at_most(messages, max_facts)) write_message(json, message);
  json.end_array();
}

static void write_evidence(JsonWriter& json, const finding::Finding& finding,
                           std::span<const finding::Source> sources) {
  json.member("evidence_rows", finding.evidence.size()).key("evidence").begin_array();
  for (const auto& [place] : at_most(finding.evidence, max_evidence_rows)) {
    json.begin_object();
    if (place.source < sources.size())
      json.member("file", sources[place.source].file)
          .member("sha256", sources[place.source].sha256);
    json.member("record", place.record)
        .member("line", place.line)
        .member("offset", place.offset)
        .end_object();
  }
  json.end_array();
}

static void write_subjects(JsonWriter& json, const finding::Finding& finding) {
  json.key("subjects").begin_array();
  for (const auto& subject : at_most(finding.subjects, max_subjects)) {
    json.begin_object()
        .member("kind", subject.kind)
        .member("identity", subject.identity)
        .member("name", subject.name)
        .member("mailbox", subject.mailbox)
        .key("state")
        .begin_array();
    for (const auto& [name, value] : subject.state)
      json.begin_object().member("name", name).member("value", value).end_object();
    json.end_array().end_object();
  }
  json.end_array();
}

std::string finding_body(const finding::Finding& finding,
                         std::span<const finding::Source> sources) {
  JsonWriter json;
  json.begin_object()
      .member("id", finding.id)
      .member("rule", finding.rule)
      .member("rule_version", finding.rule_version)
      .member("severity", finding::severity_name(finding.severity))
      .key("title");
  write_message(json, finding.title);
  json.member("time", rfc3339(finding.time)).member("time_end", rfc3339(finding.time_end));
  if (finding.time_is_local) json.member("time_is_local", true);
  json.member("accounts", finding.accounts)
      .member("addresses", finding.addresses)
      .member("hosts", finding.hosts)
      .member("indicators", finding.indicators)
      .member("items", finding.items)
      .member("seeds_intruder", finding.seeds_intruder);
  write_evidence(json, finding, sources);
  write_subjects(json, finding);
  write_messages(json, "why", finding.why);
  json.end_object();
  return json.take();
}

std::string answer_body(const finding::Answer& answer) {
  JsonWriter json;
  json.begin_object()
      .member("item", answer.item)
      .member("value", finding::value_name(answer.value))
      .member("because", answer.because)
      .key("coverage");
  write_message(json, answer.coverage);
  json.end_object();
  return json.take();
}

static void write_source(JsonWriter& json, const finding::Source& source) {
  json.begin_object()
      .member("file", source.file)
      .member("format", source.format)
      .member("family", event::family_name(source.family))
      .member("sha256", source.sha256)
      .member("bytes", source.bytes)
      .member("rows", source.rows)
      .member("records", source.records)
      .member("duplicates", source.duplicates)
      .member("rejected", source.rejected)
      .member("first", rfc3339(source.first))
      .member("last", rfc3339(source.last));
  finding::write_zoneless(json, source.zoneless);
  json.key("gaps").begin_array();
  for (const auto& gap : at_most(source.gaps, max_gaps)) {
    json.begin_object()
        .member("from", rfc3339(gap.from))
        .member("to", rfc3339(gap.to))
        .key("reason");
    write_message(json, gap.reason);
    json.end_object();
  }
  json.end_array().end_object();
}

std::string analysis_body(std::span<const finding::Source> sources, std::uint64_t unreadable,
                          const finding::SignInCounts& sign_ins) {
  JsonWriter json;
  json.begin_object().member("unreadable", unreadable).key("sources").begin_array();
  for (const auto& source : sources.first(std::min(sources.size(), max_sources)))
    write_source(json, source);
  json.end_array();
  if (!sign_ins.empty()) finding::write_sign_ins(json.key("sign_ins"), sign_ins);
  json.end_object();
  return json.take();
}

static std::uint32_t index_of(const std::string& file, const std::string& sha256,
                              std::vector<finding::Source>& sources) {
  const auto known = std::find_if(sources.begin(), sources.end(), [&](const auto& source) {
    return source.file == file && source.sha256 == sha256;
  });
  const auto index = static_cast<std::uint32_t>(known - sources.begin());
  if (known != sources.end()) return index;
  finding::Source source;
  source.file = file;
  source.sha256 = sha256;
  sources.push_back(std::move(source));
  return index;
}

static void read_evidence(const Body& body, finding::Finding& finding,
                          std::vector<finding::Source>& sources) {
  for (const auto& row : body.bodies("evidence")) {
    if (finding.evidence.size() == max_evidence_rows) return;
    event::Place place;
    place.source = index_of(row.text("file"), row.text("sha256"), sources);
    place.record = static_cast<std::uint32_t>(row.count("record"));
    place.line = static_cast<std::uint32_t>(row.count("line"));
    place.offset = row.count("offset");
    finding.evidence.push_back({place});
  }
}

static void read_subjects(const Body& body, finding::Finding& finding) {
  for (const auto& item : body.bodies("subjects")) {
    finding::Subject subject{
        item.text("kind"), item.text("identity"), item.text("name"), item.text("mailbox"), {}};
    for (const auto& pair : item.bodies("state"))
      subject.state.emplace_back(pair.text("name"), pair.text("value"));
    finding.subjects.push_back(std::move(subject));
  }
}

static finding::Severity severity_named(std::string_view name) {
  for (int i = 4; i > 0; --i)
    if (finding::severity_name(static_cast<finding::Severity>(i)) == name)
      return static_cast<finding::Severity>(i);
  return finding::Severity::info;
}

std::optional<ReadFinding> read_finding(std::string_view bytes,
                                        std::vector<finding::Source>& sources) {
  const auto body = Body::read(bytes);
  if (!body || body->text("id").empty()) return std::nullopt;
  ReadFinding read;
  auto& finding = read.finding;
  finding.id = body->text("id");
  finding.rule = body->text("rule");
  finding.rule_version = static_cast<int>(body->number("rule_version"));
  finding.severity = severity_named(body->text("severity"));
  finding.title = body->message("title");
  finding.time = body->time("time");
  finding.time_end = body->time("time_end");
  finding.time_is_local = body->flag("time_is_local");
  finding.accounts = body->texts("accounts");
  finding.addresses = body->texts("addresses");
  finding.hosts = body->texts("hosts");
  finding.indicators = body->texts("indicators");
  finding.items = body->texts("items");
  finding.seeds_intruder = body->flag("seeds_intruder");
  finding.why = body->messages("why");
  read_evidence(*body, finding, sources);
  read_subjects(*body, finding);
  read.evidence_rows =
      std::max<std::uint64_t>(body->count("evidence_rows"), finding.evidence.size());
  return read;
}

static finding::Value value_named(std::string_view name) {
  if (name == "yes") return finding::Value::yes;
  return name == "no" ? finding::Value::no : finding::Value::unknown;
}

std::optional<finding::Answer> read_answer(std::string_view bytes) {
  const auto body = Body::read(bytes);
  if (!body || body->text("item").empty()) return std::nullopt;
  return finding::Answer{body->text("item"), value_named(body->text("value")),
                         body->texts("because"), body->message("coverage")};
}

static event::Family family_named(std::string_view name) {
  for (std::size_t i = 0; i < event::family_count; ++i)
    if (event::family_name(static_cast<event::Family>(i)) == name)
      return static_cast<event::Family>(i);
  return event::Family::none;
}

static finding::ZonelessDates read_zoneless(const std::optional<Body>& body) {
  if (!body) return {};
  return {body->count("dates"), body->text("zone"), body->text("from") == "organisation"};
}

static finding::Source read_source(const Body& body) {
  finding::Source source;
  source.file = body.text("file");
  source.format = body.text("format");
  source.family = family_named(body.text("family"));
  source.sha256 = body.text("sha256");
  source.bytes = body.count("bytes");
  source.rows = body.count("rows");
  source.records = body.count("records");
  source.duplicates = body.count("duplicates");
  source.rejected = body.count("rejected");
  source.first = body.time("first");
  source.last = body.time("last");
  source.zoneless = read_zoneless(body.body("zoneless"));
  for (const auto& gap : body.bodies("gaps"))
    source.gaps.push_back({gap.time("from"), gap.time("to"), gap.message("reason")});
  return source;
}

bool read_analysis(std::string_view bytes, std::vector<finding::Source>& sources) {
  const auto body = Body::read(bytes);
  if (!body) return false;
  for (const auto& item : body->bodies("sources")) {
    if (sources.size() >= max_kept) return true;
    auto source = read_source(item);
    sources[index_of(source.file, source.sha256, sources)] = std::move(source);
  }
  return true;
}

}  // namespace digue::incident
