#include "incident/draft.h"

#include "base/text.h"
#include "incident/kinds.h"
#include "incident/sentences.h"

namespace digue::incident {

std::string body_of(const std::function<void(JsonWriter&)>& write) {
  JsonWriter json;
  json.begin_object();
  write(json);
  json.end_object();
  return json.take();
}

void write_said(JsonWriter& json, std::string_view name, const Message& words) {
  json.key(name);
  if (words.french == words.english)
    json.text(words.french);
  else
    json.begin_object().member("fr", words.french).member("en", words.english).end_object();
}

Outcome check_replaceable(const logbook::Entry& entry) {
  if (entry.header.kind == kinds::role)
    return fail<sentences::role_stays>(Error::Kind::refused, entry.position);
  return {};
}

Result<logbook::Draft> draft_of(const logbook::Logbook& logbook, std::string_view kind,
                                std::string body, const Speaker& speaker,
                                logbook::References references) {
  logbook::Draft draft{.kind = std::string(kind),
                       .author = speaker.author,
                       .occurred = speaker.occurred,
                       .references = std::move(references),
                       .body = std::move(body)};
  if (speaker.corrects) {
    DIGUE_TRY(const auto corrected, logbook.at(*speaker.corrects));
    DIGUE_CHECK(check_replaceable(corrected));
    draft.supersedes = corrected.leaf;
  }
  return draft;
}

Result<logbook::Receipt> say(logbook::Logbook& logbook, std::string_view kind, std::string body,
                             const Speaker& speaker, logbook::References references) {
  DIGUE_TRY(const auto draft,
            draft_of(logbook, kind, std::move(body), speaker, std::move(references)));
  return logbook.append(draft, speaker.key);
}

void write_words(JsonWriter& json, std::string_view name, const Message& words) {
  json.key(name).begin_object().member("fr", words.french).member("en", words.english).end_object();
}

logbook::References references_of(const Target& target) {
  logbook::References references;
  references.items = {target.item};
  if (!target.account.empty()) references.accounts = {target.account};
  return references;
}

std::string member_body(const Member& member) {
  return body_of([&](JsonWriter& json) {
    json.member("name", lower(trimmed(member.name)))
        .member("standing", standing_name(member.standing))
        .member("owner", member.owner);
    write_said(json, "why", member.why);
  });
}

std::string indicator_body(const Indicator& indicator) {
  return body_of([&](JsonWriter& json) {
    json.member("value", indicator.value)
        .member("kind", indicator.kind)
        .member("treatment", treatment_name(indicator.treatment))
        .member("expires", rfc3339(indicator.expires));
    write_said(json, "why", indicator.why);
  });
}

Result<logbook::Draft> indicator_draft(const logbook::Logbook& logbook, const Indicator& indicator,
                                       const Speaker& speaker) {
  logbook::References references;
  references.indicators = {indicator.value};
  return draft_of(logbook, kinds::indicator, indicator_body(indicator), speaker, references);
}

}  // namespace digue::incident
