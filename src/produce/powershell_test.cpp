#include "produce/powershell.h"

#include <doctest/doctest.h>

#include <string>

using namespace digue;
using namespace digue::produce;

TEST_CASE("a typographic apostrophe is doubled, because PowerShell takes it as a quote") {
  CHECK(quoted("Règle d’absence") == "'Règle d’’absence'");
  CHECK(quoted("'‘’‚‛") == "'''‘‘’’‚‚‛‛'");
}

TEST_CASE("double quotes, dollars and backticks mean nothing inside single quotes") {
  CHECK(quoted("“a” $(calc) `n \"b\" „c") == "'“a” $(calc) `n \"b\" „c'");
}

TEST_CASE("a name that a reviewer could not see is refused") {
  CHECK_FALSE(quoted("a\nb"));
  CHECK_FALSE(quoted(std::string_view("a\0b", 3)));
  CHECK_FALSE(quoted("facture\u202Excod.exe"));
  CHECK_FALSE(quoted("\u200B"));
  CHECK_FALSE(quoted("a\u2028b"));
  CHECK_FALSE(quoted("a\u0085b"));
  CHECK_FALSE(quoted("bad \xff byte"));
  CHECK_FALSE(quoted(std::string(longest_literal + 1, 'a')));
  CHECK(quoted(std::string(longest_literal, 'a')));
}

TEST_CASE("what is refused is shown on one line") {
  CHECK(shown("a\nb\u202E") == "a‹U+000A›b‹U+202E›");
  CHECK(shown("x\xff") == "x‹?›");
  CHECK(shown(std::string(300, 'a')) == std::string(200, 'a') + "…");
}

TEST_CASE("lists, switches and nothing are written as PowerShell writes them") {
  CHECK(quoted(std::vector<std::string>{"FullAccess", "it's"}) == "@('FullAccess', 'it''s')");
  CHECK_FALSE(quoted(std::vector<std::string>{"good", "bad\n"}));
  CHECK(quoted(std::optional<std::string>{}) == "$null");
  CHECK(quoted(true) == "$true");
}

static constexpr Template two_words{"Do-Thing -A {0} -B {1} | ForEach-Object { $_ } # {0}"};

TEST_CASE("a template takes words through the wall only") {
  CHECK(write<two_words>("a", "$(b)")->text() ==
        "Do-Thing -A 'a' -B '$(b)' | ForEach-Object { $_ } # 'a'");
  CHECK_FALSE(write<two_words>("a", "b\r"));
}

TEST_CASE("a guid is a guid to the last character") {
  CHECK(is_guid("637a72b7-0000-4abc-8def-0123456789AB"));
  CHECK_FALSE(is_guid("637a72b7-0000-4abc-8def-0123456789AB' or 1"));
  CHECK_FALSE(is_guid("637a72b7x0000-4abc-8def-0123456789ab"));
}
