#include "cli/verbs/guide/entry_line.h"

#include <doctest/doctest.h>

#include "cli/verbs/guide/reader.h"

namespace digue::cli::verbs {

static std::string moment(std::string_view typed, const char* now) {
  const auto zone = Zone::named("Europe/Paris");
  const auto found = moment_today(typed, *zone, *parse_rfc3339(now));
  return found ? rfc3339(found->at) : "";
}

TEST_CASE("a time of day is the last one that the zone’s clocks showed") {
  CHECK(moment("02:40", "2026-03-08T10:00:00Z") == "2026-03-08T01:40:00Z");
  CHECK(moment("2:40", "2026-03-08T10:00:00Z") == "2026-03-08T01:40:00Z");
  // Half past midnight in Paris: twenty to midnight was yesterday, by either calendar.
  CHECK(moment("23:40", "2026-03-07T23:30:00Z") == "2026-03-07T22:40:00Z");
  CHECK(moment("11:00", "2026-03-08T10:00:00Z") == "2026-03-08T10:00:00Z");
  CHECK(moment("11:01", "2026-03-08T10:00:00Z") == "2026-03-07T10:01:00Z");
}

TEST_CASE("what is no time of day is refused") {
  for (const char* typed : {"", ":", "24:00", "12:60", "1240", "-1:00", "12:4x"})
    CHECK(moment(typed, "2026-03-08T10:00:00Z").empty());
}

TEST_CASE("on the night when the hour changes, the time typed is the one that clocks show") {
  CHECK(moment("03:30", "2026-03-29T02:00:00Z") == "2026-03-29T01:30:00Z");  // an hour was skipped
  CHECK(moment("01:30", "2026-03-29T02:00:00Z") == "2026-03-29T00:30:00Z");
}

TEST_CASE("sentences are read one at a time, whole") {
  using Sentences = std::vector<std::string>;
  CHECK(sentences_of("Cut it. Wait! Is it off? Go on") ==
        Sentences{"Cut it.", "Wait!", "Is it off?", "Go on"});
  CHECK(sentences_of("Version 1.2 is out.") == Sentences{"Version 1.2 is out."});
  CHECK(sentences_of("  ").empty());
}

TEST_CASE("the organisation’s console is read aloud whole, before the way back") {
  sheet::Step step;
  step.title = {"Bloquer", "Block"};
  step.text = {"Bloquez. Notez.", "Block it. Write it down."};
  step.undo = {"Débloquez.", "Unblock it."};
  step.local.consoles.push_back({"", {"Menu. Comptes. Bloquer", "Menu. Accounts. Block"}, ""});
  incident::PlanLine line;
  line.step = &step;
  const auto said = read_aloud(line, Language::english);
  REQUIRE(said.size() == 5);
  CHECK(said[3].find("Menu. Accounts. Block") != std::string::npos);
  CHECK(said[4].find("Unblock it.") != std::string::npos);
}

}  // namespace digue::cli::verbs
