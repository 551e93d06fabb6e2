// What an incident is, and where it stands.
#include <algorithm>

#include "base/json_writer.h"
#include "finding/json.h"
#include "incident/beside.h"
#include "incident/clock_json.h"
#include "incident/follow_up_json.h"
#include "incident/json.h"
#include "incident/kept_organisation.h"
#include "incident/plan.h"
#include "incident/severity_json.h"
#include "server/api/fields.h"
#include "server/api/routes.h"
#include "server/people/authorise.h"
#include "server/sentences.h"

namespace digue::server {

using http::Response;
using incident::State;

namespace {

// The answer that `make` gives of the state, under its lock.
Response of_state(const Call& call, const std::function<Response(const State&)>& make) {
  Response response;
  if (const auto fresh = call.incident->refresh(); !fresh) return call.problem(fresh.error());
  call.incident->read([&](const State& state, const std::string&) { response = make(state); });
  return response;
}

template <class Item>
std::string joined(const std::vector<Item>& items,
                   const std::function<std::string(const Item&)>& json) {
  std::vector<std::string> out;
  for (const auto& item : items) out.push_back(json(item));
  return json_array(out);
}

struct Line {
  Instant opened;
  std::string id, json;
};
Line line_of(const State& state, Role role) {
  JsonWriter json;
  json.begin_object();
  incident::write_heading(json, state);
  json.member("entries", state.log.size()).member("role", role_name(role)).end_object();
  return {state.opened, state.id, json.take()};
}

bool is_updated(const State& state, Instant since) {
  return std::any_of(state.log.rbegin(), state.log.rend(),
                     [&](const auto& line) { return line.recorded >= since; });
}

}  // namespace

Response list_incidents(const Call& call) {
  std::optional<Trouble> trouble;
  const auto since = updated_since(call, trouble);
  if (trouble) return call.problem(*trouble);
  std::vector<Line> lines;
  for (const auto& open : call.services.incidents.all()) {
    if (call.token && !call.token->incident.empty() && call.token->incident != open->id()) continue;
    static_cast<void>(open->refresh());
    open->read([&](const State& state, const std::string&) {
      const auto role = role_in(state, *call.person);
      if (role && (!since.known() || is_updated(state, since)))
        lines.push_back(line_of(state, *role));
    });
  }
  std::sort(lines.begin(), lines.end(), [](const Line& a, const Line& b) {
    return a.opened != b.opened ? a.opened > b.opened : a.id < b.id;
  });
  return page_response(call, lines.size(), [&](std::size_t i) { return lines[i].json; });
}

namespace {

struct Opening {
  incident::NewIncident incident;
  std::string account, host;
  std::optional<logbook::Moment> occurred;
};

Opening opening_of(Fields& fields) {
  Opening opening;
  opening.incident.title = fields.text("title", 300, Fields::required);
  opening.incident.sheet = fields.text("sheet", 64, Fields::required);
  if (const auto zone = fields.text("zone", 64); !zone.empty()) opening.incident.zone = zone;
  opening.occurred = fields.moment("occurred");
  if (auto subject = fields.part("subject")) {
    opening.account = subject->text("account", 320);
    opening.host = subject->text("host", 255);
    fields.take(*subject);
  }
  return opening;
}

// Whoever opens it leads it; what the organisation prepared is kept in it.
Outcome add_opener(const Call& call, OpenIncident& open) {
  if (const auto& kept = call.services.preparations.to_keep())
    DIGUE_CHECK(open.append([&](logbook::Logbook& logbook) {
      return incident::keep_organisation(logbook, *kept, call.speaker());
    }));
  const incident::Participant lead{call.person->name, call.person->display_name,
                                   std::string(role_name(Role::lead))};
  DIGUE_CHECK(open.append([&](logbook::Logbook& logbook) {
    return incident::set_role(logbook, lead, call.speaker());
  }));
  return {};
}

Outcome add_subjects(const Call& call, OpenIncident& open, const Opening& opening) {
  const auto speaker = call.speaker(opening.occurred);
  if (!opening.account.empty())
    DIGUE_CHECK(open.append([&](logbook::Logbook& logbook) {
      return incident::set_account(logbook, {.name = opening.account}, speaker);
    }));
  if (!opening.host.empty())
    DIGUE_CHECK(open.append([&](logbook::Logbook& logbook) {
      return incident::set_host(logbook, {.name = opening.host}, speaker);
    }));
  return {};
}

// The last entry of its making.
Result<Written> last_written(const OpenIncident& open) {
  std::optional<Written> last;
  DIGUE_CHECK(open.logbook().each(0, [&](const logbook::Entry& entry) {
    last = Written{{entry.position, entry.leaf}, entry.header.recorded};
  }));
  return last.value_or(Written{});
}

}  // namespace

Response open_incident(const Call& call) {
  Fields fields(call.request.body);
  const auto opening = opening_of(fields);
  if (call.library().find(opening.incident.sheet) == nullptr)
    fields.refuse("sheet", tell<sentences::no_such_sheet>(opening.incident.sheet));
  if (const auto zone = Zone::named(opening.incident.zone); !zone)
    fields.refuse("zone", zone.error().message);
  if (const auto trouble = fields.trouble()) return call.problem(*trouble);
  const auto open = call.services.incidents.add(opening.incident, call.speaker(opening.occurred));
  if (!open) return call.problem(open.error());
  if (const auto added = add_opener(call, **open); !added) return call.problem(added.error());
  if (const auto added = add_subjects(call, **open, opening); !added)
    return call.problem(added.error());
  const auto written = last_written(**open);
  if (!written) return call.problem(written.error());
  auto response = json_response(
      201, receipt_json(*written, ",\"incident\":" + JsonWriter().text((*open)->id()).bytes()));
  response.with("Location", "/api/v1/incidents/" + (*open)->id());
  return response;
}

Response show_incident(const Call& call) {
  Response response;
  if (const auto fresh = call.incident->refresh(); !fresh) return call.problem(fresh.error());
  call.incident->read([&](const State& state, const std::string& root) {
    const auto tag = "\"" + root + "\"";
    if (call.request.field("if-none-match") == tag) {
      response = Response{.status = 304};
      response.with("ETag", tag);
    } else {
      response = json_response(200, incident::incident_json(state));
      response.with("ETag", tag);
    }
  });
  return response;
}

namespace {

std::string plan_items_json(const incident::Plan& plan, bool all, Language language) {
  std::vector<std::string> items;
  for (const auto& line : plan.lines)
    if (all || (!line.hidden && !incident::is_settled(line.state)))
      items.push_back(incident::plan_line_json(line, language));
  return json_array(items);
}

std::string next_json(const incident::Plan& plan) {
  const auto* next = plan.next();
  if (next == nullptr) return "null";
  JsonWriter json;
  json.begin_object().member("item", next->step->id).member("account", next->account).end_object();
  return json.take();
}

std::string beside_json(const incident::Beside& beside, Language language) {
  using namespace incident;
  std::vector<std::string> clocks;
  for (const auto* clock : pressing_clocks(beside.clocks))
    if (clock->status != ClockStatus::proposed)
      clocks.push_back(clock_state_json(*clock, language));
  const auto& owed = beside.follow_up;
  return ",\"calls\":" +
         joined<incident::Call>(beside.alerts.calls,
                                [&](const auto& one) {
                                  return call_json(*beside.directory, beside.profile, one,
                                                   language);
                                }) +
         ",\"clocks\":" + json_array(clocks) + ",\"clocks_proposed\":" +
         joined<ProposedClock>(beside.alerts.clocks,
                               [&](const auto& one) { return clock_json(one, language); }) +
         ",\"temporary\":" +
         joined<TemporaryMeasure>(owed.temporary,
                                  [&](const auto& one) { return temporary_json(one, language); }) +
         ",\"proofs\":" +
         joined<EffectProof>(owed.proofs,
                             [&](const auto& one) { return proof_json(one, language); }) +
         ",\"conclusions\":" + joined<Conclusion>(owed.conclusions, [&](const auto& one) {
           return conclusion_json(one, language);
         });
}

}  // namespace

static incident::Plan plan_of(const Call& call, const sheet::Sheet& sheet, const State& state,
                              const std::string& by) {
  const auto order = incident::order_named(by).value_or(incident::PlanOrder::priority);
  if (order != incident::PlanOrder::person) return incident::make_plan(sheet, state, order);
  return incident::plan_by_person(incident::sheets_in_play(call.library(), state), state);
}

Response show_plan(const Call& call) {
  std::optional<Trouble> trouble;
  const auto by = word_of(call, "by", "priority theme person", "priority", trouble);
  const bool all = word_of(call, "all", "0 1", "0", trouble) == "1";
  if (trouble) return call.problem(*trouble);
  return of_state(call, [&](const State& state) {
    const auto* sheet = call.library().find(state.sheet);
    if (sheet == nullptr) return call.problem({404, tell<sentences::no_such_sheet>(state.sheet)});
    const auto plan = plan_of(call, *sheet, state, by);
    const auto beside = incident::beside_plan(call.library(), state, call.services.clock.now(),
                                              call.organisation());
    return json_response(200, "{\"items\":" + plan_items_json(plan, all, call.language) +
                                  ",\"next\":" + next_json(plan) +
                                  beside_json(beside, call.language) + "}");
  });
}

Response show_severity(const Call& call) {
  const auto& library = call.library();
  if (!library.severity.present()) return call.problem({404, tell<sentences::no_table>()});
  return of_state(call, [&](const State& state) {
    const auto qualification = incident::qualify(library, state);
    static const organisation::Register none;
    const auto& registry = call.organisation() != nullptr ? call.organisation()->registry : none;
    const auto joined = incident::join_register(registry, library.severity, state, qualification);
    return json_response(
        200, incident::severity_json({library, state, qualification, call.services.clock.now(),
                                      registry.empty() ? nullptr : &joined},
                                     call.language));
  });
}

Response list_clocks(const Call& call) {
  return of_state(call, [&](const State& state) {
    const auto clocks = incident::clock_states(call.library(), state, call.organisation(),
                                               call.services.clock.now());
    return page_response(call, clocks.size(), [&](std::size_t i) {
      return incident::clock_state_json(clocks[i], call.language);
    });
  });
}

// A map's values, in the order of its keys; those that an entry told of since then, when asked.
template <class Map>
static Response values_response(const Call& call, const Map& map,
                                std::string (*json)(const typename Map::mapped_type&)) {
  std::optional<Trouble> trouble;
  const auto since = updated_since(call, trouble);
  if (trouble) return call.problem(*trouble);
  std::vector<const typename Map::mapped_type*> values;
  for (const auto& [key, value] : map)
    if (!since.known() || value.said.recorded >= since) values.push_back(&value);
  return page_response(call, values.size(), [&](std::size_t i) { return json(*values[i]); });
}

Response list_accounts(const Call& call) {
  return of_state(call, [&](const State& state) {
    return values_response(call, state.accounts, incident::member_json);
  });
}
Response list_hosts(const Call& call) {
  return of_state(call, [&](const State& state) {
    return values_response(call, state.hosts, incident::member_json);
  });
}
Response list_indicators(const Call& call) {
  return of_state(call, [&](const State& state) {
    return values_response(call, state.indicators, incident::indicator_json);
  });
}
Response list_evidence(const Call& call) {
  return of_state(call, [&](const State& state) {
    return values_response(call, state.evidence, incident::piece_json);
  });
}

Response list_findings(const Call& call) {
  return of_state(call, [&](const State& state) {
    std::optional<Trouble> trouble;
    const auto since = updated_since(call, trouble);
    if (trouble) return call.problem(*trouble);
    auto findings = state.findings_in_order();
    if (since.known())
      std::erase_if(findings, [&](const auto& finding) {
        return state.findings.at(finding.id).said.recorded < since;
      });
    return page_response(call, findings.size(), [&](std::size_t i) {
      return finding::to_json(findings[i], state.sources, call.language);
    });
  });
}

Response verify_log(const Call& call) {
  const auto verdict = logbook::verify(call.incident->path(), {});
  if (!verdict) return call.problem(verdict.error());
  std::vector<std::string> problems;
  for (const auto& one : verdict->problems)
    problems.push_back(incident::problem_json(one, call.language));
  return json_response(200, "{\"verdict\":" + incident::verdict_json(*verdict) +
                                ",\"problems\":" + json_array(problems) + "}");
}

}  // namespace digue::server
