#include "logbook/logbook.h"

#include <doctest/doctest.h>
#include <unistd.h>

#include <atomic>
#include <fstream>
#include <set>
#include <thread>

#include "base/file.h"
#include "logbook/checkpoint.h"

namespace digue::logbook {

namespace {

struct Bench {
  std::filesystem::path folder;
  FixedClock clock{*parse_rfc3339("2026-03-08T02:11:07Z")};

  Bench() {
    std::string pattern = std::filesystem::temp_directory_path() / "digue-logbook-XXXXXX";
    folder = ::mkdtemp(pattern.data());
  }
  ~Bench() { std::filesystem::remove_all(folder); }

  std::filesystem::path file() const { return folder / "incident.digue"; }
  Settings settings() {
    return {.state_folder = folder / "state",
            .clock = &clock,
            .machine_name = "poste-crise",
            .seal_cost = SealCost::quick};
  }
  Logbook fresh() {
    auto logbook = Logbook::create(file(), "inc-1", settings());
    REQUIRE(logbook);
    return std::move(*logbook);
  }
  Result<Logbook> again() { return Logbook::open(file(), settings()); }
  Verdict verdict(std::vector<std::string> checkpoints = {}) {
    auto result = verify(file(), {.checkpoints = std::move(checkpoints)});
    REQUIRE(result);
    return std::move(*result);
  }
};

Draft note(std::string text) {
  return {.kind = "note", .author = "Alice", .body = std::move(text)};
}

std::vector<Entry> all(const Logbook& logbook) {
  std::vector<Entry> entries;
  REQUIRE(logbook.each(0, [&](const Entry& entry) { entries.push_back(entry); }));
  return entries;
}

}  // namespace

TEST_CASE("an entry comes back as it was said, with its own time and offset") {
  Bench bench;
  auto logbook = bench.fresh();
  Draft draft = note("le compte est bloqué");
  draft.occurred = read_moment("2026-03-08T03:04:00+01:00");
  draft.occurred->precision = Precision::minute;
  draft.references = {{"a@b.example"}, {"pc-1"}, {"203.0.113.7"}, {}, {"mail-account/1.a.1"}};
  const auto receipt = logbook.append(draft);
  REQUIRE(receipt);
  const auto entry = logbook.at(receipt->position);
  REQUIRE(entry);
  CHECK(entry->leaf == receipt->leaf);
  CHECK(entry->body == "le compte est bloqué");
  CHECK(entry->header.references == draft.references);
  CHECK(moment_text(entry->header.occurred) == "2026-03-08T03:04:00+01:00");
  CHECK(entry->header.occurred.precision == Precision::minute);
  CHECK(rfc3339(entry->header.recorded) == "2026-03-08T02:11:07Z");
  CHECK(entry->header.after_size == 1);
}

TEST_CASE("a header reads back equal, and any change of a byte is seen") {
  HeaderReader reader;
  Header header;
  header.incident = "inc \"1\"";
  header.kind = "note";
  header.author = "Zoé";
  header.key = "0011223344556677";
  header.previous = sha256("a");
  header.occurred = *read_moment("2026-03-08T03:04:00-09:30");
  header.recorded = header.occurred.at;
  header.introduces = Introduction{{1, 2, 3}, true};
  header.references.hosts = {"h1", "h2"};
  const std::string bytes = header_bytes(header);
  CHECK(reader.read(bytes) == header);
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    std::string other = bytes;
    other[i] = static_cast<char>(other[i] ^ 1);
    CHECK(reader.read(other) != header);
  }
  CHECK_FALSE(HeaderReader().read({}));
  CHECK_FALSE(reader.read(bytes + bytes));
  CHECK_FALSE(reader.read(bytes.substr(0, bytes.size() - 1) + ",\"more\":1}"));
}

TEST_CASE("twenty threads append at once: nothing is lost, everything verifies") {
  Bench bench;
  std::set<std::string> acknowledged;
  {
    auto logbook = bench.fresh();
    std::mutex mutex;
    std::vector<std::jthread> threads;
    for (int t = 0; t < 20; ++t)
      threads.emplace_back([&, t] {
        for (int i = 0; i < 10; ++i) {
          const std::string text = std::to_string(t) + "/" + std::to_string(i);
          const auto receipt = logbook.append(note(text));
          const std::lock_guard lock(mutex);
          if (receipt) acknowledged.insert(text);
        }
      });
  }
  CHECK(acknowledged.size() == 200);
  const auto verdict = bench.verdict();
  CHECK(verdict.intact());
  CHECK(verdict.entries == 201);
  auto logbook = bench.again();
  REQUIRE(logbook);
  for (const auto& entry : all(*logbook)) acknowledged.erase(entry.body.value_or(""));
  CHECK(acknowledged.empty());
}

