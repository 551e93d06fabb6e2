// Makes the test vectors of the logbook: small logbooks, sound or tampered with in one way each, as
// SQL text, with what both verifiers must say of them.
//
//   make_logbook_vectors DIR
//
// Written into DIR: tables.sql, <case>.sql, <case>.checkpoints (what is held outside, if anything)
// and expected.json.  Keys and salts are new at each run; the vectors in the repository were made
// once, and are never made again unless the format changes.
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <map>

#include "base/file.h"
#include "base/json_writer.h"
#include "logbook/checkpoint.h"
#include "logbook/logbook.h"
#include "logbook/tree.h"
#include "store/connection.h"

using namespace digue;
using namespace digue::logbook;

namespace {

constexpr std::string_view tables =
    "CREATE TABLE logbook (id INTEGER PRIMARY KEY, incident TEXT);\n"
    "CREATE TABLE entry (position INTEGER PRIMARY KEY, header BLOB, signature BLOB);\n"
    "CREATE TABLE body (position INTEGER PRIMARY KEY, salt BLOB, content BLOB);\n"
    "CREATE TABLE head (id INTEGER PRIMARY KEY, note TEXT);\n";

template <class T>
T must(Result<T> result) {
  if (result) return std::move(*result);
  std::cerr << result.error().message.english << "\n";
  std::exit(1);
}
void must(Outcome outcome) {
  if (outcome) return;
  std::cerr << outcome.error().message.english << "\n";
  std::exit(1);
}

std::string hex(std::string_view bytes) {
  return to_hex({reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()});
}

class Maker {
 public:
  explicit Maker(std::filesystem::path out) : out_(std::move(out)) {
    std::string pattern = std::filesystem::temp_directory_path() / "digue-vectors-XXXXXX";
    folder_ = ::mkdtemp(pattern.data());
  }
  ~Maker() { std::filesystem::remove_all(folder_); }

