#include "produce/containment/containment.h"

#include <doctest/doctest.h>

#include "base/text.h"

using namespace digue;
using namespace digue::produce::containment;
using finding::Subject;

static Request request() {
  Request request;
  request.incident = "INC-1";
  request.author = "Claire Morel";
  request.written = *parse_rfc3339("2026-03-08T02:11:07Z");
  request.zone = *Zone::named("Europe/Paris");
  request.language = Language::english;
  return request;
}

static Subject rule(const std::string& name) {
  return {"inbox-rule", "compta@hopital.example\\" + name, name, "compta@hopital.example", {}};
}

static const Script& script_of(const std::vector<Script>& scripts, Measure measure) {
  for (const Script& script : scripts)
    if (script.measure == measure) return script;
  FAIL("no such script");
  return scripts.front();
}

static bool says(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

TEST_CASE("a script starts with a byte order mark and ends its lines as Windows does") {
  Request asked = request();
  asked.subjects = {rule("Règle d’absence")};
  const auto scripts = make_scripts(asked);
  const std::string& text = script_of(scripts, Measure::inbox_rules).text;
  CHECK(text.starts_with("\xEF\xBB\xBF#Requires"));
  CHECK(says(text, "'Règle d’’absence'"));
  for (std::size_t i = 0; i < text.size(); ++i)
    if (text[i] == '\n') REQUIRE(text[i - 1] == '\r');
}

TEST_CASE("both times stand in the header, with the zone") {
  Request asked = request();
  asked.subjects = {rule("a")};
  const auto scripts = make_scripts(asked);
  const std::string& text = script_of(scripts, Measure::inbox_rules).text;
  CHECK(says(text, "2026-03-08T02:11:07Z (UTC), 2026-03-08 03:11:07 +01:00 (Europe/Paris)"));
}

TEST_CASE("the state is saved before the first action") {
  Request asked = request();
  asked.accounts = {"compta@hopital.example"};
  for (const Script& script : make_scripts(asked)) {
    INFO(script.file);
    const auto saved = script.text.find("\nSave-State ");
    REQUIRE(saved != std::string::npos);
    CHECK(saved < script.text.find("\nInvoke-Action "));
  }
}

TEST_CASE("a rule whose name hides something is a task to do by hand") {
  Request asked = request();
  asked.subjects = {rule("a\n$(Remove-Item C:\\)"), rule("facture\u202Exslx.exe")};
  const auto scripts = make_scripts(asked);
  const Script& script = script_of(scripts, Measure::inbox_rules);
  CHECK(script.actions == 0);
  REQUIRE(script.by_hand.size() == 2);
  CHECK(says(script.by_hand[0].english, "a‹U+000A›$(Remove-Item C:\\)"));
  CHECK(says(script.by_hand[1].english, "‹U+202E›"));
  CHECK_FALSE(says(script.text, "\u202E"));
  CHECK_FALSE(says(script.text, "\n$(Remove-Item"));
}

TEST_CASE("the system's own rules are left alone, and pointed at") {
  Request asked = request();
  asked.subjects = {rule("Junk E-Mail Rule"),
                    rule("Microsoft.Exchange.OOF.AllExternalSenders.Global"),
                    rule("Delegate Rule -7277482390"), rule("Delegate Rule -x")};
  const auto scripts = make_scripts(asked);
  const Script& script = script_of(scripts, Measure::inbox_rules);
  CHECK(script.by_hand.size() == 3);
  CHECK(script.actions == 1);
}

TEST_CASE("a rule that was disabled already is not enabled by the reverse script") {
  Request asked = request();
  asked.subjects = {rule("was on"), rule("was off")};
  asked.subjects[1].state = {{"Enabled", "False"}};
  const auto scripts = make_scripts(asked);
  const Script& script = script_of(scripts, Measure::inbox_rules);
  CHECK(script.actions == 2);
  const auto off = script.reverse_text.find("Show-Task 1");
  REQUIRE(off != std::string::npos);
  CHECK(says(script.reverse_text.substr(off), "“was off” of the mailbox"));
  CHECK(says(script.reverse_text, "Invoke-Action 2"));
}

TEST_CASE("forwarding is put back as the evidence said that it stood") {
  Request asked = request();
  asked.subjects = {{"mailbox-forwarding",
                     "compta@hopital.example",
                     "",
                     "compta@hopital.example",
                     {{"ForwardingAddress", ""},
                      {"ForwardingSmtpAddress", "smtp:archive@out.example"},
                      {"DeliverToMailboxAndForward", "True"}}}};
  const auto scripts = make_scripts(asked);
  const Script& script = script_of(scripts, Measure::forwarding);
  CHECK(says(script.text, "-ForwardingAddress $null -ForwardingSmtpAddress $null"));
  CHECK(says(script.reverse_text,
             "-ForwardingAddress $null -ForwardingSmtpAddress 'smtp:archive@out.example' "
             "-DeliverToMailboxAndForward $true"));
  CHECK_FALSE(says(script.reverse_text, "Import-Clixml"));
}

TEST_CASE("forwarding that the evidence never showed is put back from what the script saved") {
  Request asked = request();
  asked.accounts = {"compta@hopital.example"};
  const auto scripts = make_scripts(asked);
  const Script& script = script_of(scripts, Measure::forwarding);
  CHECK(says(script.text, "Save-State 'mailbox-1'"));
  CHECK(
      says(script.reverse_text, "Import-Clixml -LiteralPath (Join-Path $From 'mailbox-1.clixml')"));
  CHECK(says(script.reverse_text, "[string]$From = $(throw "));
}

TEST_CASE("the same subject in two findings is one action") {
  finding::Finding first, second;
  first.severity = second.severity = finding::Severity::high;
  first.subjects = {rule("a")};
  second.subjects = {rule("a"), rule("b")};
  const finding::Finding findings[] = {first, second};
  CHECK(subjects_of(findings).size() == 2);
  CHECK(subjects_of(findings, finding::Severity::critical).empty());
}

TEST_CASE("comments and messages follow the language") {
  Request asked = request();
  asked.accounts = {"compta@hopital.example"};
  asked.language = Language::french;
  const auto scripts = make_scripts(asked);
  CHECK(says(scripts.front().text, "Pour annuler"));
  CHECK_FALSE(says(scripts.front().text, "To undo"));
}

TEST_CASE("an account alone gives the measures in the order of the sheet") {
  Request asked = request();
  asked.accounts = {"compta@hopital.example"};
  std::string order;
  for (const Script& script : make_scripts(asked)) (order += ' ') += measure_code(script.measure);
  CHECK(order == " C1 C2 C3 C4 C5 C6 C7 C9");
}

TEST_CASE("nothing known is nothing to run") {
  CHECK(make_scripts(request()).empty());
}

TEST_CASE("an account that was blocked already is not unblocked by the reverse script") {
  Request asked = request();
  asked.accounts = {"compta@hopital.example"};
  asked.subjects = {{"account", "Compta@hopital.example", "", "", {{"AccountEnabled", "False"}}}};
  const auto scripts = make_scripts(asked);
  const Script& script = script_of(scripts, Measure::block_account);
  CHECK(script.actions == 1);
  CHECK(script.reverse_text.empty());
}

TEST_CASE("a new password is typed, and stands neither in the script nor on the screen") {
  Request asked = request();
  asked.accounts = {"compta@hopital.example"};
  const auto scripts = make_scripts(asked);
  const Script& script = script_of(scripts, Measure::reset_password);
  CHECK(says(script.text, "-AsSecureString"));
  CHECK(script.reverse_text.empty());
  CHECK(says(script.text, "To undo: impossible, and not wanted"));
}

TEST_CASE("an authentication method known by name only must be the only one of that name") {
  Request asked = request();
  asked.subjects = {{"authentication-method", "iPhone", "iPhone", "compta@hopital.example", {}},
                    {"authentication-method",
                     "3179e48a-750b-4051-897c-87b9720928f7",
                     "+33 6 00 00 00 00",
                     "compta@hopital.example",
                     {{"PhoneNumber", "+33 600000000"}}}};
  const auto scripts = make_scripts(asked);
  const Script& script = script_of(scripts, Measure::second_factor);
  CHECK(says(script.text, "-ceq 'iPhone' } | Select-Single"));
  CHECK(says(script.text, "$_.Id -ceq '3179e48a-750b-4051-897c-87b9720928f7' }"));
  CHECK(says(script.reverse_text, "-PhoneNumber '+33 600000000'"));
}

TEST_CASE("what is ours, or serves very many people, is not blocked") {
  Request asked = request();
  asked.own_domains = {"hopital.example"};
  asked.blocked = {"x@mail.hopital.example", "gmail.com", "fraude@gmail.com", "203.0.113.77",
                   "https://login.hopital.example.attacker.example/x"};
  const auto scripts = make_scripts(asked);
  const Script& script = script_of(scripts, Measure::mail_flow);
  CHECK(script.by_hand.size() == 2);
  CHECK(script.actions == 3);
  CHECK(says(script.text, "-IPBlockList @{ Add = '203.0.113.77' }"));
  CHECK(says(script.reverse_text, "-IPBlockList @{ Remove = '203.0.113.77' }"));
}

TEST_CASE("logs are never turned off by a reverse script") {
  Request asked = request();
  asked.accounts = {"compta@hopital.example"};
  const auto scripts = make_scripts(asked);
  const Script& script = script_of(scripts, Measure::audit_logs);
  CHECK_FALSE(says(script.reverse_text, "IngestionEnabled $false"));
  CHECK_FALSE(says(script.reverse_text, "-AuditEnabled $false"));
  CHECK(says(script.reverse_text, "-LitigationHoldEnabled $false"));
}

TEST_CASE("an application is disabled once, whatever the number of findings") {
  Request asked = request();
  const std::string id = "637a72b7-0000-4abc-8def-0123456789ab";
  asked.subjects = {{"consent", "grant-1", "rnicrosoft", "a@b.example", {{"AppId", id}}},
                    {"consent", "grant-2", "rnicrosoft", "c@b.example", {{"AppId", id}}},
                    {"application", id, "rnicrosoft", "", {}}};
  const auto scripts = make_scripts(asked);
  CHECK(script_of(scripts, Measure::applications).actions == 2);
}

TEST_CASE("an account that findings only mention is looked into, not blocked") {
  Request asked = request();
  asked.accounts = {"compta@hopital.example"};
  asked.subjects = {{"account", "victime@hopital.example", "", "victime@hopital.example", {}}};
  const auto scripts = make_scripts(asked);
  const Script& script = script_of(scripts, Measure::block_account);
  CHECK(script.actions == 1);
  CHECK_FALSE(says(script.text, "-UserId 'victime@hopital.example'"));
  CHECK(says(script.by_hand.back().english, "victime@hopital.example"));
}

TEST_CASE("a right to send under both forms is removed under both") {
  Request asked = request();
  asked.subjects = {
      {"send-permission",
       "compta@hopital.example",
       "x@out.example",
       "compta@hopital.example",
       {{"User", "x@out.example"}, {"AccessRights", "SendAs"}, {"AccessRights", "SendOnBehalf"}}}};
  const auto scripts = make_scripts(asked);
  const Script& script = script_of(scripts, Measure::forwarding);
  CHECK(script.actions == 2);
  CHECK(says(script.text, "Remove-RecipientPermission"));
  CHECK(says(script.text, "-GrantSendOnBehalfTo @{ Remove = 'x@out.example' }"));
}
