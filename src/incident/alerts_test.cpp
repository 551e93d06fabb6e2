#include "incident/alerts.h"

#include <doctest/doctest.h>

#include "incident/fold.h"

namespace digue::incident {

namespace {

sheet::Step step(std::string id, bool per_account = false) {
  sheet::Step out;
  out.id = std::move(id);
  out.title = {out.id, out.id};
  out.per_account = per_account;
  return out;
}

sheet::Condition answered(std::string item) {
  return {sheet::Condition::Kind::answer, {}, std::move(item), {"yes"}, 0};
}

sheet::Effect call(std::string contact) {
  sheet::Effect effect;
  effect.kind = sheet::Effect::Kind::call;
  effect.contact = std::move(contact);
  return effect;
}

sheet::Effect clock(std::string id) {
  sheet::Effect effect;
  effect.kind = sheet::Effect::Kind::clock;
  effect.clock = std::move(id);
  return effect;
}

// "one" asks to call about the whole and about each account; "two" proposes a clock.
sheet::Library library() {
  sheet::Library library;
  sheet::Sheet one, two;
  one.id = "one";
  one.steps = {step("one/vpn"), step("one/admin", true)};
  one.rules = {{"one/vpn", answered("one/vpn"), {call("cert-sante")}, {"Dites VPN", "Say VPN"}},
               {"one/vpn", answered("one/admin"), {call("cert-sante")}, {"Dites X", "Say X"}},
               {"one/admin", answered("one/admin"), {call("cert-fr")}, {"Dites", "Say"}}};
  two.id = "two";
  two.steps = {step("two/data")};
  two.rules = {{"two/data", answered("two/data"), {clock("cnil")}, {"Données", "Data"}}};
  library.sheets = {one, two};
  return library;
}

State followed() {
  State state;
  state.sheet = "one";
  return state;
}

void add_account(State& state, const std::string& name) {
  state.accounts[name] = {.name = name, .standing = Standing::compromised};
}

struct File {
  std::filesystem::path folder;
  FixedClock time{*parse_rfc3339("2026-03-08T02:00:00Z")};
  std::optional<logbook::Logbook> book;

