// The Windows event logs among the files that were given, and what is told of each once it is read;
// beside them, exports that Sigma rules are for.
#pragma once
#include <string>
#include <vector>

#include "base/file.h"
#include "cli/verb.h"
#include "read/evtx/decoder.h"
#include "read/format.h"

namespace digue::cli::event_logs {

// At most so many unreadable stretches of one log are told one by one; the rest is counted.
inline constexpr std::uint64_t max_damage_told = 1000;

struct Log {
  std::string name;
  MappedFile file;
};

// What rules are for beside event logs.
struct Export {
  enum class Kind : unsigned char {
    of_cloud,        // Microsoft 365 or Entra
    windows_events,  // in JSON
    requests,        // of a proxy, a web server, a name server
  };
  std::string name;
  MappedFile file;
  Kind kind = Kind::of_cloud;
  std::string_view channel = {};  // of_cloud: analysis::rule_channel_of()
  const read::Format* format = nullptr;
};

struct Found {
  std::vector<Log> logs;
  std::vector<Export> exports;  // when they are asked for
  bool lost = false;  // something that was named could not be read, or is no log: it was told
};
enum class Asked : unsigned char { event_logs, exports_too };
Found find_logs(Session& session, const std::vector<std::string>& paths,
                Asked asked = Asked::event_logs);

// An unreadable stretch, as a line of JSON or as a sentence.
std::string damage_json(const Log& log, const read::evtx::Damage& damage, Language language);
Message damage_message(const Log& log, const read::evtx::Damage& damage);
// The log and its counts, as a line of JSON.
std::string facts_json(const Log& log, const read::evtx::Facts& facts);
// The same as sentences; `damages` is how many stretches there were.
void note_facts(Session& session, const Log& log, const read::evtx::Facts& facts,
                std::uint64_t damages);
// Whether something of the log is not there: stretches that cannot be read, chunks that lack.
bool is_lacking(const Log& log, const read::evtx::Facts& facts);

}  // namespace digue::cli::event_logs
