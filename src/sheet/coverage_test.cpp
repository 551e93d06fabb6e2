#include "sheet/coverage.h"

#include <doctest/doctest.h>

#include "sheet/lint.h"

namespace digue::sheet {

static Library library_of(std::vector<std::string> requirement_ids) {
  Library library;
  for (auto& id : requirement_ids)
    library.requirements.push_back({std::move(id), "", "", "", "", ""});
  return library;
}

static Sheet sheet_carrying(const std::string& item, bool english) {
  Sheet sheet;
  sheet.id = "s";
  sheet.carriers.push_back({item, Bearer::step, "do", true, english, {}});
  return sheet;
}

static Later later_for(std::string item) {
  Later later;
  later.item = std::move(item);
  later.reason.french = "plus tard";
  later.reason.english = "later";
  return later;
}

TEST_CASE("a line with neither carrier nor reason is not settled") {
  const auto lines = coverage(library_of({"s/1"}), "s");
  REQUIRE(lines.size() == 1);
  CHECK_FALSE(lines[0].settled());
}

TEST_CASE("a line carried in one language only is not settled, even with a reason") {
  auto library = library_of({"s/1"});
  library.sheets.push_back(sheet_carrying("s/1", false));
  library.sheets[0].later.push_back(later_for("s/1"));
  CHECK_FALSE(coverage(library, "s")[0].settled());
  library.sheets[0] = sheet_carrying("s/1", true);
  CHECK(coverage(library, "s")[0].settled());
  CHECK(carrier_name("s", library.sheets[0].carriers[0]) == "s: step (do)");
}

TEST_CASE("a pattern gives its reason to what nothing carries, and to nothing else") {
  auto library = library_of({"s/1", "s/2", "t/1"});
  library.sheets.push_back(sheet_carrying("s/1", true));
  library.later.push_back(later_for("s/*"));
  const auto lines = coverage(library, "");
  REQUIRE(lines.size() == 3);
  CHECK(lines[0].reasons.empty());
  CHECK(lines[1].reasons.size() == 1);
  CHECK(lines[1].settled());
  CHECK_FALSE(lines[2].settled());
}

TEST_CASE("a sheet's lines are those under its name, not those of a longer one") {
  CHECK(coverage(library_of({"s/1", "s-more/1"}), "s").size() == 1);
}

static Result<std::vector<Requirement>> read_rows(std::string_view rows) {
  std::string bytes = "id\tsource\tkind\tpriority\titem\tproduct\n";
  bytes.append(rows);
  return read_requirements(bytes, "r.tsv");
}

TEST_CASE("requirements are read strictly") {
  const auto error = [](std::string_view rows) { return read_rows(rows).error().message.english; };
  CHECK(read_rows("a/1\ts\tk\tp\ti\tp\r\n\n")->size() == 1);
  CHECK(error("a/1\ts\n").find("r.tsv, line 2, column 1: six columns") == 0);
  CHECK(error("a/1\t\t\t\t\t\na/1\t\t\t\t\t\n").find("r.tsv, line 3") == 0);
  CHECK(read_requirements("id\tname\n", "r.tsv").error().message.english.find("r.tsv, line 1") ==
        0);
}

TEST_CASE("two sheets of one id are refused") {
  auto files = built_in_files();
  for (const auto& file : built_in_files())
    if (file.name == "sheets/mail-account.yaml") files.push_back({"copy.yaml", file.bytes});
  auto problems = lint(files).problems;
  std::erase_if(problems,
                [](const Problem& problem) { return problem.level == Problem::Level::warning; });
  REQUIRE(problems.size() == 1);
  const auto place = lint(built_in_files()).library.find("mail-account")->place;
  CHECK(told(problems[0]).english ==
        "sheets/mail-account.yaml, line " + std::to_string(place.line) +
            ", column 8: “mail-account” is already the id of copy.yaml. Change one of them.");
}

TEST_CASE("a folder of sheets stands in place of those of the program") {
  DiskFiles files;
  const auto library = library_from(files, std::filesystem::path(DIGUE_SOURCE_DIR) / "sheets");
  REQUIRE(library.has_value());
  CHECK(library->find("mail-account")->steps.size() ==
        built_in_library()->find("mail-account")->steps.size());
  CHECK(library_from(files, "/no/such/folder").error().kind == Error::Kind::not_found);
  CHECK_FALSE(library_from(files, std::filesystem::path(DIGUE_SOURCE_DIR) / "cmake").has_value());
}

}  // namespace digue::sheet
