#include "detect/sigma/regex_literal.h"

#include <doctest/doctest.h>

#include "detect/sigma/fold.h"
#include "detect/sigma/regex.h"

namespace digue::detect::sigma {

TEST_CASE("the longest plain run that an expression can't do without") {
  CHECK(needs_of("abc").literal == "abc");
  CHECK(needs_of("a.bcd").literal == "bcd");
  CHECK(needs_of("abc?d").literal == "ab");
  CHECK(needs_of("abc*def").literal == "def");
  CHECK(needs_of("abc+de").literal == "abc");
  CHECK(needs_of("abc{0,2}d").literal == "ab");
  CHECK(needs_of("xé?yy").literal == "yy");
  CHECK(needs_of("\\\\tools\\.exe$").literal == "\\tools.exe");
  CHECK(needs_of("[abc]def(ghijk)?lmno").literal == "lmno");
  CHECK(needs_of("a\\dbcd\\s+e").literal == "bcd");
  CHECK(needs_of("(?i)invoke-\\w+").literal == "invoke-");
  CHECK(needs_of("x[]y]zz").literal == "zz");
}

TEST_CASE("where it cannot be told, nothing is required") {
  for (const auto* expression :
       {"abc|def", "(?x) a b c", "(?ix)abc", "\\Qa.b\\E", "\\x41bcd", "(*UTF)abc", "[[:alpha:]]abc",
        "(?#note)abc", "\\p{L}abc", "a{", "", "\\1abc"})
    CHECK(needs_of(expression).literal.empty());
}

TEST_CASE("how often an expression asks for its most frequent letter") {
  const auto needs = needs_of("\\{.*\\{[{]*\\{?(\\{)");
  CHECK(needs.letter == '{');
  CHECK(needs.times == 2);
  CHECK(needs_of("aXbx(x|y)").times == 2);
  CHECK(needs_of("a|aa").times == 0);
  const auto regex = Regex::compile("x.*X", {.ignore_case = true});
  REQUIRE(regex.has_value());
  RegexRun run;
  CHECK(regex->found_in("aXbXc", "axbxc", run));
  CHECK_FALSE(regex->found_in("aXb", "axb", run));
}

TEST_CASE("a letter between two stars is taken at its first place, where that is sure") {
  CHECK(with_first_places("\\+.*\\+.*a") == "\\+[^\\x{2b}\\n]*+\\+[^\\x{61}\\n]*+a");
  CHECK(with_first_places("x.*ab.*c+") == "x.*ab.*c+");
  for (const auto* unsure : {"a.*b.*+c", "a.*b?", "(?s)a.*b.*c", "(a.*b.*c)", "a|a.*b.*c",
                             "a.*[b]c", "a.*\\dc", "a.*?b"})
    CHECK(with_first_places(unsure).find("[^\\x") == std::string::npos);
  RegexRun run;
  const auto found = [&](std::string_view expression, std::string_view text) {
    run.forget();
    const auto regex = Regex::compile(expression, {});
    REQUIRE(regex.has_value());
    return regex->found_in(text, folded(text), run);
  };
  CHECK(found("q.*b.*c", "q b c"));
  CHECK(found("q.*b.*c", "q b b xb c"));
  CHECK_FALSE(found("q.*b.*c", "q b\nc"));
  CHECK(found("q.*b.*c", "q b\nc q b c"));
  CHECK(found("q.*b.*bc", "q b b bc"));
  CHECK_FALSE(found("q.*b.*c", "q c b"));
  const std::string many(5000, '{');
  CHECK_FALSE(found("\\{.*\\{.*\\{.*\\{.*\\{.*\\{.*\\{.*\\{.*\\{.*x", many));
  CHECK(run.given_up() == 0);
}

TEST_CASE("what was looked for in a text is known until texts change") {
  const auto regex = Regex::compile("b.d", {});
  REQUIRE(regex.has_value());
  RegexRun run;
  std::string text = "abcd";
  CHECK(regex->found_in(text, text, run));
  text = "dbca";
  run.forget();
  CHECK_FALSE(regex->found_in(text, text, run));
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
    CHECK(regex->found_in(text, folded(text), run));
    CHECK(folded(text).find(folded(needs_of(expression).literal)) != std::string::npos);
  }
}

}  // namespace digue::detect::sigma
