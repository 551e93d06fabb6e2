// The innocent things of the month that look like faults.  Each is in the truth's must_not.
#include <fmt/core.h>
#include <algorithm>
#include <array>
#include <vector>

#include "exercise/names.h"
#include "exercise/routine.h"
#include "exercise/story.h"

namespace digue::exercise {

namespace {

class Traps {
 public:
  Traps(const World& world, Story& story)
      : world_(world),
        story_(story),
        random_(Random(world.seed).fork("traps")),
        writer_(world, random_.fork("audit")) {}

  void tell() {
    travelling_director();
    restamped_rules();
    honest_rules();
    shared_calendars();
    system_grants();
    administrator_at_work();
    honest_consents();
    honest_device();
    newsletter();
    spring_cleaning();
    meeting_room();
    nightly_script();
    new_laptop();
    cover_for_a_colleague();
    group_mailbox();
  }

 private:
  Client desk(const Person& person, int day) {
    return desktop_client(world_, person, day, world_.office_address(random_));
  }
  // Another person each time, and none of those of the story: a trap is one person's.
  const Person& someone() {
    if (bystanders_.empty()) gather_bystanders();
    const Person* chosen = bystanders_.back();
    bystanders_.pop_back();
    return *chosen;
  }
  void gather_bystanders() {
    const std::array cast = {world_.accountant,    world_.director, world_.administrator,
                             world_.technician,    world_.trainee,  world_.manager,
                             world_.communication, world_.finance,  world_.secretary};
    for (std::size_t i = 0; i < world_.people.size(); ++i)
      if (std::find(cast.begin(), cast.end(), i) == cast.end())
        bystanders_.push_back(&world_.people[i]);
    random_.shuffle(bystanders_);
  }
  int some_day() {
    for (;;) {
      const int day = random_.between(0, world_.incident_day - 2);
      if (world_.is_working_day(day)) return day;
    }
  }
  Instant office_hours(int day) {
    const int hour = random_.between(9, 16);
    return world_.at(day, hour, random_.between(0, 59));
  }
  // From the person's own desk, in office hours.
  void cmdlet(const Person& who, int day, const App& app, const char* operation,
              const std::string& object, const Pairs& parameters) {
    const Instant time = office_hours(day);
    story_.facts.audit.push_back(
        writer_.cmdlet(time, who, desk(who, day), app, operation, object, parameters));
  }
  std::string rule_id() {
    std::string id = "7";
    for (int i = 0; i < 18; ++i) id += static_cast<char>('0' + random_.below(10));
    return id;
  }

  void innocent(std::vector<std::string> rules, std::vector<std::string> accounts,
                std::string subject, std::string level, std::string why) {
    story_.truth.must_not.push_back({std::move(rules), std::move(accounts), std::move(subject),
                                     std::move(level), std::move(why)});
  }

  void travelling_director() {
    innocent({}, {world_.person(world_.director).upn}, "", "high",
             "travels abroad with his own telephone and machine");
  }

  // Outlook writes every rule of a mailbox again, without its content.
  void restamped_rules() {
    for (int burst = 0; burst < 3; ++burst) {
      const Person& owner = someone();
      const int day = some_day();
      const Instant start = office_hours(day);
      const Client client = desk(owner, day);
      const int rules = random_.between(45, 110);
      for (int i = 0; i < rules * 2; ++i)
        story_.facts.audit.push_back(
            writer_.outlook_rule(start + i / 9 * second_ms, owner, client,
                                 {{"RuleOperation", "ModifyMailboxRule"},
                                  {"RuleId", std::to_string(7400000000 + i % rules)},
                                  {"RuleState", "Enabled, ExitAfterExecution"},
                                  {"RuleCondition", "{}"},
                                  {"RuleName", ""},
                                  {"RuleProvider", "RuleOrganizer"},
                                  {"RuleActions", "[]"}}));
      innocent({"R10", "R11"}, {owner.upn}, "", "medium", "Outlook re-stamps rules: no change");
    }
  }

