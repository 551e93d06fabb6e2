#include "read/m365/outlook_rules.h"

#include <simdjson.h>

#include <array>
#include <string>

#include "base/text.h"

namespace digue::read::m365 {

namespace dom = simdjson::dom;
using event::Action;

namespace {
// Outlook's name of an action, without the endings that differ between servers.
std::string action_key(std::string_view type) {
  const std::string key = lower(type);
  std::string_view stem = key;
  for (const std::string_view ending : {"action", "recipients", "to"})
    if (stem.size() > ending.size() && stem.ends_with(ending)) stem.remove_suffix(ending.size());
  return std::string(stem);
}

// "smtp:someone@example.org", "=someone@example.org" or a bare address; "" when it is none.
std::string_view address_in(std::string_view text) {
  const auto at = text.find('@');
  if (at == std::string_view::npos) return {};
  const auto begin = text.find_last_of(" :=[<\"'", at);
  const auto end = text.find_first_of(" ]>\"',;)", at);
  const std::size_t first = begin == std::string_view::npos ? 0 : begin + 1;
  return text.substr(first, end == std::string_view::npos ? end : end - first);
}

// Every address within a value, whatever lists and objects hold it.
void addresses_in(dom::element value, Filler& filler, std::string_view name, int depth) {
  if (depth > 6) return;
  std::string_view text;
  if (value.get(text) == simdjson::SUCCESS) {
    filler.detail_unless_empty(name, address_in(text));
    return;
  }
  dom::array array;
  if (value.get(array) == simdjson::SUCCESS)
    for (const auto item : array) addresses_in(item, filler, name, depth + 1);
  dom::object object;
  if (value.get(object) == simdjson::SUCCESS)
    for (const auto field : object) addresses_in(field.value, filler, name, depth + 1);
}

std::string_view text_member(dom::object object, std::string_view name) {
  std::string_view text;
  return object.at_key_case_insensitive(name).get(text) == simdjson::SUCCESS ? text
                                                                             : std::string_view();
}

// To whom an action sends, by its kind and its flags.
std::string_view parameter_of_forward(std::string_view key, std::string_view flags) {
  if (key.find("redirect") != key.npos || key.find("delegate") != key.npos ||
      contains_ignoring_case(flags, "PreserveSender"))
    return "RedirectTo";
  if (key.find("attachment") != key.npos || contains_ignoring_case(flags, "Attachment"))
    return "ForwardAsAttachmentTo";
  return "ForwardTo";
}

void fill_forward(Filler& filler, std::string_view key, dom::object action) {
  const auto parameter = parameter_of_forward(key, text_member(action, "ForwardFlags"));
  const auto before = filler.event().details_count;
  for (const auto field : action)
    if (!equal_ignoring_case(field.key, "ActionType"))
      addresses_in(field.value, filler, parameter, 0);
  // It forwards, to someone whose address the record does not spell out.
  if (filler.event().details_count == before) filler.detail(parameter, "");
}

void fill_folder(Filler& filler, std::string_view parameter, dom::object action) {
  const auto name = text_member(action, "DestinationFolderName");
  if (!name.empty()) return filler.detail(parameter, name);
  filler.detail(std::string(parameter) + "Id", text_member(action, "DestinationFolderId"));
}

void fill_action(Filler& filler, dom::object action) {
  const auto type = text_member(action, "ActionType");
  const std::string key = action_key(type);
  if (key.starts_with("move")) return fill_folder(filler, "MoveToFolder", action);
  if (key.starts_with("copy")) return fill_folder(filler, "CopyToFolder", action);
  if (key.find("forward") != key.npos || key.find("redirect") != key.npos || key == "delegate")
    return fill_forward(filler, key, action);
  if (key.find("delete") != key.npos) return filler.flag("DeleteMessage", true);
  if (key == "markasread") return filler.flag("MarkAsRead", true);
  if (key.starts_with("stopprocessing")) return filler.flag("StopProcessingRules", true);
  filler.detail_unless_empty("RuleAction", type);
}

// An older notation, or damage: plain words.
void fill_actions_as_words(Filler& filler, std::string_view actions) {
  filler.detail("RuleActions", actions);
  if (contains_ignoring_case(actions, "delete")) filler.flag("DeleteMessage", true);
  if (contains_ignoring_case(actions, "redirect"))
    filler.detail("RedirectTo", address_in(actions));
  else if (contains_ignoring_case(actions, "forward"))
    filler.detail("ForwardTo", address_in(actions));
}

void fill_actions(Filler& filler, std::string_view actions) {
  dom::parser parser;
  dom::array list;
  const simdjson::padded_string copy(actions);
  if (parser.parse(copy).get(list) != simdjson::SUCCESS)
    return fill_actions_as_words(filler, actions);
  for (const auto item : list) {
    dom::object action;
    if (item.get(action) == simdjson::SUCCESS) fill_action(filler, action);
  }
}

// The senders that a restriction names: "(SenderSearchKey Equal SMTP:HELP@EXAMPLE.ORG)".
void fill_condition(Filler& filler, std::string_view condition) {
  filler.detail("RuleCondition", condition);
  static constexpr std::string_view mark = "SMTP:";
  for (std::size_t at = condition.find(mark); at != std::string_view::npos;
       at = condition.find(mark, at + 1)) {
    const auto rest = condition.substr(at + mark.size());
    filler.detail("From", lower(rest.substr(0, rest.find_first_of(")], ;"))));
  }
}

bool is_blank(std::string_view text) {
  return text.find_first_not_of("[]{}() \r\n\t") == std::string_view::npos;
}
}  // namespace

void fill_outlook_rule(Filler& filler, std::span<const Property> properties) {
  auto& event = filler.event();
  const auto operation = value_of(properties, "RuleOperation"), id = value_of(properties, "RuleId");
  const auto name = value_of(properties, "RuleName"), state = value_of(properties, "RuleState");
  const auto actions = value_of(properties, "RuleActions");
  const auto condition = value_of(properties, "RuleCondition");
  const bool blank = name.empty() && is_blank(actions) && is_blank(condition);

  event.action = blank ? Action::inbox_rule_touched : Action::inbox_rule_set;
  if (contains_ignoring_case(operation, "Remove") || contains_ignoring_case(operation, "Delete"))
    event.action = Action::inbox_rule_removed;
  const std::string mailbox(filler.trail().text(event.target));
  const bool has_id = !id.empty() && id != "0";
  event.object = filler.text(mailbox + "\\" + std::string(has_id ? id : name));

  filler.detail_unless_empty("RuleOperation", operation);
  filler.detail_unless_empty("Name", name);
  if (!is_blank(actions)) fill_actions(filler, actions);
  if (!is_blank(condition)) fill_condition(filler, condition);
  if (state.empty()) return;
  filler.flag("Enabled", contains_ignoring_case(state, "Enabled"));
  if (contains_ignoring_case(state, "ExitAfterExecution")) filler.flag("StopProcessingRules", true);
}

}  // namespace digue::read::m365
