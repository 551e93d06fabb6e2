#include "cli/verbs/sheet/reference.h"

#include "base/text.h"
#include "cli/layout.h"
#include "cli/verbs/sheet/sentences.h"
#include "sheet/json.h"

namespace digue::cli::verbs {

static constexpr std::size_t indent = 4;

static void print(Session& session, std::size_t columns, const Message& message) {
  if (!message.english.empty())
    session.print(wrapped(message.in(session.language), columns, columns));
}

template <const Sentence& sentence>
static void print_with(Session& session, const Message& message) {
  if (!message.english.empty()) print(session, indent, tell<sentence>(message));
}

template <const Sentence& sentence>
static void print_with(Session& session, const std::string& text) {
  print_with<sentence>(session, Message{text, text});
}

int days_since(std::string_view date, Instant now) {
  const auto then = parse_rfc3339(std::string(date) + "T00:00:00Z");
  return then && *then < now ? static_cast<int>((now - *then) / day_ms) : 0;
}

// ------------------------------------------------------------------------------------- glossary

void show_definition(Session& session, const sheet::Definition& definition) {
  if (session.json) return session.line(sheet::definition_json(definition, session.language));
  print(session, 0, definition.title);
  print(session, indent, definition.text);
  print_with<sentences::after_source>(session, definition.source);
}

void show_glossary(Session& session, const sheet::Glossary& glossary) {
  for (const auto& definition : glossary.definitions) show_definition(session, definition);
  if (session.json) return;
  session.line("");
  print(session, 0, glossary.readings_about);
  for (const auto& reading : glossary.readings)
    session.print(wrapped(reading.title + ", " + reading.publisher + ". " + reading.address, indent,
                          indent + 2));
  session.line("");
  print(session, 0,
        tell<sentences::sheet_licence>(glossary.licence.name, glossary.licence.attribution));
}

void show_words(Session& session, const sheet::Glossary& glossary, const sheet::Step& step) {
  const auto language = session.language;
  const auto words =
      glossary.used_in(step.title.in(language) + "\n" + step.text.in(language), language);
  for (const auto* definition : words)
    if (session.json)
      session.line(sheet::definition_json(*definition, session.language));
    else
      session.print(wrapped(
          tell<sentences::word_means>(definition->title, definition->text).in(language), 6, 8));
}

// ------------------------------------------------------------------------------------- contacts

static void show_key(Session& session, const sheet::PublicKey& key) {
  print(session, indent, key.text);
  print_with<sentences::key_is>(session, "0x" + key.id + ", " + key.fingerprint);
  print_with<sentences::contact_web>(session, key.address);
}

static void show_contact(Session& session, const sheet::Directory& directory,
                         const sheet::Contact& contact) {
  if (session.json) return session.line(sheet::contact_json(contact, session.language));
  session.line("");
  print(session, 0, contact.titled());
  print(session, indent, contact.whom);
  for (const auto& phone : contact.phones)
    print(session, indent,
          phone.where.english.empty() ? tell<sentences::contact_number>(phone.number)
                                      : tell<sentences::contact_phone>(phone.number, phone.where));
  print_with<sentences::contact_mail>(session, contact.mail);
  print_with<sentences::contact_web>(session, join(contact.web, ", "));
  print_with<sentences::contact_hours>(session, contact.hours);
  for (const auto& note : contact.notes) print(session, indent, note.text);
  if (contact.key) show_key(session, *contact.key);
  if (const auto* other = directory.find(contact.otherwise); other != nullptr)
    print(session, indent, tell<sentences::contact_otherwise>(other->title));
  if (contact.fill && !contact.local) print(session, indent, tell<sentences::contact_to_fill>());
  if (contact.checked.empty()) return;
  const auto days = days_since(contact.checked, session.clock.now());
  print(session, indent, tell<sentences::contact_checked>(contact.checked, days, contact.source));
}

void show_contacts(Session& session, const sheet::Directory& directory,
                   const std::vector<const sheet::Contact*>& contacts) {
  if (!session.json) {
    print(session, 0, directory.about);
    for (const auto& note : directory.notes) print(session, 0, note.text);
  }
  for (const auto* contact : contacts) show_contact(session, directory, *contact);
}

}  // namespace digue::cli::verbs
