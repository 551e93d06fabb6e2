// The mailbox taken: read, hidden from its owner, forwarded; then used to defraud.
#include <fmt/core.h>
#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "exercise/attack.h"
#include "exercise/names.h"

namespace digue::exercise {

namespace {

struct HidingRule {
  std::string_view name, folder;
  bool removes;
};

constexpr std::array<HidingRule, 8> hiding_rules = {{
    {".", "Flux RSS", false},
    {"..", "RSS Feeds", false},
    {"Règle d’absence", "Historique des conversations", false},
    {"Notifications", "Conversation History", false},
    {"zz", "Flux RSS", false},
    {"Sync", "Courrier indésirable", false},
    {",", "", true},
    {"Archive auto", "", true},
}};

constexpr std::array<std::string_view, 4> hidden_words = {
    "facture;virement;RIB;paiement", "virement;coordonnées bancaires;RIB;fraude",
    "payment;invoice;facture;IBAN", "RIB;phishing;piraté;facture;suspect"};

Client web(const Attack& attack, std::size_t home) {
  return attack.intruder.browser(attack.intruder.homes[home], attack.intruder.session);
}

Pairs parameters_of(const InboxRule& rule) {
  Pairs out = {{"AlwaysDeleteOutlookRulesBlob", "False"}, {"Force", "False"}};
  out.emplace_back("SubjectOrBodyContainsWords", rule.subject_or_body);
  out.emplace_back("Name", rule.name);
  if (!rule.move_to.empty()) out.emplace_back("MoveToFolder", rule.move_to);
  if (rule.delete_message) out.emplace_back("DeleteMessage", "True");
  out.emplace_back("MarkAsRead", "True");
  out.emplace_back("StopProcessingRules", "True");
  return out;
}

std::string decimal_id(Random& random) {
  std::string id = std::to_string(random.between(1, 9));
  for (int i = 0; i < 18; ++i) id += static_cast<char>('0' + random.below(10));
  return id;
}

void hide_replies(Attack& attack) {
  const auto& kind = attack.random.pick(hiding_rules);
  InboxRule rule;
  rule.owner = &attack.victim;
  rule.id = decimal_id(attack.random);
  rule.name = kind.name;
  rule.move_to = kind.folder;
  rule.delete_message = kind.removes;
  rule.mark_as_read = rule.stop = true;
  rule.subject_or_body = attack.random.pick(hidden_words);
  const Instant time = attack.story.first_theft + 24 * minute_ms;
  const std::string object = attack.writer.mailbox_path(attack.victim) + '\\' + rule.name;
  const std::string id =
      attack.add(attack.writer.cmdlet(time, attack.victim, web(attack, 0), apps::exchange,
                                      "New-InboxRule", object, parameters_of(rule)));
  auto& must = attack.must("R10", "medium", "a rule that hides the replies", time);
  must.accounts = {attack.victim.upn};
  must.items = {"mail-account/2.a.3", "mail-account/6.a.5"};
  must.subject = rule.name;
  must.families = {"audit-log", "inbox-rules"};
  must.planted = {id, rule.id};
  attack.story.rule_name = rule.name;
  attack.story.state.rules.push_back(std::move(rule));
}

// From Outlook itself: the row names the folder by an opaque id only; the export names it.
void hide_with_outlook(Attack& attack) {
  InboxRule rule;
  rule.owner = &attack.victim;
  rule.id = decimal_id(attack.random);
  rule.name = attack.random.chance(50) ? "..." : "Relances";
  rule.move_to = "Archive\\Anciens";
  rule.move_to_id = folder_id(attack.victim, "\\Archive\\Anciens");
  rule.from = "banque@assurance-horizon.example";
  rule.mark_as_read = true;
  const Instant time = attack.world.at(attack.day + 1, 9, 12);
  Client outlook{
      attack.intruder.homes[1], attack.intruder.session, "Outlook", "Windows 10", "Other", nullptr};
  const std::string actions = fmt::format(
      R"([{{"ActionType":"Move","DestinationFolderId":"{}","FolderIsInThisStore":"True"}},{{"ActionType":"MarkAsRead"}}])",
      rule.move_to_id);
  const std::string id = attack.add(
      attack.writer.outlook_rule(time, attack.victim, outlook,
                                 {{"RuleOperation", "AddMailboxRule"},
                                  {"RuleId", "0"},
                                  {"RuleState", "Enabled, ExitAfterExecution"},
                                  {"RuleCondition", "(SenderAddress Contains " + rule.from + ")"},
                                  {"RuleName", rule.name},
                                  {"RuleProvider", "RuleOrganizer"},
                                  {"RuleActions", actions}}));
  auto& must =
      attack.must("R10", "low", "a rule made from Outlook, its folder known by id only", time);
  must.accounts = {attack.victim.upn};
  must.items = {"mail-account/2.a.3"};
  must.subject = rule.name;
  must.families = {"audit-log"};
  must.planted = {id, rule.id};
  attack.story.state.rules.push_back(std::move(rule));
}

std::string set_forwarding(Attack& attack, Instant time, const std::string& to) {
  const std::string mailbox = attack.writer.mailbox_path(attack.victim);
  return attack.add(attack.writer.cmdlet(
      time, attack.victim, web(attack, 0), apps::exchange, "Set-Mailbox", mailbox,
      {{"Identity", mailbox},
       {"ForwardingSmtpAddress", to},
       {"DeliverToMailboxAndForward", to.empty() ? "False" : "True"}}));
}

// One time in four it is taken off again before anybody looks: only the log still knows.
void forward_out(Attack& attack) {
  const Instant time = attack.story.first_theft + 31 * minute_ms;
  const std::string address = "smtp:" + attack.intruder.drop_box;
  std::vector<std::string> planted = {set_forwarding(attack, time, address)};
  const bool cleared = attack.random.chance(25);
  if (cleared)
    planted.push_back(set_forwarding(attack, attack.world.at(attack.day + 1, 19, 4), ""));
  if (!cleared)
    attack.story.state.forwardings.push_back({&attack.victim, attack.intruder.drop_box, {}, true});
  auto& must = attack.must("R11", "high", "the mailbox forwards outside", time);
  must.accounts = {attack.victim.upn, attack.victim.alias};
  must.indicators = {attack.intruder.drop_box};
  must.items = {"mail-account/2.a.2"};
  must.families = {"audit-log"};
  if (!cleared) must.families.emplace_back("forwarding");
  must.planted = std::move(planted);
  must.planted_rows = {{"forwarding/MailForwardingRules.csv", {attack.intruder.drop_box}}};
}

std::vector<AuditWriter::Item> some_items(Attack& attack, int count, const std::string& folder) {
  std::vector<AuditWriter::Item> items;
  for (int i = 0; i < count; ++i) {
    const std::string subject(attack.random.pick(names::subjects));
    items.push_back({subject, attack.writer.message_id(), folder, {}});
  }
  return items;
}

void read_everything(Attack& attack) {
  const Instant start = attack.story.first_theft + 11 * minute_ms;
  std::vector<std::string> planted;
  for (int i = 0; i < 7; ++i)
    planted.push_back(attack.add(
        attack.writer.bind(start + 3 * minute_ms * i, attack.victim, web(attack, 0),
                           some_items(attack, attack.random.between(2, 9), "\\Inbox"), false, {})));
  for (const char* folder : {"\\Inbox", "\\Sent Items"}) {
    Client outlook = web(attack, 1);
    planted.push_back(
        attack.add(attack.writer.sync(attack.world.at(attack.day, 12, 20), attack.victim, outlook,
                                      folder, "Client=MSExchangeRPC")));
  }
  planted.push_back(
      attack.add(attack.writer.bind(attack.world.at(attack.day + 1, 3, 10), attack.victim,
                                    web(attack, 1), some_items(attack, 2, "\\Inbox"), true, {})));
  planted.push_back(
      attack.add(attack.writer.file(attack.world.at(attack.day, 12, 41), attack.victim,
                                    web(attack, 1), "FileDownloaded", "RIB fournisseurs.xlsx")));
  auto& must = attack.must("R19", "medium",
                           "mails read, folders copied, and a log cut by throttling", start);
  must.accounts = {attack.victim.upn};
  must.addresses = {attack.intruder.homes[0], attack.intruder.homes[1]};
  must.items = {"mail-account/6.b.3"};
  must.families = {"audit-log"};
  must.planted = std::move(planted);
}

}  // namespace

void take_mailbox(Attack& attack) {
  read_everything(attack);
  hide_replies(attack);
  forward_out(attack);
  hide_with_outlook(attack);
}

namespace {

constexpr std::array<std::string_view, 4> fraud_subjects = {
    "Changement de coordonnées bancaires", "Mise à jour de notre RIB",
    "Facture en attente de règlement", "Urgent : virement à régulariser"};

std::vector<AuditWriter::Item> fraud_mails(Attack& attack, Instant start,
                                           std::vector<std::string>& planted) {
  std::vector<AuditWriter::Item> sent;
  const std::string subject(attack.random.pick(fraud_subjects));
  for (int i = 0; i < 4; ++i) {
    AuditWriter::Item item{subject, attack.writer.message_id(), "\\Drafts",
                           "Nouveau RIB.pdf (58211b)"};
    planted.push_back(attack.add(attack.writer.item(start + 45 * second_ms * i, attack.victim,
                                                    web(attack, 1), "Send", item)));
    sent.push_back(item);
  }
  return sent;
}

TracedMessage fraud_trace(Attack& attack, Instant time, const AuditWriter::Item& mail,
                          std::size_t number) {
  TracedMessage message;
  message.time = time;
  message.sender = attack.victim.upn;
  message.recipient = fmt::format("{}{}@{}", names::partner_boxes[number % 10], number / 10 + 1,
                                  names::partners[number % names::partners.size()]);
  message.subject = mail.subject;
  message.message_id = mail.message_id;
  message.trace_id = attack.random.guid();
  message.status = number % 17 == 5 ? "Failed" : "Delivered";
  message.size = 61044;
  message.from_address = attack.intruder.homes[1];
  message.to_address = attack.world.network(Network::Use::partner_mail).address(attack.random);
  return message;
}

// Replies that the hiding rule moves away.
void replies(Attack& attack, Instant start, const std::string& subject) {
  for (int i = 0; i < 5; ++i) {
    TracedMessage message;
    message.time = start + 8 * minute_ms + 21 * minute_ms * i;
    message.sender = attack.world.outsider(attack.random);
    message.recipient = attack.victim.upn;
    message.subject = "RE: " + subject;
    message.message_id = attack.writer.message_id();
    message.trace_id = attack.random.guid();
    message.size = attack.random.between(8000, 20000);
    message.from_address = attack.world.network(Network::Use::partner_mail).address(attack.random);
    attack.story.facts.messages.push_back(std::move(message));
  }
}

void wipe(Attack& attack, Instant start, std::vector<AuditWriter::Item> sent) {
  std::vector<std::string> planted;
  for (auto& item : sent) item.folder = "\\Sent Items";
  planted.push_back(
      attack.add(attack.writer.items(start, attack.victim, web(attack, 1), "SoftDelete", sent)));
  for (auto& item : sent) item.folder = "\\Recoverable Items\\Deletions";
  planted.push_back(attack.add(attack.writer.items(start + 2 * minute_ms, attack.victim,
                                                   web(attack, 1), "HardDelete", sent)));
  const std::vector<AuditWriter::Item> notices = {
      {"Une méthode de sécurité a été ajoutée à votre compte",
       attack.writer.message_id(),
       "\\Inbox",
       {}},
      {"Nouvelle connexion à votre compte", attack.writer.message_id(), "\\Inbox", {}}};
  planted.push_back(
      attack.add(attack.writer.items(attack.world.at(attack.day, 11, 30), attack.victim,
                                     web(attack, 0), "MoveToDeletedItems", notices)));
  auto& must = attack.must("R18", "medium", "sent frauds and security notices deleted", start);
  must.accounts = {attack.victim.upn};
  must.addresses = {attack.intruder.homes[1]};
  must.items = {"mail-account/6.a.2"};
  must.families = {"audit-log"};
  must.planted = std::move(planted);
}

}  // namespace

void send_fraud(Attack& attack) {
  const Instant start = attack.world.at(attack.day + 1, 8, attack.random.between(32, 50));
  std::vector<std::string> planted;
  const auto sent = fraud_mails(attack, start, planted);
  const auto recipients = static_cast<std::size_t>(attack.random.between(64, 110));
  for (std::size_t i = 0; i < recipients; ++i) {
    const Instant when = start + 2 * second_ms * static_cast<std::int64_t>(i);
    auto message = fraud_trace(attack, when, sent[i % sent.size()], i);
    planted.push_back(message.trace_id);
    attack.story.facts.messages.push_back(std::move(message));
  }
  auto& must = attack.must("R17", "high", "many outside recipients within minutes", start);
  must.accounts = {attack.victim.upn};
  must.items = {"mail-account/6.a.1"};
  must.families = {"message-trace"};
  must.planted = std::move(planted);
  replies(attack, start, sent.front().subject);
  wipe(attack, start + 12 * minute_ms, sent);
}

}  // namespace digue::exercise
