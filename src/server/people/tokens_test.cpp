#include "server/people/tokens.h"

#include <doctest/doctest.h>
#include <stdlib.h>

#include "server/people/people.h"

using namespace digue;
using namespace digue::server;

namespace {

// Marie, who has a token of one day.
struct Desk {
  Desk() {
    std::string name = (std::filesystem::temp_directory_path() / "digue-tokens-XXXXXX").string();
    path = ::mkdtemp(name.data());
    people = *People::open(path / "people.sqlite", clock);
    REQUIRE(people->add({"marie", "Marie", Role::lead}, "a long enough one"));
    open();
    Token token;
    token.person = "marie";
    token.name = "journal";
    token.expires = clock.now() + day_ms;
    made = *tokens->add(token);
  }
  ~Desk() { std::filesystem::remove_all(path); }
  void open() { tokens = *Tokens::open(path / "people.sqlite", clock); }

  std::filesystem::path path;
  FixedClock clock{Instant{1'773'000'000'000}};
  std::unique_ptr<People> people;
  std::unique_ptr<Tokens> tokens;
  NewToken made;
};

}  // namespace

TEST_CASE("a token holds to the last millisecond, and no longer") {
  Desk desk;
  desk.clock.tick(day_ms - 1);
  CHECK(desk.tokens->find(desk.made.secret));
  CHECK(desk.tokens->holds(desk.made.token));
  desk.clock.tick(1);
  CHECK_FALSE(desk.tokens->find(desk.made.secret));
  // Nor does what it holds open, such as a stream.
  CHECK_FALSE(desk.tokens->holds(desk.made.token));
  desk.open();
  CHECK_FALSE(desk.tokens->find(desk.made.secret));
  // It is still told, so that its person knows why their program stopped.
  CHECK(desk.tokens->of("marie").size() == 1);
}

TEST_CASE("a token survives the program's end, and is revoked by its person only") {
  Desk desk;
  desk.open();
  const auto found = desk.tokens->find(desk.made.secret);
  REQUIRE(found);
  CHECK(found->id == desk.made.token.id);
  CHECK(found->expires == desk.made.token.expires);
  CHECK_FALSE(desk.tokens->revoke("paul", found->id));
  REQUIRE(desk.tokens->revoke("marie", found->id));
  CHECK_FALSE(desk.tokens->find(desk.made.secret));
  CHECK_FALSE(desk.tokens->holds(*found));
  desk.open();
  CHECK_FALSE(desk.tokens->find(desk.made.secret));
}
