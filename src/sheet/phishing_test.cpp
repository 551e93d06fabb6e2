// The phishing sheet: what it carries, and how its rules move the plan.
#include "sheet/coverage.h"
#include "sheet/testing.h"

namespace digue::sheet {
namespace {

Standing standing_of(const char* step, const Facts& facts) {
  return standing_in(shipped_sheet("phishing"), step, facts);
}

std::vector<Call> calls(const Facts& facts) {
  return calls_in(shipped_sheet("phishing"), facts);
}

}  // namespace

TEST_CASE("every phishing line of the requirements is carried, in both languages") {
  const auto library = built_in_library();
  REQUIRE(library.has_value());
  const auto lines = coverage(*library, "phishing");
  CHECK(lines.size() == 52);
  for (const auto& line : lines) CHECK_MESSAGE((line.in_french() && line.in_english()), line.id);
}

TEST_CASE("q.2: only the branches of the trap that was seen stay in the plan") {
  Situation now;
  for (const char* step : {"phishing/q.3", "phishing/q.4", "phishing/q.6"})
    CHECK_FALSE(standing_of(step, now).hidden);
  now.answers["phishing/q.2"] = "link";
  CHECK_FALSE(standing_of("phishing/q.4", now).hidden);
  CHECK_FALSE(standing_of("phishing/c.4.2", now).hidden);
  CHECK(standing_of("phishing/q.3", now).hidden);
  CHECK(standing_of("phishing/q.6", now).hidden);
  now.answers["phishing/q.2"] = "attachment reply";
  CHECK(standing_of("phishing/q.4", now).hidden);
  CHECK_FALSE(standing_of("phishing/q.3", now).hidden);
  CHECK_FALSE(standing_of("phishing/q.6", now).hidden);
  now.answers["phishing/q.2"] = "unknown";
  for (const char* step : {"phishing/q.3", "phishing/q.4", "phishing/q.6"})
    CHECK_FALSE(standing_of(step, now).hidden);
}

TEST_CASE("c.4: a password given clears the workstation; not given, or in doubt, accuses it") {
  Situation now;
  now.answers["phishing/q.2"] = "link";
  now.answers["phishing/c.4"] = "yes";
  for (const char* step : {"phishing/c.5", "phishing/c.5.1", "phishing/c.5b"})
    CHECK(standing_of(step, now).hidden);
  CHECK(standing_of("phishing/r.2", now).priority == Priority::p0);
  for (const char* doubt : {"no", "unknown"}) {
    now.answers["phishing/c.4"] = doubt;
    CHECK_FALSE(standing_of("phishing/c.5", now).hidden);
    CHECK_FALSE(standing_of("phishing/c.5", now).warnings.empty());
  }
  now.answers["phishing/c.4"] = "yes";
  now.answers["phishing/q.2"] = "link attachment";
  CHECK_FALSE(standing_of("phishing/c.5", now).hidden);
}

TEST_CASE("c.3.1: a suspicious VPN session brings its cut into the plan, and a call") {
  Situation now;
  CHECK(standing_of("phishing/c.3.2", now).hidden);
  CHECK(standing_of("phishing/q.8", now).hidden);
  CHECK(calls(now).empty());
  now.answers["phishing/c.3.1"] = "no";
  CHECK(calls(now).empty());
  now.answers["phishing/c.3.1"] = "yes";
  CHECK_FALSE(standing_of("phishing/c.3.2", now).hidden);
  CHECK_FALSE(standing_of("phishing/q.8", now).hidden);
  REQUIRE(calls(now).size() == 1);
  CHECK(calls(now)[0].contact == "cert-sante");
  CHECK(calls(now)[0].say.french.find("Donnez") != std::string::npos);
}

TEST_CASE("own.vpn: no VPN access, nothing to close; unless the password opens it") {
  Situation now;
  now.answers["phishing/own.vpn"] = "no";
  CHECK(standing_of("phishing/c.3", now).hidden);
  now.answers["phishing/q.7"] = "webmail vpn";
  CHECK_FALSE(standing_of("phishing/c.3", now).hidden);
}

TEST_CASE("c.6: MSERT runs before patching, and a hit isolates the server and calls") {
  Situation now;
  CHECK_FALSE(standing_of("phishing/c.6.1", now).hidden);
  CHECK(standing_of("phishing/c.6.2", now).hidden);
  now.answers["phishing/c.6"] = "outsourced";
  CHECK(standing_of("phishing/c.6.1", now).hidden);
  now.answers["phishing/c.6"] = "no";
  CHECK(standing_of("phishing/c.6.1", now).priority == Priority::p0);
  CHECK(standing_of("phishing/own.server-back", now).hidden);
  now.answers["phishing/c.6.1"] = "yes";
  CHECK_FALSE(standing_of("phishing/c.6.2", now).hidden);
  CHECK(standing_of("phishing/c.6.3", now).hidden);
  REQUIRE(calls(now).size() == 1);
  CHECK(calls(now)[0].contact == "cert-sante");
  now.states["phishing/c.6.2"] = "done";
  CHECK_FALSE(standing_of("phishing/own.server-back", now).hidden);
}

TEST_CASE("q.1: a full queue or a block list brings the outgoing campaign forward") {
  Situation now;
  CHECK(standing_of("phishing/q.9", now).priority == Priority::p1);
  now.answers["phishing/q.1"] = "user-gave queue-full";
  CHECK(standing_of("phishing/q.9", now).priority == Priority::p0);
  now.answers.clear();
  now.found["mail-account/6.a.1"] = "yes";
  CHECK(standing_of("phishing/q.9", now).priority == Priority::p0);
  CHECK(standing_of("phishing/own.purge", now).hidden);
  now.answers["phishing/q.9"] = "yes";
  CHECK_FALSE(standing_of("phishing/own.purge", now).hidden);
}

TEST_CASE("r.1: what the analysis found in a mailbox is recalled here") {
  Situation now;
  CHECK(standing_of("phishing/r.1", now).warnings.empty());
  now.found["mail-account/2.a.2"] = "yes";
  CHECK_FALSE(standing_of("phishing/r.1", now).warnings.empty());
  CHECK(standing_of("phishing/r.1", now).priority == Priority::p0);
}

TEST_CASE("own.back: handing back before the reset warns, after it does not") {
  Situation now;
  CHECK_FALSE(standing_of("phishing/own.back", now).warnings.empty());
  now.states["phishing/r.2"] = "done";
  CHECK_FALSE(standing_of("phishing/own.back", now).warnings.empty());
  now.states["phishing/c.2"] = "done";
  CHECK(standing_of("phishing/own.back", now).warnings.empty());
}

TEST_CASE("own.data: personal data within reach, or a doubt, propose the CNIL clock") {
  const auto& sheet = shipped_sheet("phishing");
  Situation now;
  now.answers["phishing/own.data"] = "no";
  CHECK_FALSE(starts_clock(sheet, now, "cnil"));
  now.answers["phishing/own.data"] = "unknown";
  CHECK(starts_clock(sheet, now, "cnil"));
}

TEST_CASE("own.end: contained is proposed only when newer logs prove it") {
  const auto& sheet = shipped_sheet("phishing");
  Situation now;
  CHECK(proposed(sheet, "phishing/own.end", now) == "unknown");
  now.answers["phishing/c.4.3"] = "no";
  now.answers["phishing/q.7"] = "webmail";
  CHECK(proposed(sheet, "phishing/own.end", now).empty());
  now.found["mail-account/end"] = "no";
  CHECK(proposed(sheet, "phishing/own.end", now) == "contained");
  now.answers["phishing/c.6.1"] = "yes";
  CHECK(proposed(sheet, "phishing/own.end", now) == "not-contained");
}

}  // namespace digue::sheet
