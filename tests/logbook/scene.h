// What the fault tests share: a folder, a story that is written, and the check that nothing that
// was acknowledged is lost.
#pragma once
#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <map>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "fault_layer.h"
#include "logbook/logbook.h"

namespace digue::faults {

// DIGUE_FAULT_RUNS, or what keeps the test short.
inline int runs(int usual) {
  const char* wanted = std::getenv("DIGUE_FAULT_RUNS");
  return wanted == nullptr ? usual : std::atoi(wanted);
}

struct Folder {
  std::filesystem::path path;
  SystemClock clock;
  Folder() {
    std::string pattern = std::filesystem::temp_directory_path() / "digue-faults-XXXXXX";
    path = ::mkdtemp(pattern.data());
  }
  ~Folder() { std::filesystem::remove_all(path); }
  std::filesystem::path file() const { return path / "incident.digue"; }
  logbook::Settings settings(const char* layer = layer_name) {
    return {.state_folder = path / "state",
            .clock = &clock,
            .machine_name = "poste",
            .file_layer = layer,
            .seal_cost = logbook::SealCost::quick};
  }
};

using Acknowledged = std::map<std::string, std::uint64_t>;  // what was said, and its position

inline logbook::Draft line(std::string text) {
  return {.kind = "note", .author = "Alice", .body = std::move(text)};
}

// Two people write at once, one line is redacted, a key is made, the file is closed.  `told` hears
// each line once it is acknowledged; failures are left alone.
template <class Told>
void live_through(Folder& folder, Told told) {
  auto book = logbook::Logbook::create(folder.file(), "inc", folder.settings());
  if (!book) return;
  const auto write = [&](const std::string& who) {
    for (int i = 0; i < 5; ++i) {
      const std::string text = who + std::to_string(i) + std::string(300, '.');
      if (const auto receipt = book->append(line(text))) told(text, receipt->position);
    }
  };
  {
    const std::jthread one(write, "one"), other(write, "other");
  }
  const auto secret = book->append(line("secret"));
  if (secret)
    static_cast<void>(book->redact(
        secret->position, {.kind = std::string(logbook::redaction_kind), .author = "Alice"}));
  static_cast<void>(book->make_key("Alice", "x"));
  write("last");
}

// After the fault, on the system's own layer: it opens, says nothing is wrong, and holds every
// line.
inline void check_nothing_lost(Folder& folder, const Acknowledged& acknowledged) {
  auto book = logbook::Logbook::open(folder.file(), folder.settings(""));
  if (!book) {
    // Stopped before the logbook existed: then nothing was said either.
    CHECK(acknowledged.empty());
    return;
  }
  for (const auto& problem : book->opening().problems) FAIL_CHECK(problem.english);
  Acknowledged missing = acknowledged;
  REQUIRE(book->each(0, [&](const logbook::Entry& entry) {
    const auto found = missing.find(entry.body.value_or(""));
    if (found == missing.end()) return;
    CHECK(found->second == entry.position);
    missing.erase(found);
  }));
  CHECK(missing.empty());
  CHECK(book->append(line("after the fault")));
  const auto verdict = logbook::verify(folder.file(), {});
  REQUIRE(verdict);
  CHECK(verdict->intact());
}

}  // namespace digue::faults