  File() {
    std::string pattern = std::filesystem::temp_directory_path() / "digue-alerts-XXXXXX";
    folder = ::mkdtemp(pattern.data());
    auto made =
        open_incident(folder / "a.digue", {.title = "VPN", .sheet = "one"}, {.author = "Alice"},
                      {.state_folder = folder / "state",
                       .clock = &time,
                       .machine_name = "poste",
                       .seal_cost = logbook::SealCost::quick});
    REQUIRE(made);
    book = std::move(*made);
  }
  ~File() {
    book.reset();
    std::filesystem::remove_all(folder);
  }
  State state() { return *state_of(*book); }
};

}  // namespace

TEST_CASE("a call is asked for while its rule holds, with what to say") {
  const auto sheets = library();
  auto state = followed();
  CHECK(alerts_of(sheets, state).calls.empty());
  state.answers[{"one/vpn", ""}].value = "yes";
  const auto calls = alerts_of(sheets, state).owed();
  REQUIRE(calls.size() == 1);
  CHECK(calls[0].contact == "cert-sante");
  CHECK(calls[0].item == "one/vpn");
  CHECK(calls[0].say.english == "Say VPN");
  CHECK(calls[0].accounts.empty());
  state.answers[{"one/vpn", ""}].value = "no";
  CHECK(alerts_of(sheets, state).calls.empty());
}

TEST_CASE("a rule of a step that is per account asks for those accounts where it holds") {
  const auto sheets = library();
  auto state = followed();
  for (const auto* name : {"a@x", "b@x", "c@x"}) add_account(state, name);
  state.answers[{"one/admin", "a@x"}].value = "yes";
  state.answers[{"one/admin", "b@x"}].value = "no";
  state.answers[{"one/admin", "c@x"}].value = "yes";
  state.accounts["c@x"].standing = Standing::cleared;
  const auto calls = alerts_of(sheets, state).owed();
  REQUIRE(calls.size() == 2);
  CHECK(calls[1].contact == "cert-fr");
  CHECK(calls[1].accounts == std::vector<std::string>{"a@x"});
}

TEST_CASE("clocks are proposed by any sheet that somebody has answered in") {
  const auto sheets = library();
  auto state = followed();
  CHECK(sheets_in_play(sheets, state).size() == 1);
  state.answers[{"two/data", ""}].value = "yes";
  state.answers[{"three/none", ""}].value = "yes";
  CHECK(sheets_in_play(sheets, state).size() == 2);
  const auto clocks = alerts_of(sheets, state).clocks;
  REQUIRE(clocks.size() == 1);
  CHECK(clocks[0].clock == "cnil");
  CHECK(clocks[0].why.english == "Data");
}

TEST_CASE("a call that was made is owed no more, but for another reason or another account") {
  const auto sheets = library();
  File file;
  const Speaker alice{.author = "Alice"};
  const auto say_yes = [&](const Target& target) {
    file.time.tick(minute_ms);
    REQUIRE(answer(*file.book, sheets.sheets[0], target, "yes", "", alice));
  };
  say_yes({"one/vpn", ""});
  REQUIRE(record_call(*file.book, sheets, file.state(),
                      {"cert-sante", "on rappelle à 9 h", " 2026-42 "}, alice));
  auto calls = alerts_of(sheets, file.state()).calls;
  REQUIRE(calls.size() == 1);
  REQUIRE(calls[0].made);
  CHECK(calls[0].made->note == "on rappelle à 9 h");
  CHECK(calls[0].made->reference == "2026-42");
  CHECK(calls[0].made->said.author == "Alice");
  CHECK(file.state().log.back().text.french ==
        "Appel passé à cert-sante. Numéro de dossier : 2026-42. on rappelle à 9 h");
  CHECK(file.state().log.back().is_act);

  REQUIRE(set_account(*file.book, {.name = "a@x", .standing = Standing::compromised}, alice));
  say_yes({"one/admin", "a@x"});
  const auto owed = alerts_of(sheets, file.state()).owed();
  REQUIRE(owed.size() == 2);
  CHECK(owed[0].say.english == "Say X");  // the same step and contact, for another reason
  CHECK(owed[1].contact == "cert-fr");
  CHECK_FALSE(alerts_of(sheets, file.state()).calls.front().made);  // those owed come first

  REQUIRE(record_call(*file.book, sheets, file.state(), {"cert-fr"}, alice));
  CHECK(alerts_of(sheets, file.state()).owed().size() == 1);
  REQUIRE(set_account(*file.book, {.name = "b@x", .standing = Standing::compromised}, alice));
  say_yes({"one/admin", "b@x"});
  const auto again = alerts_of(sheets, file.state()).owed();
  REQUIRE(again.size() == 2);
  CHECK(again[1].accounts == std::vector<std::string>{"b@x"});
}

TEST_CASE("a call that was written by mistake can be withdrawn, and is owed again") {
  const auto sheets = library();
  File file;
  const Speaker alice{.author = "Alice"};
  REQUIRE(answer(*file.book, sheets.sheets[0], {"one/vpn", ""}, "yes", "", alice));
  const auto made = record_call(*file.book, sheets, file.state(), {"cert-sante"}, alice);
  REQUIRE(made);
  CHECK(alerts_of(sheets, file.state()).owed().empty());
  REQUIRE(withdraw(*file.book, file.state().log.back().position, "occupé", alice));
  CHECK(alerts_of(sheets, file.state()).owed().size() == 1);
}

TEST_CASE("whoever the directory names in the place of a contact settles its call") {
  auto sheets = library();
  sheet::Contact sante, fr, police;
  sante.id = "cert-sante";
  sante.otherwise = "cert-fr";
  fr.id = "cert-fr";
  police.id = "police";
  sheets.directory.contacts = {sante, fr, police};
  File file;
  const Speaker alice{.author = "Alice"};
  REQUIRE(answer(*file.book, sheets.sheets[0], {"one/vpn", ""}, "yes", "", alice));
  REQUIRE(record_call(*file.book, sheets, file.state(), {"police"}, alice));
  CHECK(alerts_of(sheets, file.state()).owed().size() == 1);
  REQUIRE(record_call(*file.book, sheets, file.state(), {"cert-fr"}, alice));
  const auto calls = alerts_of(sheets, file.state()).calls;
  REQUIRE(calls.size() == 1);
  REQUIRE(calls[0].made);
  CHECK(calls[0].made->contact == "cert-fr");
}

TEST_CASE("a contact that nobody knows is refused, with those that exist") {
  auto sheets = library();
  File file;
  const Speaker alice{.author = "Alice"};
  const auto refused = record_call(*file.book, sheets, file.state(), {"plumber"}, alice);
  REQUIRE_FALSE(refused);
  CHECK(refused.error().message.english.find("“plumber”. Write one of these: cert-fr") !=
        std::string::npos);
  sheets.data.push_back({"contacts", "contacts.yaml", "", {"plumber"}, {}});
  CHECK(record_call(*file.book, sheets, file.state(), {"plumber"}, alice));
  CHECK_FALSE(record_call(*file.book, sheets, file.state(), {"cert-fr"}, alice));
}

}  // namespace digue::incident