  void rule(const Person& owner, const std::string& name, const InboxRule& model, std::string why) {
    const int day = some_day();
    InboxRule rule = model;
    rule.owner = &owner;
    rule.id = rule_id();
    rule.name = name;
    Pairs parameters = {{"AlwaysDeleteOutlookRulesBlob", "False"}, {"Force", "False"}};
    if (!rule.from.empty()) parameters.emplace_back("From", rule.from);
    if (!rule.subject.empty()) parameters.emplace_back("SubjectContainsWords", rule.subject);
    if (!rule.move_to.empty()) parameters.emplace_back("MoveToFolder", rule.move_to);
    if (!rule.forward_to.empty()) parameters.emplace_back("ForwardTo", rule.forward_to);
    if (rule.delete_message) parameters.emplace_back("DeleteMessage", "True");
    parameters.emplace_back("Name", name);
    if (rule.stop) parameters.emplace_back("StopProcessingRules", "True");
    cmdlet(owner, day, apps::exchange, "New-InboxRule", writer_.mailbox_path(owner) + '\\' + name,
           parameters);
    innocent({"R10", "R11"}, {owner.upn}, name, "high", std::move(why));
    story_.state.rules.push_back(std::move(rule));
  }

  void honest_rules() {
    InboxRule newsletter;
    newsletter.from = "contact@pharma-atlas.example";
    newsletter.move_to = "Lettres d’information";
    rule(someone(), "Lettres d’information", newsletter, "a newsletter filed");
    InboxRule absence;
    absence.subject = "congés";
    absence.move_to = "Congés";
    rule(someone(), "Règle d’absence – congés", absence, "leave requests filed");
    InboxRule colleague;
    colleague.subject = "planning";
    colleague.forward_to = world_.person(world_.secretary).upn;
    rule(someone(), "Copie à l’assistante", colleague, "forwards to a colleague, inside");
    InboxRule copier;
    copier.from = "copieur@" + world_.domain;
    copier.delete_message = true;
    rule(someone(), "Supprimer les alertes du copieur", copier, "deletes a machine's notices only");
  }

  // Rights on a calendar for everyone are ordinary.
  void shared_calendars() {
    for (int i = 0; i < 3; ++i) {
      const Person& owner = someone();
      const int day = some_day();
      const std::string folder = owner.alias + ":\\Calendar";
      cmdlet(owner, day, apps::exchange, "Set-MailboxFolderPermission", folder,
             {{"Identity", folder}, {"User", "Default"}, {"AccessRights", "Reviewer"}});
      const Instant time = office_hours(day);
      story_.facts.audit.push_back(writer_.folder_permission(time, owner, desk(owner, day),
                                                             "\\Calendar", "Everyone",
                                                             "FreeBusyDetailed, ReadAny, Visible"));
      story_.state.grants.push_back(
          {Grant::Kind::folder, &owner, "Default", "Reviewer", "Calendar"});
      innocent({"R13"}, {owner.upn}, "Calendar", "medium", "a calendar shared with colleagues");
    }
  }

  // The service grants itself rights, from the provider's addresses or from none.
  void system_grants() {
    const std::string mailbox = world_.forest + "/Microsoft Exchange Hosted Organizations/" +
                                world_.domain +
                                "/DiscoverySearchMailbox{D919BA05-46A6-415f-80AD-7E09334BB852}";
    const std::string group = world_.forest + "/Microsoft Exchange Hosted Organizations/" +
                              world_.domain + "/Discovery Management";
    for (int day = 0; day < world_.days; day += 2) {
      std::string address;
      if (random_.chance(50)) address = world_.network(Network::Use::provider).address(random_);
      const Instant time = world_.at(day, 3, random_.between(0, 59));
      story_.facts.audit.push_back(writer_.system_cmdlet(time, address, "Add-MailboxPermission",
                                                         mailbox,
                                                         {{"DomainController", ""},
                                                          {"Identity", mailbox},
                                                          {"User", group},
                                                          {"AccessRights", "FullAccess"}}));
      story_.facts.audit.push_back(
          writer_.system_cmdlet(time + minute_ms, {}, "Set-Mailbox", mailbox,
                                {{"RecoverableItemsQuota", "30 GB (32,212,254,720 bytes)"},
                                 {"Force", "True"},
                                 {"Identity", mailbox}}));
    }
    innocent({"R13", "R15", "R16"}, {}, "DiscoverySearchMailbox", "medium",
             "the service's own housekeeping");
  }

