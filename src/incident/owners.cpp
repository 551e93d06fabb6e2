#include "incident/owners.h"

#include "base/text.h"
#include "incident/draft.h"
#include "incident/kinds.h"
#include "incident/step_checks.h"

namespace digue::incident {

std::string known_name(const State& state, const std::string& name) {
  std::string typed(trimmed(name));
  const std::string plain = lower(typed);
  for (const auto& [known, person] : state.people)
    if (lower(known) == plain) return known;
  for (const auto& line : state.log)
    if (lower(line.author) == plain) return line.author;
  for (const auto& [target, owner] : state.owners)
    if (lower(owner.name) == plain) return owner.name;
  return typed;
}

std::string name_with_role(const State& state, const std::string& name) {
  const auto found = state.people.find(name);
  if (found == state.people.end() || found->second.role.empty()) return name;
  return name + ", " + found->second.role;
}

std::vector<Target> owned_by(const State& state, const std::string& name) {
  std::vector<Target> owned;
  for (const auto& [target, owner] : state.owners)
    if (owner.name == name && !is_settled(state.state_of(target))) owned.push_back(target);
  return owned;
}

Result<logbook::Receipt> assign(logbook::Logbook& logbook, const sheet::Sheet& sheet,
                                const State& state, const Assignment& assignment,
                                const Speaker& speaker) {
  const auto& target = assignment.target;
  DIGUE_TRY(const sheet::Step* step, step_of(sheet, target));
  DIGUE_CHECK(check_account(state, *step, target));
  const auto body = body_of([&](JsonWriter& json) {
    write_step(json, *step, target);
    json.member("to", known_name(state, assignment.to))
        .member("until", rfc3339(assignment.until))
        .member("why", assignment.why);
  });
  return say(logbook, kinds::owner, body, speaker, references_of(target));
}

}  // namespace digue::incident
