#include "server/people/factors.h"

#include <doctest/doctest.h>
#include <stdlib.h>

#include "server/people/people.h"
#include "server/people/totp.h"

using namespace digue;
using namespace digue::server;

namespace {

// Marie, with an app that she confirmed.
struct Desk {
  Desk() {
    std::string name = (std::filesystem::temp_directory_path() / "digue-factors-XXXXXX").string();
    path = ::mkdtemp(name.data());
    people = *People::open(path / "people.sqlite", clock);
    REQUIRE(people->add({"marie", "Marie", Role::lead}, "a long enough one"));
    open();
    secret = factors->begin_totp("marie");
    auto told = factors->confirm_totp("marie", code());
    REQUIRE(told);
    codes = *told;
  }
  ~Desk() { std::filesystem::remove_all(path); }
  void open() { factors = *Factors::open(path / "people.sqlite", clock); }
  std::string code(std::int64_t ahead = 0) {
    return totp_code(secret, totp_step(clock.now()) + ahead);
  }
  bool takes(const std::string& given) {
    return factors->check_code("marie", given, wait).has_value();
  }

  std::filesystem::path path;
  FixedClock clock{Instant{1'773'000'000'000}};
  std::unique_ptr<People> people;
  std::unique_ptr<Factors> factors;
  std::string secret;
  RecoveryCodes codes;
  std::int64_t wait = 0;
};

}  // namespace

TEST_CASE("a code of the app is taken once, even after the program's end") {
  Desk desk;
  CHECK_FALSE(desk.takes(desk.code()));  // it confirmed the app
  desk.clock.tick(totp_step_ms);
  const auto code = desk.code();
  CHECK(desk.takes(code));
  CHECK_FALSE(desk.takes(code));
  desk.open();
  CHECK_FALSE(desk.takes(code));
  CHECK_FALSE(desk.takes(desk.code(-1)));
  CHECK(desk.takes(desk.code(1)));
}

TEST_CASE("a recovery code is taken once, by its person only") {
  Desk desk;
  CHECK(desk.codes.size() == recovery_code_count);
  CHECK_FALSE(desk.factors->check_code("paul", desk.codes[0], desk.wait));
  CHECK(desk.takes(desk.codes[0]));
  desk.open();
  CHECK_FALSE(desk.takes(desk.codes[0]));
  CHECK(desk.factors->of("marie").recovery_codes == recovery_code_count - 1);
  CHECK(desk.takes(" " + desk.codes[1] + " "));
}

TEST_CASE("after five wrong codes each try waits longer, and a right one waits too") {
  Desk desk;
  for (int i = 0; i < 5; ++i) {
    CHECK_FALSE(desk.takes("000000"));
    CHECK(desk.wait == 0);
  }
  CHECK_FALSE(desk.takes(desk.codes[0]));
  CHECK(desk.wait == second_ms);
  desk.clock.tick(desk.wait);
  CHECK_FALSE(desk.takes("000000"));
  CHECK_FALSE(desk.takes(desk.codes[0]));
  CHECK(desk.wait == 2 * second_ms);
  desk.clock.tick(desk.wait);
  CHECK(desk.takes(desk.codes[0]));
  CHECK_FALSE(desk.takes("000000"));
  CHECK(desk.wait == 0);
}

TEST_CASE("what was begun is worth nothing later, nor for somebody else") {
  Desk desk;
  desk.secret = desk.factors->begin_totp("paul");
  CHECK_FALSE(desk.factors->confirm_totp("marie", desk.code()));
  desk.clock.tick(begun_ms + 1);
  CHECK_FALSE(desk.factors->confirm_totp("paul", desk.code()));
  CHECK_FALSE(desk.factors->of("paul").any());
  const auto first = desk.factors->begin_passkey("paul"),
             second = desk.factors->begin_passkey("paul");
  CHECK(first != second);
  CHECK(first.size() == 43);  // 32 bytes
}

TEST_CASE("without a factor there are no recovery codes left") {
  Desk desk;
  REQUIRE(desk.factors->remove_totp("marie"));
  CHECK(desk.factors->of("marie").recovery_codes == 0);
  CHECK_FALSE(desk.takes(desk.codes[0]));
  CHECK_FALSE(desk.factors->new_recovery_codes("marie"));
  desk.open();
  CHECK_FALSE(desk.factors->of("marie").any());
}
