// Writes what tests/powershell_syntax checks with a parser that is not ours: scripts for every kind
// of subject under hostile names, in both languages, and thousands of random literals.
#include <doctest/doctest.h>

#include <array>
#include <filesystem>
#include <random>
#include <string>

#include "base/file.h"
#include "base/json_writer.h"
#include "produce/containment/containment.h"
#include "produce/powershell.h"

using namespace digue;
using namespace digue::produce;

static const std::filesystem::path folder = DIGUE_BINARY_DIR "/powershell";

static void append_utf8(std::string& text, char32_t code) {
  if (code < 0x80) {
    text += static_cast<char>(code);
  } else if (code < 0x800) {
    text += static_cast<char>(0xC0 | (code >> 6));
    text += static_cast<char>(0x80 | (code & 0x3F));
  } else if (code < 0x10000) {
    text += static_cast<char>(0xE0 | (code >> 12));
    text += static_cast<char>(0x80 | ((code >> 6) & 0x3F));
    text += static_cast<char>(0x80 | (code & 0x3F));
  } else {
    text += static_cast<char>(0xF0 | (code >> 18));
    text += static_cast<char>(0x80 | ((code >> 12) & 0x3F));
    text += static_cast<char>(0x80 | ((code >> 6) & 0x3F));
    text += static_cast<char>(0x80 | (code & 0x3F));
  }
}

// Half of the characters are those that mean something to a shell; the rest come from all planes.
static std::string hostile_name(std::mt19937& random) {
  static constexpr std::u32string_view telling =
      U"'\"`$(){};|&<>@#%!*?[]\\/-, "
      U"\u2018\u2019\u201A\u201B\u201C\u201D\u201E\u2013\u2014\u00A0éŒ0aZ";
  static constexpr std::array<char32_t, 4> tops = {0x7F, 0x7FF, 0xFFFD, 0x10FFFF};
  std::string name;
  for (auto left = 1 + random() % 12; left > 0; --left) {
    char32_t code = telling[random() % telling.size()];
    if (random() % 2 == 0) code = static_cast<char32_t>(random() % (tops[random() % 4] + 1));
    append_utf8(name, code >= 0xD800 && code <= 0xDFFF ? U'\'' : code);
  }
  return name;
}

TEST_CASE("random literals are written for the independent parser") {
  std::mt19937 random(20261122);
  std::string lines;
  for (int i = 0; i < 5000; ++i) {
    const std::string name = hostile_name(random);
    JsonWriter json;
    json.begin_object().member("name", name).key("literal");
    if (const auto literal = quoted(name))
      json.text(*literal);
    else
      json.null();
    lines += json.end_object().take() + '\n';
  }
  std::filesystem::create_directories(folder);
  REQUIRE(DiskFiles().write(folder / "literals.jsonl", lines));
}

static std::vector<finding::Subject> every_kind(const std::string& name) {
  const std::string box = "compta@hopital.example";
  const std::string id = "637a72b7-0000-4abc-8def-0123456789ab";
  return {
      {"inbox-rule", box + "\\" + name, name, box, {}},
      {"inbox-rule", box + "\\7277482390001123329", name, box, {{"Enabled", "True"}}},
      {"mailbox-forwarding", box, "", box, {{"ForwardingSmtpAddress", name}}},
      {"mailbox-permission", box, "", box, {{"User", name}, {"AccessRights", "FullAccess"}}},
      {"send-permission", box, "", box, {{"Trustee", name}, {"AccessRights", "SendAs"}}},
      {"send-permission", box, "", box, {{"Trustee", name}, {"AccessRights", "SendOnBehalf"}}},
      {"folder-permission", box + ":\\" + name, "", box, {{"User", name}, {"AccessRights", name}}},
      {"folder-permission",
       box + ":\\Inbox",
       "",
       box,
       {{"User", "Default"}, {"AccessRights", name}}},
      {"transport-rule", name, name, "", {{"State", "Enabled"}}},
      {"consent", id, name, box, {{"AppId", id}}},
      {"application", id, name, "", {{"AppId", id}}},
      {"authentication-method", name, name, box, {{"MethodType", "PhoneAppNotification"}}},
      {"device", id, name, box, {}},
      {"device", name, name, box, {}},
      {"account", name, name, "", {}},
      {"role-member", name, name, box, {{"Role", name}}},
      {"audit-setting", box, name, box, {{"AuditBypassEnabled", "True"}}},
  };
}

