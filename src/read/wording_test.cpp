#include "read/wording.h"

#include <doctest/doctest.h>

namespace digue::read {

using event::Action;
using event::Verdict;

TEST_CASE("a wording takes the parts and the details that it names") {
  Said said;
  const Wording wording{"Group <{Group}> User <{account}> IP <{address}> *Address <{GivenAddress}>",
                        Action::vpn_opened, Verdict::success};
  REQUIRE(matches(wording,
                  "Group <Distants> User <marie> IP <203.0.113.9> IPv4 Address <10.99.0.4> IPv6 "
                  "address <::> assigned to session",
                  said));
  CHECK(said.action == Action::vpn_opened);
  CHECK(said.verdict == Verdict::success);
  CHECK(said[Part::account] == "marie");
  CHECK(said[Part::address] == "203.0.113.9");
  REQUIRE(said.details().size() == 2);
  CHECK(said.details()[1].name == "GivenAddress");
  CHECK(said.details()[1].value == "10.99.0.4");
}

TEST_CASE("a text that is worded otherwise says nothing") {
  Said said;
  const Wording wording{"Failed password for {account} from {address} port ", Action::logon,
                        Verdict::failure};
  CHECK_FALSE(matches(wording, "Accepted password for root from 10.0.0.1 port 22 ssh2", said));
  CHECK_FALSE(matches(wording, "Failed password for root from 10.0.0.1", said));
  CHECK_FALSE(matches(wording, "", said));
  CHECK(said[Part::account].empty());
  CHECK(said.action == Action::other);
}

TEST_CASE("what nothing follows takes the rest, and an empty name takes nothing") {
  Said said;
  REQUIRE(
      matches({"[{account}]: {}; {CommandLine}"}, "[root]: x; esxcli vm process kill -w 1", said));
  CHECK(said[Part::account] == "root");
  REQUIRE(said.details().size() == 1);
  CHECK(said.details()[0].value == "esxcli vm process kill -w 1");
}

TEST_CASE("the first wording of a table that fits is taken") {
  static constexpr std::array table = {
      Wording{"a {account} b", Action::logon, Verdict::failure},
      Wording{"a {target}", Action::logoff, Verdict::success},
  };
  Said said;
  REQUIRE(matches_any(table, "a x c", said));
  CHECK(said.action == Action::logoff);
  CHECK(said[Part::account].empty());
  CHECK(said[Part::target] == "x c");
}

}  // namespace digue::read
