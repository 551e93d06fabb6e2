// Answers and actions: what the sheet has a say in.
#include <algorithm>

#include "base/text.h"
#include "incident/acts.h"
#include "incident/answer_value.h"
#include "incident/draft.h"
#include "incident/kinds.h"
#include "incident/owners.h"
#include "incident/plan.h"
#include "incident/sentences.h"
#include "incident/step_checks.h"

namespace digue::incident {

Result<const sheet::Step*> step_of(const sheet::Sheet& sheet, const Target& target) {
  const sheet::Step* step = sheet.step(target.item);
  if (step == nullptr) return fail<sentences::no_such_step>(Error::Kind::bad_input, target.item);
  if (step->kind == sheet::StepKind::rule)
    return fail<sentences::nothing_to_do>(Error::Kind::bad_input, target.item);
  if (!step->per_account && !target.account.empty())
    return fail<sentences::account_not_needed>(Error::Kind::bad_input, target.item);
  return step;
}

void write_step(JsonWriter& json, const sheet::Step& step, const Target& target) {
  json.member("item", target.item).member("account", target.account);
  write_words(json, "title", step.title);
}

// The options in words, in the order in which they were given; empty when it is no option.
static Message label_of(const sheet::Step& step, const std::string& value) {
  Message label;
  for (const auto part : split(value, ' ')) {
    const auto option = std::find_if(step.options.begin(), step.options.end(),
                                     [&](const auto& one) { return one.value == part; });
    if (option == step.options.end()) return {};
    label = label.english.empty() ? option->label : tell<sentences::and_then>(label, option->label);
  }
  return label;
}

Result<logbook::Receipt> answer(logbook::Logbook& logbook, const sheet::Sheet& sheet,
                                const Target& target, const std::string& value,
                                const std::string& why, const Speaker& speaker) {
  DIGUE_TRY(const sheet::Step* step, step_of(sheet, target));
  DIGUE_CHECK(check_answer(*step, value));
  return say(logbook, kinds::answer, body_of([&](JsonWriter& json) {
               write_step(json, *step, target);
               json.member("value", value).member("why", why);
               write_words(json, "label", label_of(*step, value));
             }),
             speaker, references_of(target));
}

static bool needs_why(ActionState state) {
  return state == ActionState::partial || state == ActionState::impossible ||
         state == ActionState::not_applicable || state == ActionState::postponed;
}

// Whether the act touches the system: what must come first is then asked for.
static bool starts(ActionState state) {
  return state == ActionState::in_progress || state == ActionState::done ||
         state == ActionState::partial;
}

static Outcome check_words(const Act& act) {
  const bool mute = trimmed(act.why).empty();
  if (needs_why(act.state) && mute)
    return fail<sentences::why_needed>(Error::Kind::bad_input, compose(state_label(act.state), {}));
  if (act.state == ActionState::delegated && trimmed(act.to).empty())
    return fail<sentences::whom_needed>(Error::Kind::bad_input, act.target.item);
  if (act.despite_prerequisites && mute)
    return fail<sentences::despite_needs_why>(Error::Kind::bad_input);
  if (!act.preservation_waived_by.empty() && mute)
    return fail<sentences::waiver_needs_why>(Error::Kind::bad_input);
  return {};
}

// Is this blocker lifted by what is said together with the act?
static bool is_lifted(const Blocker& blocker, const Act& act) {
  switch (blocker.kind) {
    case Blocker::Kind::prerequisite:
      return act.despite_prerequisites;
    case Blocker::Kind::impact:
      return !act.impact_accepted_by.empty();
    case Blocker::Kind::preservation:
      return !act.preserved.empty() || !act.preserved_by.empty() ||
             !act.preservation_waived_by.empty();
  }
  return false;
}

static std::string impact_body(const sheet::Step& step, const Act& act) {
  return body_of([&](JsonWriter& json) {
    write_step(json, step, act.target);
    json.member("by", act.impact_accepted_by).member("why", act.why);
  });
}

static std::string preservation_body(const sheet::Step& step, const Act& act,
                                     const std::string& author) {
  const bool waived = !act.preservation_waived_by.empty();
  const std::string& saved_by = act.preserved_by.empty() ? author : act.preserved_by;
  return body_of([&](JsonWriter& json) {
    write_step(json, step, act.target);
    json.member("waived", waived)
        .member("by", waived ? act.preservation_waived_by : saved_by)
        .member("why", waived ? act.why : std::string())
        .member("evidence", act.preserved);
  });
}

static std::string action_body(const sheet::Step& step, const State& state, const Act& act) {
  return body_of([&](JsonWriter& json) {
    write_step(json, step, act.target);
    json.member("state", state_name(act.state))
        .member("why", act.why)
        .member("to", known_name(state, act.to))
        .member("due", rfc3339(act.due))
        .member("effect", act.effect)
        .member("despite_prerequisites", act.despite_prerequisites);
  });
}

static Outcome check_blockers(const sheet::Sheet& sheet, const State& state,
                              const sheet::Step& step, const Act& act) {
  if (!starts(act.state)) return {};
  for (const auto& blocker : blockers_of(sheet, state, step, act.target.account))
    if (!is_lifted(blocker, act))
      return fail<sentences::cannot_start>(Error::Kind::refused, step.id, blocker.message);
  return {};
}

Outcome check_account(const State& state, const sheet::Step& step, const Target& target) {
  if (!step.per_account || state.accounts_in_perimeter().empty()) return {};
  if (target.account.empty())
    return fail<sentences::account_needed>(Error::Kind::bad_input, target.item);
  if (!state.accounts.contains(target.account))
    return fail<sentences::account_outside>(Error::Kind::bad_input, target.account);
  return {};
}

Result<logbook::Receipt> act(logbook::Logbook& logbook, const sheet::Sheet& sheet,
                             const State& state, const Act& act, const Speaker& speaker) {
  DIGUE_TRY(const sheet::Step* step, step_of(sheet, act.target));
  DIGUE_CHECK(check_account(state, *step, act.target));
  DIGUE_CHECK(check_words(act));
  DIGUE_CHECK(check_blockers(sheet, state, *step, act));
  std::vector<logbook::Draft> drafts;
  auto references = references_of(act.target);
  const auto add = [&](std::string_view kind, std::string body) -> Outcome {
    DIGUE_TRY(auto draft, draft_of(logbook, kind, std::move(body), speaker, references));
    // Only the act itself corrects; what is said with it is new.
    if (kind != kinds::action) draft.supersedes.reset();
    drafts.push_back(std::move(draft));
    return {};
  };
  if (!act.impact_accepted_by.empty()) DIGUE_CHECK(add(kinds::impact, impact_body(*step, act)));
  const bool preserves =
      !act.preserved.empty() || !act.preserved_by.empty() || !act.preservation_waived_by.empty();
  references.evidence = act.preserved;
  if (preserves)
    DIGUE_CHECK(add(kinds::preservation, preservation_body(*step, act, speaker.author)));
  DIGUE_CHECK(add(kinds::action, action_body(*step, state, act)));
  DIGUE_TRY(const auto receipts, logbook.append_all(drafts, speaker.key));
  return receipts.back();
}

}  // namespace digue::incident
