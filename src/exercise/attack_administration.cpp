// The second stage: a technician's rights, then the responders.
#include <vector>

#include "exercise/attack.h"
#include "exercise/routine.h"

namespace digue::exercise {

namespace {

Client console(const Attack& attack) {
  return attack.intruder.browser(attack.intruder.homes[0], attack.intruder.technician_session);
}

void copy_mail_out(Attack& attack) {
  const Instant time = attack.world.at(attack.day, 21, 52);
  TransportRule rule;
  rule.id = attack.random.guid();
  rule.name = attack.random.chance(50) ? "." : "Journalisation conformité";
  rule.created_by = attack.technician.upn;
  rule.blind_copy_to = attack.intruder.drop_box;
  rule.changed = time;
  rule.audit_severity = "DoNotAudit";
  rule.description =
      "If the message:\r\n\tIncludes these words in the message subject or body: "
      "'facture' or 'virement' or 'RIB'\r\nTake the following actions:\r\n\tBlind "
      "carbon copy(Bcc) the message to '" +
      rule.blind_copy_to + "'\r\n\tSet audit severity level to 'DoNotAudit'\r\n";
  const std::string id = attack.add(attack.writer.cmdlet(
      time, attack.technician, console(attack), apps::exchange_admin, "New-TransportRule", "",
      {{"Name", rule.name},
       {"SetAuditSeverity", "DoNotAudit"},
       {"Mode", "Enforce"},
       {"Comments", ""},
       {"StopRuleProcessing", "False"},
       {"BlindCopyTo", rule.blind_copy_to},
       {"SubjectOrBodyContainsWords", "facture;virement;RIB"},
       {"RuleErrorAction", "Ignore"},
       {"SenderAddressLocation", "Header"}}));
  auto& must = attack.must("R12", "high", "a transport rule copies mail out", time);
  must.accounts = {attack.technician.upn};
  must.indicators = {attack.intruder.drop_box};
  must.items = {"mail-account/2.a.2"};
  must.subject = rule.name;
  must.families = {"audit-log", "transport-rules"};
  must.planted = {id};
  must.planted_rows = {{"transport-rules/MailTransportRules.csv", {"BlindCopyToAction"}},
                       {"transport-rules/TransportRules.csv", {rule.blind_copy_to}}};
  attack.story.state.transport_rules.push_back(std::move(rule));
}

void let_domains_forward(Attack& attack) {
  attack.add(attack.writer.cmdlet(
      attack.world.at(attack.day, 21, 48), attack.technician, console(attack), apps::exchange_admin,
      "Set-RemoteDomain", "Default", {{"Identity", "Default"}, {"AutoForwardEnabled", "True"}}));
  attack.story.state.default_domain_forwards = true;
}

// Through the admin portal: the provider's own address, and no session.
void open_mailboxes(Attack& attack) {
  const Instant time = attack.world.at(attack.day, 21, 55);
  Client portal{
      attack.world.network(Network::Use::provider).address(attack.random), {}, {}, {}, {}, nullptr};
  const std::string id =
      attack.add(attack.writer.cmdlet(time, attack.technician, portal, apps::admin_portal,
                                      "Add-MailboxPermission", attack.finance.alias,
                                      {{"Identity", attack.writer.mailbox_path(attack.finance)},
                                       {"User", attack.trainee.upn},
                                       {"AccessRights", "FullAccess"},
                                       {"InheritanceType", "All"}}));
  auto& full = attack.must("R13", "medium", "full access to another mailbox", time);
  full.accounts = {attack.finance.upn, attack.technician.upn};
  full.items = {"mail-account/2.a.1"};
  full.families = {"audit-log", "permissions"};
  full.planted = {id};
  full.planted_rows = {{"permissions/FullAccessPerms.csv", {attack.trainee.upn}},
                       {"permissions/MailboxPermissions.csv", {attack.trainee.upn, "FullAccess"}}};
  attack.story.state.grants.push_back(
      {Grant::Kind::mailbox, &attack.finance, attack.trainee.upn, "FullAccess", {}});
  const std::string second = attack.add(
      attack.writer.cmdlet(time + 2 * minute_ms, attack.technician, portal, apps::admin_portal,
                           "Add-RecipientPermission", attack.finance.alias,
                           {{"Identity", attack.writer.mailbox_path(attack.finance)},
                            {"Trustee", attack.writer.mailbox_path(attack.trainee)},
                            {"AccessRights", "SendAs"}}));
  auto& send = attack.must("R13", "medium", "the right to send as the head of finance",
                           time + 2 * minute_ms);
  send.accounts = {attack.finance.upn, attack.technician.upn};
  send.items = {"mail-account/2.a.1"};
  send.families = {"audit-log", "permissions"};
  send.planted = {second};
  send.planted_rows = {{"permissions/SendAsDelegates.csv", {attack.trainee.upn}},
                       {"permissions/MailboxPermissions.csv", {attack.trainee.upn, "SendAs"}}};
  attack.story.state.grants.push_back(
      {Grant::Kind::send_as, &attack.finance, attack.trainee.upn, "SendAs", {}});
}

void make_administrator(Attack& attack) {
  const Instant time = attack.world.at(attack.day, 22, 5);
  const std::string upn = "svc.sauvegarde@" + attack.world.domain;
  const DirectoryAct::Target account{"User", attack.random.guid(), {}, upn};
  DirectoryAct act;
  act.time = time;
  act.actor = &attack.technician;
  act.category = "UserManagement";
  act.activity = "Add user";
  act.targets = {account};
  act.changes = {{"AccountEnabled", "[]", "[\r\n  true\r\n]"},
                 {"DisplayName", "[]", "[\r\n  \"Service sauvegarde\"\r\n]"},
                 {"UserPrincipalName", "[]", "[\r\n  \"" + upn + "\"\r\n]"}};
  const std::string added = attack.add(act);
  auto& user = attack.must("R15", "medium", "an account made by the intruder", time);
  user.accounts = {attack.technician.upn, upn};
  user.items = {"mail-account/2.c.1"};
  user.families = {"audit-log"};
  user.planted = {added};
  act.time = time + 90 * second_ms;
  act.category = "RoleManagement";
  act.activity = "Add member to role";
  act.changes = {{"Role.ObjectID", "", attack.random.guid()},
                 {"Role.DisplayName", "", "Exchange Administrator"},
                 {"Role.TemplateId", "", "29232cdf-9323-42fd-ade2-1d097af3e4de"},
                 {"Role.WellKnownObjectName", "", "ExchangeServiceAdministrators"}};
  const std::string role = attack.add(act);
  auto& member = attack.must("R15", "medium", "an administrator's role given away", act.time);
  member.accounts = {attack.technician.upn, upn};
  member.items = {"mail-account/2.c.2"};
  member.families = {"audit-log"};
  member.planted = {role};
}

void blind_the_log(Attack& attack) {
  const Instant time = attack.world.at(attack.day, 22, 11);
  const std::string id = attack.add(
      attack.writer.cmdlet(time, attack.technician, console(attack), apps::exchange_admin,
                           "Set-MailboxAuditBypassAssociation", attack.trainee.alias,
                           {{"Identity", attack.trainee.upn}, {"AuditBypassEnabled", "True"}}));
  auto& must = attack.must("R16", "high", "audit switched off for an account", time);
  must.accounts = {attack.technician.upn, attack.trainee.upn};
  must.items = {"mail-account/5.a.1"};
  must.families = {"audit-log"};
  must.planted = {id};
  must.planted_rows = {{"permissions/AuditByPassEnabledUsers.csv", {attack.trainee.alias}}};
  attack.story.state.audit_bypassed.push_back(&attack.trainee);
}

}  // namespace

void use_administration(Attack& attack) {
  let_domains_forward(attack);
  copy_mail_out(attack);
  open_mailboxes(attack);
  make_administrator(attack);
  blind_the_log(attack);
}

namespace {

// Block, revoke, reset, one account after the other.  Gives the time of the last act.
Instant contain_account(Attack& attack, const Person& account, Instant time) {
  DirectoryAct act;
  act.actor = &attack.world.person(attack.world.administrator);
  act.category = "UserManagement";
  act.targets = {{"User", account.id, {}, account.upn}};
  act.time = time;
  attack.story.blocked.push_back({&account, time});
  act.activity = "Disable account";
  act.changes = {{"AccountEnabled", "[\r\n  true\r\n]", "[\r\n  false\r\n]"}};
  attack.add(act);
  act.time = time + 40 * second_ms;
  act.activity = "Update StsRefreshTokenValidFrom Timestamp";
  act.changes = {};
  attack.add(act);
  act.time = time + 95 * second_ms;
  act.activity = "Reset user password";
  attack.add(act);
  return act.time;
}

// What the intruder still tries, and is refused.
void refused(Attack& attack, const Person& account, const std::string& session, Instant from) {
  for (int i = 0; i < 4; ++i) {
    auto row = attack.sign_in(account, from + 11 * minute_ms + 37 * minute_ms * i,
                              attack.intruder.browser(attack.intruder.homes[1], session),
                              apps::outlook_web, apps::exchange);
    row.interactive = false;
    row.error = i % 2 == 0 ? 50173 : 50057;
    row.request = "OAuth2:Token";
    attack.add(std::move(row));
  }
}

// A door was left open: the intruder is back after the containment.
void come_back(Attack& attack, const Person& account, const std::string& session, Instant when) {
  std::vector<std::string> planted;
  const Client client = attack.intruder.browser(attack.intruder.homes[2], session);
  for (int i = 0; i < 3; ++i) {
    auto row = attack.sign_in(account, when + 24 * minute_ms * i, client, apps::outlook_web,
                              apps::exchange);
    row.interactive = false;
    row.request = "OAuth2:Token";
    planted.push_back(attack.add(std::move(row)));
  }
  const AuditWriter::Item mail{"RE: Facture", attack.writer.message_id(), "\\Inbox", {}};
  planted.push_back(
      attack.add(attack.writer.bind(when + 5 * minute_ms, account, client, {mail}, false, {})));
  auto& must =
      attack.must("containment", "high", "the intruder succeeds after the containment", when);
  must.accounts = {account.upn};
  must.addresses = {attack.intruder.homes[2]};
  must.items = {"mail-account/end"};
  must.families = {"audit-log", "sign-ins"};
  must.planted = std::move(planted);
  attack.story.truth.containment_holds = false;
}

}  // namespace

void contain(Attack& attack) {
  Instant time = attack.world.at(attack.day + 2, 10, attack.random.between(4, 20));
  // 0 and 1: it holds; 2: a token outlives the reset; 3: an account was overlooked.
  const std::size_t outcome = attack.random.below(4);
  const bool overlooked = outcome == 3;
  for (const Person* account : {&attack.victim, &attack.technician, &attack.manager})
    time = contain_account(attack, *account, time + 2 * minute_ms);
  if (!overlooked) time = contain_account(attack, attack.trainee, time + 2 * minute_ms);
  attack.story.truth.contained_at = time + minute_ms;
  const Instant after = attack.story.truth.contained_at;
  refused(attack, attack.victim, attack.intruder.session, after);
  refused(attack, attack.technician, attack.intruder.technician_session, after);
  if (outcome == 2)
    come_back(attack, attack.victim, attack.intruder.session, after + 104 * minute_ms);
  if (overlooked)
    come_back(attack, attack.trainee, attack.intruder.trainee_session, after + 71 * minute_ms);
}

}  // namespace digue::exercise
