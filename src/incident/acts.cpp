#include "incident/acts.h"

#include "base/hash.h"
#include "base/text.h"
#include "incident/draft.h"
#include "incident/kinds.h"
#include "incident/sentences.h"

namespace digue::incident {

std::string new_incident_id(Instant now) {
  const std::string chance = logbook::random_bytes(3);
  return utc_day(now) + "-" +
         to_hex({reinterpret_cast<const std::uint8_t*>(chance.data()), chance.size()});
}

Result<logbook::Logbook> open_incident(const std::filesystem::path& path, const NewIncident& what,
                                       const Speaker& speaker, const logbook::Settings& settings) {
  DIGUE_CHECK(Zone::named(what.zone));
  if (trimmed(what.title).empty()) return fail<sentences::text_needed>(Error::Kind::bad_input);
  const std::string id = what.id.empty() ? new_incident_id(settings.clock->now()) : what.id;
  DIGUE_TRY(auto logbook, logbook::Logbook::create(path, id, settings));
  const auto body = body_of([&](JsonWriter& json) {
    json.member("title", what.title).member("sheet", what.sheet).member("zone", what.zone);
  });
  DIGUE_CHECK(say(logbook, kinds::opened, body, speaker));
  return logbook;
}

Result<logbook::Receipt> withdraw(logbook::Logbook& logbook, std::uint64_t position,
                                  const std::string& why, const Speaker& speaker) {
  if (trimmed(why).empty()) return fail<sentences::text_needed>(Error::Kind::bad_input);
  Speaker correcting = speaker;
  correcting.corrects = position;
  return say(logbook, kinds::withdrawn, body_of([&](JsonWriter& json) { json.member("why", why); }),
             correcting);
}

Result<logbook::Receipt> redact(logbook::Logbook& logbook, std::uint64_t position,
                                const std::string& why, const Speaker& speaker) {
  if (trimmed(why).empty()) return fail<sentences::text_needed>(Error::Kind::bad_input);
  const auto body = body_of([&](JsonWriter& json) { json.member("why", why); });
  DIGUE_TRY(const auto redacted, logbook.at(position));
  DIGUE_CHECK(check_replaceable(redacted));
  DIGUE_TRY(const auto draft, draft_of(logbook, logbook::redaction_kind, body, speaker));
  return logbook.redact(position, draft, speaker.key);
}

Result<logbook::Receipt> close_incident(logbook::Logbook& logbook, const std::string& conclusion,
                                        const Speaker& speaker) {
  if (trimmed(conclusion).empty()) return fail<sentences::text_needed>(Error::Kind::bad_input);
  return say(logbook, kinds::closed,
             body_of([&](JsonWriter& json) { json.member("conclusion", conclusion); }), speaker);
}

Result<logbook::Receipt> set_zone(logbook::Logbook& logbook, const std::string& zone,
                                  const std::string& why, const Speaker& speaker) {
  DIGUE_CHECK(Zone::named(zone));
  return say(logbook, kinds::zone,
             body_of([&](JsonWriter& json) { json.member("zone", zone).member("why", why); }),
             speaker);
}

Result<logbook::Receipt> follow_sheet(logbook::Logbook& logbook, const std::string& sheet,
                                      const std::string& why, const Speaker& speaker) {
  return say(logbook, kinds::sheet,
             body_of([&](JsonWriter& json) { json.member("sheet", sheet).member("why", why); }),
             speaker);
}

Result<logbook::Receipt> set_person(logbook::Logbook& logbook, const Person& person,
                                    const Speaker& speaker) {
  if (trimmed(person.name).empty()) return fail<sentences::value_needed>(Error::Kind::bad_input);
  return say(logbook, kinds::person, body_of([&](JsonWriter& json) {
               json.member("name", person.name)
                   .member("role", person.role)
                   .member("contact", person.contact);
             }),
             speaker);
}

Result<logbook::Receipt> set_role(logbook::Logbook& logbook, const Participant& participant,
                                  const Speaker& speaker) {
  if (trimmed(participant.account).empty())
    return fail<sentences::value_needed>(Error::Kind::bad_input);
  return say(logbook, kinds::role, body_of([&](JsonWriter& json) {
               json.member("account", participant.account)
                   .member("name", participant.name)
                   .member("role", participant.role);
             }),
             speaker);
}

Result<logbook::Receipt> set_account(logbook::Logbook& logbook, const Member& account,
                                     const Speaker& speaker) {
  if (trimmed(account.name).empty()) return fail<sentences::value_needed>(Error::Kind::bad_input);
  logbook::References references;
  references.accounts = {lower(trimmed(account.name))};
  return say(logbook, kinds::account, member_body(account), speaker, references);
}

Result<logbook::Receipt> set_host(logbook::Logbook& logbook, const Member& host,
                                  const Speaker& speaker) {
  if (trimmed(host.name).empty()) return fail<sentences::value_needed>(Error::Kind::bad_input);
  logbook::References references;
  references.hosts = {lower(trimmed(host.name))};
  return say(logbook, kinds::host, member_body(host), speaker, references);
}

Result<logbook::Receipt> add_evidence(logbook::Logbook& logbook, const Piece& piece,
                                      const Speaker& speaker) {
  if (piece.sha256.empty()) return fail<sentences::value_needed>(Error::Kind::bad_input);
  logbook::References references;
  references.evidence = {piece.sha256};
  return say(logbook, kinds::evidence, body_of([&](JsonWriter& json) {
               json.member("sha256", piece.sha256)
                   .member("name", piece.name)
                   .member("origin", piece.origin)
                   .member("how", piece.how)
                   .member("bytes", piece.bytes);
             }),
             speaker, references);
}

Result<logbook::Receipt> set_indicator(logbook::Logbook& logbook, const Indicator& indicator,
                                       const Speaker& speaker) {
  if (trimmed(indicator.value).empty())
    return fail<sentences::value_needed>(Error::Kind::bad_input);
  // mail-account/7.c.impact.2: temporary blocks soften the impact, so a block asks for its end.
  if (indicator.treatment == Treatment::block && !indicator.expires.known())
    return fail<sentences::block_needs_expiry>(Error::Kind::bad_input, indicator.value);
  DIGUE_TRY(const auto draft, indicator_draft(logbook, indicator, speaker));
  return logbook.append(draft, speaker.key);
}

}  // namespace digue::incident
