#include "cli/verbs/sheet/reference.h"

#include "base/json_writer.h"
#include "base/text.h"
#include "cli/layout.h"
#include "cli/verbs/sheet/sentences.h"

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

static void print_definition(Session& session, const sheet::Definition& definition) {
  const auto& forms = session.language == Language::french ? definition.french : definition.english;
  JsonWriter json;
  json.begin_object()
      .member("type", "definition")
      .member("id", definition.id)
      .member("item", definition.item)
      .member("title", definition.title.in(session.language))
      .member("text", definition.text.in(session.language))
      .member("forms", forms)
      .member("source", definition.source)
      .end_object();
  session.line(json.bytes());
}

void show_definition(Session& session, const sheet::Definition& definition) {
  if (session.json) return print_definition(session, definition);
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
      print_definition(session, *definition);
    else
      session.print(wrapped(
          tell<sentences::word_means>(definition->title, definition->text).in(language), 6, 8));
}

// ------------------------------------------------------------------------------------- contacts

static void write_ways(JsonWriter& json, const sheet::Contact& contact, Language language) {
  json.key("phones").begin_array();
  for (const auto& phone : contact.phones)
    json.begin_object()
        .member("number", phone.number)
        .member("where", phone.where.in(language))
        .end_object();
  json.end_array();
  json.member("mail", contact.mail)
      .member("web", contact.web)
      .member("hours", contact.hours.in(language));
}

static void print_contact(Session& session, const sheet::Contact& contact) {
  const auto language = session.language;
  std::vector<std::string> notes;
  for (const auto& note : contact.notes) notes.push_back(note.text.in(language));
  JsonWriter json;
  json.begin_object()
      .member("type", "contact")
      .member("id", contact.id)
      .member("title", contact.title.in(language))
      .member("for", contact.whom.in(language))
      .member("sectors", contact.sectors)
      .member("statuses", contact.statuses)
      .member("otherwise", contact.otherwise);
  write_ways(json, contact, language);
  json.member("notes", notes)
      .member("fingerprint", contact.key ? contact.key->fingerprint : std::string())
      .member("checked", contact.checked)
      .member("source", contact.source.in(language))
      .member("fill", contact.fill)
      .end_object();
  session.line(json.bytes());
}

static void show_key(Session& session, const sheet::PublicKey& key) {
  print(session, indent, key.text);
  print_with<sentences::key_is>(session, "0x" + key.id + ", " + key.fingerprint);
  print_with<sentences::contact_web>(session, key.address);
}

static void show_contact(Session& session, const sheet::Directory& directory,
                         const sheet::Contact& contact) {
  if (session.json) return print_contact(session, contact);
  session.line("");
  print(session, 0, contact.title);
  print(session, indent, contact.whom);
  for (const auto& phone : contact.phones)
    print(session, indent, tell<sentences::contact_phone>(phone.number, phone.where));
  print_with<sentences::contact_mail>(session, contact.mail);
  print_with<sentences::contact_web>(session, join(contact.web, ", "));
  print_with<sentences::contact_hours>(session, contact.hours);
  for (const auto& note : contact.notes) print(session, indent, note.text);
  if (contact.key) show_key(session, *contact.key);
  if (const auto* other = directory.find(contact.otherwise); other != nullptr)
    print(session, indent, tell<sentences::contact_otherwise>(other->title));
  if (contact.fill) print(session, indent, tell<sentences::contact_to_fill>());
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
