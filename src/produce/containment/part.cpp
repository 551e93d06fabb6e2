#include "produce/containment/part.h"

#include <algorithm>
#include <set>

#include "base/text.h"
#include "produce/containment/sentences.h"

namespace digue::produce::containment {

static std::optional<Command> command_of(Doing&& doing) {
  if (!doing.find || !doing.change) return std::nullopt;
  return Command{*std::move(doing.find), *std::move(doing.change)};
}

static Message by_hand_if_refused(const Message& what, bool refused) {
  return refused ? tell<sentences::refused_name>(what) : what;
}

Action action_of(Doing doing, Doing undoing) {
  Action action;
  action.what = doing.what;
  action.undo_what = undoing.what;
  action.command = command_of(std::move(doing));
  action.undo = command_of(std::move(undoing));
  action.what = by_hand_if_refused(action.what, !action.command);
  action.undo_what = by_hand_if_refused(action.undo_what, !action.undo);
  return action;
}

Action final_action_of(Doing doing, Message why) {
  Action action;
  action.what = doing.what;
  action.command = command_of(std::move(doing));
  action.what = by_hand_if_refused(action.what, !action.command);
  action.undo_what = std::move(why);
  return action;
}

Action task_of(Message what) {
  Action action;
  action.undo_what = tell<sentences::undo_by_hand>(what);
  action.what = std::move(what);
  return action;
}

void add_saving(Part& part, std::string_view name, std::optional<Code> read, const Message& what) {
  if (!read) {
    part.actions.push_back(task_of(tell<sentences::refused_name>(what)));
    return;
  }
  for (const Saving& saving : part.savings)
    if (saving.read.text() == read->text()) return;
  part.savings.push_back({std::string(name), *std::move(read)});
}

std::optional<std::string> state_of(const finding::Subject& subject, std::string_view name) {
  for (const auto& [key, value] : subject.state)
    if (equal_ignoring_case(key, name)) return value;
  return std::nullopt;
}

std::vector<std::string> all_states_of(const finding::Subject& subject, std::string_view name) {
  std::vector<std::string> values;
  for (const auto& [key, value] : subject.state)
    if (equal_ignoring_case(key, name) && !value.empty()) values.push_back(value);
  return values;
}

bool state_is(const finding::Subject& subject, std::string_view name, std::string_view value) {
  const auto state = state_of(subject, name);
  return state && equal_ignoring_case(*state, value);
}

std::vector<finding::Subject> subjects_of_kind(const Request& request, std::string_view kind) {
  std::vector<finding::Subject> found;
  for (const finding::Subject& subject : request.subjects)
    if (subject.kind == kind && std::find(found.begin(), found.end(), subject) == found.end())
      found.push_back(subject);
  return found;
}

namespace {
// Keeps the first of each, in order, whatever the case.
class Names {
 public:
  void add(const std::string& name) {
    if (!name.empty() && seen_.insert(lower(name)).second) names_.push_back(name);
  }
  std::vector<std::string> take() { return std::move(names_); }

 private:
  std::set<std::string> seen_;
  std::vector<std::string> names_;
};
}  // namespace

std::vector<std::string> accounts_of(const Request& request) {
  return mailboxes_of(request, {});
}

std::vector<std::string> mailboxes_of(const Request& request,
                                      std::initializer_list<std::string_view> kinds) {
  Names names;
  for (const std::string& account : request.accounts) names.add(account);
  for (const finding::Subject& subject : request.subjects)
    if (std::find(kinds.begin(), kinds.end(), subject.kind) != kinds.end())
      names.add(subject.mailbox);
  return names.take();
}

}  // namespace digue::produce::containment
