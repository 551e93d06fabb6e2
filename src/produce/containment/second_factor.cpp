// C4: the authentication methods.
#include "base/text.h"
#include "produce/containment/part.h"
#include "produce/containment/sentences.h"

namespace digue::produce::containment {

static constexpr Template read_methods{"Get-MgUserAuthenticationMethod -UserId {0}"};
static constexpr Template find_method_by_id{
    "Get-MgUserAuthenticationMethod -UserId {0} | Where-Object { $_.Id -ceq {1} }"};
static constexpr Template find_method_by_name{
    "Get-MgUserAuthenticationMethod -UserId {0} | Where-Object { "
    "$_.AdditionalProperties['displayName'] -ceq {1} -or $_.AdditionalProperties['phoneNumber'] "
    "-ceq "
    "{1} } | Select-Single"};
static constexpr Template remove_method{"Remove-Method $_ {0}"};
static constexpr Template find_user{"Get-MgUser -UserId {0}"};
static constexpr Template add_phone{
    "New-MgUserAuthenticationPhoneMethod -UserId {0} -PhoneType 'mobile' -PhoneNumber {1}"};

// Each type of method has its own cmdlet.
static constexpr Template remove_tool{
    R"(function Remove-Method($Method, [string]$User) {
  $Type = [string]$Method.AdditionalProperties['@odata.type'] -replace '^#microsoft.graph.', ''
  switch ($Type) {
    'phoneAuthenticationMethod' { Remove-MgUserAuthenticationPhoneMethod -UserId $User -PhoneAuthenticationMethodId $Method.Id }
    'microsoftAuthenticatorAuthenticationMethod' { Remove-MgUserAuthenticationMicrosoftAuthenticatorMethod -UserId $User -MicrosoftAuthenticatorAuthenticationMethodId $Method.Id }
    'softwareOathAuthenticationMethod' { Remove-MgUserAuthenticationSoftwareOathMethod -UserId $User -SoftwareOathAuthenticationMethodId $Method.Id }
    'fido2AuthenticationMethod' { Remove-MgUserAuthenticationFido2Method -UserId $User -Fido2AuthenticationMethodId $Method.Id }
    'emailAuthenticationMethod' { Remove-MgUserAuthenticationEmailMethod -UserId $User -EmailAuthenticationMethodId $Method.Id }
    'temporaryAccessPassAuthenticationMethod' { Remove-MgUserAuthenticationTemporaryAccessPassMethod -UserId $User -TemporaryAccessPassAuthenticationMethodId $Method.Id }
    'windowsHelloForBusinessAuthenticationMethod' { Remove-MgUserAuthenticationWindowsHelloForBusinessMethod -UserId $User -WindowsHelloForBusinessAuthenticationMethodId $Method.Id }
    default { throw ({0} -f $Type) }
  }
})"};
// A name is not an identity: two phones may bear the same, and one be the person's own.
static constexpr Template single_tool{R"(function Select-Single {
  $All = @($input)
  if ($All.Count -gt 1) { throw {0} }
  return $All
})"};

// Graph's ids of methods: GUIDs, or long base64 for keys and phones.
static bool is_method_id(std::string_view text) {
  return is_guid(text) || (text.size() >= 40 && text.find(' ') == std::string_view::npos);
}

static std::string method_name(const finding::Subject& method) {
  for (const char* state : {"DisplayName", "PhoneNumber"})
    if (const auto value = state_of(method, state); value && !value->empty()) return *value;
  return method.name.empty() ? method.identity : method.name;
}

static std::optional<Code> find_method(const finding::Subject& method) {
  if (is_method_id(method.identity))
    return write<find_method_by_id>(method.mailbox, method.identity);
  return write<find_method_by_name>(method.mailbox, method_name(method));
}

static Action method_action(const finding::Subject& method, const std::string& saved) {
  if (method_name(method).empty())
    return task_of(tell<sentences::review_methods>(shown(method.mailbox), saved));
  const std::string label = shown(method_name(method)), user = shown(method.mailbox);
  Doing doing{tell<sentences::remove_method>(label, user), find_method(method),
              write<remove_method>(method.mailbox)};
  const auto phone = state_of(method, "PhoneNumber");
  if (!phone || phone->empty())
    return final_action_of(std::move(doing), tell<sentences::enrol_again>(label, user));
  return action_of(std::move(doing),
                   {tell<sentences::restore_phone>(label, user), write<find_user>(method.mailbox),
                    write<add_phone>(method.mailbox, *phone)});
}

static bool add_methods_of(Part& part, const Request& request, std::string_view account,
                           const std::string& saved) {
  bool named = false;
  for (const finding::Subject& method : subjects_of_kind(request, "authentication-method")) {
    if (!equal_ignoring_case(method.mailbox, account)) continue;
    part.actions.push_back(method_action(method, saved));
    named = true;
  }
  return named;
}

Part second_factor_part(const Request& request) {
  Part part;
  part.measure = Measure::second_factor;
  part.title = tell<sentences::factor_title>();
  part.impact = tell<sentences::factor_impact>();
  part.modules = {"Microsoft.Graph.Users", "Microsoft.Graph.Identity.SignIns"};
  part.graph_scopes = {"User.Read.All", "UserAuthenticationMethod.ReadWrite.All"};
  part.no_undo = tell<sentences::enrol_again>("…", "…");
  part.helpers = {*write<remove_tool>(tell<sentences::unknown_method>("{0}").in(request.language)),
                  *write<single_tool>(std::string(sentences::several_found.in(request.language)))};
  int number = 0;
  for (const std::string& account : mailboxes_of(request, {"authentication-method"})) {
    const std::string name = "methods-" + std::to_string(++number);
    add_saving(part, name, write<read_methods>(account),
               tell<sentences::save_methods>(shown(account)));
    if (!add_methods_of(part, request, account, name + ".json"))
      part.actions.push_back(
          task_of(tell<sentences::review_methods>(shown(account), name + ".json")));
  }
  return part;
}

}  // namespace digue::produce::containment
