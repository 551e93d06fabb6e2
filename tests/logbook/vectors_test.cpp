// The product's verifier on the test vectors; second_verifier_test.py runs the other one on them.
#include <doctest/doctest.h>
#include <simdjson.h>

#include "base/file.h"
#include "logbook/checkpoint.h"
#include "logbook/verify.h"

namespace digue::logbook {

namespace {
const std::filesystem::path folder = DIGUE_SOURCE_DIR "/tests/vectors/logbook";

std::vector<std::string> said_of(const std::string& name) {
  DiskFiles files;
  auto connection = store::Connection::in_memory();
  REQUIRE(connection->run(*files.read(folder / "tables.sql")));
  REQUIRE(connection->run(*files.read(folder / (name + ".sql"))));
  const auto notes = files.read(folder / (name + ".checkpoints")).value_or("");
  const auto verdict = verify(*connection, {.checkpoints = split_notes(notes)});
  REQUIRE(verdict);
  std::vector<std::string> said;
  for (const auto& problem : verdict->problems)
    said.push_back(std::string(fault_name(problem.fault)) + " " + std::to_string(problem.number));
  return said;
}
}  // namespace

TEST_CASE("of every vector, exactly what is wrong with it is said") {
  simdjson::dom::parser parser;
  const auto expected = parser.load((folder / "expected.json").string());
  int cases = 0;
  for (const auto& [name, problems] : expected.get_object()) {
    CAPTURE(name);
    std::vector<std::string> wanted;
    for (const auto problem : problems.get_array()) wanted.emplace_back(std::string_view(problem));
    CHECK(said_of(std::string(name)) == wanted);
    ++cases;
  }
  CHECK(cases >= 30);
}

}  // namespace digue::logbook