TEST_CASE("two programs on one file take each other's entries in") {
  Bench bench;
  auto one = bench.fresh();
  auto other = bench.again();
  REQUIRE(other);
  for (int i = 0; i < 5; ++i) {
    REQUIRE(one.append(note("one")));
    REQUIRE(other->append(note("other")));
  }
  CHECK(bench.verdict().intact());
  CHECK(bench.verdict().entries == 11);
}

TEST_CASE("a person signs with the key that their password opens") {
  Bench bench;
  auto logbook = bench.fresh();
  REQUIRE(logbook.make_key("Alice", "secret"));
  CHECK(logbook.has_key("Alice"));
  CHECK_FALSE(logbook.unlock("Alice", "guess"));
  CHECK(logbook.unlock("Bob", "secret").error().kind == Error::Kind::not_found);
  const auto key = logbook.unlock("Alice", "secret");
  REQUIRE(key);
  REQUIRE(logbook.append(note("signed by herself"), &*key));
  const auto verdict = bench.verdict();
  CHECK(verdict.intact());
  CHECK(verdict.own_signatures == 2);
  CHECK(verdict.vouched == 1);
}

TEST_CASE("a redacted body is gone from the file, and the logbook still verifies") {
  Bench bench;
  {
    auto logbook = bench.fresh();
    const auto receipt = logbook.append(note("le mot de passe est cerise-42"));
    REQUIRE(receipt);
    REQUIRE(logbook.append(note("autre chose")));
    const std::string before = logbook.checkpoint();
    REQUIRE(logbook.redact(
        receipt->position,
        {.kind = std::string(redaction_kind), .author = "Alice", .body = "donnée personnelle"}));
    CHECK_FALSE(logbook.at(receipt->position)->body);
    CHECK(bench.verdict({before}).checkpoints == 1);
  }
  const auto verdict = bench.verdict();
  CHECK(verdict.intact());
  CHECK(verdict.redacted == 1);
  for (const auto& file : std::filesystem::directory_iterator(bench.folder)) {
    if (!file.is_regular_file()) continue;
    const auto bytes = DiskFiles().read(file.path());
    CHECK(bytes->find("cerise-42") == std::string::npos);
  }
}

TEST_CASE("the tables themselves refuse a change or a removal") {
  Bench bench;
  auto logbook = bench.fresh();
  REQUIRE(logbook.append(note("a")));
  auto connection = store::Connection::open(bench.file(), {});
  REQUIRE(connection);
  CHECK_FALSE(connection->run("UPDATE entry SET header = x'00' WHERE position = 1;"));
  CHECK_FALSE(connection->run("DELETE FROM entry WHERE position = 1;"));
  CHECK_FALSE(connection->run("DELETE FROM body WHERE position = 1;"));
  CHECK_FALSE(connection->run("UPDATE body SET content = x'00' WHERE position = 1;"));
  CHECK(bench.verdict().intact());
}

TEST_CASE("a file put back to an older state is told at opening, and nothing is added to it") {
  Bench bench;
  {
    REQUIRE(bench.fresh().append(note("a")));
  }
  const auto old = bench.folder / "old";
  std::filesystem::copy_file(bench.file(), old);
  {
    REQUIRE(bench.again()->append(note("b")));
  }
  std::filesystem::copy_file(old, bench.file(), std::filesystem::copy_options::overwrite_existing);
  auto logbook = bench.again();
  REQUIRE(logbook);
  REQUIRE(logbook->opening().problems.size() == 1);
  CHECK(logbook->opening().problems[0].english.find("3 entries") != std::string::npos);
  CHECK(logbook->append(note("c")).error().kind == Error::Kind::refused);
  CHECK(all(*logbook).size() == 2);
}

