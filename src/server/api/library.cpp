// Sheets, contacts, words, ways in.
#include "base/json_writer.h"
#include "server/api/routes.h"
#include "server/sentences.h"
#include "sheet/json.h"

namespace digue::server {

using http::Response;

Response list_sheets(const Call& call) {
  const auto& sheets = call.library().sheets;
  return page_response(call, sheets.size(),
                       [&](std::size_t i) { return sheet::sheet_json(sheets[i], call.language); });
}

namespace {

std::vector<std::string> texts_of(const std::vector<sheet::Remark>& remarks, Language language) {
  std::vector<std::string> out;
  for (const auto& remark : remarks) out.push_back(remark.text.in(language));
  return out;
}
std::vector<std::string> texts_of(const std::vector<Message>& messages, Language language) {
  std::vector<std::string> out;
  for (const auto& message : messages) out.push_back(message.in(language));
  return out;
}

// The members of a whole sheet but the sheet itself and its steps, without the object's braces.
std::string parts_json(const sheet::Sheet& sheet, Language language) {
  JsonWriter json;
  json.begin_object()
      .member("remarks", texts_of(sheet.remarks, language))
      .member("symptoms", texts_of(sheet.symptoms, language));
  json.key("themes").begin_array();
  for (const auto& theme : sheet.themes)
    json.begin_object()
        .member("id", theme.id)
        .member("title", theme.title.in(language))
        .end_object();
  json.end_array().key("measures").begin_array();
  for (const auto& measure : sheet.measures)
    json.begin_object()
        .member("id", measure.id)
        .member("label", measure.label)
        .member("theme", measure.theme)
        .member("priority", sheet::priority_name(measure.priority))
        .member("title", measure.title.in(language))
        .end_object();
  json.end_array().end_object();
  const auto object = json.take();
  return object.substr(1, object.size() - 2);
}

}  // namespace

Response show_sheet(const Call& call) {
  const auto* found = call.library().find(call.arguments.back());
  if (found == nullptr)
    return call.problem({404, tell<sentences::no_such_sheet>(call.arguments.back())});
  std::vector<std::string> steps;
  for (const auto& step : found->steps)
    steps.push_back(sheet::step_json(*found, step, call.language));
  return json_response(200, "{\"sheet\":" + sheet::sheet_json(*found, call.language) + "," +
                                parts_json(*found, call.language) +
                                ",\"steps\":" + json_array(steps) + "}");
}

Response list_contacts(const Call& call) {
  const auto& contacts = call.library().directory.contacts;
  return page_response(call, contacts.size(), [&](std::size_t i) {
    return sheet::contact_json(contacts[i], call.language);
  });
}

Response show_glossary(const Call& call) {
  const auto& definitions = call.library().glossary.definitions;
  return page_response(call, definitions.size(), [&](std::size_t i) {
    return sheet::definition_json(definitions[i], call.language);
  });
}

Response show_ways_in(const Call& call) {
  const auto& entry = call.library().entry;
  JsonWriter json;
  json.begin_object().key("ways").begin_array();
  for (const auto& way : entry.ways)
    json.begin_object()
        .member("text", way.text.in(call.language))
        .member("sheet", way.sheet)
        .end_object();
  json.end_array().key("questions").begin_array();
  for (const auto& question : entry.questions) {
    json.begin_object().member("id", question.id).member("text", question.text.in(call.language));
    json.key("options").begin_array();
    for (const auto& option : question.options)
      json.begin_object()
          .member("label", option.label.in(call.language))
          .member("sheet", option.sheet)
          .member("next", option.next)
          .end_object();
    json.end_array().end_object();
  }
  json.end_array().end_object();
  return json_response(200, json.take());
}

}  // namespace digue::server
