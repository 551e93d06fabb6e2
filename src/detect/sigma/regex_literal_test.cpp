#include "detect/sigma/regex_literal.h"

#include <doctest/doctest.h>

#include "detect/sigma/fold.h"
#include "detect/sigma/regex.h"

namespace digue::detect::sigma {

TEST_CASE("the longest plain run that an expression can't do without") {
  CHECK(required_literal("abc") == "abc");
  CHECK(required_literal("a.bcd") == "bcd");
  CHECK(required_literal("abc?d") == "ab");
  CHECK(required_literal("abc*def") == "def");
  CHECK(required_literal("abc+de") == "abc");
  CHECK(required_literal("abc{0,2}d") == "ab");
  CHECK(required_literal("xé?yy") == "yy");
  CHECK(required_literal("\\\\tools\\.exe$") == "\\tools.exe");
  CHECK(required_literal("[abc]def(ghijk)?lmno") == "lmno");
  CHECK(required_literal("a\\dbcd\\s+e") == "bcd");
  CHECK(required_literal("(?i)invoke-\\w+") == "invoke-");
  CHECK(required_literal("x[]y]zz") == "zz");
}

TEST_CASE("where it cannot be told, nothing is required") {
  for (const auto* expression :
       {"abc|def", "(?x) a b c", "(?ix)abc", "\\Qa.b\\E", "\\x41bcd", "(*UTF)abc", "[[:alpha:]]abc",
        "(?#note)abc", "\\p{L}abc", "a{", "", "\\1abc"})
    CHECK(required_literal(expression).empty());
}

TEST_CASE("a text that an expression is found in holds its literal") {
  struct Sample {
    const char *expression, *text;
  };
  const Sample samples[] = {{"(?i)KELVIN.*x",
                             "\xe2\x84\xaa"
                             "elvin x"},
                            {"ab(c|d(e|f))+gh", "abdfcgh"},
                            {"a(?:b[)]c|x)y+zz", "ab)cyyyzz"},
                            {"\\(\\s*new\\)", "(  new)"},
                            {"x{2}yz{1,3}", "xxyz"}};
  RegexRun run;
  for (const auto& [expression, text] : samples) {
    CAPTURE(expression);
    const auto regex = Regex::compile(expression, {});
    REQUIRE(regex.has_value());
    CHECK(regex->found_in(text, run));
    CHECK(folded(text).find(folded(required_literal(expression))) != std::string::npos);
  }
}

}  // namespace digue::detect::sigma
