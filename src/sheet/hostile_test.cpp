// Sheets that are broken or hostile: each is told with its file, its line, its column and what to
// do about it, in both languages, and at once.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>

#include "base/yaml.h"
#include "sheet/lint.h"
#include "sheet/reading.h"

namespace digue::sheet {

static std::string shipped(std::string_view name) {
  for (auto& file : built_in_files())
    if (file.name.ends_with(name)) return std::move(file.bytes);
  FAIL("no such file");
  return {};
}

// The shipped sheet with one thing changed, and the place where it was.
struct Changed {
  std::string bytes;
  Place at;
};

static Changed changed(std::string_view from, std::string_view to, std::size_t into = 0) {
  Changed out{shipped("mail-account.yaml"), {}};
  const auto start = out.bytes.find(from);
  REQUIRE(start != std::string::npos);
  const auto place = start + into;
  const auto line_start = out.bytes.rfind('\n', place) + 1;
  out.at.line =
      1 + static_cast<int>(std::count(
              out.bytes.begin(), out.bytes.begin() + static_cast<std::ptrdiff_t>(place), '\n'));
  out.at.column = 1 + static_cast<int>(place - line_start);
  out.bytes.replace(start, from.size(), to);
  return out;
}

// The first error, as it is told: "FILE, line L, column C: what, and what to do".
static Message first_error(const std::string& bytes) {
  for (const auto& problem : read_sheet(bytes, "s.yaml").problems)
    if (problem.level == Problem::Level::error) {
      CHECK(problem.place.line > 0);
      CHECK(problem.place.column > 0);
      return told(problem);
    }
  return {};
}

static void check_told(const std::string& bytes, Place at, std::string_view french,
                       std::string_view english) {
  const auto message = first_error(bytes);
  const auto fr = fmt::format("s.yaml, ligne {}, colonne {} : {}", at.line, at.column, french);
  const auto en = fmt::format("s.yaml, line {}, column {}: {}", at.line, at.column, english);
  CHECK(message.french.substr(0, fr.size()) == fr);
  CHECK(message.english.substr(0, en.size()) == en);
  CHECK_FALSE(load_sheet(bytes, "s.yaml").has_value());
}

TEST_CASE("a missing language") {
  const auto bad = changed("title: {fr: \"Savoir où l’on en est\", en: \"Know where you stand\"}",
                           "title: {fr: \"Savoir où l’on en est\"}", 7);
  check_told(bad.bytes, bad.at,
             "il manque le texte anglais (en). Écrivez-le : chaque texte existe en français et en "
             "anglais.",
             "the English (en) text is missing. Write it: every text exists in French and in "
             "English.");
}

TEST_CASE("a cycle of prerequisites") {
  const auto bad = changed("- id: mail-account/1.b.2\n",
                           "- id: mail-account/1.b.2\n            prerequisites: "
                           "[mail-account/1.b.2]\n",
                           6);
  REQUIRE(bad.bytes.find("prerequisites: [mail-account/1.b.2]") != std::string::npos);
  check_told(bad.bytes, bad.at,
             "les prérequis tournent en rond : mail-account/1.b.2 → mail-account/1.b.2. Retirez "
             "l’un d’eux.",
             "the prerequisites go round in a circle: mail-account/1.b.2 → mail-account/1.b.2. "
             "Remove one of them.");
}

TEST_CASE("a doubled id") {
  const auto first = changed("- id: mail-account/1.a.1\n", "- id: mail-account/1.a.1\n", 6);
  const auto bad = changed("- id: mail-account/1.a.2\n", "- id: mail-account/1.a.1\n", 6);
  bool seen = false;
  for (const auto& problem : read_sheet(bad.bytes, "s.yaml").problems) {
    if (problem.place.line != bad.at.line) continue;
    seen = true;
    CHECK(told(problem).english ==
          fmt::format("s.yaml, line {}, column {}: “mail-account/1.a.1” is already written on line "
                      "{}. Keep one, or change one of them.",
                      bad.at.line, bad.at.column, first.at.line));
  }
  CHECK(seen);
}

TEST_CASE("an unknown kind of step") {
  const auto bad = changed("kind: look", "kind: gaze", 6);
  check_told(bad.bytes, bad.at,
             "« gaze » n’est pas accepté ici. Écrivez : do, look, ask, rule, alternative.",
             "“gaze” is not accepted here. Write one of: do, look, ask, rule, alternative.");
}

TEST_CASE("a line of 10 MB, wherever it stands") {
  std::string long_text;
  long_text.resize(10'000'000, 'x');
  const std::string start = "format: \"1\"\ntitle: \"";
  check_told(start + long_text + "\"\n", {2, static_cast<int>(max_yaml_line) + 1},
             "cette ligne dépasse la limite de 20000 octets. Coupez-la en plusieurs.",
             "this line is over the limit of 20000 bytes. Cut it into several.");
}

TEST_CASE("anchors, as a bomb or alone") {
  std::string bomb = "format: \"1\"\na0: &a0 [x, x, x, x, x, x, x, x, x, x]\n";
  for (int i = 1; i < 200; ++i)
    bomb += fmt::format("a{0}: &a{0} [*a{1}, *a{1}, *a{1}, *a{1}, *a{1}]\n", i, i - 1);
  // Unfolded, it would hold 5 to the power of 200 values: this comes back because it is not.
  check_told(bomb, {2, 5}, "les ancres et les renvois (&, *) sont refusés. Écrivez la valeur.",
             "anchors and aliases (&, *) are refused. Write the value out.");
  check_told("a: x\nb: *a\n", {2, 4}, "", "");
}

TEST_CASE("thousands of levels, tags, a second document, another encoding") {
  std::string nested;
  for (int i = 0; i < 5000; ++i) nested += "- ";
  check_told(nested, {1, 2 * max_yaml_depth + 1}, "il y a ici plus de 24 niveaux, la limite.",
             "this is over the limit of 24 levels.");
  check_told("a: !!binary eHh4\n", {1, 4}, "les étiquettes (!) sont refusées.",
             "tags (!) are refused. Write the value alone.");
  check_told(shipped("mail-account.yaml") + "---\na: b\n",
             {1 + static_cast<int>(std::ranges::count(shipped("mail-account.yaml"), '\n')), 1},
             "un second document (---) commence. Gardez-en un par fichier.",
             "a second document (---) starts. Keep one in a file.");
  check_told("format: \"1\"\ntitle: \"\xE9t\xE9\"\n", {2, 1},
             "cette ligne n’est pas en UTF-8. Enregistrez le fichier en UTF-8.",
             "this line is not UTF-8. Save the file as UTF-8.");
}

TEST_CASE("a sheet of another version of the format") {
  const auto bad = changed("format: \"1\"", "format: \"2\"", 8);
  check_told(bad.bytes, bad.at,
             "le format « 2 » n’est pas lu par cette version ; elle lit le format 1.",
             "the format “2” is not read by this version; it reads format 1.");
}

TEST_CASE("a file that is too big is refused before it is read") {
  const auto path =
      std::filesystem::temp_directory_path() /
      fmt::format("digue-big-{}.yaml", std::chrono::steady_clock::now().time_since_epoch().count());
  DiskFiles files;
  REQUIRE(files.write(path, ""));
  std::filesystem::resize_file(path, 1ULL << 40);  // a hole: a TiB that takes no room
  const auto read = files_at(files, {path});
  std::filesystem::remove(path);
  REQUIRE(read);
  const auto problems = lint(*read).problems;
  REQUIRE(problems.size() == 1);
  CHECK(told(problems[0]).english ==
        path.string() +
            ", line 1, column 1: this file is 1099511627776 bytes; the limit is 4194304. "
            "Cut it, or take it away: it is probably not a sheet.");
}

}  // namespace digue::sheet
