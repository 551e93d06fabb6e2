// C9: the logs, of which the intruder may have cut some.
#include "base/text.h"
#include "produce/containment/part.h"
#include "produce/containment/sentences.h"

namespace digue::produce::containment {

static constexpr Template read_config{"Get-AdminAuditLogConfig"};
static constexpr Template read_mailbox{"Get-Mailbox -Identity {0}"};
static constexpr Template read_bypass{"Get-MailboxAuditBypassAssociation -Identity {0}"};

static constexpr Template find_cut{
    "Get-AdminAuditLogConfig | Where-Object { -not $_.UnifiedAuditLogIngestionEnabled }"};
static constexpr Template turn_on{"Set-AdminAuditLogConfig -UnifiedAuditLogIngestionEnabled $true"};
static constexpr Template find_unlogged{
    "Get-Mailbox -Identity {0} | Where-Object { -not $_.AuditEnabled }"};
static constexpr Template turn_on_mailbox{"Set-Mailbox -Identity {0} -AuditEnabled $true"};
// Only where it is shorter: an organisation that keeps a year must not lose half of it.
static constexpr Template find_short{
    "Get-Mailbox -Identity {0} | Where-Object { "
    "[TimeSpan]::Parse([string]$_.AuditLogAgeLimit).TotalDays "
    "-lt 180 }"};
static constexpr Template extend{"Set-Mailbox -Identity {0} -AuditLogAgeLimit 180"};
static constexpr Template find_bypass{
    "Get-MailboxAuditBypassAssociation -Identity {0} | Where-Object { $_.AuditBypassEnabled }"};
static constexpr Template remove_bypass{
    "Set-MailboxAuditBypassAssociation -Identity {0} -AuditBypassEnabled $false"};
static constexpr Template find_not_held{
    "Get-Mailbox -Identity {0} | Where-Object { -not $_.LitigationHoldEnabled }"};
static constexpr Template hold{"Set-Mailbox -Identity {0} -LitigationHoldEnabled $true"};
static constexpr Template find_saved_not_held{
    "Import-Clixml -LiteralPath (Join-Path $From {0}) | Where-Object { -not "
    "$_.LitigationHoldEnabled }"};
static constexpr Template release{"Set-Mailbox -Identity {0} -LitigationHoldEnabled $false"};

static void add_mailbox(Part& part, const std::string& mailbox, int number) {
  const std::string label = shown(mailbox), saved = "mailbox-" + std::to_string(number);
  const Message stays = tell<sentences::logs_stay_on>();
  add_saving(part, saved, write<read_mailbox>(mailbox), tell<sentences::save_mailbox>(label));
  add_saving(part, "bypass-" + std::to_string(number), write<read_bypass>(mailbox),
             tell<sentences::save_mailbox>(label));
  part.actions.push_back(
      final_action_of({tell<sentences::turn_on_mailbox_log>(label), write<find_unlogged>(mailbox),
                       write<turn_on_mailbox>(mailbox)},
                      stays));
  part.actions.push_back(final_action_of(
      {tell<sentences::extend_log>(label), write<find_short>(mailbox), write<extend>(mailbox)},
      stays));
  part.actions.push_back(
      final_action_of({tell<sentences::remove_bypass>(label), write<find_bypass>(mailbox),
                       write<remove_bypass>(mailbox)},
                      stays));
  part.actions.push_back(
      action_of({tell<sentences::hold>(label), write<find_not_held>(mailbox), write<hold>(mailbox)},
                {tell<sentences::release_hold>(label),
                 write<find_saved_not_held>(saved + ".clixml"), write<release>(mailbox)}));
}

Part audit_logs_part(const Request& request) {
  Part part;
  part.measure = Measure::audit_logs;
  part.title = tell<sentences::logs_title>();
  part.impact = tell<sentences::logs_impact>();
  part.modules = {std::string(exchange_module)};
  const auto mailboxes = mailboxes_of(request, {"audit-setting"});
  if (mailboxes.empty() && subjects_of_kind(request, "audit-setting").empty()) return part;
  part.savings.push_back({"audit-log-config", *write<read_config>()});
  part.actions.push_back(
      final_action_of({tell<sentences::turn_on_log>(), write<find_cut>(), write<turn_on>()},
                      tell<sentences::logs_stay_on>()));
  int number = 0;
  for (const std::string& mailbox : mailboxes) add_mailbox(part, mailbox, ++number);
  part.undo_reads_saved = !mailboxes.empty();
  return part;
}

}  // namespace digue::produce::containment
