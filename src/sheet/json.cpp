#include "sheet/json.h"

#include "sheet/overlay.h"

namespace digue::sheet {

static void write_sources(JsonWriter& json, const Sheet& sheet) {
  json.key("sources").begin_array();
  for (const auto& source : sheet.sources)
    json.begin_object()
        .member("publisher", source.publisher)
        .member("title", source.title)
        .member("licence", source.licence)
        .member("reference", source.reference)
        .end_object();
  json.end_array();
}

static void write_review(JsonWriter& json, std::string_view name, const Review& review) {
  json.key(name);
  if (!review.present()) {
    json.null();
    return;
  }
  json.begin_object().member("date", review.date).member("by", review.by).end_object();
}

// Who adapted the sheet; null when nobody did.
static void write_adaptation(JsonWriter& json, const Sheet& sheet) {
  json.key("adapted");
  if (!sheet.adaptation) {
    json.null();
    return;
  }
  std::vector<std::string> hidden;
  for (const auto* step : hidden_by_organisation(sheet)) hidden.push_back(step->id);
  json.begin_object()
      .member("by", sheet.adaptation->organisation)
      .member("sha256", sheet.adaptation->sha256);
  write_review(json, "reviewed", sheet.adaptation->reviewed);
  write_review(json, "tested", sheet.adaptation->tested);
  json.member("hidden", hidden).end_object();
}

std::string sheet_json(const Sheet& sheet, Language language) {
  JsonWriter json;
  json.begin_object()
      .member("type", "sheet")
      .member("id", sheet.id)
      .member("version", sheet.version)
      .member("date", sheet.date)
      .member("title", sheet.title.in(language));
  json.key("source").begin_object();
  json.member("publisher", sheet.source.publisher)
      .member("reference", sheet.source.reference)
      .member("version", sheet.source.version)
      .member("date", sheet.source.date)
      .member("title", sheet.source.title)
      .end_object();
  write_sources(json, sheet);
  json.member("kind", sheet_kind_name(sheet.kind))
      .member("own", sheet.own)
      .member("time_box", sheet.time_box_minutes)
      .member("licence", sheet.licence.name)
      .member("attribution", sheet.licence.attribution.in(language))
      .member("goal", sheet.goal.in(language))
      .member("when", sheet.when.in(language))
      .member("steps", sheet.steps.size());
  write_adaptation(json, sheet);
  json.end_object();
  return json.take();
}

template <class Part>
static std::vector<std::string> texts_of(const std::vector<Part>& parts, Language language) {
  std::vector<std::string> out;
  for (const auto& part : parts) out.push_back(part.text.in(language));
  return out;
}

static void write_options(JsonWriter& json, const Step& step, Language language) {
  json.key("options").begin_array();
  for (const auto& option : step.options)
    json.begin_object()
        .member("value", option.value)
        .member("label", option.label.in(language))
        .member("then", option.then.in(language))
        .end_object();
  json.end_array();
}

static void write_temporary(JsonWriter& json, const Step& step) {
  json.key("temporary");
  if (!step.temporary) {
    json.null();
    return;
  }
  json.begin_object()
      .member("review_hours", step.temporary->review_hours)
      .member("lifted_by", step.temporary->lifted_by)
      .end_object();
}

static void write_proof(JsonWriter& json, const Step& step, Language language) {
  json.key("proof");
  if (!step.proof) {
    json.null();
    return;
  }
  json.begin_object()
      .member("evidence", step.proof->evidence)
      .member("text", step.proof->text.in(language))
      .end_object();
}

static void write_links(JsonWriter& json, const Step& step, Language language) {
  json.key("links").begin_array();
  for (const auto& link : step.links)
    json.begin_object()
        .member("sheet", link.sheet)
        .member("reference", link.reference)
        .member("title", link.title.in(language))
        .end_object();
  json.end_array();
}

static bool is_touched(const Local& local) {
  return local.own || !local.owners.empty() || !local.consoles.empty() ||
         !local.note.english.empty() || !local.hidden.english.empty();
}

void write_local(JsonWriter& json, const Step& step, Language language) {
  const auto& local = step.local;
  json.key("local");
  if (!is_touched(local)) {
    json.null();
    return;
  }
  json.begin_object().member("own", local.own).member("owners", local.owners);
  json.key("consoles").begin_array();
  for (const auto& console : local.consoles)
    json.begin_object()
        .member("platform", console.platform)
        .member("path", console.path.in(language))
        .member("address", console.address)
        .end_object();
  json.end_array();
  json.member("note", local.note.in(language))
      .member("hidden", local.hidden.in(language))
      .end_object();
}

std::string step_json(const Sheet& sheet, const Step& step, Language language) {
  JsonWriter json;
  json.begin_object()
      .member("type", "step")
      .member("id", step.id)
      .member("sheet", sheet.id)
      .member("kind", kind_name(step.kind))
      .member("priority", priority_name(step.priority))
      .member("theme", step.theme)
      .member("measure", step.measure)
      .member("section", step.section)
      .member("title", step.title.in(language))
      .member("text", step.text.in(language))
      .member("impacts", texts_of(step.impacts, language))
      .member("remarks", texts_of(step.remarks, language))
      .member("preservation", texts_of(step.preservation, language))
      .member("undo", step.undo.in(language))
      .member("without_user", step.without_user.in(language))
      .member("prerequisites", step.prerequisites)
      .member("analyses", step.analyses)
      .member("scripts", step.scripts)
      .member("per_account", step.per_account)
      .member("destructive", step.destructive);
  json.member("answer", answer_type_name(step.answer)).member("conclusion", step.conclusion);
  write_temporary(json, step);
  write_proof(json, step, language);
  write_links(json, step, language);
  write_options(json, step, language);
  write_local(json, step, language);
  json.end_object();
  return json.take();
}

std::string definition_json(const Definition& definition, Language language) {
  const auto& forms = language == Language::french ? definition.french : definition.english;
  JsonWriter json;
  json.begin_object()
      .member("type", "definition")
      .member("id", definition.id)
      .member("item", definition.item)
      .member("title", definition.title.in(language))
      .member("text", definition.text.in(language))
      .member("forms", forms)
      .member("source", definition.source)
      .end_object();
  return json.take();
}

static void write_ways(JsonWriter& json, const Contact& contact, Language language) {
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

std::string contact_json(const Contact& contact, Language language) {
  std::vector<std::string> notes;
  for (const auto& note : contact.notes) notes.push_back(note.text.in(language));
  JsonWriter json;
  json.begin_object()
      .member("type", "contact")
      .member("id", contact.id)
      .member("title", contact.title.in(language))
      .member("name", contact.name)
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
  return json.take();
}

}  // namespace digue::sheet
