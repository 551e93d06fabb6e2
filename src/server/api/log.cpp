// The logbook: its lines, one more, and those to come.
#include <algorithm>
#include <atomic>

#include "base/json_writer.h"
#include "base/number.h"
#include "base/text.h"
#include "incident/json.h"
#include "incident/kinds.h"
#include "incident/mentions.h"
#include "incident/notes.h"
#include "server/api/api.h"
#include "server/api/fields.h"
#include "server/api/routes.h"
#include "server/people/authorise.h"
#include "server/sentences.h"

namespace digue::server {

using http::Response;

namespace {

struct Filter {
  std::string text, kind, author;  // folded; folded or empty
  Instant since;                   // recorded then or later; unknown: whenever

  bool matches(const incident::LogLine& line, Language language) const {
    if (since.known() && line.recorded < since) return false;
    if (!kind.empty() && line.kind != kind) return false;
    if (!author.empty() && folded(line.author) != author) return false;
    if (text.empty()) return true;
    return folded(line.text.in(language)).find(text) != std::string::npos ||
           folded(line.author).find(text) != std::string::npos;
  }
};

std::string parameter_of(const Call& call, std::string_view name) {
  return std::string(call.request.parameter(name).value_or(""));
}

// The window's JSON; lines are in the order of their positions.
std::string window_json(const Call& call, const std::vector<incident::LogLine>& log,
                        const Filter& filter, std::uint64_t from, std::uint64_t limit) {
  std::vector<std::string> items;
  std::uint64_t total = 0;
  std::optional<std::uint64_t> next;
  for (const auto& line : log) {
    if (!filter.matches(line, call.language)) continue;
    ++total;
    if (line.position < from) continue;
    if (items.size() < limit)
      items.push_back(incident::log_line_json(line, call.language));
    else if (!next)
      next = line.position;
  }
  return "{\"items\":" + json_array(items) + ",\"from\":" + std::to_string(from) +
         ",\"limit\":" + std::to_string(limit) + ",\"total\":" + std::to_string(total) +
         ",\"next\":" + (next ? std::to_string(*next) : "null") + "}";
}

}  // namespace

Response show_log(const Call& call) {
  std::optional<Trouble> trouble;
  const auto from = number_of(call, "from", 0, UINT32_MAX, 0, trouble);
  const auto limit = number_of(call, "limit", 1, 500, 100, trouble);
  const auto since = updated_since(call, trouble);
  if (trouble) return call.problem(*trouble);
  const Filter filter{folded(parameter_of(call, "text")), parameter_of(call, "kind"),
                      folded(parameter_of(call, "author")), since};
  if (const auto fresh = call.incident->refresh(); !fresh) return call.problem(fresh.error());
  Response response;
  call.incident->read([&](const incident::State& state, const std::string&) {
    response = json_response(200, window_json(call, state.log, filter, *from, *limit));
  });
  return response;
}

// Who may only write lines undoes nothing else.
static std::optional<Trouble> may_not_correct(const Call& call, std::uint64_t position) {
  if (is_authorised(Access::act, call.person, call.role, call.only_enrols)) return std::nullopt;
  const auto entry = call.incident->logbook().at(position);
  if (!entry) return trouble_of(entry.error());
  const auto& kind = entry->header.kind;
  if (kind == incident::kinds::note || kind == incident::kinds::decision) return std::nullopt;
  return Trouble{403, tell<sentences::only_notes_corrected>(role_name(*call.role)), "/corrects"};
}

Response write_log(const Call& call) {
  static constexpr std::string_view precisions[] = {"second", "minute", "hour", "day"};
  Fields fields(call.request.body);
  incident::Note note;
  note.text = fields.text("text", 20'000, Fields::required);
  note.decision = fields.flag("decision");
  note.references.accounts = fields.texts("accounts", 100);
  note.references.hosts = fields.texts("hosts", 100);
  note.references.indicators = fields.texts("indicators", 100);
  if (const auto item = fields.text("item", 128); !item.empty()) note.references.items = {item};
  auto occurred = fields.moment("occurred");
  const auto precision = logbook::precision_named(fields.word("precision", precisions));
  const auto corrects = fields.count("corrects", UINT32_MAX);
  if (const auto trouble = fields.trouble()) return call.problem(*trouble);
  if (corrects)
    if (const auto trouble = may_not_correct(call, *corrects)) return call.problem(*trouble);
  if (occurred && precision) occurred->precision = *precision;
  for (auto* names : {&note.references.accounts, &note.references.hosts})
    for (auto& name : *names) name = lower(name);
  auto speaker = call.speaker(occurred);
  speaker.corrects = corrects;
  return receipt_response(call, call.incident->append([&](logbook::Logbook& logbook) {
    return incident::add_note(logbook, note, speaker);
  }));
}

Response recognise_in_text(const Call& call) {
  Fields fields(call.request.body);
  const auto text = fields.text("text", 20'000, Fields::required);
  if (const auto trouble = fields.trouble()) return call.problem(*trouble);
  std::vector<incident::Mention> mentions;
  call.incident->read([&](const incident::State& state, const std::string&) {
    mentions = incident::mentions_in(text, state, call.organisation());
  });
  JsonWriter json;
  json.begin_object().key("items").begin_array();
  for (const auto& [match, role, kept] : mentions)
    json.begin_object()
        .member("value", match.indicator.value)
        .member("kind", indicator::kind_name(match.indicator.kind))
        .member("offset", match.offset)
        .member("length", match.length)
        .member("defanged", match.defanged)
        .member("sure", match.sure)
        .member("role", incident::role_name(role))
        .member("kept", kept)
        .end_object();
  json.end_array().end_object();
  return json_response(200, json.take());
}

// Who asks for what is to come gets all that comes after this: the answer may be read before
// anybody listens.
static std::uint64_t last_position(const Call& call) {
  static_cast<void>(call.incident->refresh());
  std::uint64_t last = 0;
  call.incident->read([&](const incident::State& state, const std::string&) {
    if (!state.log.empty()) last = state.log.back().position;
  });
  return last;
}

Response stream_log(const Call& call) {
  auto after = whole_number(call.request.field("last-event-id"));
  if (!after) after = whole_number(parameter_of(call, "after"));
  if (!after) after = last_position(call);
  Response response;
  response.with("Content-Type", "text/event-stream");
  // Theirs, as the last line that changed roles left it: what is asked between lines must not wait
  // for the incident.
  const auto role = std::make_shared<std::atomic<Role>>(call.role.value_or(Role::observer));
  const auto may_read = [&services = call.services, role,
                         name = call.person->name](const incident::State& state) {
    const auto person = services.people.find(name);
    const auto now = person ? role_in(state, *person) : std::nullopt;
    if (now) *role = *now;
    return is_authorised(Access::read, person, now, now && only_enrols(services, *person, now));
  };
  response.events = [open = call.incident, after, may_read,
                     language = call.language](const std::shared_ptr<http::EventStream>& stream) {
    open->listen(stream, language, after, may_read);
  };
  // It ends with its session, which it does not keep alive, and when a second factor comes to be
  // demanded.
  response.events_go_on = [&services = call.services, token = call.token, role,
                           name = call.person->name,
                           session = std::string(call.request.cookie(session_cookie))] {
    const bool known = token ? services.tokens.holds(*token) : services.people.has_session(session);
    const auto person = known ? services.people.find(name) : std::nullopt;
    return person && !only_enrols(services, *person, *role);
  };
  return response;
}

}  // namespace digue::server
