// Who may sign in, and who is what in an incident.
#include "server/api/people.h"

#include <algorithm>

#include "base/json_writer.h"
#include "server/api/routes.h"
#include "server/people/authorise.h"
#include "server/people/sentences.h"
#include "server/sentences.h"

namespace digue::server {

using http::Response;
using incident::State;

void write_person(JsonWriter& json, const Person& person, bool second_factor) {
  json.begin_object()
      .member("name", person.name)
      .member("display_name", person.display_name)
      .member("role", role_name(person.role))
      .member("everywhere", person.everywhere)
      .member("opens_incidents", person.opens_incidents)
      .member("manages_people", person.manages_people)
      .member("disabled", person.disabled)
      .member("second_factor", second_factor)
      .member("by_provider", person.by_provider)
      .end_object();
}

Person new_person(Fields& fields, Role role) {
  return {fields.text("name", 64, Fields::required),
          fields.text("display_name", 200, Fields::required), role};
}

static std::string person_json(const Call& call, const Person& person) {
  JsonWriter json;
  write_person(json, person, call.services.factors.of(person.name).any());
  return json.take();
}

Response list_people(const Call& call) {
  const auto people = call.services.people.all();
  return page_response(call, people.size(),
                       [&](std::size_t i) { return person_json(call, people[i]); });
}

static constexpr std::string_view roles[] = {"lead", "responder", "scribe", "observer", "counsel"};
static constexpr std::string_view no_role = "none";
static constexpr std::string_view roles_and_none[] = {"lead",     "responder", "scribe",
                                                      "observer", "counsel",   no_role};

// What was told of the account; the rest stays.
static void read_rights(Fields& fields, Person& person) {
  person.everywhere = fields.choice("everywhere").value_or(person.everywhere);
  person.opens_incidents = fields.choice("opens_incidents").value_or(person.opens_incidents);
  person.manages_people = fields.choice("manages_people").value_or(person.manages_people);
}

Response add_person(const Call& call) {
  Fields fields(call.request.body);
  const auto role = role_named(fields.word("role", roles, Fields::required));
  auto person = with_usual_rights(new_person(fields, role.value_or(Role::observer)));
  read_rights(fields, person);
  // Every incident is for who manages people; the others are let in where a lead gives them a role.
  person.everywhere = fields.choice("everywhere").value_or(person.manages_people);
  const auto password = fields.text("password", 1024, Fields::required);
  if (const auto trouble = fields.trouble()) return call.problem(*trouble);
  const auto added = call.services.people.add(person, password);
  if (!added) return call.problem(added.error());
  return json_response(201, person_json(call, *added));
}

static Response no_such_person(const Call& call) {
  return call.problem({404, tell<sentences::no_such_person>(call.arguments.front())});
}

Response change_person(const Call& call) {
  auto person = call.services.people.find(call.arguments.front());
  if (!person) return no_such_person(call);
  Fields fields(call.request.body);
  if (const auto name = fields.text("display_name", 200); !name.empty())
    person->display_name = name;
  person->role = role_named(fields.word("role", roles)).value_or(person->role);
  read_rights(fields, *person);
  person->disabled = fields.choice("disabled").value_or(person->disabled);
  if (const auto trouble = fields.trouble()) return call.problem(*trouble);
  const auto changed = call.services.people.change(*person);
  return changed ? json_response(200, person_json(call, *person)) : call.problem(changed.error());
}

Response reset_password(const Call& call) {
  const auto& name = call.arguments.front();
  if (!call.services.people.find(name)) return no_such_person(call);
  Fields fields(call.request.body);
  const auto password = fields.text("password", 1024, Fields::required);
  if (const auto trouble = fields.trouble()) return call.problem(*trouble);
  const auto set = call.services.people.set_password(name, password, "");
  return set ? Response{.status = 204} : call.problem(set.error());
}

Response end_sessions(const Call& call) {
  const auto& name = call.arguments.front();
  if (!call.services.people.find(name)) return no_such_person(call);
  call.services.people.end_sessions(name, "");
  return Response{.status = 204};
}

namespace {

struct Present {
  Person person;
  Role role;
  std::optional<std::uint64_t> entry;  // that gave it; nothing for a role that holds everywhere
};

// Those who can sign in and have a role in the incident, by name.
std::vector<Present> present_in(const People& people, const State& state) {
  std::vector<Present> out;
  for (const auto& person : people.all()) {
    const auto role = role_in(state, person);
    if (!role) continue;
    const auto said = state.participants.find(person.name);
    const auto entry = said == state.participants.end()
                           ? std::nullopt
                           : std::optional<std::uint64_t>(said->second.said.entry);
    out.push_back({person, *role, entry});
  }
  return out;
}

std::string present_json(const Present& one, const Call& call) {
  JsonWriter json;
  json.begin_object()
      .member("name", one.person.name)
      .member("display_name", one.person.display_name)
      .member("role", role_name(one.role))
      .member("me", one.person.name == call.person->name);
  if (one.entry) json.member("entry", *one.entry);
  json.end_object();
  return json.take();
}

bool leaves_no_lead(const People& people, const State& state, const std::string& name) {
  const auto present = present_in(people, state);
  return std::none_of(present.begin(), present.end(), [&](const Present& one) {
    return one.role == Role::lead && one.person.name != name;
  });
}

}  // namespace

Response list_participants(const Call& call) {
  std::vector<Present> present;
  call.incident->read([&](const State& state, const std::string&) {
    present = present_in(call.services.people, state);
  });
  return page_response(call, present.size(),
                       [&](std::size_t i) { return present_json(present[i], call); });
}

Response set_role(const Call& call) {
  Fields fields(call.request.body);
  const auto name = fields.text("person", 64, Fields::required);
  const auto role = fields.word("role", roles_and_none, Fields::required);
  const auto& people = call.services.people;
  if (const auto trouble = fields.trouble()) return call.problem(*trouble);
  const auto person = people.find(name);
  if (!person) return call.problem({422, tell<sentences::no_such_person>(name), "/person"});
  const incident::Participant participant{name, person->display_name, role == no_role ? "" : role};
  return receipt_response(
      call, call.incident->write(
                [&](logbook::Logbook& logbook, const State& state) -> Result<logbook::Receipt> {
                  if (role != role_name(Role::lead) && leaves_no_lead(people, state, name))
                    return fail<sentences::last_lead>(Error::Kind::refused);
                  return incident::set_role(logbook, participant, call.speaker());
                }));
}

}  // namespace digue::server