  Logbook open(const std::string& name, const std::string& incident = "inc-2026-0001",
               const std::string& machine = "poste-crise") {
    const auto path = folder_ / name;
    const Settings settings{.state_folder = folder_ / machine,
                            .clock = &clock_,
                            .machine_name = machine,
                            .seal_cost = SealCost::quick,
                            .despite_damage = true};
    clock_.tick(61'000);
    return must(std::filesystem::exists(path) ? Logbook::open(path, settings)
                                              : Logbook::create(path, incident, settings));
  }
  void copy(const std::string& from, const std::string& to) {
    std::filesystem::copy_file(folder_ / from, folder_ / to);
  }
  store::Connection raw(const std::string& name) {
    auto connection = must(store::Connection::open(folder_ / name, {}));
    must(connection.run("PRAGMA foreign_keys = OFF;"));
    std::string drops;
    {
      auto triggers =
          must(connection.prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger'"));
      while (must(triggers.step())) drops += "DROP TRIGGER " + std::string(triggers.text(0)) + ";";
    }
    must(connection.run(drops));
    return connection;
  }
  SigningKey machine() { return must(machine_key(folder_ / "poste-crise")); }

  // One case: a copy of a logbook, changed by SQL.
  void add(const std::string& name, const std::string& base, const std::string& change,
           std::vector<std::string> expected, const std::string& checkpoints = "") {
    const std::string changed = "case-" + name;
    copy(base, changed);
    {
      auto connection = raw(changed);
      must(connection.run(change));
      write(name + ".sql", dump(connection));
    }
    if (!checkpoints.empty()) write(name + ".checkpoints", checkpoints);
    expected_[name] = std::move(expected);
  }

  void finish() {
    write("tables.sql", tables);
    JsonWriter json;
    json.begin_object();
    for (const auto& [name, problems] : expected_) json.member(name, problems);
    json.end_object();
    std::string text = json.take();
    for (std::size_t at = 0; (at = text.find("],", at)) != std::string::npos; at += 3)
      text.insert(at + 2, "\n");
    write("expected.json", text + "\n");
  }

 private:
  void write(const std::string& name, std::string_view text) {
    must(DiskFiles().write(out_ / name, text));
  }

  static std::string dump(store::Connection& connection) {
    std::string text;
    const auto rows = [&](const std::string& query) {
      auto statement = must(connection.prepare(query));
      while (must(statement.step())) text += std::string(statement.text(0)) + "\n";
    };
    rows("SELECT 'INSERT INTO logbook VALUES (1,' || quote(incident) || ');' FROM logbook");
    rows(
        "SELECT 'INSERT INTO entry VALUES (' || position || ',' || quote(header) || ',' || "
        "quote(signature) || ');' FROM entry ORDER BY position");
    rows(
        "SELECT 'INSERT INTO body VALUES (' || position || ',' || quote(salt) || ',' || "
        "quote(content) || ');' FROM body ORDER BY position");
    rows("SELECT 'INSERT INTO head VALUES (1,' || quote(note) || ');' FROM head");
    return text;
  }

  std::filesystem::path out_, folder_;
  FixedClock clock_{*parse_rfc3339("2026-03-08T02:11:07Z")};
  std::map<std::string, std::vector<std::string>> expected_;
};

Draft said(std::string author, std::string text) {
  return {.kind = "note", .author = std::move(author), .body = std::move(text)};
}

// The story that most cases start from: ten entries, two signers, a correction, a redaction.
struct Story {
  std::string at_six, at_ten;  // checkpoints held outside
};

Story tell_story(Maker& maker, SigningKey& alice) {
  Story story;
  Receipt first;
  {
    auto logbook = maker.open("story");
    must(logbook.append(said("Bruno", "Alerte reçue de l’antivirus.")));
    alice = must(logbook.make_key("Alice", "secret"));
    first = must(logbook.append(said("Alice", "Compte bloqué à 03:05."), &alice));
    must(logbook.append(said("Bruno", "Le mot de passe était cerise-42.")));
  }
  maker.copy("story", "five");  // closed, so that the file is whole by itself
  auto logbook = maker.open("story");
  Draft correction = said("Alice", "Compte bloqué à 03:15, non 03:05.");
  correction.supersedes = first.leaf;
  correction.occurred = read_moment("2026-03-08T03:15:00+01:00");
  correction.occurred->precision = Precision::minute;
  correction.references = {
      {"compta@hopital.example"}, {"PC-12"}, {"203.0.113.7"}, {}, {"mail-account/1.a.1"}};
  must(logbook.append(correction, &alice));
  story.at_six = logbook.checkpoint();
  must(logbook.append(said("Bruno", "Fournisseur appelé.")));
  must(logbook.redact(4,
                      {.kind = std::string(redaction_kind),
                       .author = "Alice",
                       .body = "Un mot de passe y était écrit."},
                      &alice));
  must(logbook.append(said("Bruno", "Règle « . » supprimée.")));
  must(logbook.append(said("Alice", "Relève à 08:00."), &alice));
  story.at_ten = logbook.checkpoint();
  return story;
}

std::string set_row(const std::string& position, const std::string& header,
                    const std::string& signature) {
  return "UPDATE entry SET header = x'" + hex(header) + "', signature = x'" + hex(signature) +
         "' WHERE position = " + position + ";";
}

std::string set_head(const std::string& note) {
  return "UPDATE head SET note = '" + note + "';";
}

constexpr const char* shift_after_five =
    "DELETE FROM entry WHERE position = 5; DELETE FROM body WHERE position = 5;"
    "UPDATE entry SET position = position + 1000 WHERE position > 5;"
    "UPDATE entry SET position = position - 1001 WHERE position > 5;"
    "UPDATE body SET position = position + 1000 WHERE position > 5;"
    "UPDATE body SET position = position - 1001 WHERE position > 5;";

std::string exchange(int a, int b) {
  const auto move = [](int from, int to) {
    std::string sql;
    for (const char* table : {"entry", "body"})
      sql += std::string("UPDATE ") + table + " SET position = " + std::to_string(to) +
             " WHERE position = " + std::to_string(from) + ";";
    return sql;
  };
  return move(a, 1000) + move(b, a) + move(1000, b);
}

void entries_changed(Maker& maker) {
  const auto replace = [](const char* from, const char* to) {
    return std::string("UPDATE entry SET header = CAST(replace(CAST(header AS TEXT), '") + from +
           "', '" + to + "') AS BLOB) WHERE position = 5;";
  };
  maker.add("altered-author", "story", replace("\"Alice\"", "\"Alicf\""), {"wrong-signature 5"});
  maker.add("altered-claim", "story", replace("\"after_size\":5", "\"after_size\":7"),
            {"wrong-signature 5"});
  maker.add("altered-signature", "story",
            "UPDATE entry SET signature = zeroblob(64) WHERE position = 6;", {"wrong-signature 6"});
  maker.add("short-signature", "story", "UPDATE entry SET signature = x'00' WHERE position = 6;",
            {"wrong-signature 6"});
  maker.add("not-a-header", "story", "UPDATE entry SET header = x'7b7d' WHERE position = 6;",
            {"unreadable-entry 6"});
  maker.add(
      "members-exchanged", "story",
      replace("\"kind\":\"note\",\"author\":\"Alice\"", "\"author\":\"Alice\",\"kind\":\"note\""),
      {"unreadable-entry 5"});
  maker.add("member-added", "story", replace("\"kind\":", "\"kind\":\"note\",\"kind\":"),
            {"unreadable-entry 5"});
}

void bodies_changed(Maker& maker) {
  maker.add("altered-body", "story",
            "UPDATE body SET content = CAST('Rien.' AS BLOB) WHERE position = 8;",
            {"altered-body 8"});
  maker.add("slid-salt", "story",
            "UPDATE body SET salt = CAST(salt || substr(content, 1, 1) AS BLOB), "
            "content = substr(content, 2) WHERE position = 8;",
            {"altered-body 8"});
  maker.add("missing-body", "story", "DELETE FROM body WHERE position = 8;", {"missing-body 8"});
  maker.add("body-put-back", "story", "INSERT INTO body VALUES (4, zeroblob(16), x'41');",
            {"altered-body 4", "unredacted-body 4"});
}

void order_changed(Maker& maker) {
  maker.add("removed", "story",
            "DELETE FROM entry WHERE position = 5; DELETE FROM body WHERE position = 5;",
            {"missing-entry 5"});
  maker.add("removed-and-renumbered", "story", shift_after_five, {"missing-entry 5"});
  maker.add("exchanged", "story", exchange(3, 6), {"moved-entry 3", "moved-entry 6"});
  maker.add("neighbours-exchanged", "story", exchange(5, 6), {"moved-entry 5"});
  maker.add("copied", "story",
            "INSERT INTO entry SELECT 10, header, signature FROM entry WHERE position = 5;"
            "INSERT INTO body SELECT 10, salt, content FROM body WHERE position = 5;",
            {"inserted-entry 10"});
  maker.add("cut", "story",
            "DELETE FROM entry WHERE position >= 8; DELETE FROM body WHERE position >= 8;",
            {"cut-tail 8"});
  maker.add("emptied", "story", "DELETE FROM entry; DELETE FROM body;", {"head-not-signed 0"});
}

void heads_changed(Maker& maker, const Story& story) {
  const auto stranger = SigningKey::make();
  const auto read = must(read_checkpoint(story.at_ten));
  maker.add("head-missing", "story", "DELETE FROM head;", {"head-missing 0"});
  maker.add("head-by-stranger", "story", set_head(sign_checkpoint(read.checkpoint, stranger)),
            {"head-not-signed 0"});
  maker.add("head-behind", "story", set_head(story.at_six), {"unsealed-tail 6"});
}

void outside_checkpoints(Maker& maker, const Story& story) {
  maker.add("sound", "story", "", {}, story.at_six + story.at_ten);
  const auto cut = [&](std::string_view size) {
    std::string note = story.at_ten;
    return note.replace(note.find("\n10\n"), 4, "\n" + std::string(size) + "\n");
  };
  maker.add("checkpoint-altered", "story", "", {"wrong-checkpoint-signature 1"}, cut("9"));
  maker.add("checkpoint-unreadable", "story", "", {"unreadable-checkpoint 2"},
            story.at_six + "\n" + cut("ten"));
  maker.add("checkpoint-of-another", "story", "", {"other-logbook 1"},
            maker.open("other", "inc-2026-0002").checkpoint());
  maker.open("rewritten", "inc-2026-0001", "intruder");
  maker.add("all-rewritten", "rewritten", "", {"unknown-checkpoint-key 1"}, story.at_ten);
}

// Histories that only a holder of keys could write.
void forged_by_insiders(Maker& maker, const Story& story, const SigningKey& alice) {
  maker.add("put-back", "five", "", {"cut-tail 5"}, story.at_six);
  maker.copy("five", "branch");
  maker.open("branch");
  must(maker.open("branch").append(said("Alice", "Compte bloqué à 02:00."), &alice));
  maker.add("forked", "branch", "", {"forked-history 6"}, story.at_six);
  std::string header, signature;
  {
    auto connection = maker.raw("branch");
    auto row = must(connection.prepare("SELECT header, signature FROM entry WHERE position = 5"));
    must(row.step());
    header = row.bytes(0);
    signature = row.bytes(1);
  }
  maker.add("said-again", "story",
            set_row("5", header, signature) + "DELETE FROM body WHERE position = 5;",
            {"missing-body 5", "broken-chain 6"});
}

void wrong_signers(Maker& maker, const SigningKey& alice) {
  const auto stranger = SigningKey::make();
  maker.copy("story", "stranger");
  must(maker.open("stranger").append(said("Carole", "Bonjour."), &stranger));
  maker.add("unknown-key", "stranger", "", {"unknown-key 10"});
  maker.copy("story", "borrowed");
  must(maker.open("borrowed").append(said("Bruno", "Je valide."), &alice));
  maker.add("wrong-author", "borrowed", "", {"wrong-author 10"});
  maker.copy("story", "dangling");
  Draft draft = said("Bruno", "Corrige quoi ?");
  draft.supersedes = sha256("nothing");
  must(maker.open("dangling").append(draft));
  maker.add("dangling", "dangling", "", {"dangling-reference 10"});
  must(maker.open("other").append(said("Bruno", "Ailleurs.")));
  std::string header, signature;
  {
    auto connection = maker.raw("other");
    auto row = must(connection.prepare("SELECT header, signature FROM entry WHERE position = 1"));
    must(row.step());
    header = row.bytes(0);
    signature = row.bytes(1);
  }
  maker.add("from-another-incident", "story", set_row("6", header, signature),
            {"foreign-entry 6", "altered-body 6"});
}

// An entry signed with the right key, after the right entry, that hides what its author said
// before.
void broken_author_chain(Maker& maker, const Story& story, const SigningKey& alice) {
  std::string header, signature;
  std::vector<Digest> leaves;
  {
    auto connection = maker.raw("story-raw");
    auto rows = must(connection.prepare("SELECT header, signature FROM entry ORDER BY position"));
    while (must(rows.step())) {
      header = rows.bytes(0);
      leaves.push_back(leaf_hash(rows.bytes(0), rows.bytes(1)));
    }
  }
  Header last = *HeaderReader().read(header);
  last.previous = leaves[3];
  header = header_bytes(last);
  signature = as_text(alice.sign(signed_bytes(header)));
  leaves.back() = leaf_hash(header, signature);
  auto checkpoint = must(read_checkpoint(story.at_ten)).checkpoint;
  checkpoint.root = root_of(leaves);
  maker.add(
      "own-chain-skipped", "story",
      set_row("9", header, signature) + set_head(sign_checkpoint(checkpoint, maker.machine())),
      {"broken-author-chain 9"});
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 2) {
    std::cerr << "make_logbook_vectors DIR\n";
    return 2;
  }
  Maker maker(arguments[1]);
  auto alice = SigningKey::make();
  const Story story = tell_story(maker, alice);
  maker.copy("story", "story-raw");
  entries_changed(maker);
  bodies_changed(maker);
  order_changed(maker);
  heads_changed(maker, story);
  outside_checkpoints(maker, story);
  forged_by_insiders(maker, story, alice);
  wrong_signers(maker, alice);
  broken_author_chain(maker, story, alice);
  maker.finish();
  return 0;
}
