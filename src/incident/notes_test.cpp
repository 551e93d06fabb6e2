#include "incident/notes.h"

#include <doctest/doctest.h>

#include "incident/fold.h"
#include "incident/mentions.h"
#include "incident/when.h"

namespace digue::incident {

namespace {

Zone paris() {
  return *Zone::named("Europe/Paris");
}
Instant at(std::string_view text) {
  return *parse_rfc3339(text);
}
// "2026-03-08T03:11:00+01:00 minute", or what is refused.
std::string read(std::string_view text, std::string_view now = "2026-03-08T04:00:00+01:00") {
  const auto moment = read_when(text, paris(), at(now));
  if (!moment) return "refused";
  return logbook::moment_text(*moment) + " " +
         std::string(logbook::precision_name(moment->precision));
}

// "value role" of each that is kept, "(value role)" of each that is not.
std::string mentions(std::string_view text, const State& state,
                     const organisation::Organisation* organisation = nullptr) {
  std::string out;
  for (const auto& mention : mentions_in(text, state, organisation)) {
    const auto one = mention.match.indicator.value + " " + std::string(role_name(mention.role));
    out += (out.empty() ? "" : ", ") + (mention.kept ? one : "(" + one + ")");
  }
  return out;
}

}  // namespace

TEST_CASE("a time is read as people say it, and keeps how exact it was") {
  CHECK(read("03:11") == "2026-03-08T03:11:00+01:00 minute");
  CHECK(read("3h11") == "2026-03-08T03:11:00+01:00 minute");
  CHECK(read("3 h 11") == "2026-03-08T03:11:00+01:00 minute");
  CHECK(read("3h") == "2026-03-08T03:00:00+01:00 hour");
  CHECK(read("22:40") == "2026-03-07T22:40:00+01:00 minute");
  CHECK(read("hier 22:40") == "2026-03-07T22:40:00+01:00 minute");
  CHECK(read("2026-03-07") == "2026-03-07T00:00:00+01:00 day");
  CHECK(read("07/03/2026 9h05") == "2026-03-07T09:05:00+01:00 minute");
  CHECK(read("2026-03-07 23:59:58") == "2026-03-07T23:59:58+01:00 second");
  CHECK(read("2026-03-07T21:11:00-05:00") == "2026-03-07T21:11:00-05:00 second");
  CHECK(read("maintenant") == "2026-03-08T04:00:00+01:00 second");
}

TEST_CASE("what is no time, or is still to come, is refused") {
  for (const auto* text : {"", "demain", "25:00", "3:61", "2026-02-30", "12", "2026-03-09",
                           "2026-03-08 05:00", "2026-03-08T04:06:00+01:00", "1:2:3:4", "03:11 x"}) {
    CAPTURE(text);
    CHECK(read(text) == "refused");
  }
  CHECK(read("2026-03-08T04:04:00+01:00") != "refused");  // two clocks may differ
}

TEST_CASE("an hour that the change of hour skips or repeats asks for its offset") {
  CHECK(read("2026-03-29 02:30", "2026-04-01T00:00:00Z") == "refused");
  CHECK(read("2025-10-26 02:30") == "refused");
  CHECK(read("2025-10-26T02:30:00+01:00") == "2025-10-26T02:30:00+01:00 second");
  CHECK(read("2025-10-26") == "2025-10-26T00:00:00+02:00 day");
}

TEST_CASE("a time is shown no more exact than it was said") {
  const auto when = at("2026-03-08T03:11:07+01:00");
  CHECK(show_when(when, logbook::Precision::second, paris()) == "2026-03-08 03:11:07 +01:00");
  CHECK(show_when(when, logbook::Precision::minute, paris()) == "2026-03-08 03:11 +01:00");
  CHECK(show_when(when, logbook::Precision::hour, paris()) == "2026-03-08 03 h +01:00");
  CHECK(show_when(when, logbook::Precision::day, paris()) == "2026-03-08");
}

TEST_CASE("what is ours is a subject, what is not is an indicator, what is not sure is not kept") {
  State state;
  state.accounts["jean@ch.example"] = {};
  state.accounts["mairie@orange.fr"] = {};
  state.hosts["srv-ad"] = {};
  state.evidence["e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"] = {};
  CHECK(mentions("anne@ch.example, x@evil.example, pirate@orange.fr, mairie@orange.fr", state) ==
        "anne@ch.example account, x@evil.example indicator, pirate@orange.fr indicator, "
        "mairie@orange.fr account");
  CHECK(mentions("mail.ch.example puis evil.example puis google.de", state) ==
        "(mail.ch.example ours), evil.example indicator, (google.de indicator)");
  CHECK(mentions("SRV-AD, 10.1.2.3, 203.0.113.4 et encore 203.0.113.4", state) ==
        "srv-ad host, 10.1.2.3 host, 203.0.113.4 indicator");
  CHECK(
      mentions("https://mail.ch.example:443/owa et hxxps://ch.example.evil[.]example/owa", state) ==
      "(https://mail.ch.example:443/owa ours), https://ch.example.evil.example/owa indicator");
  CHECK(mentions("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", state) ==
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855 evidence");
  organisation::Organisation ours;
  ours.known_networks = {*organisation::Network::parse("203.0.113.0/24")};
  CHECK(mentions("203.0.113.4 198.51.100.1", {}, &ours) ==
        "(203.0.113.4 ours), 198.51.100.1 indicator");
}

TEST_CASE("an entry keeps no more than its share of what a text names") {
  std::string text;
  for (int i = 0; i < 250; ++i) text += "x" + std::to_string(i) + ".example ";
  logbook::References references;
  keep_mentions(mentions_in(text, {}, nullptr), references);
  CHECK(references.indicators.size() == max_mentions);
}

TEST_CASE("the same line of paper is noticed, whatever its spaces and accents") {
  State state;
  LogLine line;
  line.position = 7;
  line.occurred = at("2026-03-08T03:11:00+01:00");
  line.text = as_message("Compte  bloqué");
  line.paper = {"3", "", ""};
  state.log = {line};
  const logbook::Moment then{line.occurred, 60, logbook::Precision::minute};
  CHECK(copied_already(state, {.text = "compte bloque", .paper = {"3"}}, then) == 7U);
  CHECK_FALSE(copied_already(state, {.text = "compte bloque", .paper = {"4"}}, then));
  CHECK_FALSE(copied_already(state, {.text = "autre chose", .paper = {"3"}}, then));
  CHECK_FALSE(copied_already(state, {.text = "compte bloque", .paper = {}}, then));
  state.log[0].paper.line = "12";
  CHECK(copied_already(state, {.text = "autre chose", .paper = {"3", "12"}}, then) == 7U);
  CHECK_FALSE(copied_already(state, {.text = "compte bloque", .paper = {"3", "13"}}, then));
  state.log[0].corrected_by = 9;
  CHECK_FALSE(copied_already(state, {.text = "autre chose", .paper = {"3", "12"}}, then));
}

}  // namespace digue::incident
