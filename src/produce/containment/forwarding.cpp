// C6: forwarding, who may open or send from a mailbox, transport rules, roles.
#include "base/text.h"
#include "produce/containment/part.h"
#include "produce/containment/sentences.h"

namespace digue::produce::containment {

static constexpr Template read_mailbox{"Get-Mailbox -Identity {0}"};
static constexpr Template read_access{"Get-MailboxPermission -Identity {0}"};
static constexpr Template read_sending{"Get-RecipientPermission -Identity {0}"};
static constexpr Template read_folder{"Get-MailboxFolderPermission -Identity {0}"};
static constexpr Template read_flow_rules{"Get-TransportRule -ResultSize Unlimited"};

static constexpr Template find_forwarding{
    "Get-Mailbox -Identity {0} | Where-Object { $_.ForwardingAddress -or $_.ForwardingSmtpAddress "
    "}"};
static constexpr Template clear_forwarding{
    "Set-Mailbox -Identity {0} -ForwardingAddress $null -ForwardingSmtpAddress $null "
    "-DeliverToMailboxAndForward $false"};
static constexpr Template set_forwarding{
    "Set-Mailbox -Identity {0} -ForwardingAddress {1} -ForwardingSmtpAddress {2} "
    "-DeliverToMailboxAndForward {3}"};
static constexpr Template find_saved_forwarding{
    "Import-Clixml -LiteralPath (Join-Path $From {0}) | Where-Object { $_.ForwardingAddress -or "
    "$_.ForwardingSmtpAddress }"};
static constexpr Template set_saved_forwarding{
    "Set-Mailbox -Identity {0} -ForwardingAddress $_.ForwardingAddress -ForwardingSmtpAddress "
    "$_.ForwardingSmtpAddress -DeliverToMailboxAndForward $_.DeliverToMailboxAndForward"};

static constexpr Template find_access{
    "Get-MailboxPermission -Identity {0} -User {1} | Where-Object { -not $_.IsInherited }"};
static constexpr Template remove_access{
    "Remove-MailboxPermission -Identity {0} -User {1} -AccessRights $_.AccessRights "
    "-Confirm:$false"};
static constexpr Template add_access{
    "Add-MailboxPermission -Identity {0} -User {1} -AccessRights {2} -Confirm:$false"};

static constexpr Template find_sending{"Get-RecipientPermission -Identity {0} -Trustee {1}"};
static constexpr Template remove_sending{
    "Remove-RecipientPermission -Identity {0} -Trustee {1} -AccessRights SendAs -Confirm:$false"};
static constexpr Template add_sending{
    "Add-RecipientPermission -Identity {0} -Trustee {1} -AccessRights SendAs -Confirm:$false"};
static constexpr Template remove_behalf{
    "Set-Mailbox -Identity {0} -GrantSendOnBehalfTo @{ Remove = {1} }"};
static constexpr Template add_behalf{
    "Set-Mailbox -Identity {0} -GrantSendOnBehalfTo @{ Add = {1} }"};

static constexpr Template find_folder_access{"Get-MailboxFolderPermission -Identity {0} -User {1}"};
static constexpr Template remove_folder_access{
    "Remove-MailboxFolderPermission -Identity {0} -User {1} -Confirm:$false"};
static constexpr Template add_folder_access{
    "Add-MailboxFolderPermission -Identity {0} -User {1} -AccessRights {2} -Confirm:$false"};
static constexpr Template set_folder_access{
    "Set-MailboxFolderPermission -Identity {0} -User {1} -AccessRights {2} -Confirm:$false"};
// Everybody's entry stands in every folder: it tells that the folder is there.
static constexpr Template folder_itself{"Get-MailboxFolderPermission -Identity {0} -User Default"};

static constexpr Template find_flow_rule{
    "Get-TransportRule -ResultSize Unlimited | Where-Object { $_.Name -ceq {0} -or [string]$_.Guid "
    "-eq {0} }"};
static constexpr Template disable_flow_rule{
    "Disable-TransportRule -Identity ([string]$_.Guid) -Confirm:$false"};
static constexpr Template enable_flow_rule{
    "Enable-TransportRule -Identity ([string]$_.Guid) -Confirm:$false"};

static Message rights_text(const std::vector<std::string>& rights) {
  return as_message(shown(join(rights, ", ")));
}

// An empty value in the evidence means that the setting was empty.
static std::optional<std::string> setting(const finding::Subject& subject, std::string_view name) {
  const auto value = state_of(subject, name);
  return value && value->empty() ? std::nullopt : value;
}

static bool state_is_known(const finding::Subject& mailbox) {
  return setting(mailbox, "ForwardingAddress") || setting(mailbox, "ForwardingSmtpAddress");
}

static Action forwarding_action(const std::string& mailbox, const finding::Subject* known,
                                const std::string& saved_file) {
  Doing doing{tell<sentences::stop_forwarding>(shown(mailbox)), write<find_forwarding>(mailbox),
              write<clear_forwarding>(mailbox)};
  Doing undoing{tell<sentences::restore_forwarding>(shown(mailbox)), {}, {}};
  if (known != nullptr && state_is_known(*known)) {
    undoing.find = write<read_mailbox>(mailbox);
    undoing.change = write<set_forwarding>(mailbox, setting(*known, "ForwardingAddress"),
                                           setting(*known, "ForwardingSmtpAddress"),
                                           state_is(*known, "DeliverToMailboxAndForward", "True"));
  } else {
    undoing.find = write<find_saved_forwarding>(saved_file);
    undoing.change = write<set_saved_forwarding>(mailbox);
  }
  return action_of(std::move(doing), std::move(undoing));
}

static void add_forwarding(Part& part, const Request& request) {
  const auto known = subjects_of_kind(request, "mailbox-forwarding");
  int number = 0;
  for (const std::string& mailbox : mailboxes_of(request, {"mailbox-forwarding"})) {
    const std::string name = "mailbox-" + std::to_string(++number);
    add_saving(part, name, write<read_mailbox>(mailbox),
               tell<sentences::save_mailbox>(shown(mailbox)));
    const finding::Subject* subject = nullptr;
    for (const finding::Subject& one : known)
      if (equal_ignoring_case(one.mailbox, mailbox)) subject = &one;
    part.actions.push_back(forwarding_action(mailbox, subject, name + ".clixml"));
    if (subject == nullptr || !state_is_known(*subject)) part.undo_reads_saved = true;
  }
}

// Whom a right was given to: detectors say it in `User`, exports in `Trustee`.
static std::string grantee_of(const finding::Subject& right) {
  for (const char* state : {"User", "Trustee"})
    if (const auto value = state_of(right, state); value && !value->empty()) return *value;
  return right.name;
}

static Action access_action(const finding::Subject& right, const std::string& user) {
  const auto rights = all_states_of(right, "AccessRights");
  const std::string who = shown(user), mailbox = shown(right.mailbox);
  Doing doing{tell<sentences::remove_access>(who, mailbox, rights_text(rights)),
              write<find_access>(right.mailbox, user), write<remove_access>(right.mailbox, user)};
  if (rights.empty())
    return final_action_of(std::move(doing), tell<sentences::rights_unknown>(who, mailbox));
  return action_of(
      std::move(doing),
      {tell<sentences::restore_access>(who, mailbox, rights_text(rights)),
       write<read_mailbox>(right.mailbox), write<add_access>(right.mailbox, user, rights)});
}

static void add_access_rights(Part& part, const Request& request) {
  int number = 0;
  for (const finding::Subject& right : subjects_of_kind(request, "mailbox-permission")) {
    const std::string user = grantee_of(right);
    add_saving(part, "mailbox-permissions-" + std::to_string(++number),
               write<read_access>(right.mailbox),
               tell<sentences::save_mailbox>(shown(right.mailbox)));
    part.actions.push_back(!user.empty()
                               ? access_action(right, user)
                               : task_of(tell<sentences::review_access>(shown(right.mailbox))));
  }
}

static Action behalf_action(const finding::Subject& right, const std::string& trustee) {
  const std::string who = shown(trustee), mailbox = shown(right.mailbox);
  return action_of(
      {tell<sentences::remove_sending>(who, mailbox, "SendOnBehalf"),
       write<read_mailbox>(right.mailbox), write<remove_behalf>(right.mailbox, trustee)},
      {tell<sentences::restore_sending>(who, mailbox, "SendOnBehalf"),
       write<read_mailbox>(right.mailbox), write<add_behalf>(right.mailbox, trustee)});
}

static Action send_as_action(const finding::Subject& right, const std::string& trustee) {
  const std::string who = shown(trustee), mailbox = shown(right.mailbox);
  return action_of(
      {tell<sentences::remove_sending>(who, mailbox, "SendAs"),
       write<find_sending>(right.mailbox, trustee), write<remove_sending>(right.mailbox, trustee)},
      {tell<sentences::restore_sending>(who, mailbox, "SendAs"), write<read_mailbox>(right.mailbox),
       write<add_sending>(right.mailbox, trustee)});
}

static bool gives(const finding::Subject& right, std::string_view name) {
  for (const std::string& one : all_states_of(right, "AccessRights"))
    if (equal_ignoring_case(one, name)) return true;
  return false;
}

static void add_send_rights(Part& part, const Request& request) {
  int number = 0;
  for (const finding::Subject& right : subjects_of_kind(request, "send-permission")) {
    const std::string trustee = grantee_of(right);
    add_saving(part, "send-permissions-" + std::to_string(++number),
               write<read_sending>(right.mailbox),
               tell<sentences::save_mailbox>(shown(right.mailbox)));
    if (trustee.empty()) {
      part.actions.push_back(task_of(tell<sentences::review_access>(shown(right.mailbox))));
      continue;
    }
    const bool on_behalf = gives(right, "SendOnBehalf");
    if (on_behalf) part.actions.push_back(behalf_action(right, trustee));
    if (!on_behalf || gives(right, "SendAs"))
      part.actions.push_back(send_as_action(right, trustee));
  }
}

// Everyone's entries can't be removed, only set.
static bool is_everyone(std::string_view user) {
  return equal_ignoring_case(user, "Default") || equal_ignoring_case(user, "Anonymous");
}

static Action folder_action(const finding::Subject& right, const std::string& user) {
  const auto rights = all_states_of(right, "AccessRights");
  const std::string &folder = right.identity, who = shown(user);
  Doing doing{tell<sentences::remove_folder_access>(who, shown(folder)),
              write<find_folder_access>(folder, user),
              is_everyone(user) ? write<set_folder_access>(folder, user, "None")
                                : write<remove_folder_access>(folder, user)};
  if (rights.empty())
    return final_action_of(std::move(doing), tell<sentences::rights_unknown>(who, shown(folder)));
  return action_of(
      std::move(doing),
      {tell<sentences::restore_folder_access>(who, shown(folder), rights_text(rights)),
       is_everyone(user) ? write<find_folder_access>(folder, user) : write<folder_itself>(folder),
       is_everyone(user) ? write<set_folder_access>(folder, user, rights)
                         : write<add_folder_access>(folder, user, rights)});
}

static void add_folder_rights(Part& part, const Request& request) {
  int number = 0;
  for (const finding::Subject& right : subjects_of_kind(request, "folder-permission")) {
    const std::string user = grantee_of(right);
    add_saving(part, "folder-permissions-" + std::to_string(++number),
               write<read_folder>(right.identity),
               tell<sentences::save_mailbox>(shown(right.identity)));
    part.actions.push_back(!user.empty()
                               ? folder_action(right, user)
                               : task_of(tell<sentences::review_access>(shown(right.identity))));
  }
}

static Action flow_rule_action(const finding::Subject& rule) {
  const std::string& name = rule.name.empty() ? rule.identity : rule.name;
  const std::string& identity = is_guid(rule.identity) ? rule.identity : name;
  Doing doing{tell<sentences::disable_flow_rule>(shown(name)), write<find_flow_rule>(identity),
              write<disable_flow_rule>()};
  if (state_is(rule, "State", "Disabled"))
    return final_action_of(std::move(doing), tell<sentences::flow_rule_was_disabled>(shown(name)));
  return action_of(std::move(doing), {tell<sentences::enable_flow_rule>(shown(name)),
                                      write<find_flow_rule>(identity), write<enable_flow_rule>()});
}

static void add_flow_rules(Part& part, const Request& request) {
  const auto rules = subjects_of_kind(request, "transport-rule");
  if (rules.empty()) return;
  part.savings.push_back({"transport-rules", *write<read_flow_rules>()});
  for (const finding::Subject& rule : rules) part.actions.push_back(flow_rule_action(rule));
}

Part forwarding_part(const Request& request) {
  Part part;
  part.measure = Measure::forwarding;
  part.title = tell<sentences::forwarding_title>();
  part.impact = tell<sentences::forwarding_impact>();
  part.modules = {std::string(exchange_module)};
  add_forwarding(part, request);
  add_access_rights(part, request);
  add_send_rights(part, request);
  add_folder_rights(part, request);
  add_flow_rules(part, request);
  return part;
}

}  // namespace digue::produce::containment
