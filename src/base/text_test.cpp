#include "base/text.h"

#include <doctest/doctest.h>

namespace digue {

TEST_CASE("UTF-8 is told from what only looks like it") {
  CHECK(is_utf8("Règle d’absence"));
  CHECK_FALSE(is_utf8("R\xe8gle"));
  CHECK_FALSE(is_utf8("\xc0\xaf"));          // overlong
  CHECK_FALSE(is_utf8("\xed\xa0\x80"));      // surrogate
  CHECK_FALSE(is_utf8("\xf4\x90\x80\x80"));  // beyond U+10FFFF
  CHECK(repaired_utf8("R\xe8gle") == "R\xef\xbf\xbdgle");
}

TEST_CASE("UTF-16 and Windows-1252 come out as UTF-8") {
  using namespace std::string_view_literals;
  CHECK(utf8_from_utf16("\xe9\0=\xd8\0\xde"sv, false) == "é😀");
  CHECK(utf8_from_utf16("\0\xe9"sv, true) == "é");
  CHECK(utf8_from_utf16("\0\xd8"sv, false) == "\xef\xbf\xbd");
  CHECK(utf8_from_windows_1252("d\x92"
                               "acc\xe8s \x80") == "d’accès €");
}

TEST_CASE("folding makes French words agree whatever their case and accents") {
  CHECK(folded("Éléments SUPPRIMÉS") == "elements supprimes");
  CHECK(folded("Exigence d’authentification") == "exigence d'authentification");
  CHECK(folded("Œuvre") == "oeuvre");
}

TEST_CASE("splitting keeps empty pieces") {
  CHECK(split("a;;b", ';').size() == 3);
  CHECK(split("", ';').size() == 1);
}

}  // namespace digue
