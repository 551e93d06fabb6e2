#include "incident/kept_organisation.h"

#include <doctest/doctest.h>

#include <map>

#include "base/hash.h"
#include "incident/fold.h"

namespace digue::incident {

namespace {

struct FilesInMemory final : Files {
  std::map<std::string, std::string> bytes;
  Result<std::string> read(const std::filesystem::path& path) override {
    const auto found = bytes.find(path.string());
    if (found == bytes.end()) return digue::fail(Error{Error::Kind::not_found, {"?", "?"}});
    return found->second;
  }
  Outcome write(const std::filesystem::path&, std::string_view) override { return {}; }
};

struct Incident {
  std::filesystem::path folder = std::filesystem::temp_directory_path() /
                                 ("digue-kept-" + to_hex(sha256(logbook::random_bytes(8))));
  FixedClock clock{*parse_rfc3339("2026-11-22T10:00:00Z")};
  const Speaker speaker{.author = "Anne"};
  logbook::Logbook book;

  Incident() : book(make()) {}
  ~Incident() { std::filesystem::remove_all(folder); }
  Incident(const Incident&) = delete;
  Incident& operator=(const Incident&) = delete;

  logbook::Logbook make() {
    std::filesystem::create_directories(folder);
    auto made = open_incident(folder / "i.digue", {"t", "small"}, speaker,
                              {.state_folder = folder / "state", .clock = &clock});
    REQUIRE(made.has_value());
    return std::move(*made);
  }
  State state() const {
    auto read = state_of(book);
    REQUIRE(read.has_value());
    return std::move(*read);
  }
};

KeptOrganisation named(const std::string& name, std::string bytes = "name: x\n") {
  return {name, "digue.yaml", to_hex(sha256(bytes)), "/there", {{"digue.yaml", bytes}}, {}};
}

}  // namespace

TEST_CASE("what was read through it is kept, under the names that a reader will ask for") {
  FilesInMemory disk;
  disk.bytes = {{"conf/digue.yaml", "a"}, {"conf/tables/x.csv", "b"}, {"/data/y.csv", "c"}};
  KeepingFiles keeping(disk, "conf");
  for (const auto* path : {"conf/digue.yaml", "conf/tables/x.csv", "/data/y.csv"})
    CHECK(keeping.read(path).has_value());
  CHECK_FALSE(keeping.read("conf/absent").has_value());
  KeptOrganisation organisation;
  organisation.files = keeping.take();
  REQUIRE(organisation.files.size() == 3);
  KeptFiles kept(organisation);
  CHECK(kept.read("digue.yaml").value_or("") == "a");
  CHECK(kept.read("tables/x.csv").value_or("") == "b");
  CHECK(kept.read("/data/y.csv").value_or("") == "c");
  CHECK_FALSE(kept.read("conf/digue.yaml").has_value());
  CHECK_FALSE(kept.write("digue.yaml", "z").has_value());
}

TEST_CASE("an incident gives back the bytes that it keeps, in any encoding; the last ones hold") {
  Incident incident;
  CHECK(incident.state().organisation == nullptr);
  auto first = named("Valmont");
  first.files.push_back({"activites.csv", "activit\xe9;vitale\n"});
  REQUIRE(keep_organisation(incident.book, first, incident.speaker).has_value());
  const auto kept = incident.state().organisation;
  REQUIRE(kept != nullptr);
  CHECK(kept->name == "Valmont");
  CHECK(kept->sha256 == first.sha256);
  REQUIRE(kept->files.size() == 2);
  CHECK(kept->files[0].bytes == "name: x\n");
  CHECK(kept->files[1].bytes == "activit\xe9;vitale\n");
  REQUIRE(keep_organisation(incident.book, named("Autre"), incident.speaker).has_value());
  CHECK(incident.state().organisation->name == "Autre");
  CHECK(incident.state().log.back().text.english.find("Autre (digue.yaml") != std::string::npos);
}

TEST_CASE("what does not fit in an entry is refused, with its size") {
  Incident incident;
  const auto refused = keep_organisation(
      incident.book, named("Big", std::string(logbook::max_body_bytes, 'a')), incident.speaker);
  REQUIRE_FALSE(refused.has_value());
  CHECK(refused.error().kind == Error::Kind::refused);
  CHECK(refused.error().message.english.find("digue.yaml and what it names (1 file, ") == 0);
  CHECK(incident.state().organisation == nullptr);
}

TEST_CASE("an entry without the settings themselves says nothing") {
  const auto body =
      Body::read(R"({"name":"x","file":"digue.yaml","files":[{"name":"a","text":"b"}]})");
  REQUIRE(body.has_value());
  CHECK_FALSE(read_kept_organisation(*body).has_value());
}

}  // namespace digue::incident
