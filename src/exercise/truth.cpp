#include "exercise/truth.h"

#include <vector>

#include "base/json_writer.h"

namespace digue::exercise {

static void write_planted(JsonWriter& json, const Must& must) {
  json.key("planted").begin_array();
  for (const auto& text : must.planted)
    json.begin_object().member("file", "").member("texts", std::vector{text}).end_object();
  for (const auto& rows : must.planted_rows)
    json.begin_object().member("file", rows.file).member("texts", rows.texts).end_object();
  json.end_array();
}

static void write_must(JsonWriter& json, const Must& must) {
  json.begin_object().member("rule", must.rule).member("at_least", must.at_least);
  json.member("what", must.what).member("accounts", must.accounts).member("hosts", must.hosts);
  json.member("addresses", must.addresses).member("indicators", must.indicators);
  json.member("items", must.items).member("subject", must.subject);
  json.member("time", rfc3339(must.time)).member("families", must.families);
  write_planted(json, must);
  json.end_object();
}

static void write_must_not(JsonWriter& json, const MustNot& must_not) {
  json.begin_object().member("rules", must_not.rules).member("accounts", must_not.accounts);
  json.member("hosts", must_not.hosts)
      .member("subject", must_not.subject)
      .member("at_or_above", must_not.at_or_above);
  json.member("why", must_not.why).end_object();
}

static void write_link(JsonWriter& json, const LinkTruth& link) {
  json.begin_object().member("url", link.url).member("host", link.host);
  json.member("sender", link.sender).member("received", link.received);
  json.member("opened", link.opened).member("posted", link.posted);
  json.member("downloaded", link.downloaded).member("replied", link.replied);
  json.member("blocked", link.blocked).member("machines", link.machines).end_object();
}

std::string truth_json(std::string_view exercise, const Truth& truth, std::uint64_t seed) {
  JsonWriter json;
  json.begin_object().member("exercise", exercise);
  json.member("seed", std::to_string(seed));
  json.member("contained_at", rfc3339(truth.contained_at));
  json.member("containment", truth.containment_holds ? "holds" : "refuted");
  json.member("compromised", truth.compromised);
  json.member("intruder_addresses", truth.intruder_addresses);
  json.member("intruder_sessions", truth.intruder_sessions);
  json.key("must").begin_array();
  for (const auto& must : truth.must) write_must(json, must);
  json.end_array().key("must_not").begin_array();
  for (const auto& must_not : truth.must_not) write_must_not(json, must_not);
  json.end_array().key("answers").begin_object();
  for (const auto& [item, value] : truth.answers) json.member(item, value);
  json.end_object();
  if (!truth.links.empty()) {
    json.key("links").begin_array();
    for (const auto& link : truth.links) write_link(json, link);
    json.end_array();
  }
  json.end_object();
  return json.take() + "\n";
}

}  // namespace digue::exercise