  DirectoryAct act(Instant time, const char* activity, const char* category,
                   std::vector<DirectoryAct::Target> targets, std::vector<Property> changes) {
    DirectoryAct out;
    out.time = time;
    out.id = random_.guid();
    out.correlation = random_.guid();
    out.activity = activity;
    out.category = category;
    out.actor = &world_.person(world_.administrator);
    out.targets = std::move(targets);
    out.changes = std::move(changes);
    return out;
  }

  void administrator_at_work() {
    const Person& admin = world_.person(world_.administrator);
    const Person& forgetful = someone();
    int day = some_day();
    const DirectoryAct::Target user{"User", forgetful.id, {}, forgetful.upn};
    story_.facts.directory.push_back(
        act(office_hours(day), "Reset user password", "UserManagement", {user}, {}));
    const std::string upn = "nouvelle.recrue@" + world_.domain;
    const DirectoryAct::Target hired{"User", random_.guid(), {}, upn};
    const Instant time = office_hours(day);
    story_.facts.directory.push_back(
        act(time, "Add user", "UserManagement", {hired},
            {{"AccountEnabled", "[]", "[\r\n  true\r\n]"},
             {"UserPrincipalName", "[]", "[\r\n  \"" + upn + "\"\r\n]"}}));
    story_.facts.directory.push_back(act(
        time + 5 * minute_ms, "Add member to group", "GroupManagement", {hired},
        {{"Group.ObjectID", "", random_.guid()}, {"Group.DisplayName", "", "Tous les agents"}}));
    day = some_day();
    const std::string shared = "secretariat-direction";
    cmdlet(admin, day, apps::exchange_admin, "Add-MailboxPermission", shared,
           {{"Identity", shared},
            {"User", world_.person(world_.secretary).upn},
            {"AccessRights", "FullAccess"},
            {"InheritanceType", "All"}});
    cmdlet(admin, day, apps::exchange_admin, "Set-TransportRule", "Mention légale",
           {{"Identity", "Mention légale"}, {"ApplyHtmlDisclaimerText", "<p>Ce message…</p>"}});
    innocent({}, {admin.upn}, "", "high", "an administrator's ordinary work, and the responders");
  }

  Consent consent(const char* name, const char* publisher, std::string scope, const Person* who,
                  Instant time) {
    Consent out;
    out.app_id = random_.guid();
    out.service_principal = random_.guid();
    out.app_name = name;
    out.publisher = publisher;
    out.verified_publisher = std::to_string(random_.between(1000000, 9999999));
    out.reply_url = "https://app.cabinet-lumen.example/signin";
    out.owner_tenant = random_.guid();
    out.scope = std::move(scope);
    out.who = who;
    out.created = time;
    return out;
  }

  void granted(const Consent& consent, const Person& by) {
    auto out =
        act(consent.created, "Consent to application", "ApplicationManagement",
            {{"ServicePrincipal", consent.service_principal, consent.app_name, {}}},
            {{"ConsentContext.IsAdminConsent", "", consent.who == nullptr ? "True" : "False"},
             {"ConsentContext.OnBehalfOfAll", "", consent.who == nullptr ? "True" : "False"},
             {"ConsentAction.Permissions", "",
              fmt::format("[] => [[Id: {}, ClientId: {}, PrincipalId: {}, ResourceId: {}, "
                          "ConsentType: {}, Scope: {}]]; ",
                          random_.token(), consent.service_principal,
                          consent.who == nullptr ? "" : by.id, world_.graph,
                          consent.who == nullptr ? "AllPrincipals" : "Principal", consent.scope)},
             {"TargetId.ServicePrincipalNames", "", consent.app_id}});
    out.actor = &by;
    story_.facts.directory.push_back(std::move(out));
    innocent({"R14"}, {}, consent.app_name, "high", "an application that the hospital chose");
    story_.state.consents.push_back(consent);
  }

  void honest_consents() {
    const Instant first = office_hours(some_day());
    granted(consent("Planning Bloc", "Cabinet Lumen", "openid profile User.Read Calendars.Read",
                    nullptr, first),
            world_.person(world_.administrator));
    const Person& user = someone();
    const Instant second = office_hours(some_day());
    granted(consent("Signature Facile", "Cabinet Lumen", "openid profile User.Read offline_access",
                    &user, second),
            user);
  }