static void write_scripts(const std::string& prefix, const containment::Request& request) {
  for (const containment::Script& script : containment::make_scripts(request)) {
    REQUIRE(DiskFiles().write(folder / (prefix + script.file), script.text));
    if (!script.reverse_file.empty())
      REQUIRE(DiskFiles().write(folder / (prefix + script.reverse_file), script.reverse_text));
  }
}

TEST_CASE("scripts under hostile names are written for the independent parser") {
  static constexpr const char* names[] = {"Règle d’absence",
                                          "' ; Remove-Item C:\\ ; '",
                                          "‘’‚‛",
                                          "$(calc)`n\"",
                                          ".",
                                          "{0} } -Change { {1}",
                                          "a\nRemove-Item C:\\",
                                          "#> @' \"@ \u201D ; exit"};
  int number = 0;
  for (const char* name : names) {
    containment::Request request;
    request.incident = name;
    request.author = name;
    request.written = *parse_rfc3339("2026-03-08T02:11:07Z");
    request.language = number % 2 == 0 ? Language::french : Language::english;
    request.subjects = every_kind(name);
    request.accounts = {name, "directeur@hopital.example"};
    request.blocked = {name, "fraude@out.example"};
    write_scripts(std::to_string(++number) + "-", request);
  }
}

// The tenant of tests/powershell_syntax/tenant.mjs, as findings describe it.
static std::vector<finding::Subject> intrusion() {
  const std::string box = "compta@hopital.example", guest = "x@out.example";
  return {
      {"inbox-rule",
       box + "\\7277482390001123329",
       "Règle d’absence ' $(x)",
       box,
       {{"Enabled", "True"}}},
      {"inbox-rule", box + "\\.", ".", box, {}},
      {"inbox-rule", box + "\\already off", "already off", box, {{"Enabled", "False"}}},
      {"inbox-rule", box + "\\Junk E-Mail Rule", "Junk E-Mail Rule", box, {}},
      {"mailbox-forwarding",
       box,
       "",
       box,
       {{"ForwardingAddress", ""},
        {"ForwardingSmtpAddress", "smtp:archive@out.example"},
        {"DeliverToMailboxAndForward", "True"}}},
      {"mailbox-permission", box, guest, box, {{"User", guest}, {"AccessRights", "FullAccess"}}},
      {"send-permission",
       box,
       guest,
       box,
       {{"User", guest}, {"AccessRights", "SendAs"}, {"AccessRights", "SendOnBehalf"}}},
      {"folder-permission",
       box + ":\\Inbox",
       guest,
       box,
       {{"User", guest}, {"AccessRights", "Owner"}}},
      {"folder-permission",
       box + ":\\Inbox",
       "Default",
       box,
       {{"User", "Default"}, {"AccessRights", "Reviewer"}}},
      {"transport-rule", "Journalisation “conformité”", "", "", {{"State", "Enabled"}}},
      {"application", "637a72b7-0000-4abc-8def-00000000000a", "rnicrosoft", "", {}},
      {"consent", "sp-1/u-1/r-1", "rnicrosoft", box, {}},
      {"application", "637a72b7-0000-4abc-8def-00000000000b", "Office", "", {}},
      {"authentication-method", "", "+33 600000000", box, {{"PhoneNumber", "+33 600000000"}}},
      {"device", "637a72b7-0000-4abc-8def-0000000000d1", "PC", box, {}},
      {"device", "EAS123", "iPhone", box, {}},
      {"role-member", box, "Exchange Administrator", box, {{"Role", "Exchange Administrator"}}},
  };
}

TEST_CASE(
    "scripts of one intrusion are written, to be run and undone on a tenant that is not one") {
  const auto undo = folder / "undo";
  std::filesystem::create_directories(undo);
  containment::Request request;
  request.incident = "INC-1";
  request.author = "Claire Morel";
  request.written = *parse_rfc3339("2026-03-08T02:11:07Z");
  request.accounts = {"compta@hopital.example", "directeur@hopital.example"};
  request.blocked = {"fraude@out.example", "203.0.113.77", "https://login.out.example/x",
                     "2001:db8::77"};
  write_scripts("undo/known-", request);  // names alone
  request.subjects = intrusion();
  write_scripts("undo/found-", request);
}
