#include "server/people/people.h"

#include <doctest/doctest.h>
#include <stdlib.h>

#include "base/file.h"
#include "server/people/authorise.h"

using namespace digue;
using namespace digue::server;

namespace {

struct Folder {
  Folder() {
    std::string name = (std::filesystem::temp_directory_path() / "digue-people-XXXXXX").string();
    path = ::mkdtemp(name.data());
  }
  ~Folder() { std::filesystem::remove_all(path); }
  std::filesystem::path path;
};

const std::string password = "a long enough one";

}  // namespace

TEST_CASE("who is added can sign in, and is known by the token until the session ends") {
  const Folder folder;
  FixedClock clock(Instant{1'773'000'000'000});
  auto people = People::open(folder.path / "people.sqlite", clock);
  REQUIRE(people);
  CHECK((*people)->has_nobody());
  REQUIRE((*people)->add({"marie", "Marie Petit", Role::lead}, password));
  std::int64_t wait = 0;
  const auto in = (*people)->sign_in("marie", password, "::1", wait);
  REQUIRE(in);
  CHECK((*people)->signed_in(in->token)->display_name == "Marie Petit");
  const std::string other = in->token.starts_with('0') ? "1" : "0";
  CHECK_FALSE((*people)->signed_in(other + in->token.substr(1)));
  CHECK_FALSE((*people)->signed_in(""));
  clock.tick(session_idle_ms - 1);
  CHECK((*people)->signed_in(in->token));
  SUBCASE("by signing out") {
    (*people)->sign_out(in->token);
  }
  SUBCASE("by idleness") {
    clock.tick(session_idle_ms + 1);
  }
  SUBCASE("by age") {
    for (int i = 0; i < 6; ++i) {
      clock.tick(session_idle_ms);
      (*people)->signed_in(in->token);
    }
  }
  CHECK_FALSE((*people)->signed_in(in->token));
}

TEST_CASE("people and sessions survive the program's end; tokens are kept hashed") {
  const Folder folder;
  FixedClock clock(Instant{1'773'000'000'000});
  std::string token;
  {
    auto people = *People::open(folder.path / "people.sqlite", clock);
    const auto person = people->add({"marie", "Marie", Role::scribe}, password);
    token = people->begin_session(*person)->token;
    REQUIRE(people->keep_answer("marie", "k", {"abc", 201, "{}"}));
  }
  auto people = *People::open(folder.path / "people.sqlite", clock);
  CHECK(people->signed_in(token)->role == Role::scribe);
  CHECK((*people->kept_answer("marie", "k"))->status == 201);
  CHECK_FALSE(*people->kept_answer("marie", "other"));
  const auto bytes = DiskFiles().read(folder.path / "people.sqlite");
  CHECK(bytes->find(token) == std::string::npos);
}

TEST_CASE("a wrong name and a wrong password are told alike, and slowed down") {
  const Folder folder;
  FixedClock clock(Instant{1'773'000'000'000});
  auto people = *People::open(folder.path / "people.sqlite", clock);
  REQUIRE(people->add({"marie", "Marie", Role::lead}, password));
  std::int64_t wait = 0;
  const auto wrong = people->sign_in("marie", "not it", "10.0.0.1", wait);
  const auto nobody = people->sign_in("paul", password, "10.0.0.1", wait);
  REQUIRE_FALSE(wrong);
  REQUIRE_FALSE(nobody);
  CHECK(wrong.error().message == nobody.error().message);
  CHECK_FALSE(people->sign_in("marie", "", "10.0.0.1", wait));
  for (int i = 0; i < 4; ++i) people->sign_in("marie", "x", "10.0.0.2", wait);
  CHECK_FALSE(people->sign_in("marie", password, "10.0.0.2", wait));
  CHECK(wait > 0);
  clock.tick(wait);
  CHECK(people->sign_in("marie", password, "10.0.0.2", wait));
}

TEST_CASE("names that are none, names taken and short passwords are refused") {
  const Folder folder;
  FixedClock clock(Instant{1'773'000'000'000});
  auto people = *People::open(folder.path / "people.sqlite", clock);
  for (const auto* name : {"", "Marie", "../x", ".x", "a b", "é"})
    CHECK_FALSE(people->add({name, "M", Role::lead}, password));
  CHECK_FALSE(people->add({"marie", " ", Role::lead}, password));
  CHECK_FALSE(people->add({"marie", "M", Role::lead}, "short"));
  CHECK_FALSE(people->add({"marie", "M", Role::lead}, ""));
  CHECK(people->add({"marie", "M", Role::lead}, password));
  CHECK_FALSE(people->add({"marie", "M", Role::observer}, password));
}

