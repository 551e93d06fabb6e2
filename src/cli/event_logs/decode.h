// Many logs to one stream, on several processors, in one order: as the logs were given, and in each
// as its bytes go.  What comes out does not depend on how many processors worked.
#pragma once
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "cli/event_logs/logs.h"
#include "read/evtx/decoder.h"

namespace digue::cli::event_logs {

// What a thread makes of a piece of a log; used again for each, by one thread at a time.
class Work : public read::evtx::Visitor {
 public:
  // A piece of that log begins: what was made of the one before is forgotten.
  virtual void begin(const Log& log, std::size_t number_of_log) = 0;
  void damage(const read::evtx::Damage& damage) override { damages.push_back(damage); }

  std::vector<read::evtx::Damage> damages;
  read::evtx::Facts facts;
};

// Where it goes.  Calls come one at a time, in the order of the logs.
class Receiver {
 public:
  virtual ~Receiver() = default;
  virtual void begin(const Log& log) = 0;
  // False to stop.
  virtual bool piece(const Log& log, Work& work) = 0;
  virtual void damage(const Log& log, const read::evtx::Damage& damage) = 0;
  virtual void end(const Log& log, const read::evtx::Facts& facts) = 0;
};

enum class Ended : unsigned char { done, stopped, out_of_memory, not_shut_in };

// `make` gives each thread its own.  Shuts the process in before the first byte of a log is read:
// nothing can be opened afterwards.
Ended decode(const std::vector<Log>& logs, unsigned threads,
             const std::function<std::unique_ptr<Work>()>& make, Receiver& receiver);

// As many threads as were asked for, else as there are processors.
inline constexpr unsigned max_threads = 64;
unsigned threads_for(unsigned asked);

}  // namespace digue::cli::event_logs
