#include "analysis/told_word.h"

#include <doctest/doctest.h>
#include <unistd.h>

#include <filesystem>

#include "base/file.h"
#include "read/mapping/mapping.h"

namespace digue::analysis {

TEST_CASE("what is told crosses to a worker whole, a path with a line end too") {
  const auto folder =
      std::filesystem::temp_directory_path() / ("digue-told-" + std::to_string(::getpid()));
  std::filesystem::create_directories(folder);
  const auto path = (folder / "a\nmapping.yaml").string();
  constexpr std::string_view yaml =
      "format: digue-mapping\nversion: 1\nfiles:\n"
      "- {name: a, shape: csv, recognise: b, parts: {time: t}}\n";
  REQUIRE(DiskFiles().write(path, yaml));
  read::Told told;
  told.date_order = read::DateOrder::day_first;
  told.zone = Zone::named("Europe/Paris").value();
  told.zone_is_assumed = true;
  told.mapping = read::Mapping::read(yaml, path).value();
  const auto heard = told_of(word_of(told));
  CHECK(heard.date_order == read::DateOrder::day_first);
  REQUIRE(heard.zone);
  CHECK(heard.zone->name() == "Europe/Paris");
  CHECK(heard.zone_is_assumed);
  REQUIRE(heard.mapping != nullptr);
  CHECK(heard.mapping->file() == path);
  std::filesystem::remove_all(folder);
}

TEST_CASE("a word that says nothing tells nothing") {
  for (const std::string word : {"", "x", "0\nNo/Where\n0\n/no/such/file"}) {
    const auto told = told_of(word);
    CHECK(told.date_order == read::DateOrder::undecided);
    CHECK_FALSE(told.zone);
    CHECK(told.mapping == nullptr);
  }
}

}  // namespace digue::analysis