TEST_CASE("each access is for the roles of the table, and nothing is for who is not signed in") {
  const auto who_may = [](Access access) {
    std::string out;
    for (const auto role :
         {Role::lead, Role::responder, Role::scribe, Role::observer, Role::counsel})
      if (may(access, role)) out += role_name(role).front();
    return out;
  };
  CHECK(who_may(Access::read) == "lrsoc");
  CHECK(who_may(Access::write_log) == "lrsc");
  CHECK(who_may(Access::say_clocks) == "lrc");
  CHECK(who_may(Access::act) == "lr");
  CHECK(who_may(Access::close) == "l");
  CHECK(who_may(Access::set_roles) == "l");
  CHECK(who_may(Access::read_accesses) == "l");
  CHECK(who_may(Access::send_out) == "l");
  CHECK_FALSE(may(Access::read, std::nullopt));
  CHECK_FALSE(may(static_cast<Access>(99), Role::lead));
  // Rights of the server are not those of a role.
  CHECK(who_may(Access::manage_people).empty());
  CHECK(who_may(Access::open_incidents).empty());
}

TEST_CASE("outside of incidents an account may what it was given, and nobody else anything") {
  const std::optional<Person> marie =
      Person{"marie", "Marie", Role::scribe, false, true, false, false};
  CHECK(is_authorised(Access::anyone, std::nullopt, std::nullopt, false));
  CHECK_FALSE(is_authorised(Access::signed_in, std::nullopt, std::nullopt, false));
  CHECK(is_authorised(Access::signed_in, marie, std::nullopt, false));
  CHECK(is_authorised(Access::open_incidents, marie, std::nullopt, false));
  CHECK_FALSE(is_authorised(Access::manage_people, marie, Role::lead, false));
  CHECK_FALSE(is_authorised(Access::read, marie, std::nullopt, false));
  auto disabled = marie;
  disabled->disabled = true;
  CHECK_FALSE(is_authorised(Access::signed_in, disabled, Role::lead, false));
}

TEST_CASE(
    "a role is what the incident's logbook says, else that of an account that holds everywhere") {
  const Person everywhere{"marie", "Marie", Role::scribe, true};
  const Person invited{"paul", "Paul", Role::lead, false};
  incident::State state;
  CHECK(role_in(state, everywhere) == Role::scribe);
  CHECK_FALSE(role_in(state, invited));
  state.participants["marie"] = {"marie", "Marie", ""};
  state.participants["paul"] = {"paul", "Paul", "observer"};
  CHECK_FALSE(role_in(state, everywhere));
  CHECK(role_in(state, invited) == Role::observer);
  state.participants["paul"].role = "emperor";
  CHECK_FALSE(role_in(state, invited));
}

TEST_CASE("who is disabled is signed out, and can't sign in; somebody always manages people") {
  const Folder folder;
  FixedClock clock(Instant{1'773'000'000'000});
  auto people = *People::open(folder.path / "people.sqlite", clock);
  auto marie = *people->add(with_usual_rights({"marie", "Marie", Role::lead}), password);
  auto paul = *people->add(with_usual_rights({"paul", "Paul", Role::scribe}), password);
  const auto token = people->begin_session(paul)->token;
  paul.disabled = true;
  REQUIRE(people->change(paul));
  CHECK_FALSE(people->signed_in(token));
  std::int64_t wait = 0;
  CHECK_FALSE(people->sign_in("paul", password, "::1", wait));
  marie.disabled = true;
  CHECK_FALSE(people->change(marie));
  marie.disabled = marie.manages_people = false;
  CHECK_FALSE(people->change(marie));
  people.reset();
  people = *People::open(folder.path / "people.sqlite", clock);
  CHECK(people->find("paul")->disabled);
  CHECK(people->find("marie")->manages_people);
}

TEST_CASE("a new password ends the other sessions, and the old one is worth nothing") {
  const Folder folder;
  FixedClock clock(Instant{1'773'000'000'000});
  auto people = *People::open(folder.path / "people.sqlite", clock);
  const auto marie = *people->add({"marie", "Marie", Role::lead}, password);
  const auto kept = people->begin_session(marie)->token,
             other = people->begin_session(marie)->token;
  CHECK_FALSE(people->set_password("marie", "short", kept));
  REQUIRE(people->set_password("marie", "another long one", kept));
  CHECK(people->signed_in(kept));
  CHECK_FALSE(people->signed_in(other));
  std::int64_t wait = 0;
  CHECK_FALSE(people->sign_in("marie", password, "::1", wait));
  CHECK(people->sign_in("marie", "another long one", "::1", wait));
}
