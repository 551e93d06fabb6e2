// C5: the rules of the mailboxes.  Disabled, not removed: the rule is evidence, and can be put
// back.
#include <algorithm>

#include "base/text.h"
#include "produce/containment/part.h"
#include "produce/containment/sentences.h"

namespace digue::produce::containment {

// Get-InboxRule gives the rules that Outlook and Exchange made for themselves too.  Disabling those
// breaks the junk filter, the absence message and the delegates' copies.
static constexpr Template system_rule_test{
    R"(function Test-SystemRule([string]$Name) {
  return $Name -eq 'Junk E-Mail Rule' -or $Name -like 'Microsoft.Exchange.OOF.*' -or $Name -match '^Delegate Rule -\d+$'
})"};
static constexpr Template read_rules{"Get-InboxRule -Mailbox {0} -IncludeHidden"};

static constexpr Template find_by_id{
    "Get-InboxRule -Mailbox {0} -IncludeHidden | Where-Object { [string]$_.RuleIdentity -ceq {1} "
    "}"};
static constexpr Template find_by_name{
    "Get-InboxRule -Mailbox {0} -IncludeHidden | Where-Object { $_.Name -ceq {1} }"};
static constexpr Template disable{
    "Disable-InboxRule -Identity ([string]$_.RuleIdentity) -Mailbox {0} -Confirm:$false"};
static constexpr Template enable{
    "Enable-InboxRule -Identity ([string]$_.RuleIdentity) -Mailbox {0} -Confirm:$false"};
static constexpr Template find_active{
    "Get-InboxRule -Mailbox {0} -IncludeHidden | Where-Object { $_.Enabled -and -not "
    "(Test-SystemRule "
    "$_.Name) }"};
static constexpr Template find_saved_active{
    "Import-Clixml -LiteralPath (Join-Path $From {0}) | Where-Object { $_.Enabled -and -not "
    "(Test-SystemRule $_.Name) }"};

static bool all_digits(std::string_view text) {
  return !text.empty() &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// What follows the mailbox in "mailbox\rule"; a rule's own name may hold backslashes, a mailbox
// not.
static std::string_view after_mailbox(std::string_view identity) {
  const auto backslash = identity.find('\\');
  return backslash == std::string_view::npos ? identity : identity.substr(backslash + 1);
}

static std::string rule_name(const finding::Subject& rule) {
  if (!rule.name.empty()) return rule.name;
  if (const auto name = state_of(rule, "Name"); name && !name->empty()) return *name;
  return std::string(after_mailbox(rule.identity));
}

// Exchange's names are exact; "Delegate Rule -" is followed by a number.
static bool is_system_rule(std::string_view name) {
  return equal_ignoring_case(name, "Junk E-Mail Rule") ||
         starts_with_ignoring_case(name, "Microsoft.Exchange.OOF.") ||
         (starts_with_ignoring_case(name, "Delegate Rule -") && all_digits(name.substr(15)));
}

static std::optional<Code> find_rule(const finding::Subject& rule) {
  const std::string_view id = after_mailbox(rule.identity);
  if (all_digits(id) && id.size() >= 10)  // Exchange's ids are 64-bit; "2024" is a name
    return write<find_by_id>(rule.mailbox, std::string(id));
  return write<find_by_name>(rule.mailbox, rule_name(rule));
}

static Action rule_action(const finding::Subject& rule) {
  const std::string name = shown(rule_name(rule)), mailbox = shown(rule.mailbox);
  if (is_system_rule(rule_name(rule))) return task_of(tell<sentences::outlook_rule>(name, mailbox));
  Doing doing{tell<sentences::disable_rule>(name, mailbox), find_rule(rule),
              write<disable>(rule.mailbox)};
  if (state_is(rule, "Enabled", "False"))
    return final_action_of(std::move(doing), tell<sentences::rule_was_disabled>(name, mailbox));
  return action_of(std::move(doing), {tell<sentences::enable_rule>(name, mailbox), find_rule(rule),
                                      write<enable>(rule.mailbox)});
}

// Nothing is known of the rules: all of them, until somebody has looked.
static Action all_rules_action(const std::string& mailbox, const std::string& saved_file) {
  return action_of({tell<sentences::disable_all_rules>(shown(mailbox)), write<find_active>(mailbox),
                    write<disable>(mailbox)},
                   {tell<sentences::enable_saved_rules>(shown(mailbox)),
                    write<find_saved_active>(saved_file), write<enable>(mailbox)});
}

Part inbox_rules_part(const Request& request) {
  Part part;
  part.measure = Measure::inbox_rules;
  part.title = tell<sentences::inbox_rules_title>();
  part.impact = tell<sentences::inbox_rules_impact>();
  part.modules = {std::string(exchange_module)};
  part.helpers = {*write<system_rule_test>()};

  const auto rules = subjects_of_kind(request, "inbox-rule");
  int number = 0;
  for (const std::string& mailbox : mailboxes_of(request, {"inbox-rule"})) {
    const std::string name = "inbox-rules-" + std::to_string(++number);
    add_saving(part, name, write<read_rules>(mailbox),
               tell<sentences::save_inbox_rules>(shown(mailbox)));
    bool named = false;
    for (const finding::Subject& rule : rules) {
      if (!equal_ignoring_case(rule.mailbox, mailbox)) continue;
      part.actions.push_back(rule_action(rule));
      named = true;
    }
    if (named) continue;
    if (!request.subjects.empty()) {  // the rules were examined: what was not accused stays
      part.actions.push_back(
          task_of(tell<sentences::review_rules>(shown(mailbox), name + ".json")));
      continue;
    }
    part.actions.push_back(all_rules_action(mailbox, name + ".clixml"));
    part.undo_reads_saved = true;
  }
  return part;
}

}  // namespace digue::produce::containment