  // A new telephone, registered from the office by its owner.
  void honest_device() {
    const Person& owner = someone();
    const int day = some_day();
    const Instant time = office_hours(day);
    story_.facts.sign_ins.push_back(plain_sign_in(owner, time - 2 * minute_ms, desk(owner, day),
                                                  apps::security_info, apps::graph, random_));
    auto method =
        act(time, "User registered security info", "UserManagement",
            {{"User", owner.id, {}, owner.upn}}, {{"MethodType", "", "Mobile phone SMS"}});
    method.service = "Authentication Methods";
    method.actor = &owner;
    method.in_audit_log = false;
    story_.facts.directory.push_back(std::move(method));
    auto update = act(time, "Update user", "UserManagement", {{"User", owner.id, {}, owner.upn}},
                      {{"StrongAuthenticationMethod", R"([{"MethodType":6,"Default":true}])",
                        R"([{"MethodType":6,"Default":true},{"MethodType":5,"Default":false}])"},
                       {"Included Updated Properties", "", "StrongAuthenticationMethod"}});
    update.actor = &owner;
    story_.facts.directory.push_back(std::move(update));
    innocent({"R8", "R9"}, {owner.upn}, "", "high", "changed telephone, from the office");
  }

  // The communication officer writes to many partners every week, at the same hour.
  void newsletter() {
    const Person& officer = world_.person(world_.communication);
    for (int day = 1; day < world_.days; day += 7) {
      const Instant time = world_.at(day, 11, 0);
      const AuditWriter::Item item{"Lettre d’information du " + world_.hospital,
                                   writer_.message_id(), "\\Drafts", "lettre.pdf (301220b)"};
      const Client client = desk(officer, day);
      story_.facts.audit.push_back(writer_.item(time, officer, client, "Send", item));
      for (int i = 0; i < 48; ++i) {
        TracedMessage message;
        message.time = time + i * second_ms;
        message.sender = officer.upn;
        const auto n = static_cast<std::size_t>(i);
        message.recipient = fmt::format("{}@{}", names::partner_boxes[n % 10],
                                        names::partners[n % names::partners.size()]);
        message.subject = item.subject;
        message.message_id = item.message_id;
        message.trace_id = random_.guid();
        message.size = 310000;
        message.from_address = client.address;
        message.to_address = world_.network(Network::Use::partner_mail).address(random_);
        story_.facts.messages.push_back(std::move(message));
      }
    }
    innocent({"R17"}, {officer.upn}, "", "high", "a weekly letter to partners");
  }

  // Somebody empties old folders on a quiet afternoon.
  void spring_cleaning() {
    const Person& owner = someone();
    const int day = some_day();
    const Instant start = world_.at(day, 16, 5);
    const Client client = desk(owner, day);
    for (int i = 0; i < 14; ++i) {
      std::vector<AuditWriter::Item> items;
      for (int k = 0; k < 8; ++k) {
        const std::string subject(random_.pick(names::subjects));
        items.push_back({subject, writer_.message_id(), "\\Inbox", {}});
      }
      story_.facts.audit.push_back(writer_.items(start + i * minute_ms, owner, client,
                                                 i % 3 == 0 ? "HardDelete" : "SoftDelete", items));
    }
    innocent({"R18"}, {owner.upn}, "", "high", "old mail thrown away from the owner's desk");
  }

  // The screen of a meeting room signs in by device code from the hospital's own network.
  void meeting_room() {
    const Person& host = world_.person(world_.secretary);
    const int day = some_day();
    Client screen{world_.office_address(random_),
                  random_.guid(),
                  "Dalvik/2.1.0 (Linux; Android 10)",
                  "Android 10",
                  "Other",
                  nullptr};
    const Instant time = office_hours(day);
    auto row = plain_sign_in(host, time, screen, apps::teams, apps::graph, random_);
    row.interactive = false;
    row.transfer = "deviceCodeFlow";
    row.client_app = "Mobile Apps and Desktop clients";
    row.request = "OAuth2:Token";
    story_.facts.sign_ins.push_back(std::move(row));
    innocent({"R6"}, {host.upn}, "", "high", "a meeting-room screen, on the hospital's network");
  }

