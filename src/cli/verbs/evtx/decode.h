// Many logs to one stream, on several processors, in one order: as the logs were given, and in each
// as its bytes go.  What comes out does not depend on how many processors worked.
#pragma once
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/file.h"
#include "base/result.h"
#include "read/evtx/decoder.h"

namespace digue::cli::verbs {

// At most so many unreadable stretches of one log are told one by one; the rest is counted.
inline constexpr std::uint64_t max_damage_told = 1000;

struct Log {
  std::string name;
  MappedFile file;
};

// Where it goes.  Calls come one at a time, in the order of the logs.
class Receiver {
 public:
  virtual ~Receiver() = default;
  virtual void begin(const Log& log) = 0;
  // Records, ready to be written; false to stop.
  virtual bool text(std::string_view text) = 0;
  virtual void damage(const Log& log, const read::evtx::Damage& damage) = 0;
  virtual void end(const Log& log, const read::evtx::Facts& facts) = 0;
};

struct Decoding {
  bool xml = false;
  unsigned threads = 1;
};

enum class Ended : unsigned char { done, stopped, out_of_memory, not_shut_in };

// Shuts the process in before the first byte of a log is read: nothing can be opened afterwards.
Ended decode(const std::vector<Log>& logs, const Decoding& decoding, Receiver& receiver);

}  // namespace digue::cli::verbs
