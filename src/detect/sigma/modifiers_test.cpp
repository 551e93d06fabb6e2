#include <doctest/doctest.h>

#include "detect/sigma/rule_testing.h"

namespace digue::detect::sigma {

using testing::matches;
using testing::refusal_of;

TEST_CASE("a value is the whole of the field's, case ignored, in any script") {
  CHECK(matches("  selection:\n    A: PowerShell", {{"A", "POWERshell"}}));
  CHECK_FALSE(matches("  selection:\n    A: powershell", {{"A", "powershell.exe"}}));
  CHECK(matches("  selection:\n    A: Éloïse", {{"A", "ÉLOÏSE"}}));
  CHECK(matches("  selection:\n    A: ПАРОЛЬ", {{"A", "пароль"}}));
  CHECK_FALSE(matches("  selection:\n    A: x", {{"a", "x"}}));
  CHECK(matches("  selection:\n    A: 0012", {{"A", "0012"}}));
}

TEST_CASE("contains, startswith and endswith") {
  CHECK(matches("  selection:\n    A|contains: bcd", {{"A", "aBCDe"}}));
  CHECK_FALSE(matches("  selection:\n    A|contains: bcd", {{"A", "abc"}}));
  CHECK(matches("  selection:\n    A|startswith: ab", {{"A", "ABc"}}));
  CHECK_FALSE(matches("  selection:\n    A|startswith: ab", {{"A", "cab"}}));
  CHECK(matches("  selection:\n    A|endswith: '\\cmd.exe'", {{"A", "C:\\CMD.exe"}}));
  CHECK_FALSE(matches("  selection:\n    A|endswith: '\\cmd.exe'", {{"A", "C:\\cmd.exe.txt"}}));
  CHECK(matches("  selection:\n    A|contains: ''", {{"A", "any"}}));
  CHECK_FALSE(matches("  selection:\n    A|contains: ''", {{"B", "any"}}));
}

TEST_CASE("with all, any form that a modifier makes of a value will do, and each value needs one") {
  const char* dashes = "  selection:\n    A|contains|windash|all: [' -on ', ' -pw ']";
  CHECK(matches(dashes, {{"A", "manage-bde -on D: -pw "}}));
  CHECK(matches(dashes, {{"A", "manage-bde /on D: -pw "}}));
  CHECK_FALSE(matches(dashes, {{"A", "manage-bde -on D: /on "}}));
  const char* offsets = "  selection:\n    A|base64offset|contains|all: [Hello, World]";
  CHECK(matches(offsets, {{"A", "SGVsbG8gV29ybGQ"}}));        // "Hello World"
  CHECK_FALSE(matches(offsets, {{"A", "SGVsbG8gSGVsbG8"}}));  // "Hello Hello"
}

TEST_CASE("several values are alternatives, and all of them with all") {
  const char* any = "  selection:\n    A|contains: [one, two]";
  const char* all = "  selection:\n    A|contains|all: [one, two]";
  CHECK(matches(any, {{"A", "a two"}}));
  CHECK_FALSE(matches(any, {{"A", "a three"}}));
  CHECK(matches(all, {{"A", "two, one"}}));
  CHECK_FALSE(matches(all, {{"A", "two"}}));
  CHECK(matches(all, {{"A", "one"}, {"A", "two"}}));
  CHECK_FALSE(matches("  selection:\n    A: []", {{"A", "x"}}));
}

TEST_CASE("cased minds the case, neq is the contrary") {
  CHECK(matches("  selection:\n    A|cased: aB", {{"A", "aB"}}));
  CHECK_FALSE(matches("  selection:\n    A|cased: aB", {{"A", "ab"}}));
  CHECK(matches("  selection:\n    A|contains|cased: LongText", {{"A", "a LongText b"}}));
  CHECK_FALSE(matches("  selection:\n    A|contains|cased: LongText", {{"A", "a longtext b"}}));
  CHECK(matches("  selection:\n    A|neq: x", {{"A", "y"}}));
  CHECK_FALSE(matches("  selection:\n    A|neq: x", {{"A", "X"}}));
  CHECK_FALSE(matches("  selection:\n    A|neq: [x, y]", {{"A", "y"}}));
}

TEST_CASE("re is a case-sensitive search, with the flags i, m and s") {
  CHECK(matches("  selection:\n    A|re: 'b.d'", {{"A", "abcde"}}));
  CHECK_FALSE(matches("  selection:\n    A|re: 'b.d'", {{"A", "aBcDe"}}));
  CHECK(matches("  selection:\n    A|re|i: 'b.d'", {{"A", "aBcDe"}}));
  CHECK_FALSE(matches("  selection:\n    A|re: '^two'", {{"A", "one\ntwo"}}));
  CHECK(matches("  selection:\n    A|re|m: '^two'", {{"A", "one\ntwo"}}));
  CHECK_FALSE(matches("  selection:\n    A|re: 'one.two'", {{"A", "one\ntwo"}}));
  CHECK(matches("  selection:\n    A|re|i|s: 'ONE.two'", {{"A", "one\ntwo"}}));
  CHECK(matches("  selection:\n    A|re: '(?<!x)y(?=z)'", {{"A", "yz"}}));
  CHECK(refusal_of("  selection:\n    A|re: '('").find("refused") != std::string::npos);
  CHECK(refusal_of("  selection:\n    A|contains|i: x").find("“i”") != std::string::npos);
}

TEST_CASE("an expression that would take for ever is given up and counted") {
  const Loaded loaded = testing::load(testing::rule_with("  selection:\n    A|re: '^(a+)+$'"));
  RuleMatcher matcher(loaded.rules);
  const std::string text(4000, 'a');
  const std::string ends = text + "!";
  matcher.record().add(loaded.rules.names().find("A"), ends);
  CHECK(matcher.match(*loaded.rules.bucket("Security", 1)).empty());
  CHECK(matcher.given_up() == 1);
}

TEST_CASE("base64 and base64offset find a text inside what is encoded") {
  CHECK(matches("  selection:\n    A|base64|contains: foobar", {{"A", "x Zm9vYmFy y"}}));
  CHECK_FALSE(matches("  selection:\n    A|base64|contains: foobar", {{"A", "foobar"}}));
  const char* anywhere = "  selection:\n    A|base64offset|contains: /bin/bash";
  CHECK(matches(anywhere, {{"A", "L2Jpbi9iYXNo"}}));          // /bin/bash
  CHECK(matches(anywhere, {{"A", "YS9iaW4vYmFzaA=="}}));      // a/bin/bash
  CHECK(matches(anywhere, {{"A", "YWEvYmluL2Jhc2ggLWk="}}));  // aa/bin/bash -i
  CHECK_FALSE(matches(anywhere, {{"A", "L2Jpbi96c2g="}}));    // /bin/zsh
}

TEST_CASE("wide and the utf16 forms rewrite the value before it is encoded") {
  CHECK(matches("  selection:\n    A|wide|base64offset|contains: ping",
                {{"A", "cABpAG4AZwAgADEA"}}));  // p\0i\0n\0g\0 \0001\0
  CHECK_FALSE(matches("  selection:\n    A|wide|base64offset|contains: ping", {{"A", "cGluZyAx"}}));
  CHECK(matches("  selection:\n    A|utf16le|base64: ab", {{"A", "YQBiAA=="}}));
  CHECK(matches("  selection:\n    A|utf16be|base64: ab", {{"A", "AGEAYg=="}}));
  CHECK(matches("  selection:\n    A|utf16|base64: ab", {{"A", "//5hAGIA"}}));
  CHECK_FALSE(matches("  selection:\n    A|utf16be|base64: ab", {{"A", "YQBiAA=="}}));
  CHECK(refusal_of("  selection:\n    A|base64: 'a*'").find("wildcards") != std::string::npos);
}

TEST_CASE("windash takes every dash that begins an option") {
  const char* detection = "  selection:\n    A|windash|contains: ' -s -t'";
  for (const auto* text : {"x -s -t", "x /s -t", "x /s /t", "x –s —t", "x ―s /t"})
    CHECK(matches(detection, {{"A", text}}));
  CHECK_FALSE(matches(detection, {{"A", "x +s -t"}}));
  CHECK_FALSE(matches("  selection:\n    A|windash: 'a-b'", {{"A", "a/b"}}));
  CHECK(refusal_of("  selection:\n    A|windash: '-a -b -c -d -e'").find("dashes") !=
        std::string::npos);
}

TEST_CASE("cidr holds addresses of both kinds") {
  const char* detection = "  selection:\n    A|cidr: ['10.1.0.0/20', 'fe80::/10']";
  CHECK(matches(detection, {{"A", "10.1.15.255"}}));
  CHECK(matches(detection, {{"A", "::ffff:10.1.2.3"}}));
  CHECK(matches(detection, {{"A", "FE80::1"}}));
  CHECK_FALSE(matches(detection, {{"A", "10.1.16.0"}}));
  CHECK_FALSE(matches(detection, {{"A", "fec0::1"}}));
  CHECK_FALSE(matches(detection, {{"A", "-"}}));
  CHECK(refusal_of("  selection:\n    A|cidr: '10.0.0.0/33'").find("10.0.0.0/33") !=
        std::string::npos);
}

TEST_CASE("numbers are compared as numbers") {
  CHECK(matches("  selection:\n    A|lt: 10", {{"A", "9"}}));
  CHECK_FALSE(matches("  selection:\n    A|lt: 10", {{"A", "10"}}));
  CHECK(matches("  selection:\n    A|lte: 10", {{"A", "10"}}));
  CHECK_FALSE(matches("  selection:\n    A|lte: 10", {{"A", "10.5"}}));
  CHECK(matches("  selection:\n    A|gt: 9", {{"A", "10"}}));
  CHECK_FALSE(matches("  selection:\n    A|gt: 9", {{"A", "9"}}));
  CHECK(matches("  selection:\n    A|gte: 16", {{"A", "0x10"}}));
  CHECK_FALSE(matches("  selection:\n    A|gte: 16", {{"A", "sixteen"}}));
  CHECK(refusal_of("  selection:\n    A|gt: many").find("many") != std::string::npos);
}

TEST_CASE("parts of a moment are taken in UTC") {
  const testing::Record record = {{"A", "2026-01-01T23:45:07Z"}};  // a Thursday
  CHECK(matches("  selection:\n    A|hour: 23", record));
  CHECK_FALSE(matches("  selection:\n    A|hour: 22", record));
  CHECK(matches("  selection:\n    A|hour|gte: 20", record));
  CHECK(matches("  selection:\n    A|minute: 45", record));
  CHECK(matches("  selection:\n    A|day: 1", record));
  CHECK(matches("  selection:\n    A|week: 1", record));
  CHECK(matches("  selection:\n    A|week: 53", {{"A", "2027-01-01T00:00:00Z"}}));
  CHECK(matches("  selection:\n    A|month: 1", record));
  CHECK(matches("  selection:\n    A|year: 2026", record));
  CHECK_FALSE(matches("  selection:\n    A|year: 2026", {{"A", "yesterday"}}));
}

TEST_CASE("exists asks for the field, whatever it holds") {
  CHECK(matches("  selection:\n    A|exists: true", {{"A", ""}}));
  CHECK_FALSE(matches("  selection:\n    A|exists: true", {{"B", "x"}}));
  CHECK(matches("  selection:\n    A|exists: false", {{"B", "x"}}));
  CHECK_FALSE(matches("  selection:\n    A|exists: false", {{"A", "x"}}));
  CHECK(refusal_of("  selection:\n    A|exists: maybe").find("maybe") != std::string::npos);
}

TEST_CASE("fieldref compares with another field") {
  CHECK(matches("  selection:\n    A|fieldref: B", {{"A", "x"}, {"B", "X"}}));
  CHECK_FALSE(matches("  selection:\n    A|fieldref: B", {{"A", "x"}, {"B", "y"}}));
  CHECK_FALSE(matches("  selection:\n    A|fieldref: B", {{"A", "x"}}));
  CHECK(matches("  selection:\n    A|fieldref|endswith: B", {{"A", "C:\\x"}, {"B", "x"}}));
  CHECK_FALSE(matches("  selection:\n    A|fieldref|startswith: B", {{"A", "C:\\x"}, {"B", "x"}}));
  CHECK_FALSE(matches("  selection:\n    A|fieldref|cased: B", {{"A", "x"}, {"B", "X"}}));
}

TEST_CASE("expand puts the organisation's own values in, and says which lack") {
  Choice choice;
  choice.placeholders["admins"] = {"alice", "adm_*"};
  const char* detection = "  selection:\n    A|expand: '%admins%'";
  CHECK(matches(detection, {{"A", "Alice"}}, choice));
  CHECK(matches(detection, {{"A", "adm_bob"}}, choice));
  CHECK_FALSE(matches(detection, {{"A", "bob"}}, choice));
  CHECK(matches("  selection:\n    A|contains|expand: 'x%admins%y'", {{"A", "-xalicey-"}}, choice));
  CHECK(refusal_of(detection).find("%admins%") != std::string::npos);
  CHECK(matches("  selection:\n    A: '%admins%'", {{"A", "%admins%"}}));
}

TEST_CASE("wildcards, and a backslash before what is meant as a letter") {
  CHECK(matches("  selection:\n    A: 'a*d?f'", {{"A", "abcdef"}}));
  CHECK_FALSE(matches("  selection:\n    A: 'a*d?f'", {{"A", "abcdf"}}));
  CHECK(matches("  selection:\n    A: 'a?c'", {{"A", "aéc"}}));
  CHECK(matches("  selection:\n    A: 'a\\*'", {{"A", "a*"}}));
  CHECK_FALSE(matches("  selection:\n    A: 'a\\*'", {{"A", "ab"}}));
  CHECK(matches("  selection:\n    A: 'C:\\\\*'", {{"A", "C:\\x"}}));
  CHECK_FALSE(matches("  selection:\n    A: 'C:\\\\*'", {{"A", "C:x"}}));
  CHECK(matches("  selection:\n    A: 'C:\\dir\\x'", {{"A", "C:\\dir\\x"}}));
  CHECK(matches("  selection:\n    A|contains: '\\\\\\\\srv'", {{"A", "\\\\srv\\c$"}}));
  CHECK(matches("  selection:\n    A: '*'", {{"A", "x"}}));
  CHECK_FALSE(matches("  selection:\n    A: '*'", {{"B", "x"}}));
  CHECK(matches("  selection:\n    A|contains: 'b*d'", {{"A", "abxde"}}));
  CHECK_FALSE(matches("  selection:\n    A|contains: 'b*d'", {{"A", "adxbe"}}));
}

TEST_CASE("null is a field that lacks or holds nothing, an empty text is empty") {
  CHECK(matches("  selection:\n    A: null", {{"B", "x"}}));
  CHECK(matches("  selection:\n    A:", {{"A", "", true}}));
  CHECK_FALSE(matches("  selection:\n    A: null", {{"A", "x"}}));
  CHECK_FALSE(matches("  selection:\n    A: null", {{"A", ""}}));
  CHECK(matches("  selection:\n    A: ''", {{"A", ""}}));
  CHECK(matches("  selection:\n    A: ''", {{"A", "", true}}));
  CHECK_FALSE(matches("  selection:\n    A: ''", {{"A", "x"}}));
  CHECK_FALSE(matches("  selection:\n    A: ''", {{"B", "x"}}));
  CHECK(matches("  selection:\n    A: [x, null]", {{"B", "y"}}));
}

TEST_CASE("what is no modifier, or goes with no other, is refused by name") {
  CHECK(refusal_of("  selection:\n    A|contain: x").find("“contain”") != std::string::npos);
  CHECK(refusal_of("  selection:\n    A|re|cidr: x").find("do not go together") !=
        std::string::npos);
  CHECK(refusal_of("  selection:\n    A|re|contains: x").find("do not go together") !=
        std::string::npos);
  CHECK(refusal_of("  selection:\n    '|cidr': 10.0.0.0/8").find("name of a field") !=
        std::string::npos);
}

}  // namespace digue::detect::sigma