  // A program of the administrator's runs at every dawn, from the hospital.
  void nightly_script() {
    const Person& admin = world_.person(world_.administrator);
    const std::string address = world_.network(Network::Use::office).address(random_);
    for (int day = 0; day < world_.days; ++day) {
      const Client script{address, {}, "python-requests/2.31.0", "Other", "Other", nullptr};
      auto row =
          plain_sign_in(admin, world_.at(day, 5, 30), script, apps::office, apps::graph, random_);
      row.interactive = false;
      row.client_app = "Mobile Apps and Desktop clients";
      row.request = "OAuth2:Token";
      story_.facts.sign_ins.push_back(std::move(row));
    }
  }

  // Registered by its owner on the day it was handed over, at the hospital.
  void new_laptop() {
    const Person& owner = someone();
    const int day = some_day();
    const Instant time = office_hours(day);
    story_.facts.sign_ins.push_back(plain_sign_in(owner, time - 3 * minute_ms, desk(owner, day),
                                                  apps::broker, apps::registration, random_));
    Device laptop = owner.desktop;
    laptop.id = random_.guid();
    laptop.object_id = random_.guid();
    laptop.name += "B";
    const DirectoryAct::Target device{"Device", laptop.object_id, laptop.name, {}};
    auto added = act(time, "Add device", "Device", {device},
                     {{"DisplayName", "[]", "[\r\n  \"" + laptop.name + "\"\r\n]"},
                      {"DeviceId", "[]", "[\r\n  \"" + laptop.id + "\"\r\n]"}});
    auto owned =
        act(time + second_ms, "Add registered owner to device", "Device",
            {{"User", owner.id, {}, owner.upn}, device},
            {{"Device.ObjectID", "", laptop.object_id}, {"Device.DisplayName", "", laptop.name}});
    for (auto* made : {&added, &owned}) {
      made->actor = nullptr;
      made->actor_app = "Device Registration Service";
      story_.facts.directory.push_back(std::move(*made));
    }
    story_.state.devices.push_back(
        {&owner, laptop, time, world_.at(world_.incident_day, 8, 0), true});
    innocent({"R9"}, {owner.upn}, "", "high", "a new laptop, registered at the hospital");
  }

  // Leave of some months: mail goes to a colleague, and the director opens his inbox to his
  // assistant.
  void cover_for_a_colleague() {
    const Person& absent = someone();
    const Person& colleague = someone();
    int day = some_day();
    const Person& admin = world_.person(world_.administrator);
    cmdlet(admin, day, apps::exchange_admin, "Set-Mailbox", absent.alias,
           {{"Identity", writer_.mailbox_path(absent)},
            {"ForwardingAddress", writer_.mailbox_path(colleague)},
            {"DeliverToMailboxAndForward", "True"}});
    story_.state.forwardings.push_back({&absent, "", colleague.alias, true});
    innocent({"R11"}, {absent.upn}, "", "medium", "forwards to a colleague, inside");
    const Person& director = world_.person(world_.director);
    const Person& assistant = world_.person(world_.secretary);
    const std::string folder = director.alias + ":\\Inbox";
    day = 1;
    cmdlet(director, day, apps::exchange, "Add-MailboxFolderPermission", folder,
           {{"Identity", folder}, {"User", assistant.upn}, {"AccessRights", "Editor"}});
    story_.state.grants.push_back(
        {Grant::Kind::folder, &director, assistant.upn, "Editor", "Inbox"});
  }

  // Exchange sets the calendar of a team up by itself, from its own machine.
  void group_mailbox() {
    Person system;
    system.upn = system.spelled = system.key = system.sid = "S-1-5-18";
    system.mailbox_id = random_.guid();
    system.folder_seed = random_.token();
    const Client own{"::1", {}, "Client=WebServices;Action=ConfigureGroupMailbox", {}, {}, nullptr};
    const Instant time = office_hours(some_day());
    story_.facts.audit.push_back(writer_.folder_permission(
        time, system, own, "\\Calendar", "Owner@local",
        "ReadAny, Create, EditOwned, DeleteOwned, EditAny, DeleteAny, Visible"));
    innocent({"R13"}, {}, "S-1-5-18", "medium", "the service sets a team's calendar up");
  }

  const World& world_;
  Story& story_;
  Random random_;
  AuditWriter writer_;
  std::vector<const Person*> bystanders_;
};

}  // namespace

void tell_traps(const World& world, Story& story) {
  Traps(world, story).tell();
}

}  // namespace digue::exercise
