#include "base/sentence.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <regex>

#include "base/file.h"

namespace digue {

inline constexpr Sentence lost{"{1} lignes perdues dans {0}.", "{1} rows lost in {0}."};

TEST_CASE("a message says the same in both languages") {
  const Message message = tell<lost>("a.csv", 3);
  CHECK(message.french == "3 lignes perdues dans a.csv.");
  CHECK(message.english == "3 rows lost in a.csv.");
}

TEST_CASE("braces that come from evidence are left alone") {
  CHECK(tell<lost>("{1}{0}", 3).english == "3 rows lost in {1}{0}.");
}

inline constexpr Sentence read{"{0} {0|ligne lue|lignes lues} de {1}.",
                               "{0} {0|row|rows} read of {1}."};

TEST_CASE("words agree with their number, in each language by its own rule") {
  CHECK(tell<read>(0, "a").french == "0 ligne lue de a.");
  CHECK(tell<read>(0, "a").english == "0 rows read of a.");
  CHECK(tell<read>(1, "a").french == "1 ligne lue de a.");
  CHECK(tell<read>(1, "a").english == "1 row read of a.");
  CHECK(tell<read>(12, "a").french == "12 lignes lues de a.");
  CHECK(tell<read>(12, "a").english == "12 rows read of a.");
  CHECK(tell<read>(1, "{0|x|y}").english == "1 row read of {0|x|y}.");
}

// What the compiler does not see: "{0|one|many}" has two forms, and its number is an argument.
TEST_CASE("every form that a number chooses is well written") {
  const std::regex begun("\\{[0-9]\\|"), whole(R"(\{[0-9]\|[^{}|]+\|[^{}|]+\})");
  const std::regex between_literals("\"\\s*\"");
  DiskFiles files;
  const auto count = [](const std::string& text, const std::regex& what) {
    return std::distance(std::sregex_iterator(text.begin(), text.end(), what), {});
  };
  std::ptrdiff_t forms = 0;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(
           std::filesystem::path(DIGUE_SOURCE_DIR) / "src")) {
    if (entry.path().filename().string().find("entences.h") == std::string::npos) continue;
    const auto text = std::regex_replace(*files.read(entry.path()), between_literals, "");
    CAPTURE(entry.path().string());
    CHECK(count(text, begun) == count(text, whole));
    forms += count(text, whole);
  }
  CHECK(forms > 100);
}

}  // namespace digue
