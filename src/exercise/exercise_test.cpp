#include "exercise/exercise.h"

#include <doctest/doctest.h>
#include <unistd.h>
#include <fstream>
#include <iterator>
#include <map>
#include <regex>

#include "base/hash.h"

namespace digue::exercise {

namespace {

namespace fs = std::filesystem;

// A folder of its own, gone at the end.
struct Folder {
  fs::path path = fs::temp_directory_path() /
                  ("digue-exercise-" + std::to_string(::getpid()) + '-' + std::to_string(next()));
  ~Folder() { fs::remove_all(path); }
  static int next() {
    static int number = 0;
    return ++number;
  }
};

std::string bytes_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

// Path within the exercise, and the hash of what is there.
std::map<std::string, std::string> contents(const fs::path& folder) {
  std::map<std::string, std::string> out;
  for (const auto& entry : fs::recursive_directory_iterator(folder))
    if (entry.is_regular_file())
      out[fs::relative(entry.path(), folder).string()] = to_hex(sha256(bytes_of(entry.path())));
  return out;
}

std::map<std::string, std::string> made(const Options& options,
                                        std::string_view name = "mailbox-takeover") {
  const Folder folder;
  REQUIRE(make(name, folder.path, options));
  return contents(folder.path);
}

bool is_text(const fs::path& path) {
  return path.extension() != ".evtx";
}

}  // namespace

TEST_CASE("the same seed gives the same bytes, and another seed others") {
  const auto first = made({.seed = 7});
  CHECK(first == made({.seed = 7}));
  const auto other = made({.seed = 8});
  CHECK(first.at("truth.json") != other.at("truth.json"));
  CHECK(first.at("evidence/audit-log/AuditLog_Purview.csv") !=
        other.at("evidence/audit-log/AuditLog_Purview.csv"));
}

TEST_CASE("a network’s exercise is the same for the same seed, and another for another") {
  for (const auto* name : {"ransomware", "phishing"}) {
    const auto first = made({.seed = 7}, name);
    CHECK(first == made({.seed = 7}, name));
    const auto other = made({.seed = 8}, name);
    CHECK(first.at("truth.json") != other.at("truth.json"));
    CHECK(first.at("evidence/windows/SRV-AD1/Security.evtx") !=
          other.at("evidence/windows/SRV-AD1/Security.evtx"));
  }
}

TEST_CASE("a network’s addresses are private or for documentation, its names of no real domain") {
  const Folder folder;
  REQUIRE(make("phishing", folder.path, {.seed = 2}));
  // Of the shape of an address, and no version: "19045" and "4.18.24090.11" have too large a part.
  static const std::regex address(R"((^|[ =":,(\[/@<])(\d{1,3}(\.\d{1,3}){3})(?![\d.]))");
  static const std::regex ours(
      R"((10\.|127\.|192\.0\.2\.|198\.51\.100\.|203\.0\.113\.|0\.0\.0\.0|\d+\.0\.0\.0).*)");
  static const std::regex url(R"(https?://([^/:"' ]+))");
  std::size_t addresses = 0;
  for (const auto& entry : fs::recursive_directory_iterator(folder.path / "evidence")) {
    if (!entry.is_regular_file() || !is_text(entry.path())) continue;
    const std::string bytes = bytes_of(entry.path());
    for (std::sregex_iterator at(bytes.begin(), bytes.end(), address), end; at != end; ++at) {
      ++addresses;
      if (!std::regex_match((*at)[2].str(), ours))
        FAIL_CHECK(entry.path().string() << ": " << (*at)[2].str());
    }
    for (std::sregex_iterator at(bytes.begin(), bytes.end(), url), end; at != end; ++at)
      if (!(*at)[1].str().ends_with(".example"))
        FAIL_CHECK(entry.path().string() << ": " << (*at)[1].str());
  }
  CHECK(addresses > 1000);
}

TEST_CASE("every IPv4 address of the evidence is a documentation address") {
  const Folder folder;
  REQUIRE(make("mailbox-takeover", folder.path, {.seed = 3}));
  // Versions such as 15.20.7249.032 and 124.0.0.0 have the same look: they stand after a letter, a
  // slash or a bracket, or have a part over 255 or with a leading zero.
  static const std::regex quoted(R"re([",: ;](\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3})(:\d+)?[",;])re");
  static const std::regex documentation(R"((192\.0\.2|198\.51\.100|203\.0\.113)\.\d+)");
  std::size_t seen = 0;
  const std::string bytes = bytes_of(folder.path / "evidence/audit-log/AuditLog_Purview.csv");
  for (std::sregex_iterator at(bytes.begin(), bytes.end(), quoted), end; at != end; ++at, ++seen) {
    const std::string address = (*at)[1];
    if (!std::regex_match(address, documentation))
      FAIL_CHECK("not a documentation address: " << address);
  }
  CHECK(seen > 1000);
}

TEST_CASE("a name that is none and a folder that is somebody's are refused") {
  const Folder folder;
  CHECK(make("nothing", folder.path, {}).error().kind == Error::Kind::not_found);
  fs::create_directories(folder.path);
  std::ofstream(folder.path / "thesis.odt") << "years of work";
  CHECK(make("mailbox-takeover", folder.path, {}).error().kind == Error::Kind::refused);
  CHECK(fs::exists(folder.path / "thesis.odt"));
}

TEST_CASE("a seed whose products are known leaves no mapping of another seed's behind") {
  const Folder folder;
  REQUIRE(make("phishing", folder.path, {.seed = 7}));
  CHECK(fs::exists(folder.path / "mapping.yaml"));
  REQUIRE(make("phishing", folder.path, {.seed = 10}));
  CHECK_FALSE(fs::exists(folder.path / "mapping.yaml"));
}

TEST_CASE("more rows can be asked for, and the truth stays") {
  const Folder small, large;
  const auto few = make("mailbox-takeover", small.path, {.seed = 5, .single_format = true});
  const auto many =
      make("mailbox-takeover", large.path, {.seed = 5, .rows = 40000, .single_format = true});
  REQUIRE(few);
  REQUIRE(many);
  CHECK(few->audit_rows > 9000);
  CHECK(many->audit_rows > 30000);
  CHECK(many->audit_rows < 60000);
  CHECK(bytes_of(small.path / "truth.json") == bytes_of(large.path / "truth.json"));
}

}  // namespace digue::exercise
