#include <doctest/doctest.h>

#include <fstream>

#include "store/connection.h"
#include "store/in_use.h"
#include "store/migration.h"

namespace digue::store {

namespace {
// A folder of the test's own, gone with it.
struct Folder {
  std::filesystem::path path;
  Folder() {
    std::string pattern = std::filesystem::temp_directory_path() / "digue-store-XXXXXX";
    path = ::mkdtemp(pattern.data());
  }
  ~Folder() { std::filesystem::remove_all(path); }
};

Connection fresh(const std::filesystem::path& path) {
  auto connection = Connection::open(path, {.mode = OpenMode::create});
  REQUIRE(connection);
  return std::move(*connection);
}

constexpr Migration first{1, "CREATE TABLE a (n INTEGER NOT NULL, t TEXT, b BLOB) STRICT;"};
constexpr Migration second{2, "CREATE TABLE c (n INTEGER) STRICT;"};
}  // namespace

TEST_CASE("values come back as they were bound, 64 bits and zero bytes included") {
  const Folder folder;
  auto connection = fresh(folder.path / "a.db");
  REQUIRE(connection.run(first.sql));
  auto insert = connection.prepare("INSERT INTO a VALUES (?, ?, ?)");
  REQUIRE(insert);
  const std::string bytes("\0\xff\0", 3);
  REQUIRE(insert->bind(1, INT64_MIN).bind_text(2, "é").bind_bytes(3, bytes).execute());
  REQUIRE(insert->bind(1, 908722176000000001).bind_null(2).bind_bytes(3, {}).execute());
  auto rows = connection.prepare("SELECT n, t, b FROM a ORDER BY n");
  REQUIRE(rows);
  REQUIRE(*rows->step());
  CHECK(rows->integer(0) == INT64_MIN);
  CHECK(rows->text(1) == "é");
  CHECK(rows->bytes(2) == bytes);
  REQUIRE(*rows->step());
  CHECK(rows->integer(0) == 908722176000000001);
  CHECK(rows->is_null(1));
  CHECK_FALSE(rows->is_null(2));
  CHECK_FALSE(*rows->step());
}

TEST_CASE("a transaction that is not committed leaves nothing") {
  const Folder folder;
  auto connection = fresh(folder.path / "a.db");
  REQUIRE(connection.run(first.sql));
  {
    auto transaction = Transaction::begin(connection);
    REQUIRE(transaction);
    REQUIRE(connection.run("INSERT INTO a (n) VALUES (1);"));
  }
  auto count = connection.prepare("SELECT count(*) FROM a");
  REQUIRE(count);
  REQUIRE(*count->step());
  CHECK(count->integer(0) == 0);
}

TEST_CASE("a value of the wrong type and a parameter that is not there are errors") {
  const Folder folder;
  auto connection = fresh(folder.path / "a.db");
  REQUIRE(connection.run(first.sql));
  auto insert = connection.prepare("INSERT INTO a (n) VALUES (?)");
  REQUIRE(insert);
  CHECK_FALSE(insert->bind_text(1, "x").execute());
  CHECK_FALSE(insert->bind(2, 1).execute());
  CHECK(insert->bind(1, 1).execute());
}

TEST_CASE("what is no database, what is missing and what is already there are told apart") {
  const Folder folder;
  const auto path = folder.path / "text.db";
  std::ofstream(path) << "not a database, but long enough to look for its header in the file\n";
  const auto broken = Connection::open(path, {});
  REQUIRE_FALSE(broken);
  CHECK(broken.error().kind == Error::Kind::bad_input);
  const auto missing = Connection::open(folder.path / "none.db", {});
  REQUIRE_FALSE(missing);
  CHECK(missing.error().kind == Error::Kind::not_found);
  CHECK(Connection::open(path, {.mode = OpenMode::create}).error().kind == Error::Kind::refused);
}

TEST_CASE("a read-only connection writes nothing, and reads a name with marks in it") {
  const Folder folder;
  const auto path = folder.path / "a?b#c%20.db";
  {
    REQUIRE(fresh(path).run(first.sql));
  }
  auto connection = Connection::open(path, {.mode = OpenMode::read_only});
  REQUIRE(connection);
  CHECK_FALSE(connection->run("INSERT INTO a (n) VALUES (1);"));
  CHECK(connection->prepare("SELECT n FROM a"));
}

TEST_CASE("a database is known to be open as long as somebody has it open") {
  const Folder folder;
  const auto path = folder.path / "a.db";
  CHECK_FALSE(is_open(path));
  {
    auto connection = fresh(path);
    REQUIRE(connection.run(first.sql));
    CHECK(is_open(path) == std::filesystem::exists("/proc/locks"));
  }
  CHECK_FALSE(is_open(path));
}

TEST_CASE("what is read in one transaction is of one moment") {
  const Folder folder;
  const auto path = folder.path / "a.db";
  auto writer = fresh(path);
  REQUIRE(writer.run(first.sql));
  auto reader = Connection::open(path, {});
  REQUIRE(reader);
  const auto rows = [&] {
    auto count = reader->prepare("SELECT count(*) FROM a");
    REQUIRE(count->step());
    return count->integer(0);
  };
  {
    const auto reading = Transaction::begin_reading(*reader);
    REQUIRE(reading);
    CHECK(rows() == 0);
    REQUIRE(writer.run("INSERT INTO a (n) VALUES (1);"));
    CHECK(rows() == 0);
  }
  CHECK(rows() == 1);
}

TEST_CASE("migrations run once each, and a changed one is refused") {
  const Folder folder;
  auto connection = fresh(folder.path / "a.db");
  const Migration one[] = {first}, both[] = {first, second};
  REQUIRE(migrate(connection, one));
  REQUIRE(migrate(connection, one));
  REQUIRE(migrate(connection, both));
  CHECK(check_tables(connection, both));
  const Migration other[] = {{1, "CREATE TABLE a (n INTEGER) STRICT;"}};
  CHECK(migrate(connection, other).error().kind == Error::Kind::refused);
}

TEST_CASE("a table or a trigger that nobody of ours made is refused") {
  const Folder folder;
  auto connection = fresh(folder.path / "a.db");
  const Migration one[] = {first};
  REQUIRE(migrate(connection, one));
  REQUIRE(connection.run("CREATE TRIGGER t AFTER INSERT ON a BEGIN DELETE FROM a; END;"));
  CHECK_FALSE(check_tables(connection, one));
}

}  // namespace digue::store
