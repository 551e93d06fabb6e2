#include "organisation/organisation.h"

#include <doctest/doctest.h>

namespace digue::organisation {

namespace {
struct OneFile final : Files {
  std::string bytes;
  Result<std::string> read(const std::filesystem::path&) override { return bytes; }
  Outcome write(const std::filesystem::path&, std::string_view) override { return {}; }
};
Result<Organisation> loaded(std::string bytes) {
  OneFile files;
  files.bytes = std::move(bytes);
  return load(files, "etc/org.yaml");
}
}  // namespace

TEST_CASE("a whole settings file is read") {
  const auto org = loaded(R"(
name: "Centre hospitalier de Valmont"
zone: Europe/Paris
domains: [CH-Valmont.example]
home_countries: [FR]
working_hours: {from: "07:30", to: "19:00", days: [mon, sat]}
known_networks: [192.0.2.0/24, "2001:db8::/32"]
administrators: [admin@ch-valmont.example]
place_databases: [networks.csv]
regulated: []
personal_data: yes
insurance: {insurer: "Mutuelle", policy: "CY-1207", declare_hours: "72"}
clocks: [nis2-early]
)");
  REQUIRE(org);
  CHECK(org->domains == std::vector<std::string>{"ch-valmont.example"});
  CHECK(org->hours->from_minutes == 450);
  CHECK(org->hours->days[5]);
  CHECK_FALSE(org->hours->days[1]);
  CHECK(org->known_networks[0].holds("192.0.2.200"));
  CHECK_FALSE(org->known_networks[0].holds("192.0.3.1"));
  CHECK(org->known_networks[1].holds("2001:db8::7"));
  CHECK(org->place_databases[0] == "etc/networks.csv");
  CHECK(org->regulated_is_set);
  CHECK(org->personal_data == true);
  CHECK(org->insured == true);
  CHECK(org->insurance.policy == "CY-1207");
  CHECK(org->insurance.declare_hours == 72);
  CHECK(org->clocks == std::vector<std::string>{"nis2-early"});
}

TEST_CASE("what is not said is not known, and no insurance is said in one word") {
  const auto silent = loaded("name: x\n");
  REQUIRE(silent);
  CHECK_FALSE(silent->regulated_is_set);
  CHECK_FALSE(silent->personal_data);
  CHECK_FALSE(silent->insured);
  CHECK(loaded("insurance: no\n")->insured == false);
}

TEST_CASE("a mistake is pointed at by line and column") {
  const auto message = [](std::string bytes) {
    return loaded(std::move(bytes)).error().message.english;
  };
  CHECK(message("domain: [a]").starts_with("etc/org.yaml, line 1, column 1: the key “domain”"));
  CHECK(message("home_countries:\n  - France\n").starts_with("etc/org.yaml, line 2, column 5"));
  CHECK(message("known_networks: [10.0.0.0/33]").find("203.0.113.0/24") != std::string::npos);
  CHECK(message("personal_data: maybe").find("line 1, column 16: “yes” or “no”") !=
        std::string::npos);
  CHECK(message("insurance: {declare_hours: \"0\"}").find("line 1, column 28: a number") !=
        std::string::npos);
  CHECK(message("insurance: {number: \"1\"}").find("“number”") != std::string::npos);
  CHECK(message("zone: Paris").find("Europe/Paris") != std::string::npos);
}

}  // namespace digue::organisation
