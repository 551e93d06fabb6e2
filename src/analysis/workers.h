// Worker processes: the same program, started again for each file, shut in (analysis/sandbox.h) and
// listened to over a pipe (analysis/wire.h).  A worker that crashes, hangs, babbles or eats memory
// costs its own file and a message, nothing else.
#pragma once
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "analysis/crew.h"
#include "analysis/event_log.h"
#include "analysis/part_sink.h"
#include "analysis/sandbox.h"
#include "analysis/wire.h"
#include "base/file.h"
#include "read/format.h"

namespace digue::evidence {
struct Item;
}

namespace digue::analysis {

// The word that makes the program a worker: `digue <word> PATH NAME TOLD MEMORY_BYTES THREADS SITE
// LIST RULES`, frames on descriptor 3.  On descriptor 4, LIST bytes of the image of a list of URLs,
// then, with `rules` as RULES, an image of rules (detect/sigma); nothing when neither is there.
inline constexpr std::string_view worker_word = "read-in-isolation";
inline constexpr std::string_view rules_word = "rules";
int worker_main(int argc, const char* const* argv);
// The word of one that hunts: `digue <word> PATH NAME TOLD MEMORY_BYTES THREADS LISTED`, with
// the image of a matcher on descriptor 4.
inline constexpr std::string_view hunt_word = "hunt-in-isolation";
int hunt_main(int argc, const char* const* argv);
// In a worker: the file that it was given, or nothing once the parent was told why.
std::optional<MappedFile> open_or_tell(const char* path, wire::Writer& writer);
// What is looked for in a file.
struct Watched {
  WatchedRequests requests;
  RulesOfChannel rules = {};  // those that were given; else the product's, of Windows alone
};
// What a worker does once it is shut in: one file, unfolded, recognised and read, to frames; large
// texts by the crew, when there is one.
void read_item(const evidence::Item& outer, const read::Told& told, wire::Writer& writer,
               const Watched& watched = {}, Crew* crew = nullptr);

struct Job {
  std::filesystem::path path;
  std::string name;  // as shown to people
};

struct WorkerSettings {
  std::filesystem::path program;
  read::Told told;
  unsigned at_once = 1;
  unsigned hang_seconds = 300;
  std::uint64_t memory_bytes = 512ULL << 20;
  // Asked at least once a second, with how many jobs have ended; once it says no, every worker is
  // stopped and no other starts.
  std::function<bool(std::size_t ended)> go_on = {};
  std::string_view word = worker_word;
  std::vector<std::string> more_words = {};  // after MEMORY_BYTES
  // Given to every worker as descriptor 4, unless it is -1; 10 or above.
  int shared_descriptor = -1;
};

// Who listens to the worker of one job.  `lost` is called last when the worker did not finish.
class Listener : public wire::Receiver {
 public:
  virtual void lost(const Message& why) = 0;
};

// Makes the listener of a job, by its index, when its worker starts.
using MakeListener = std::function<std::unique_ptr<Listener>(std::size_t job)>;

// Runs all jobs, `at_once` at a time; returns when every worker has ended.  One thread.
void run_workers(const std::vector<Job>& jobs, const WorkerSettings& settings,
                 event::Symbols& symbols, const MakeListener& make_listener);

}  // namespace digue::analysis