TEST_CASE("a file that shrinks under an open logbook is told, and nothing is added") {
  Bench bench;
  auto logbook = bench.fresh();
  REQUIRE(logbook.append(note("a")));
  auto other = store::Connection::open(bench.file(), {});
  REQUIRE(other);
  REQUIRE(
      other->run("DROP TRIGGER entry_not_removed; DROP TRIGGER body_not_removed;"
                 "DELETE FROM body WHERE position = 1; DELETE FROM entry WHERE position = 1;"));
  CHECK(logbook.append(note("b")).error().kind == Error::Kind::refused);
}

TEST_CASE("another machine brings its own key in, and may then write") {
  Bench bench;
  {
    REQUIRE(bench.fresh().append(note("a")));
  }
  auto settings = bench.settings();
  settings.state_folder = bench.folder / "other-state";
  settings.machine_name = "portable";
  auto logbook = Logbook::open(bench.file(), settings);
  REQUIRE(logbook);
  REQUIRE(logbook->append(note("b")));
  CHECK(bench.verdict({logbook->checkpoint()}).intact());
  CHECK(bench.verdict().entries == 4);
}

TEST_CASE("what is not a logbook is a message, never a crash") {
  Bench bench;
  std::ofstream(bench.file()) << std::string(5000, 'x');
  CHECK_FALSE(bench.again());
  CHECK_FALSE(verify(bench.file(), {}));
  const auto other = bench.folder / "other.db";
  {
    REQUIRE(store::Connection::open(other, {.mode = store::OpenMode::create})
                ->run("CREATE TABLE t (a);"));
  }
  CHECK(verify(other, {}).error().kind == Error::Kind::bad_input);
}

TEST_CASE("tables that another hand changed are read, and never written") {
  Bench bench;
  {
    REQUIRE(bench.fresh().append(note("a")));
  }
  REQUIRE(store::Connection::open(bench.file(), {})
              ->run("CREATE TRIGGER t AFTER INSERT ON entry BEGIN DELETE FROM body; END;"));
  auto settings = bench.settings();
  settings.despite_damage = true;
  auto logbook = Logbook::open(bench.file(), settings);
  REQUIRE(logbook);
  CHECK(all(*logbook).size() == 2);
  CHECK(logbook->append(note("b")).error().kind == Error::Kind::refused);
  CHECK(all(*logbook).size() == 2);
}

TEST_CASE("a sealed copy is read as it is") {
  if (::geteuid() == 0) {
    MESSAGE("skipped: to root, everything can be written");
    return;
  }
  Bench bench;
  {
    REQUIRE(bench.fresh().append(note("a")));
  }
  const auto sealed = bench.folder / "sealed";
  std::filesystem::create_directory(sealed);
  std::filesystem::copy_file(bench.file(), sealed / "a.digue");
  std::filesystem::permissions(sealed / "a.digue", std::filesystem::perms::owner_read);
  std::filesystem::permissions(
      sealed, std::filesystem::perms::owner_read | std::filesystem::perms::owner_exec);
  {
    auto logbook = Logbook::open(sealed / "a.digue", bench.settings());
    REQUIRE(logbook);
    CHECK(all(*logbook).size() == 2);
    CHECK(logbook->append(note("b")).error().kind == Error::Kind::refused);
  }
  std::filesystem::permissions(sealed, std::filesystem::perms::owner_all);
}

TEST_CASE("an entry over the caps or without an author is refused") {
  Bench bench;
  auto logbook = bench.fresh();
  CHECK_FALSE(logbook.append(note(std::string(max_body_bytes + 1, 'x'))));
  CHECK_FALSE(logbook.append({.kind = "note", .author = ""}));
  Draft draft = note("a");
  draft.references.hosts.assign(10000, "a-host-name");
  CHECK_FALSE(logbook.append(draft));
  CHECK(logbook.append(note("b")));
  CHECK(bench.verdict().intact());
}

TEST_CASE("opened while another program adds entries, it verifies and was not closed abruptly") {
  Bench bench;
  auto logbook = bench.fresh();
  std::atomic<bool> stop = false;
  std::thread writer([&] {
    while (!stop) static_cast<void>(logbook.append(note("beside")));
  });
  for (int i = 0; i < 150; ++i) {
    const auto beside = bench.again();
    if (!beside || !beside->opening().problems.empty() || !beside->opening().notices.empty()) {
      CHECK(beside);
      if (beside) CHECK(beside->opening().problems.empty());
      if (beside) CHECK(beside->opening().notices.empty());
      break;
    }
  }
  stop = true;
  writer.join();
}

}  // namespace digue::logbook
