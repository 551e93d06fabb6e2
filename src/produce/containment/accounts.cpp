// C1, C2 and C3: what is done to the account itself.
#include <algorithm>

#include "base/text.h"
#include "produce/containment/part.h"
#include "produce/containment/sentences.h"

namespace digue::produce::containment {

static constexpr Template read_user{
    "Get-MgUser -UserId {0} -Property @('Id', 'DisplayName', 'UserPrincipalName', "
    "'AccountEnabled', "
    "'OnPremisesSyncEnabled', 'SignInSessionsValidFromDateTime', 'LastPasswordChangeDateTime')"};
static constexpr Template find_enabled{
    "Get-MgUser -UserId {0} -Property @('Id', 'UserPrincipalName', 'AccountEnabled') | "
    "Where-Object { "
    "$_.AccountEnabled }"};
static constexpr Template find_blocked{
    "Get-MgUser -UserId {0} -Property @('Id', 'UserPrincipalName', 'AccountEnabled') | "
    "Where-Object { "
    "-not $_.AccountEnabled }"};
static constexpr Template find_user{
    "Get-MgUser -UserId {0} -Property @('Id', 'UserPrincipalName')"};
static constexpr Template block{"Update-MgUser -UserId $_.Id -AccountEnabled:$false"};
static constexpr Template unblock{"Update-MgUser -UserId $_.Id -AccountEnabled:$true"};
static constexpr Template revoke{"Revoke-MgUserSignInSession -UserId $_.Id"};
static constexpr Template reset{
    "Update-MgUser -UserId $_.Id -PasswordProfile @{ Password = (Read-Secret {0}); "
    "ForceChangePasswordNextSignIn = $true }"};
// Typed unseen, so that neither the screen nor the transcript holds it.
static constexpr Template read_secret{R"(function Read-Secret([string]$Prompt) {
  $Typed = Read-Host -Prompt $Prompt -AsSecureString
  return [System.Net.NetworkCredential]::new('', $Typed).Password
})"};

// A finding's account may have been made by the intruder, or be a victim whose password they
// changed: which, a person has to look at.  Only accounts held compromised are acted on.
static void add_reviews(Part& part, const Request& request) {
  std::vector<std::string> seen = accounts_of(request);
  for (const finding::Subject& subject : subjects_of_kind(request, "account")) {
    if (subject.identity.empty() ||
        std::any_of(seen.begin(), seen.end(), [&](const std::string& account) {
          return equal_ignoring_case(account, subject.identity);
        }))
      continue;
    seen.push_back(subject.identity);
    part.actions.push_back(task_of(tell<sentences::review_account>(shown(subject.identity))));
  }
}

static Part start(Measure measure, Message title, Message impact, const Request& request) {
  Part part;
  part.measure = measure;
  part.title = std::move(title);
  part.impact = std::move(impact);
  part.modules = {"Microsoft.Graph.Users"};
  int number = 0;
  for (const std::string& account : accounts_of(request))
    add_saving(part, "user-" + std::to_string(++number), write<read_user>(account),
               as_message(shown(account)));
  return part;
}

static bool was_blocked(const Request& request, std::string_view account) {
  for (const finding::Subject& subject : subjects_of_kind(request, "account"))
    if (equal_ignoring_case(subject.identity, account) &&
        state_is(subject, "AccountEnabled", "False"))
      return true;
  return false;
}

static Action block_action(const Request& request, const std::string& account) {
  Doing doing{tell<sentences::block_user>(shown(account)), write<find_enabled>(account),
              write<block>()};
  if (was_blocked(request, account))
    return final_action_of(std::move(doing), tell<sentences::was_blocked>(shown(account)));
  return action_of(std::move(doing), {tell<sentences::unblock_user>(shown(account)),
                                      write<find_blocked>(account), write<unblock>()});
}

Part block_account_part(const Request& request) {
  Part part = start(Measure::block_account, tell<sentences::block_title>(),
                    tell<sentences::block_impact>(), request);
  part.graph_scopes = {"User.Read.All", "User.EnableDisableAccount.All"};
  for (const std::string& account : accounts_of(request))
    part.actions.push_back(block_action(request, account));
  if (!part.actions.empty()) part.actions.push_back(task_of(tell<sentences::block_on_site>()));
  add_reviews(part, request);
  return part;
}

Part revoke_sessions_part(const Request& request) {
  Part part = start(Measure::revoke_sessions, tell<sentences::sessions_title>(),
                    tell<sentences::sessions_impact>(), request);
  part.modules.emplace_back("Microsoft.Graph.Users.Actions");
  part.graph_scopes = {"User.Read.All", "User.RevokeSessions.All"};
  part.no_undo = tell<sentences::sessions_no_undo>();
  for (const std::string& account : accounts_of(request))
    part.actions.push_back(final_action_of(
        {tell<sentences::revoke_user>(shown(account)), write<find_user>(account), write<revoke>()},
        *part.no_undo));
  return part;
}

Part reset_password_part(const Request& request) {
  Part part = start(Measure::reset_password, tell<sentences::password_title>(),
                    tell<sentences::password_impact>(), request);
  part.graph_scopes = {"User.Read.All", "User-PasswordProfile.ReadWrite.All"};
  part.helpers = {*write<read_secret>()};
  part.no_undo = tell<sentences::password_no_undo>();
  for (const std::string& account : accounts_of(request)) {
    const Message prompt = tell<sentences::ask_password>(shown(account));
    part.actions.push_back(
        final_action_of({tell<sentences::reset_user>(shown(account)), write<find_user>(account),
                         write<reset>(prompt.in(request.language))},
                        *part.no_undo));
  }
  if (!part.actions.empty()) part.actions.push_back(task_of(tell<sentences::reset_on_site>()));
  return part;
}

}  // namespace digue::produce::containment
